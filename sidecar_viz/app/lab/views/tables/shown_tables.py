"""What each of the lab's tables shows of a run at a second, in Kubernetes' words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.lab.views.tables.rows_model import Rows, rows
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
