"""The process flow: boxes and arrows, the boxes of the step lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.flow.across import fits_across
from sidecar_viz.app.flow.paint import NOW, PAST, TO_COME
from sidecar_viz.app.flow.view import FAILED, TIME, FlowView
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.model import HIDDEN
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.beside.belonging import AT_REST, lit_boxes, steps_of_box
from sidecar_viz.core.beside.differing import failed_boxes
from sidecar_viz.core.markup import plain

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course
    from sidecar_viz.core.lesson import Flow

GAP, SMALLEST_GAP = 27, 16
MOST_HEIGHT = 16_777_215  # pixels: Qt's own, no bound at all


class FlowPanel(QFrame):
    """The process flow, behind a tab or as one row over the line of steps.

    Signals:
        step_wanted: the first step that lights the box that was clicked.
        hovered: the id of the box under the pointer, or "".
        laid_out: the boxes have other places now.
    """

    step_wanted: SignalOf[int] = signal(int)
    hovered: SignalOf[str] = signal(str)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self._course: Course | None = None
        self._step, self._moment = 0, AT_REST
        self._hiding = False
        self._ways: dict[str, str] = {}
        self._failed: frozenset[str] = frozenset()
        self._items = QStandardItemModel(self)
        self.view = FlowView()
        self.view.setModel(self._items)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._pick)
        self.view.entered.connect(self._enter)
        self.view.left.connect(lambda: self.hovered.emit(""))
        self.view.resized.connect(self._fit)
        self._note = PlainLabel("", self)
        self._note.setWordWrap(True)
        self._noted = True
        self._note.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self._note)

    def show_course(self, course: Course) -> None:
        """Show the flow of another lesson."""
        self._course, self._failed = course, failed_boxes(course)
        heading = course.lesson.headings.flow
        self.setAccessibleName(heading)
        self.view.setAccessibleName(heading)
        self._note.setText(plain(course.lesson.flow.caption))
        self._ways = {}
        self._items.clear()
        for _ in course.lesson.flow.nodes:
            self._items.appendRow(QStandardItem())
        self._step, self._moment = 0, AT_REST
        self._tell()
        self.view.show_flow(course.lesson.flow)
        self._fit()

    def show_step(self, step: int) -> None:
        """Light the boxes of this step."""
        self._step, self._moment = step, AT_REST
        self._tell()
        self._show_now()

    def show_moment(self, moment: int) -> None:
        """Light the boxes of a moment of the step, or those at rest."""
        self._moment = moment
        self._tell()
        self._show_now()

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide what is still to come while it is to be predicted."""
        self._hiding = hidden
        self._tell()

    def _tell(self) -> None:
        """Hand out what each box says now, to eyes and to screen readers."""
        if self._course is None:
            return
        flow = self._course.lesson.flow
        lit, before = lit_boxes(self._course, self._step, self._moment)
        times = {node.id: TO_COME for node in flow.nodes}
        times |= dict.fromkeys(before, PAST) | dict.fromkeys(lit, NOW)
        to_come = {box for box, time in times.items() if time == TO_COME}
        hiding = self._hiding and self._step < self._course.end
        hidden = frozenset(to_come if hiding else ())
        states = {PAST: self.tr("done"), NOW: self.tr("now"), TO_COME: ""}
        later = self.tr("to be predicted")
        names = {n.id: later if n.id in hidden else n.label for n in flow.nodes}
        if not self._ways or hidden != self.view.hidden:
            self._ways = self._told_ways(flow, names, hidden)
            self.view.hide_words(hidden)
            self._show_note()
        for number, node in enumerate(flow.nodes):
            item, time = self._items.item(number), times[node.id]
            failed = node.id in self._failed - hidden
            item.setText(HIDDEN if node.id in hidden else node.label)
            item.setData(time, TIME)
            item.setData(failed, FAILED)
            state = self.tr("cannot happen") if failed else states[time]
            name = ", ".join(filter(None, (names[node.id], state)))
            item.setData(name, Qt.ItemDataRole.AccessibleTextRole)
            said = self._ways.get(node.id, "")
            item.setData(said, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _told_ways(
        self, flow: Flow, names: dict[str, str], hidden: frozenset[str]
    ) -> dict[str, str]:
        """Return where each box leads to, for who cannot see the arrows."""
        ways: dict[str, list[str]] = {}
        for edge in flow.edges:
            name = names[edge.target]
            told = hidden.isdisjoint((edge.source, edge.target))
            way = f"{name} ({edge.words})" if edge.words and told else name
            ways.setdefault(edge.source, []).append(way)
        leads = self.tr("Leads to: %1")
        return {box: leads.replace("%1", ", ".join(to)) for box, to in ways.items()}

    def _show_now(self) -> None:
        """Bring the boxes of this step into sight."""
        for number in range(self._items.rowCount()):
            item = self._items.item(number)
            if item.data(TIME) == NOW:
                self.view.scrollTo(item.index())

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.look = look
        self.view.look = look
        self._note.setFont(look.font(14))
        self._make_room()
        self._fit()

    def lie(self, *, across: bool) -> None:
        """Be one row over the line of steps, or fill a tab."""
        if across != self.view.across:
            self.view.lie(across=across)
            self._make_room()
            self._fit()

    def fits_across(self, width: int) -> bool:
        """Return whether the flow is a chain whose boxes have room in one row.

        Args:
            width: the room, in pixels.
        """
        return self._course is not None and fits_across(
            self._course.lesson.flow, self.look, width, self.tr("Start")
        )

    def _make_room(self) -> None:
        across = self.view.across
        side, top = self.look.px(18), self.look.px(10)
        self.column.setContentsMargins(*((0,) * 4 if across else (side, top) * 2))
        self.column.setSpacing(0 if across else self.look.px(8))

    def _fit(self) -> None:
        """Draw the boxes closer together where that shows all of them."""
        if self._course is None or not self.view.isVisible():
            return  # showing it gives it a size
        if self.view.across:
            self._fit_across()
            return
        self.setMinimumHeight(0)
        self.setMaximumHeight(MOST_HEIGHT)
        room = self.view.viewport().height() - 4
        grown = (1.0 + self.look.reading) / 2
        most, least = self.look.px(GAP * grown), self.look.px(SMALLEST_GAP * grown)
        high = self.view.charted(most).size[1]
        gap = float(most)
        if high > room:
            low = self.view.charted(least).size[1]
            spare = (room - low) / max(1.0, high - low)
            gap = least + (most - least) * max(0.0, spare)
        boxes = self.view.lay_out(gap)
        width = self.view.viewport().width() - 4
        wanted = self._note.heightForWidth(max(1, width)) + self.column.spacing()
        inner = self.view.height()
        if self._noted:
            inner += self._note.height() + self.column.spacing()
        self._noted = bool(self._note.text()) and inner > boxes + wanted
        self._show_note()
        self._show_now()

    def _fit_across(self) -> None:
        """Be as high as one row of boxes."""
        self._noted = False
        self._show_note()
        self.view.lay_out(0.0)
        self.setFixedHeight(self.view.high_across())
        self.laid_out.emit()

    def _show_note(self) -> None:
        """Show the words on the whole flow where they have room and tell no secret."""
        policy = self._note.sizePolicy()
        policy.setRetainSizeWhenHidden(self._noted)
        self._note.setSizePolicy(policy)
        self._note.setVisible(self._noted and not self.view.hidden)

    def _node_id(self, row: int) -> str:
        return self._course.lesson.flow.nodes[row].id if self._course else ""

    def _pick(self, index: QModelIndex) -> None:
        if self._course is not None:
            steps = steps_of_box(self._course, self._node_id(index.row()))
            if steps:
                self.step_wanted.emit(steps[0])

    def _enter(self, index: QModelIndex) -> None:
        box = self._node_id(index.row())
        self.hovered.emit("" if box in self.view.hidden else box)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit before anything is seen."""
        super().showEvent(event)
        self._fit()
