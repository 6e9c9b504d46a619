"""The lab's tables behind tabs, in Kubernetes' words; all follow the playhead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.rows_model import Rows, rows
from sidecar_viz.app.lab.views.rows_view import RowsView
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.tabs.tab_arrows import TabArrows
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.pods.given.leaving_out import in_lines
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.tables import (
    conditions,
    containers,
    events,
    get_lines,
    status_yaml,
)
from sidecar_viz.pods.telling.changes import changes_of

TabName = Literal["kubectl", "containers", "changes", "yaml", "events", "conditions"]


class Table(Struct, frozen=True):
    """A table: its rows at a second, what is below it, and its text to copy."""

    name: TabName
    title: Callable[[], str]
    shown: Callable[[Run, float], Rows]
    copied: Callable[[Run, float], str]
    note: Callable[[Run, float], str]


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
        self._stack.setCurrentIndex(at)
        self.setFocusProxy(self.view)
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabTables", text)


def _last(count: int) -> frozenset[int]:
    return frozenset({count - 1}) if count else frozenset()


def _kubectl(run: Run, t: float) -> Rows:
    lines = get_lines.kubectl_lines(run.pod, run.trace, t)
    cells = [(x.ready, x.status, x.restarts, x.age) for x in lines]
    return rows(("READY", "STATUS", "RESTARTS", "AGE"), cells, _last(len(cells)))


def _kubectl_note(run: Run, t: float) -> str:
    apart = get_lines.told_apart(run.pod, run.trace, t)
    if apart:
        return apart
    now = get_lines.line_now(run.pod, run.trace, t)
    said = _tr("Asked now, kubectl would print: {line}")
    return said.format(line=f"{now.ready}  {now.status}  {now.restarts}  {now.age}")


def _events(run: Run, t: float) -> Rows:
    lines = events.event_lines(run.pod, run.trace, t)
    cells = [(x.type, x.reason, x.age, x.source, x.message) for x in lines]
    return rows(
        ("TYPE", "REASON", "AGE", "FROM", "MESSAGE"),
        cells,
        frozenset(n for n, x in enumerate(lines) if x.last == t),
    )


def _conditions(run: Run, t: float) -> Rows:
    lines = conditions.condition_lines(run.trace, t)
    cells = [(x.type, x.status, seconds(x.since), x.reason, x.message) for x in lines]
    return rows(
        ("TYPE", "STATUS", "SINCE", "REASON", "MESSAGE"),
        cells,
        frozenset(n for n, x in enumerate(lines) if x.since == t and t > 0),
    )


def _containers(run: Run, t: float) -> Rows:
    lines = containers.container_lines(run.pod, run.trace, t)
    cells = [
        (
            x.name,
            x.kind,
            x.state,
            x.reason,
            "" if x.exit_code is None else str(x.exit_code),
            "true" if x.ready else "false",
            str(x.restarts),
            x.last_state,
        )
        for x in lines
    ]
    return rows(
        ("NAME", "KIND", "STATE", "REASON", "EXIT", "READY", "RESTARTS", "LAST STATE"),
        cells,
        frozenset(n for n, x in enumerate(lines) if x.since == t and t > 0),
    )


def _status(run: Run, t: float) -> Rows:
    lines = status_yaml.status_lines(run.pod, run.trace, t)
    return rows(
        (_tr("status"),),
        [(line.text,) for line in lines],
        frozenset(n for n, line in enumerate(lines) if line.fresh),
    )


def _changes(run: Run, t: float) -> Rows:
    found = changes_of(run.pod, run.trace)
    cells = [(seconds(at), ", ".join(words)) for at, words in found.items()]
    now = [n for n, at in enumerate(found) if at <= t]
    return rows((_tr("TIME"), _tr("WHAT HAPPENS")), cells, frozenset(now[-1:]))


def _as_text(shown: Rows) -> str:
    return "\n".join("\t".join(row) for row in (shown.head, *shown.rows))


TABLES: tuple[Table, ...] = (
    Table(
        "kubectl",
        lambda: "kubectl get -w",
        _kubectl,
        lambda run, t: get_lines.copied(get_lines.kubectl_lines(run.pod, run.trace, t)),
        _kubectl_note,
    ),
    Table(
        "containers",
        lambda: _tr("Containers"),
        _containers,
        lambda run, t: containers.copied(
            containers.container_lines(run.pod, run.trace, t)
        ),
        lambda _run, _t: "",
    ),
    Table(
        "changes",
        lambda: _tr("Changes"),
        _changes,
        lambda run, t: _as_text(_changes(run, t)),
        lambda _run, _t: "",
    ),
    Table(
        "yaml",
        lambda: "YAML",
        _status,
        lambda run, t: status_yaml.copied(
            status_yaml.status_lines(run.pod, run.trace, t)
        ),
        lambda run, _t: left_out(run),
    ),
    Table(
        "events",
        lambda: _tr("Events"),
        _events,
        lambda run, t: events.copied(events.event_lines(run.pod, run.trace, t)),
        lambda _run, _t: "",
    ),
    Table(
        "conditions",
        lambda: _tr("Conditions"),
        _conditions,
        lambda run, t: conditions.copied(conditions.condition_lines(run.trace, t)),
        lambda _run, _t: "",
    ),
)


def left_out(run: Run) -> str:
    """Say what of the manifest, and of a kubelet, is not played."""
    said = list(in_lines(run.pod.left_out))
    always = _tr("±1 s of the kubelet's own rhythm, probe phase, CPU, scheduling")
    return _tr("Not played: {what}.").format(what="; ".join([*said, always]))
