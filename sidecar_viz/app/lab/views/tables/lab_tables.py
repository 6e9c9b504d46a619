"""The lab's tables behind tabs, in Kubernetes' words; all follow the playhead."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.tables.rows_view import RowsView
from sidecar_viz.app.lab.views.tables.shown_tables import TABLES, Table, TabName
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tabs.tab_arrows import TabArrows
from sidecar_viz.app.tabs.told_tabs import tell_front
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.tables import (
    get_lines,
)
from sidecar_viz.pods.telling.changes import changes_of


class LabTables(QFrame):
    """Shows what kubectl would, at the playhead's second.

    Signals:
        second_wanted: the second of a row that was chosen.
    """

    second_wanted: SignalOf[float] = signal(float)

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._run, self._t = run, 0.0
        self._hidden = False
        self._seconds: dict[TabName, tuple[float, ...]] = {}
        self.bar = QTabBar(self)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._arrows = TabArrows(self.bar, Look())
        self._stack = QStackedWidget(self)
        self._note = PlainLabel("", self)
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.views: dict[TabName, RowsView] = {}
        for table in TABLES:
            view = RowsView(table.title(), self)
            view.copy_wanted.connect(self.copy)
            view.row_chosen.connect(self._choose)
            view.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell())
            self.bar.addTab(table.title())
            self._stack.addWidget(view)
            self.views[table.name] = view
        self.bar.currentChanged.connect(self._open)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._note)

    @property
    def told(self) -> str:
        """What stands below the table in front."""
        return "" if self._note.isHidden() else self._note.text()

    @property
    def table(self) -> Table:
        """The table in front."""
        return TABLES[max(0, self.bar.currentIndex())]

    @property
    def view(self) -> RowsView:
        """The view in front."""
        return self.views[self.table.name]

    def show_run(self, run: Run) -> None:
        """Show another run."""
        self._run = run
        self._fill()

    def show_second(self, t: float) -> None:
        """Show what is so at a second."""
        self._t = t
        self._fill()

    def set_hidden(self, *, hidden: bool) -> None:
        """Tell nothing of what is ahead, as it is to be predicted; or tell it."""
        self._hidden = hidden
        self._fill()

    def open_tab(self, name: TabName) -> None:
        """Bring a table to the front, and the keyboard to it."""
        names = [table.name for table in TABLES]
        self.bar.setCurrentIndex(names.index(name))
        self.view.setFocus()

    def copy(self) -> None:
        """Copy the table in front as text."""
        QGuiApplication.clipboard().setText(self.table.copied(self._run, self._t))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side = look.px(10)
        self._column.setContentsMargins(side, look.px(6), side, look.px(8))
        self._note.setFont(look.font(14.5))
        self._arrows.set_look(look)
        for view in self.views.values():
            view.set_look(look)

    def _open(self, at: int) -> None:
        tell_front(self.bar)
        self._stack.setCurrentIndex(at)
        self._fill()

    def _fill(self) -> None:
        table = self.table
        shown = table.shown(self._run, self._t)
        if self._hidden and table.name == "changes":
            shown = replace(shown, rows=shown.rows[: max(shown.lit, default=0) + 1])
        self.view.show_rows(shown)
        self._tell()

    def _tell(self) -> None:
        """Say below the table what it does not show, where there is room for it."""
        note = "" if self._hidden else self.table.note(self._run, self._t)
        note = note or self.view.out_of_sight()
        self._note.setText(note)
        margins, spacing = self._column.contentsMargins(), self._column.spacing()
        wide = self.width() - margins.left() - margins.right()
        needed = margins.top() + margins.bottom() + 2 * spacing
        needed += self.bar.sizeHint().height() + self.view.minimumSizeHint().height()
        needed += self._note.heightForWidth(wide)
        self._note.setVisible(bool(note) and needed <= self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the note away where it would take a row's room."""
        super().resizeEvent(event)
        self._tell()

    def _choose(self, row: int) -> None:
        name = self.table.name
        found: tuple[float, ...] = ()
        if name == "kubectl":
            lines = get_lines.kubectl_lines(self._run.pod, self._run.trace, self._t)
            found = tuple(line.t for line in lines)
        elif name == "changes":
            found = tuple(changes_of(self._run.pod, self._run.trace))
        if 0 <= row < len(found):
            self.second_wanted.emit(found[row])
