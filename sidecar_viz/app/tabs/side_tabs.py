"""The tabs under the table; a tab's content is made when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tables.tracker import TrackerPanel
from sidecar_viz.app.tabs.tab_panels import MAKERS, Ears, Tab
from sidecar_viz.app.tabs.told_tabs import name_tab, tell_front
from sidecar_viz.core.course.belonging import Marks
from sidecar_viz.core.course.course import Course

if TYPE_CHECKING:
    from sidecar_viz.app.tabs.tab_arrows import TabArrows


class SideTabs(QFrame):
    """Tracker, manifest, key moments, snapshot and transcript behind tabs.

    Signals:
        step_wanted: a step that was clicked in one of them.
        row_hovered: the id of the tracker's row that is looked at, or "".
        row_picked: the id of the tracker's row that was clicked.
    """

    step_wanted: SignalOf[int] = signal(int)
    row_hovered: SignalOf[str] = signal(str)
    row_picked: SignalOf[str] = signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._look = Look()
        self._course: Course | None = None
        self._step = 0
        self._suspended = False
        self._hiding = False
        self._marks = Marks()
        self._names: tuple[str, ...] = ()
        self._made: dict[str, Tab] = {}
        self._stale: set[str] = set()
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
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)

    def show_course(self, course: Course) -> None:
        """Show another course; only the tab in front is filled at once."""
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

    def mark(self, marks: Marks) -> None:
        """Mark what speaks of the actor looked at."""
        self._marks = marks
        tab = self._made.get(self.current())
        if tab is not None and tab.mark is not None:
            tab.mark(marks)

    def open_tab(self, name: str) -> None:
        """Bring a tab to the front."""
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
        """Give the panel in front."""
        guest = self._guests.get(self.current())
        tab = self._made.get(self.current())
        return guest or (tab.panel.widget() if tab else None)

    def guests(self) -> tuple[str, ...]:
        """Name the panels that were taken in."""
        return tuple(self._guests)

    def wanted_height(self) -> int:
        """Measure how high it must be for its tracker to be seen whole (pixels)."""
        tracker = self._tracker()
        inner = tracker.wanted_height() if tracker is not None else 0
        margins = self._column.contentsMargins()
        head = self.bar.sizeHint().height() + margins.top() + margins.bottom()
        return max(inner, self._look.px(150)) + head

    def suspend(self, *, suspended: bool) -> None:
        """Let the tracker measure nothing while the tabs have no place yet."""
        self._suspended = suspended
        tracker = self._tracker()
        if tracker is not None:
            tracker.suspend(suspended=suspended)

    def hide_to_come(self, *, hidden: bool) -> None:
        """Hide in the tracker what is to be predicted, or not."""
        self._hiding = hidden
        tracker = self._tracker()
        if tracker is not None:
            tracker.hide_to_come(hidden=hidden)

    def set_dense(self, dense: float) -> None:
        """Leave this part of the usual room between the tracker's rows: up to 1."""
        tracker = self._tracker()
        if tracker is not None:
            tracker.set_dense(dense)

    def take_in(self, guests: dict[str, QWidget]) -> None:
        """Give these panels tabs of their own, before the others."""
        if guests.keys() != self._guests.keys():
            for name, guest in self._guests.items():
                if name not in guests:
                    self._stack.removeWidget(guest)
            for guest in guests.values():
                self._stack.addWidget(guest)
            self._guests = dict(guests)
            self._name_tabs()
            self._fill()

    def set_look(self, look: Look) -> None:
        """Style the tabs and their panels with a look's colours and sizes."""
        self._look = look
        self._column.setContentsMargins(look.px(10), look.px(8), look.px(8), look.px(6))
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
        room = self.contentsRect().width() - 2 * self._look.px(10)
        if self._arrows is None and self.bar.sizeHint().width() > room > 0:
            from sidecar_viz.app.tabs.tab_arrows import TabArrows  # noqa: PLC0415 - rare

            self._arrows = TabArrows(self.bar, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the arrows if the tabs have no room any more."""
        super().resizeEvent(event)
        self._fit_arrows()

    def _name_tabs(self) -> None:
        before = self.current()
        wanted = [
            (name, guest.accessibleName()) for name, guest in self._guests.items()
        ]
        wanted += self._titles()
        self.bar.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        while self.bar.count() > len(wanted):
            self.bar.removeTab(self.bar.count() - 1)
        while self.bar.count() < len(wanted):
            self.bar.addTab("")
        for at, (_, title) in enumerate(wanted):
            name_tab(self.bar, at, title)
        self._names = tuple(name for name, _ in wanted)
        if before in self._names:
            self.bar.setCurrentIndex(self._names.index(before))
        self.bar.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        tell_front(self.bar)
        self._fit_arrows()

    def _titles(self) -> list[tuple[str, str]]:
        """List the tabs that this lesson needs: their names and titles."""
        if self._course is None:
            return []
        lesson = self._course.lesson
        heads = lesson.headings
        moments = self.tr("{name} · {n}")
        every = (
            ("tracker", heads.tracker, lesson.tracker is not None),
            ("sample", heads.sample, bool(lesson.samples)),
            (
                "moments",
                moments.format(name=heads.key_moments, n=len(lesson.key_moments)),
                bool(lesson.key_moments),
            ),
            ("snapshot", heads.snapshot, bool(lesson.snapshot)),
            ("transcript", heads.transcript, bool(lesson.transcript)),
        )
        return [(name, title) for name, title, there in every if there]

    def _open(self, _at: int) -> None:
        tell_front(self.bar)
        self._fill()

    def _fill(self) -> None:
        """Make and fill the tab in front."""
        name = self.current()
        if name in self._guests:
            self._stack.setCurrentWidget(self._guests[name])
            return
        if not name or self._course is None:
            return
        if name not in self._made:
            self._make(name)
        tab = self._made[name]
        self._stack.setCurrentWidget(tab.panel.widget())
        if name in self._stale:
            self._stale.discard(name)
            tab.panel.show_course(self._course)
        self.show_step(self._step)
        self.mark(self._marks)

    def _make(self, name: str) -> None:
        """Make what stands behind a tab; it is still to be filled."""
        ears = Ears(self.step_wanted, self.row_hovered, self.row_picked)
        tab = MAKERS[name](ears)
        self._made[name] = tab
        self._stack.addWidget(tab.panel.widget())
        tab.panel.set_look(self._look)
        self.suspend(suspended=self._suspended)
        self.hide_to_come(hidden=self._hiding)
        self._stale.add(name)

    def _tracker(self) -> TrackerPanel | None:
        """Find the tracker, once its tab was opened."""
        tab = self._made.get("tracker")
        found = tab.panel if tab is not None else None
        return found if isinstance(found, TrackerPanel) else None
