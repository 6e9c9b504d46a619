"""The process flow: boxes and arrows, the boxes of the step lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sidecar_viz.app.cards import Card
from sidecar_viz.app.cell_text import draw_text, text_height
from sidecar_viz.app.highlight import lit_boxes, steps_of_box
from sidecar_viz.app.look import Look
from sidecar_viz.app.markup import plain
from sidecar_viz.app.viewport import own_viewport
from sidecar_viz.paint.fonts import MEDIUM, SEMIBOLD

if TYPE_CHECKING:
    from sidecar_viz.core.course import Course

GAP, SMALLEST_GAP = 24, 13
TEXT, PAD_X, PAD_Y, RADIUS = 16.0, 12, 10, 12
TIME = int(Qt.ItemDataRole.UserRole) + 1
PAST, NOW, TO_COME = -1, 0, 1


class _BoxDelegate(QStyledItemDelegate):
    """Draws a box of the flow and the arrow to the next."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.look = Look()
        self.gap = GAP
        self._view = view

    def box_height(self, text: str, width: float) -> float:
        """How high the box of this text is."""
        room = width - 2 * self.look.px(PAD_X)
        high = text_height(text, self.look.text_px(TEXT), SEMIBOLD, room)
        return high + 2 * self.look.px(PAD_Y)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the box after its time, and the arrow below it."""
        look, theme = self.look, self.look.theme
        area = QRectF(option.rect)
        time = index.data(TIME)
        last = index.row() == index.model().rowCount() - 1
        box = area.adjusted(2, 2, -2, -self.gap - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = {PAST: theme.edge, NOW: theme.accent, TO_COME: theme.line}[time]
        width = (2.5 if time == NOW else 1.5) * max(1.0, look.ui)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(theme.accent_soft if time == NOW else theme.surface))
        radius = look.px(RADIUS)
        painter.drawRoundedRect(box, radius, radius)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        if focused:
            painter.setPen(QPen(QColor(theme.ink), max(2, look.px(2))))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(ring, radius - 3, radius - 3)
        pad = look.px(PAD_X)
        draw_text(
            painter,
            str(index.data()),
            look.text_px(TEXT),
            SEMIBOLD if time == NOW else MEDIUM,
            box.adjusted(pad, 0, -pad, 0),
            QColor(theme.muted if time == TO_COME else theme.ink),
        )
        if not last:
            self._arrow(painter, box.center().x(), box.bottom() + 1)
        painter.restore()

    def _arrow(self, painter: QPainter, x: float, top: float) -> None:
        """From box to box, with a head that is seen."""
        head = self.look.px(5)
        tip = top + self.gap - 1
        colour = QColor(self.look.theme.edge)
        painter.setPen(QPen(colour, max(1.5, self.look.px(2))))
        painter.drawLine(QPointF(x, top + 2), QPointF(x, tip - head))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = (
            QPointF(x - head, tip - head * 1.5),
            QPointF(x + head, tip - head * 1.5),
            QPointF(x, tip),
        )
        painter.drawPolygon(QPolygonF(corners))

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """The box and the gap below it."""
        del option
        width = self._view.viewport().width()
        high = self.box_height(str(index.data()), width - 4)
        return QSize(width, int(high + self.gap + 4))


class _Boxes(QListView):
    """The list of boxes; says when its size is another one."""

    resized = Signal()
    left = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the panel."""
        super().resizeEvent(event)
        self.resized.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell the panel."""
        super().leaveEvent(event)
        self.left.emit()


class FlowPanel(Card):
    """The process flow.

    Signals:
        step_wanted: the first step that lights the box that was clicked.
        hovered: the id of the box under the pointer, or "".
    """

    step_wanted = Signal(int)
    hovered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._course: Course | None = None
        self._items = QStandardItemModel(self)
        self.view = _Boxes()
        own_viewport(self.view)
        self._delegate = _BoxDelegate(self.view)
        self.view.setModel(self._items)
        self.view.setItemDelegate(self._delegate)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view.setHorizontalScrollBarPolicy(off)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        self.view.entered.connect(self._enter)
        self.view.left.connect(lambda: self.hovered.emit(""))
        self.view.resized.connect(self._fit)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self._note)

    def show_course(self, course: Course) -> None:
        """Show the flow of another lesson."""
        self._course = course
        heading = course.lesson.headings.flow
        self.set_heading(heading)
        self.view.setAccessibleName(heading)
        self._note.setText(plain(course.lesson.flow.caption))
        self._items.clear()
        for node in course.lesson.flow.nodes:
            item = QStandardItem(node.label)
            item.setData(TO_COME, TIME)
            self._items.appendRow(item)
        self._fit()

    def show_step(self, step: int) -> None:
        """Light the boxes of this step."""
        if self._course is None:
            return
        lit, before = lit_boxes(self._course, step)
        for number, node in enumerate(self._course.lesson.flow.nodes):
            time = NOW if node.id in lit else PAST if node.id in before else TO_COME
            item = self._items.item(number)
            item.setData(time, TIME)
            states = {PAST: self.tr("done"), NOW: self.tr("now"), TO_COME: ""}
            name = ", ".join(filter(None, (node.label, states[time])))
            item.setData(name, Qt.ItemDataRole.AccessibleTextRole)
            if time == NOW:
                self.view.scrollTo(item.index())

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        super().set_look(look)
        self._delegate.look = look
        self._note.setFont(look.font(14))
        self._fit()

    def _fit(self) -> None:
        """Draw the boxes closer together where that shows all of them."""
        if self._course is None:
            return
        nodes = self._course.lesson.flow.nodes
        width = self.view.viewport().width() - 4
        high = sum(self._delegate.box_height(n.label, width) + 4 for n in nodes)
        room = self.view.viewport().height() - high
        most, least = self.look.px(GAP), self.look.px(SMALLEST_GAP)
        fits = int(room / max(1, len(nodes)))
        self._delegate.gap = max(least, min(most, fits))
        boxes = high + len(nodes) * self._delegate.gap
        wanted = self._note.heightForWidth(max(1, width)) + self.column.spacing()
        inner = self.view.height()
        if self._note.isVisibleTo(self):
            inner += self._note.height() + self.column.spacing()
        self._note.setVisible(bool(self._note.text()) and inner > boxes + wanted)
        self.view.doItemsLayout()

    def _node_id(self, row: int) -> str:
        return self._course.lesson.flow.nodes[row].id if self._course else ""

    def _pick(self, index: QModelIndex) -> None:
        if self._course is not None:
            steps = steps_of_box(self._course, self._node_id(index.row()))
            if steps:
                self.step_wanted.emit(steps[0])

    def _enter(self, index: QModelIndex) -> None:
        self.hovered.emit(self._node_id(index.row()))
