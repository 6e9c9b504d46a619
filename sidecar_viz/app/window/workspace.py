"""Where the panels stand: side by side with room, behind tabs without it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.flow.panel import FlowPanel
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import CARD_RADIUS
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.app.tables.process_table import TablePanel
from sidecar_viz.app.tabs.side_tabs import SideTabs
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.window.controller import Controller
from sidecar_viz.app.window.shares import (
    FOOTER_AT_MOST,
    Room,
    ShownParts,
    column_widths,
    footer_height,
    row_heights,
)
from sidecar_viz.app.words.caption import Caption
from sidecar_viz.core.lesson import Lesson

GAP = 20
DENSITIES = (1.0, 0.75, 0.5, 0.25)  # of the usual room between the tables' rows
HOVERS = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.HoverLeave)


class Workspace(QWidget):
    """Flow, stage, table and tabs; under them caption and controller.

    Signals:
        divided: the user moved a divider.
    """

    divided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._shown = ShownParts()
        self._lesson: Lesson | None = None
        self.columns: tuple[int, ...] = ()
        self.rows: tuple[int, ...] = ()
        self._bars: tuple[QWidget, ...] = ()
        self._placed = False
        self.stage = StageView()
        self.flow, self.table, self.tabs = FlowPanel(), TablePanel(), SideTabs()
        self.caption, self.controller = Caption(), Controller()
        self.stage_card = QFrame()
        self.stage_card.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._stage_box = QVBoxLayout(self.stage_card)
        self._stage_box.addWidget(self.stage)
        self._stage_side = QWidget()
        self._over_stage = QVBoxLayout(self._stage_side)
        self._over_stage.setContentsMargins(0, 0, 0, 0)
        self._over_stage.addWidget(self.stage_card, 1)
        self._right = _splitter(Qt.Orientation.Vertical, self.table, self.tabs)
        self._across = _splitter(
            Qt.Orientation.Horizontal, self.flow, self._stage_side, self._right
        )
        self._footer = QHBoxLayout()
        self._footer.addWidget(self.caption, 1)
        self._footer.addWidget(self.controller)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._across, 1)
        self._column.addLayout(self._footer)
        self._across.splitterMoved.connect(self._keep_columns)
        self._right.splitterMoved.connect(self._keep_rows)
        self._in_order()
        self._suspend_tables(suspended=True)
        self.caption.suspend(suspended=True)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        gap = look.px(GAP)
        self._column.setContentsMargins(
            look.px(24), look.px(12), look.px(24), look.px(12)
        )
        self._column.setSpacing(look.px(12))
        self._footer.setSpacing(gap)
        self._over_stage.setSpacing(look.px(8))
        self._across.setHandleWidth(gap)
        self._right.setHandleWidth(look.px(14))
        self._stage_box.setContentsMargins(0, 0, 0, 0)
        self.stage.set_radius(look.px(CARD_RADIUS))
        for view in (self.flow, self.table, self.tabs, self.caption, self.controller):
            view.set_look(look)
        self.stage.set_theme(look.theme)
        self.stage.set_text_scale(look.text)
        self.arrange()

    def show_stage_first(self, frame: FirstFrame) -> None:
        """Leave table and tabs out of the first *frame*; they come in the second.

        Their room is kept meanwhile: nothing moves as they appear.
        """
        self._right.setUpdatesEnabled(False)
        frame.seen.connect(self._show_right)

    def _show_right(self) -> None:
        self._right.setUpdatesEnabled(True)
        self.arrange()
        self._right.repaint()

    def _suspend_tables(self, *, suspended: bool) -> None:
        """Let the tables wait until they have their widths."""
        for panel in (self.table, self.tabs):
            panel.suspend(suspended=suspended)

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide in flow and tables what is to be predicted."""
        self.flow.hide_to_come(hidden=hidden)
        self.table.hide_to_come(hidden=hidden)
        self.tabs.hide_to_come(hidden=hidden)

    def put_over_stage(self, *bars: QWidget) -> None:
        """Let bars come and go over the stage: all else stays where it is."""
        self._bars = bars
        for number, bar in enumerate(bars):
            self._over_stage.insertWidget(number, bar)

    def show_parts(self, shown: ShownParts) -> None:
        """Show what is wanted of the panels."""
        self._shown = shown
        self.arrange()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show no panel that this lesson leaves empty."""
        self._lesson = lesson
        self.arrange()

    def divide(self, columns: tuple[int, ...], rows: tuple[int, ...]) -> None:
        """Put the dividers where the user left them (in thousandths)."""
        self.columns, self.rows = columns, rows
        self.arrange()

    def arrange(self) -> None:
        """Give every panel its place, for this size and this text."""
        if not self._placed:
            return  # resizeEvent comes before anything is shown
        room, shown = self._room(), self._shown
        if self._lesson is not None:
            shown = shown.of(self._lesson)
        self._share_out(room, shown)
        for name, panel, wanted in (
            ("flow", self.flow, shown.flow),
            ("table", self.table, shown.table),
        ):
            if name not in self.tabs.guests():  # tabs show their own
                panel.setVisible(wanted)
        self.tabs.fit_bar()
        tabs = shown.tabs or bool(room.guests(shown))
        self.tabs.setVisible(tabs)
        self._right.setVisible(shown.table or tabs)
        self.caption.show_words(wanted=shown.caption)
        parts = self._across.count()
        inner = self._inner_width()
        inner -= (parts - 1) * self._across.handleWidth()
        widths = column_widths(room, shown, self.columns, self._look, inner)
        self._across.setSizes(widths[-parts:])
        for bar in self._bars:
            bar.updateGeometry()  # as high as the new width makes it
        caption = self.caption.minimumSizeHint().width() + self._footer.spacing()
        self.controller.fit(self._inner_width() - caption)
        least = self.controller.minimumSizeHint().width()
        right = self._right.width() if self._right.isVisibleTo(self) else least
        self.controller.setFixedWidth(max(least, self._across.sizes()[-1] or right))
        high = footer_height(room, shown, self._look)
        need = self.caption.least_height(self.caption_width(), high)
        high = max(high, min(need, round(room.height * FOOTER_AT_MOST)))
        self.caption.setFixedHeight(high)
        self.controller.setFixedHeight(high)
        self._divide_right(high)

    def caption_width(self) -> int:
        """Return how wide the caption is beside the controller."""
        least = self.controller.minimumWidth()
        return self._inner_width() - least - self._footer.spacing()

    def _inner_width(self) -> int:
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _room(self) -> Room:
        return Room(self.width(), self.height(), self._look.ui, self._look.reading)

    def _share_out(self, room: Room, shown: ShownParts) -> None:
        """Give what has no place of its own a tab."""
        guests: dict[str, QWidget] = {}
        named: dict[str, Card] = {"table": self.table, "flow": self.flow}
        for name in room.guests(shown):
            guests[name] = named[name]
        self.tabs.take_in(guests)
        for name, panel in named.items():
            panel.stand_alone(alone=name not in guests)
        self._in_order()

    def _in_order(self) -> None:
        """Panels that are no tab stand in the splitters, in their order."""
        guests = self.tabs.guests()
        if "flow" not in guests and self._across.indexOf(self.flow) != 0:
            self._across.insertWidget(0, self.flow)
        if "table" not in guests and self._right.indexOf(self.table) != 0:
            self._right.insertWidget(0, self.table)

    def _divide_right(self, footer: int) -> None:
        if not self._right.updatesEnabled():
            return  # nothing is measured before it is to be seen
        self._suspend_tables(suspended=False)
        if self._right.count() < 2 or self.table.isHidden() or self.tabs.isHidden():
            self._set_dense(1.0)
            return
        margins = self._column.contentsMargins()
        high = self.height() - footer - margins.top() - margins.bottom()
        high -= self._column.spacing() + self._right.handleWidth()
        wishes = (0, 0)
        for dense in DENSITIES:
            self._set_dense(dense)
            wishes = (self.table.wanted_height(), self.tabs.wanted_height())
            if sum(wishes) <= high:
                break
        self._right.setSizes(row_heights(high, wishes, self.rows))

    def _set_dense(self, dense: float) -> None:
        self.table.set_dense(dense)
        self.tabs.set_dense(dense)

    def _keep_columns(self) -> None:
        sizes = self._across.sizes()
        self.columns = _thousandths([0] * (3 - len(sizes)) + sizes)
        self.arrange()
        self.divided.emit()

    def _keep_rows(self) -> None:
        self.rows = _thousandths(self._right.sizes())
        self.divided.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange for the first time."""
        super().showEvent(event)
        self.arrange()
        self._column.activate()
        self.caption.suspend(suspended=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        if not self._placed:
            self._placed = True
            self._column.activate()
        self.arrange()
        self._column.activate()


class _Splitter(QSplitter):
    """A splitter whose handles alone show that the pointer is over them.

    The style sheet's colour for that makes Qt paint everything in the splitter anew
    whenever the pointer comes in or goes out: the whole window, twice at its start.
    """

    def event(self, event: QEvent) -> bool:
        """Leave hovering to the handles."""
        return event.type() in HOVERS or super().event(event)


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = _Splitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setOpaqueResize(True)
    for part in parts:
        splitter.addWidget(part)
    return splitter


def _thousandths(sizes: list[int]) -> tuple[int, ...]:
    whole = max(1, sum(sizes))
    return tuple(round(size * 1000 / whole) for size in sizes)
