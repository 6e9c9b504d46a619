"""Where the parts stand: the stage, one panel beside or over it, the steps below."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import CARD_RADIUS
from sidecar_viz.app.qt.calm_splitter import CalmSplitter
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.stage.rim import Rim
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.app.window.footer import Footer
from sidecar_viz.app.window.shares import Room, ShownParts
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Lesson

if TYPE_CHECKING:
    from sidecar_viz.app.tables.process_table import TablePanel
    from sidecar_viz.app.twin.pane import TwinPane

MARGIN, GAP = 12, 10


class Workspace(QWidget):
    """The stage and a panel with tabs; under them caption, controls and steps.

    In a narrow window the panel is a drawer: it lies over the stage while it is open.

    Signals:
        divided: the user moved the divider.
        narrowed: whether the panel is a drawer now.
    """

    divided = Signal()
    narrowed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._shown = ShownParts()
        self._lesson: Lesson | None = None
        self._apart = False
        self.columns: tuple[int, ...] = ()
        self._bars: tuple[QWidget, ...] = ()
        self._free = 0
        self._placed = False
        self._twin: TwinPane | None = None
        self.drawer = False
        self.stage = StageView()
        self.flow, self.tabs = FlowPanel(), SideTabs(self)
        self.footer = Footer(self.flow)
        self.caption, self.controller = self.footer.caption, self.footer.controller
        self.stage_card = QFrame()
        self.stage_card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self.stage_card.installEventFilter(self)
        self._stage_box = QVBoxLayout(self.stage_card)
        self._stage_box.addWidget(self.stage)
        self._stage_side = QWidget()
        self._over_stage = QVBoxLayout(self._stage_side)
        self._over_stage.setContentsMargins(0, 0, 0, 0)
        self._over_stage.addWidget(self.stage_card, 1)
        self._across = CalmSplitter(Qt.Orientation.Horizontal)
        self._across.setChildrenCollapsible(False)
        self._across.addWidget(self._stage_side)
        self._across.addWidget(self.tabs)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._across, 1)
        self._column.addWidget(self.footer)
        self._across.splitterMoved.connect(self._keep_columns)
        self.footer.take_flow()
        self.tabs.suspend(suspended=True)
        self.tabs.take_in({}, table=True)
        self.caption.suspend(suspended=True)

    @property
    def table(self) -> TablePanel:
        """The process table; it is made now at the latest."""
        return cast("TablePanel", self.tabs.panel_of("table"))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        side, gap = look.px(MARGIN), look.px(GAP)
        self._column.setContentsMargins(side, gap, side, gap)
        self._column.setSpacing(gap)
        self._over_stage.setSpacing(look.px(8))
        self._across.setHandleWidth(gap)
        self._stage_box.setContentsMargins(0, 0, 0, 0)
        self._round_off()
        if self._twin is not None:
            self._twin.stage.set_rim(Rim(look.px(CARD_RADIUS)))
            self._twin.set_look(look, look.text)
        for view in (self.flow, self.tabs, self.footer):
            view.set_look(look)
        self.stage.set_theme(look.theme)
        self.stage.set_text_scale(look.text)
        self.arrange()

    def show_stage_first(self, frame: FirstFrame) -> None:
        """Leave the panel out of the first *frame*; it comes in the second.

        Its room is kept meanwhile: nothing moves as it appears.
        """
        self.tabs.setUpdatesEnabled(False)
        frame.seen.connect(self._show_panel)

    def _show_panel(self) -> None:
        self.tabs.setUpdatesEnabled(True)
        self.arrange()
        self.tabs.repaint()

    def stand_beside(self, twin: TwinPane) -> None:
        """Give a stage that was made later a place beside the stage, while it is on."""
        self._twin = twin
        twin.stage.set_rim(Rim(self._look.px(CARD_RADIUS)))
        twin.set_look(self._look, self._look.text)
        self.part_stage()

    def part_stage(self) -> None:
        """Let the stage share its card with the one beside it, or have all of it."""
        if self._twin is None:
            return
        apart = self._twin.on
        if apart == (self._stage_box.indexOf(self.stage) >= 0):
            if apart:
                self._stage_box.removeWidget(self.stage)
                self.stage_card.setMinimumSize(self.stage.minimumSizeHint())
            else:
                self._stage_box.addWidget(self.stage)
                self._stage_box.activate()  # at once: nothing is to move later
                self.stage_card.setMinimumSize(0, 0)
            self.stage_card.setProperty("card", not apart)
            self.stage_card.style().unpolish(self.stage_card)
            self.stage_card.style().polish(self.stage_card)
        self._place_stage()

    def _place_stage(self) -> None:
        if self._twin is not None and self._twin.on:
            area = self.stage_card.contentsRect()
            self.stage.setGeometry(self._twin.take(area))

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide in flow, tables and line of steps what is to be predicted."""
        self.flow.hide_to_come(hidden=hidden)
        self.tabs.hide_to_come(hidden=hidden)
        self.controller.scrubber.hide_to_come(hidden=hidden)

    def put_over_stage(self, *bars: QWidget) -> None:
        """Let bars come and go over the stage: all else stays where it is."""
        self._bars = bars
        for number, bar in enumerate(bars):
            self._over_stage.insertWidget(number, bar)

    def show_parts(self, shown: ShownParts) -> None:
        """Show what is wanted of the panels."""
        self._shown = shown
        self.arrange()

    def show_course(self, course: Course) -> None:
        """Show a course in every view; no panel that its lesson leaves empty."""
        self._lesson, self._apart = course.lesson, course.what_if is not None
        self._round_off()
        self.stage.show_lesson(course.lesson)
        self.flow.show_course(course)
        self.arrange()  # the tabs begin with what stands behind them
        for view in (self.tabs, self.caption, self.footer):
            view.show_course(course)
        self.arrange()

    def _round_off(self) -> None:
        """Give the stage the corners of the cards around, and a what-if its dashes."""
        self.stage.set_rim(Rim(self._look.px(CARD_RADIUS), apart=self._apart))

    def divide(self, columns: tuple[int, ...]) -> None:
        """Put the divider where the user left it (in thousandths)."""
        self.columns = columns
        self.arrange()

    def arrange(self) -> None:
        """Give every part its place, for this size and this text."""
        if not self._placed:
            return  # resizeEvent comes before anything is shown
        shown, room = self._shown, self._room()
        self._across.setContentsMargins(0, 0, self._free if room.drawer else 0, 0)
        if self._lesson is not None:
            shown = shown.of(self._lesson)
        chain = self._place_flow(shown)
        behind = shown.behind_tabs(chain=chain)
        guests = {"flow": self.flow} if "flow" in behind else {}
        self.tabs.take_in(guests, table="table" in behind)
        if chain or not shown.flow:
            self.flow.setVisible(chain)  # the tabs show their own
        self.tabs.fit_bar()
        self._place_panel(room, shown)
        self.caption.show_words(wanted=shown.caption)
        for bar in self._bars:
            bar.updateGeometry()  # as high as the new width makes it
        self.footer.fit(room.caption_at_most(), notes=shown.notes and shown.caption)
        self._column.activate()  # at once: nothing is to move at the next event
        self._place_drawer()
        if self.tabs.updatesEnabled():  # nothing is measured before it is seen
            self.tabs.suspend(suspended=False)
            self.tabs.fit()

    def _place_flow(self, shown: ShownParts) -> bool:
        """Put the flow over the steps if it is a chain that fits; return whether."""
        chain = shown.flow and self.flow.fits_across(self.footer.inner_width())
        if chain and not self.footer.has_flow():
            self.tabs.take_in({}, table=shown.table)
            self.footer.take_flow()
        elif not chain and self.footer.has_flow():
            self.footer.leave_flow()
        return chain

    def _place_panel(self, room: Room, shown: ShownParts) -> None:
        """Put the panel beside the stage, or over it as a drawer."""
        if room.drawer != self.drawer:
            self.drawer = room.drawer
            if self.drawer:
                self.tabs.setParent(self)
            else:
                self._across.insertWidget(1, self.tabs)
            self.narrowed.emit(self.drawer)
        drawn = shown.drawer and not self._free  # beside a dialog it would hide much
        self.tabs.setVisible(shown.panel and (drawn or not self.drawer))
        if not self.drawer:
            inner = self._across.width() - self._across.handleWidth()
            panel = room.panel_width(self.columns, self._look, inner)
            panel = max(panel, self._free)
            self._across.setSizes([inner - panel, panel])

    def leave_room(self, width: int) -> QRect:
        """Keep at least so many pixels free at the right of the picture.

        Give the place that is free now, on the screen: over the panel, where there
        is one. With 0, none is kept.
        """
        self._free = width
        self.arrange()
        self._across.refresh()
        left, right = self.stage_card, self._across
        top = right.mapToGlobal(QPoint(0, 0)).y()
        x = left.mapToGlobal(QPoint(left.width(), 0)).x() + self._look.px(GAP)
        free = max(width, self.mapToGlobal(QPoint(self.width(), 0)).x() - x)
        return QRect(x, top, free - self._look.px(MARGIN), right.height())

    def _place_drawer(self) -> None:
        """Let the drawer cover the right of the stage, and no bar over that."""
        if self.drawer and not self.tabs.isHidden():
            card = self.stage_card
            over = QRect(card.mapTo(self, QPoint(0, 0)), card.size())
            wide = self._room().drawer_width(self._look, over.width())
            left = over.right() + 1 - wide
            self.tabs.setGeometry(QRect(left, over.top(), wide, over.height()))
            self.tabs.raise_()

    def drawer_open(self) -> bool:
        """Return whether the panel lies over the stage now."""
        return self.drawer and self.tabs.isVisible()

    def _room(self) -> Room:
        return Room(self.width(), self.height(), self._look.ui, self._look.reading)

    def _keep_columns(self) -> None:
        whole = max(1, sum(self._across.sizes()))
        self.columns = tuple(round(n * 1000 / whole) for n in self._across.sizes())
        self.arrange()
        self.divided.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let drawer and stages follow their card, over which bars come and go."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_drawer()
            self._place_stage()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange for the first time."""
        super().showEvent(event)
        self.arrange()
        self._column.activate()
        self.caption.suspend(suspended=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self._placed = True
        self._column.activate()
        self.arrange()
        self._column.activate()
