"""What the audience sees: the stage, a side panel, the words; nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import DESIGN_HEIGHT, DESIGN_WIDTH, Look, ui_scale
from sidecar_viz.app.look.source import LookSource
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.preferences.preferences import AudiencePanel
from sidecar_viz.app.present.audience.band import Band
from sidecar_viz.app.present.audience.side_panel import (
    PanelPart,
    SidePanel,
    sample_part,
    steps_part,
    tracker_part,
    what_if_part,
)
from sidecar_viz.app.present.audience.sign import Sign
from sidecar_viz.app.present.tools.cover import ClassCover
from sidecar_viz.app.present.tools.presented_stage import PresentedStage
from sidecar_viz.app.present.tools.shade import SpotlightShade
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.screens.resting_pointer import RestingPointer
from sidecar_viz.app.stage.rim import Rim
from sidecar_viz.app.window.geometry import set_least_size
from sidecar_viz.app.words.step_words import StepWords, step_words
from sidecar_viz.core.course.course import Course
from sidecar_viz.paint.brush.theme import LIGHT, Theme
from sidecar_viz.paint.layout.layout import READABLE

if TYPE_CHECKING:
    from sidecar_viz.app.twin.pane import TwinPane

STAGE_PART, BAND_PART = 0.60, 0.36
HEADING = 27.0
"""The letters (pixels of the design) of what stands over two stages: 2.5 per cent."""
FAR_PART, MOST_PART = 0.0212, 0.0258
"""How large the letters of the stage are wanted, of the height: usually, at most."""
SMALLEST = (480, 300)


class AudienceLook(Struct, frozen=True):
    """How the audience sees it."""

    theme: Theme = LIGHT
    text: float = 1.0
    captions: float = 1.0
    caption: bool = True
    panel: AudiencePanel = "table"
    hiding: bool = False


class AudienceView(QWidget):
    """Shows one lesson to a room. A window of its own.

    Signals:
        resized: its stage has another size now.
        closed: somebody closed the window.
    """

    heard_as: Final = "window"

    resized = Signal()
    closed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Audience"))
        set_least_size(self, SMALLEST)
        self.presented = PresentedStage(tools, self)
        self.stage = self.presented.view
        self.stage.set_rim(Rim(ring=False))
        self.side = SidePanel(self)
        self.band = Band(self)
        self.shade = SpotlightShade(tools, self)
        self.cover = ClassCover(self)
        self.sign = Sign(self)
        self.pointer = RestingPointer(self, self.stage)
        self._free = 0
        self._course: Course | None = None
        self._step = 0
        self._chosen = AudienceLook()
        self._applied: Look | None = None
        self._text = 0.0
        self._twin: TwinPane | None = None
        self.looks = LookSource(self)
        self.setFocusProxy(self.stage)

    def show_course(self, course: Course) -> None:
        """Take another lesson, or another course of it; show_step must follow."""
        if self._course is None or course.lesson is not self._course.lesson:
            self.stage.show_lesson(course.lesson)
        self._course = course
        self.stage.set_rim(Rim(ring=False, apart=course.what_if is not None))
        self.band.show_course(course)
        self.arrange()

    def show_step(self, step: int) -> None:
        """Say what this step is about."""
        if self._course is None:
            return
        self._step = step
        words = step_words(self._course, step)
        self.band.show_step(words)
        self.stage.set_description(words.describe)
        self.side.show_parts(self._parts(self._course))

    def show_ending(self, words: StepWords) -> None:
        """Say what remains after the last step."""
        self.band.show_step(words)
        self.stage.set_description(words.describe)

    def set_look(self, chosen: AudienceLook) -> None:
        """Take colours, sizes, and what is shown."""
        self._chosen = chosen
        self._restyle()
        self.arrange()
        if self._course is not None:
            self.side.show_parts(self._parts(self._course))

    @property
    def look(self) -> Look:
        """Colours and sizes at this size of the window."""
        ui = ui_scale(self.width(), self.height())
        return Look(self._chosen.theme, ui, self._chosen.text)

    def stage_text(self) -> float:
        """Return how much larger than usual the stage's words are wanted.

        Enough for the last row, and as much more as the teacher asked for, as long
        as everything still has a place.
        """
        high = min(self.height(), self.width() * DESIGN_HEIGHT / DESIGN_WIDTH)
        asked, one = self._chosen.text, high / READABLE
        far = max(1.0, FAR_PART * one) * asked
        return max(asked, min(far, MOST_PART * one))

    def show_colour(self, colour: str) -> None:
        """Cover everything in "black" or "white", or with "" not."""
        self.cover.show_colour(colour)
        self.sign.cover(covered=bool(colour))

    def freeze(self, *, wanted: bool) -> None:
        """Let the picture stand still as it is now, or follow again."""
        self.cover.hide()
        self.sign.hide()
        self.cover.freeze(self.grab() if wanted else None)

    def leave_room(self, width: int) -> QRect:
        """Keep so many pixels free beside the picture; give the place on the screen."""
        self._free = width
        self.arrange()
        left = self.mapToGlobal(QPoint(self.width() - width, 0))
        return QRect(left.x(), left.y(), width, self.height())

    def arrange(self) -> None:
        """Give every part its place."""
        if self._text != self.stage_text():
            self._text = self.stage_text()
            self.stage.set_text_scale(self._text)
            self._style_twin()
        wide, high = self.width() - self._free, self.height()
        self.band.show_text(wanted=self._chosen.caption)
        band = self.band.wanted_height(wide, round(high * BAND_PART))
        beside = self._chosen.panel != "none"
        stage = round(wide * STAGE_PART) if beside else wide
        area = QRect(0, 0, stage, high - band)
        self.stage.setGeometry(self._take(area))
        self.side.setGeometry(stage, 0, wide - stage, high - band)
        self.side.setVisible(beside)
        self.band.setGeometry(0, high - band, wide, band)
        self.shade.leave_free(self.stage.geometry())
        self.cover.setGeometry(self.rect())
        self.sign.put_in_corner(band)
        self.resized.emit()

    def stand_beside(self, twin: TwinPane) -> None:
        """Give a stage that was made later a place beside the stage, while it is on."""
        self._twin = twin
        for part in (self.shade, self.cover, self.sign):
            part.raise_()
        self._style_twin()
        self.arrange()

    def _take(self, area: QRect) -> QRect:
        """Return what of an area is left for the stage."""
        return area if self._twin is None else self._twin.take(area)

    def _style_twin(self) -> None:
        if self._twin is not None:
            look = replace(self.look, text=1.0)  # the stages need the height
            self._twin.set_look(look, self.stage_text(), HEADING)

    def _parts(self, course: Course) -> tuple[PanelPart, ...]:
        panel = self._chosen.panel
        parts = list(what_if_part(course, self.tr("What if…")))
        if panel in ("table", "both"):
            secret = self._chosen.hiding
            parts.append(steps_part(course, self._step, hiding=secret))
        if panel in ("tracker", "both"):
            parts.append(tracker_part(course, self._step))
        if panel == "sample":
            parts.append(sample_part(course, self._step))
        return tuple(parts)

    def _restyle(self) -> None:
        look = self.look
        if look != self._applied:
            self._applied = look
            apply_style(self, look)
            self.looks.show(look)
            self.stage.set_theme(look.theme)
            self.side.set_look(look)
            self.sign.set_look(look)
            self._style_twin()
        # Larger text is for the stage: the caption would take its height.
        self.band.set_look(replace(look, text=1.0), self._chosen.captions)

    def sizeHint(self) -> QSize:
        """Half of a projector."""
        return QSize(960, 540)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen that it is shown on."""
        set_least_size(self, SMALLEST)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self._restyle()
        self.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends presenting; it is kept for the next time."""
        event.ignore()
        self.closed.emit()


def focus_stage(view: AudienceView) -> None:
    """Give the audience's stage the keyboard."""
    view.stage.setFocus(Qt.FocusReason.OtherFocusReason)
