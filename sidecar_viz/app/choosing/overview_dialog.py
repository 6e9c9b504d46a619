"""All steps side by side, each with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from sidecar_viz.app.choosing.overview_tile import StepTile
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.dialog.tile import CURRENT
from sidecar_viz.app.dialog.tiles import Tiles
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.export.pictures.stills import still

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from sidecar_viz.app.look.look import Look
    from sidecar_viz.core.course.timeline import Timeline
    from sidecar_viz.paint.brush.theme import Theme


def overview_dialog(
    timeline: Timeline,
    step: int,
    chosen: Callable[[int], object],
    look: Look,
    parent: QWidget | None = None,
) -> PictureGrid:
    """Make a dialog with the stage after every step; *chosen* gets a step's number."""

    def picture(place: int, pixels: tuple[int, int], theme: Theme) -> QImage:
        return still(timeline.lesson, timeline.rest(place), pixels, theme)

    names = [f"{n}  {title}" for n, title in enumerate(titles(timeline.course))]
    items = tuple(_item(name, current=n == step) for n, name in enumerate(names))
    tiles = Tiles(_tr("Steps"), items, StepTile(names), picture, step)
    chips = KeyChips()
    chips.show_keys(
        (
            ("← → ↑ ↓", _tr("move")),
            ("Enter", _tr("go there")),
            ("Esc", _tr("close")),
        )
    )
    return PictureGrid(_tr("Overview"), tiles, chosen, chips, look, parent)


def _item(name: str, *, current: bool) -> QListWidgetItem:
    item = QListWidgetItem(name)
    item.setData(CURRENT, current)
    if current:
        said = _tr("{text}, shown now").format(text=name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _tr(text: str) -> str:
    return QCoreApplication.translate("overview", text)
