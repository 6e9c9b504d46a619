"""All steps side by side, each with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.choosing.overview_delegate import StepDelegate
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.dialog.tile_list import step_list
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.export.stills import still

if TYPE_CHECKING:
    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.timeline import Timeline


class OverviewDialog(PictureGrid):
    """Shows a grid of steps.

    Signals:
        chosen: the number of a step.
    """

    chosen = Signal(int)

    def __init__(
        self,
        timeline: Timeline,
        step: int,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_heading(), look, parent)
        self._timeline = timeline
        grid = step_list(titles(timeline.course), step, self)
        delegate = StepDelegate(grid)
        delegate.titles = tuple(
            grid.item(place).text() for place in range(grid.count())
        )
        self.chips = KeyChips(self)
        self.chips.show_keys(
            (
                ("← → ↑ ↓", self.tr("move")),
                ("Enter", self.tr("go there")),
                ("Esc", self.tr("close")),
            )
        )
        self._begin(grid, delegate, self.chips)

    def picture(self, place: int) -> QImage:
        """The stage as it rests after a step."""
        stage = self._timeline.rest(place)
        lesson, theme = self._timeline.lesson, self.look.theme
        return still(lesson, stage, self.picture_pixels(), theme)

    def take(self, place: int) -> None:
        """Go to that step."""
        self.accept()
        self.chosen.emit(place)

    def restyle_foot(self) -> None:
        """The keys have the look of the rest."""
        self.chips.set_look(self.delegate.look)


def _heading() -> str:
    return QCoreApplication.translate("overview", "Overview")
