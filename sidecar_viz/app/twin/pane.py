"""Two stages in one area: the lesson's beside the what-if's, each with a heading."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.stage.picture import Lens
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.twin.comparison import Comparison, Moment
from sidecar_viz.app.twin.halves import Halves, halves
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.course.course import Course
from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.layout.layout import laid_out

HEADING, PAD, GAP = 17.0, 8.0, 10.0


class TwinPane:
    """Shows the lesson's own stage beside a what-if's; whoever owns both places it.

    The lesson's stage is looked at: the keyboard, the plugs and the tools stay with
    the what-if's.

    Attributes:
        stage: the lesson's own stage.
        headings: over the lesson's stage, and over the what-if's.
    """

    def __init__(
        self, beside: StageView, parent: QWidget, lens: Lens = laid_out
    ) -> None:
        """Stand *beside* a what-if's stage, in the same *parent*; hidden at first.

        Args:
            lens: how the lesson's stage is laid out.
        """
        self._beside = beside
        self._look, self._text = Look(), 1.0
        self._size = HEADING
        self.stage = StageView(parent, lens=lens)
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stage.setAccessibleName(parent.tr("Stage of the lesson"))
        self.headings = PlainLabel("", parent), PlainLabel("", parent)
        self.headings[0].setText(parent.tr("The lesson"))
        self.headings[1].setProperty("accent", True)  # noqa: FBT003 - Qt's own
        for heading in self.headings:
            heading.setWordWrap(True)
        self.stage.hovered.connect(beside.hovered)
        self.stage.chosen.connect(beside.chosen)
        self.stage.item_chosen.connect(beside.item_chosen)
        self._show(on=False)

    @property
    def on(self) -> bool:
        """Whether two stages are shown."""
        return not self.stage.isHidden()

    def follow(self, comparison: Comparison) -> None:
        """Show what is compared, now and from now on."""
        comparison.turned.connect(lambda on: self._turn(comparison, on=on))
        comparison.begun.connect(lambda moment: self.stage.begin_move(moment.stage))
        comparison.moved.connect(self.show_moment)
        comparison.described.connect(self.stage.set_description)
        self._turn(comparison, on=comparison.on)
        comparison.tell()

    def show_moment(self, moment: Moment) -> None:
        """Show the lesson's moment, and ring in both what differs."""
        self.stage.show_stage(moment.stage)
        for view in (self.stage, self._beside):
            view.set_differing(moment.differs)

    def mark(self, ids: frozenset[str]) -> None:
        """Ring what another view points at here, too."""
        if self.on:
            self.stage.set_marked(ids)

    def set_look(self, look: Look, text: float, size: float = HEADING) -> None:
        """Take colours and sizes.

        Args:
            text: how much larger than usual the stages' words are wanted.
            size: of the headings' letters, in pixels of the design.
        """
        self._look, self._text, self._size = look, text, size
        self.stage.set_theme(look.theme)
        self.stage.set_text_scale(text)
        for heading in self.headings:
            heading.setFont(look.font(size, SEMIBOLD))

    def take(self, area: QRect) -> QRect:
        """Put all but the what-if's stage into the area; return what is left for it."""
        if not self.on or self.stage.lesson is None:
            return area
        look = self._look
        found = halves(area, look.px(GAP), self._high, self.stage.lesson, self._text)
        self._place(found)
        return found.right

    def _place(self, found: Halves) -> None:
        self.stage.setGeometry(found.left)
        for heading, box in zip(self.headings, found.headings, strict=True):
            heading.setGeometry(box)

    def _high(self, wide: int) -> int:
        """Return how high both headings are at this width."""
        pad = self._look.px(PAD)
        for heading in self.headings:
            heading.setContentsMargins(pad, 0, pad, pad // 2)
        return max(heading.heightForWidth(wide) for heading in self.headings)

    def _turn(self, comparison: Comparison, *, on: bool) -> None:
        course = comparison.timeline.course
        if on:
            self._name(course)
        self._show(on=on)
        if not on:
            self._beside.set_differing(frozenset())

    def _name(self, course: Course) -> None:
        if course.what_if is None:
            return
        self.headings[1].setText(course.what_if.title)
        if self.stage.lesson is not course.lesson:
            self.stage.show_lesson(course.lesson)

    def _show(self, *, on: bool) -> None:
        for part in (self.stage, *self.headings):
            part.setVisible(on)
