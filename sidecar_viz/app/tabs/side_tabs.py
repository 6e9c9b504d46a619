"""The panel with tabs, one in front; its content is made when it is first shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tabs.tab_panels import MAKERS, Ears, Tab, tab_of
from sidecar_viz.app.tabs.titles import titles_of
from sidecar_viz.app.tabs.told_tabs import name_tab, tell_front
from sidecar_viz.core.beside.belonging import Marks
from sidecar_viz.core.beside.filling import Filled
from sidecar_viz.core.course.course import Course

if TYPE_CHECKING:
    from sidecar_viz.app.tabs.tab_arrows import TabArrows

DENSITIES = (1.0, 0.75, 0.5, 0.25)  # of the usual room between the tables' rows


class SideTabs(QFrame):
    """Table, tracker, manifest, key moments, snapshot and transcript behind tabs.

    What is made elsewhere, such as the flow, is taken in as a guest.

    Signals:
        step_wanted: a step that was clicked in one of them.
        row_hovered: the id of the tracker's row that is looked at, or "".
        row_picked: the id of the tracker's row that was clicked.
        cell_hovered: row and column of the table's cell that is looked at, or -1, -1.
    """

    step_wanted: SignalOf[int] = signal(int)
    row_hovered: SignalOf[str] = signal(str)
    row_picked: SignalOf[str] = signal(str)
    cell_hovered: SignalOf[int, int] = signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._look = Look()
        self._course: Course | None = None
        self._step = 0
        self._suspended = False
        self._hiding = False
        self._wanted = ""
        self._table_wanted = False
        self._marks = Marks()
        self._names: tuple[str, ...] = ()
        self._made: dict[str, Tab] = {}
        self._stale: set[str] = set()
        self._filling: set[str] = set()
        self._guests: dict[str, QWidget] = {}
        self._arrows: TabArrows | None = None
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.currentChanged.connect(self._open)
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.bar)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)

    def show_course(self, course: Course) -> None:
        """Show another course; only the tab in front is filled at once.

        Another lesson brings the panel to the front that it opens with.
        """
        if self._course is None or self._course.lesson.id != course.lesson.id:
            self._wanted = tab_of(course.lesson.opens)
        self._course = course
        self._step = min(self._step, course.end)
        self._stale = set(self._made)
        self._name_tabs()
        self._fill()

    def show_step(self, step: int) -> None:
        """Show this step in the tab in front; the others follow when opened."""
        self._step = step
        tab = self._made.get(self.current())
        if tab is not None and tab.show_step is not None:
            tab.show_step(step)

    def show_moment(self, moment: int) -> None:
        """Show a moment of the step in the tab in front, if it shows moments."""
        tab = self._made.get(self.current())
        if tab is not None and tab.show_moment is not None:
            tab.show_moment(self._step, moment)

    def show_filled(self, filled: Filled | None) -> None:
        """Show how far a step's cells have filled, if the tab in front has any."""
        tab = self._made.get(self.current())
        if tab is not None and tab.show_filled is not None:
            tab.show_filled(filled)

    def mark(self, marks: Marks) -> None:
        """Mark what speaks of the actor looked at."""
        self._marks = marks
        tab = self._made.get(self.current())
        if tab is not None and tab.mark is not None:
            tab.mark(marks)

    def open_tab(self, name: str) -> None:
        """Bring a tab to the front."""
        self._wanted = ""
        if name in self._names:
            self.bar.setCurrentIndex(self._names.index(name))

    def current(self) -> str:
        """Name the tab in front; "" when there is none."""
        at = self.bar.currentIndex()
        return self._names[at] if 0 <= at < len(self._names) else ""

    def made(self) -> tuple[str, ...]:
        """Name the tabs whose content was made."""
        return tuple(self._made)

    def panel(self) -> QWidget | None:
        """Give the panel in front; None before it is made."""
        guest = self._guests.get(self.current())
        tab = self._made.get(self.current())
        return guest or (tab.panel.widget() if tab else None)

    def panel_of(self, name: str) -> QWidget:
        """Give the panel behind a tab, up to date; it is made now at the latest."""
        return self._filled(name).panel.widget()

    def guests(self) -> tuple[str, ...]:
        """Name the panels that were taken in."""
        return tuple(self._guests)

    def fit(self) -> None:
        """Leave the table in front as much room between its rows as it can have.

        Rows come closer to each other where that shows all of them, and at last
        leave out what a what-if strikes.
        """
        tab = self._made.get(self.current())
        if tab is None or tab.rows is None:
            return
        self._column.activate()
        for brief in (False, True):
            if not tab.rows.set_brief(brief=brief):
                break
            for dense in DENSITIES:
                tab.rows.set_dense(dense)
                if tab.rows.wanted_height() <= self._stack.height():
                    return
        tab.rows.set_brief(brief=False)
        tab.rows.set_dense(1.0)  # it scrolls in any case

    def suspend(self, *, suspended: bool) -> None:
        """Make and tell nothing while the tabs have no place yet."""
        if suspended != self._suspended:
            self._suspended = suspended
            self._fit_arrows()
            self._fill()

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide in the tables what is to be predicted, or not."""
        self._hiding = hidden
        for tab in self._made.values():
            if tab.rows is not None:
                tab.rows.hide_to_come(hidden=hidden)

    def take_in(self, guests: Mapping[str, QWidget], *, table: bool) -> None:
        """Give these panels tabs of their own, and the *table* one, before the others.

        Args:
            guests: panels that stand elsewhere at other times, by their tabs' names.
            table: whether the process table is wanted.
        """
        if guests.keys() != self._guests.keys() or table != self._table_wanted:
            for name, guest in self._guests.items():
                if name not in guests:
                    self._stack.removeWidget(guest)
            for guest in guests.values():
                self._stack.addWidget(guest)
            self._guests = dict(guests)
            self._table_wanted = table
            self._name_tabs()
            self._fill()

    def set_look(self, look: Look) -> None:
        """Style the tabs and their panels with a look's colours and sizes."""
        self._look = look
        self._column.setContentsMargins(1, look.px(6), 1, look.px(6))
        self._head.setContentsMargins(look.px(8), 0, look.px(8), 0)
        for tab in self._made.values():
            tab.panel.set_look(look)
        if self._arrows is not None:
            self._arrows.set_look(look)

    def fit_bar(self) -> None:
        """Never let the tabs themselves be squeezed."""
        self.bar.ensurePolished()
        self.bar.setMinimumHeight(self.bar.sizeHint().height())

    def _fit_arrows(self) -> None:
        """Draw the arrows beside tabs once there is no room for all of them."""
        if self._suspended or self._arrows is not None:
            return
        room = self.contentsRect().width() - 2 * self._look.px(10)
        if self.bar.sizeHint().width() > room > 0:
            from sidecar_viz.app.tabs.tab_arrows import TabArrows  # noqa: PLC0415 - rare

            self._arrows = TabArrows(self.bar, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the arrows if the tabs have no room any more."""
        super().resizeEvent(event)
        self._fit_arrows()
        self.fit()

    def _name_tabs(self) -> None:
        before = self.current()
        lesson = self._course.lesson if self._course is not None else None
        wanted = titles_of(lesson, self._guests, table=self._table_wanted)
        self.bar.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.bar.count() > len(wanted):
            self.bar.removeTab(self.bar.count() - 1)
        while self.bar.count() < len(wanted):
            self.bar.addTab("")
        for at, tab in enumerate(wanted):
            tip = tab.heading if tab.heading != tab.title else ""
            name_tab(self.bar, at, tab.title, tip, heard=not self._suspended)
        self._names = tuple(tab.name for tab in wanted)
        front = self._wanted if self._wanted in self._names else before
        if front in self._names:
            self.bar.setCurrentIndex(self._names.index(front))
        self.bar.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._tell_front()
        self._fit_arrows()

    def _open(self, _at: int) -> None:
        self._wanted = ""
        self._tell_front()
        self._fill()
        self.fit()

    def _tell_front(self) -> None:
        if not self._suspended:
            tell_front(self.bar)

    def _fill(self) -> None:
        """Make and fill the tab in front, once it has its place."""
        name = self.current()
        if self._suspended:
            return
        if name in self._guests:
            self._stack.setCurrentWidget(self._guests[name])
        elif name and self._course is not None:
            self._stack.setCurrentWidget(self._filled(name).panel.widget())

    def _filled(self, name: str) -> Tab:
        """Make what stands behind a tab if it is not yet, and bring it up to date."""
        tab = self._made.get(name) or self._make(name)
        if name in self._filling:  # it scrolled under the pointer, and asks for itself
            return tab
        self._filling.add(name)
        try:
            if name in self._stale and self._course is not None:
                self._stale.discard(name)
                tab.panel.show_course(self._course)
            if tab.show_step is not None:
                tab.show_step(self._step)
            if tab.mark is not None:
                tab.mark(self._marks)
        finally:
            self._filling.discard(name)
        return tab

    def _make(self, name: str) -> Tab:
        """Make what stands behind a tab; it is still to be filled."""
        hovered, picked, cell = self.row_hovered, self.row_picked, self.cell_hovered
        tab = MAKERS[name](Ears(self.step_wanted, hovered, picked, cell))
        self._made[name] = tab
        self._stack.addWidget(tab.panel.widget())
        QWidget.setTabOrder(self.bar, tab.panel.widget())
        tab.panel.set_look(self._look)
        if tab.rows is not None:
            tab.rows.hide_to_come(hidden=self._hiding)
        self._stale.add(name)
        return tab
