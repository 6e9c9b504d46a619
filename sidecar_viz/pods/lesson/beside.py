"""What stands beside the stage: the table, the tracker and the flow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from sidecar_viz.core.lesson import (
    Column,
    Flow,
    FlowEdge,
    FlowNode,
    Row,
    Table,
    Tracker,
    TrackerColumn,
    TrackerRow,
)
from sidecar_viz.files.making.pod_words import some_of
from sidecar_viz.pods.deciding.columns import Columns, columns_of
from sidecar_viz.pods.deciding.status import ENDS as PHASES
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.lesson.actors import POD
from sidecar_viz.pods.lesson.cast import Cast
from sidecar_viz.pods.story.beat import Beat
from sidecar_viz.pods.story.changes import ChangeKind
from sidecar_viz.pods.story.naming import listed, seconds, shortened
from sidecar_viz.pods.story.sentences import cell_of

MOST_COLUMNS, LABEL, BOX, CELL = 7, 26, 48, 42
BEGIN, OVER, REGULAR = "begin", "over", "regular"
PREPARES: tuple[ChangeKind, ...] = ("bound", "mounted", "network", "mount-fails")
ENDS: tuple[ChangeKind, ...] = ("phase", "cleared", "gone")
COLUMNS = (
    Column(id="time", label="Time"),
    Column(id="what", label="What happened"),
    Column(id="ready", label="READY", about=(POD,)),
    Column(id="status", label="STATUS", about=(POD,)),
    Column(id="restarts", label="RESTARTS", about=(POD,)),
)


class Page(Struct, frozen=True):
    """A step's id and the beat that it tells."""

    id: str
    beat: Beat

    @property
    def columns(self) -> Columns:
        """What kubectl shows after it."""
        return columns_of(self.beat.pod, self.beat.moment.status)


def table_of(pages: Sequence[Page]) -> Table:
    """Return the table: when, what, and the line that kubectl shows then."""
    rows = (
        Row(id=f"row-{number}", step=page.id, cells=cells_of(page))
        for number, page in enumerate(pages, start=1)
    )
    return Table(columns=COLUMNS, rows=tuple(rows))


def cells_of(page: Page) -> tuple[str, ...]:
    """Return the cells of a step's row."""
    shown = page.columns
    moment = page.beat.moment
    restarts = shown.restarts_at(moment.last)
    return (
        seconds(moment.last),
        cell_of(page.beat),
        shown.ready,
        shortened(shown.status, CELL),
        restarts,
    )


def tracker_of(pod: Pod, cast: Cast, pages: Sequence[Page]) -> Tracker:
    """Return the tracker: the pod and its containers at chosen seconds."""
    chosen = some_of(list(enumerate(page.id for page in pages)), MOST_COLUMNS)
    columns = [TrackerColumn(id="before", label="Start")]
    for place, key in chosen:
        label = seconds(pages[place].beat.moment.last)
        columns.append(TrackerColumn(id=f"after-{place + 1}", label=label, after=key))
    rows = [TrackerRow(id="t-pod", label="Pod", actor=POD)]
    for container in pod.containers:
        key = cast.ids[container.name]
        label = shortened(container.name, LABEL)
        rows.append(TrackerRow(id=f"t-{key}"[:60], label=label, actor=key))
    return Tracker(heading="Container", columns=tuple(columns), rows=tuple(rows))


def flow_of(pod: Pod, cast: Cast, runs: Sequence[Sequence[Beat]]) -> Flow:
    """Return the flow: who starts after whom, and who stops after whom, in any run."""
    reached = {box for run in runs for beat in run for box in lit_by(pod, cast, beat)}
    boxes = [*_starts(pod, cast)]
    if any(run[-1].ending for run in runs if run):
        boxes += _stops(pod, cast)
    if OVER in reached:
        boxes.append((OVER, "The pod is over"))
    nodes = tuple(
        FlowNode(
            id=key, label=label[:BOX], kind="box" if key in reached else "optional"
        )
        for key, label in boxes
    )
    edges = tuple(
        FlowEdge(source=one.id, target=other.id) for one, other in pairwise(nodes)
    )
    return Flow(nodes=nodes, edges=edges)


def lit_by(pod: Pod, cast: Cast, beat: Beat) -> tuple[str, ...]:
    """Return the boxes that are lit while a beat is told."""
    return tuple(dict.fromkeys(_lit(pod, cast, beat)))


def _starts(pod: Pod, cast: Cast) -> Iterator[tuple[str, str]]:
    yield BEGIN, "The pod gets its volumes and its network"
    for container in pod.inits:
        name = shortened(container.name, 24)
        ends = "runs to its end" if container.kind == "init" else "is started"
        yield f"start-{cast.ids[container.name]}", f"{name} {ends}"
    if pod.regular:
        yield f"start-{REGULAR}", f"{_regular(pod)} {_verb(pod, 'start')}"


def _stops(pod: Pod, cast: Cast) -> Iterator[tuple[str, str]]:
    if pod.regular:
        yield f"stop-{REGULAR}", f"{_regular(pod)} {_verb(pod, 'stop')}"
    for container in reversed(pod.inits):
        if container.kind == "sidecar":
            name = shortened(container.name, 24)
            yield f"stop-{cast.ids[container.name]}", f"{name} stops"


def _regular(pod: Pod) -> str:
    return listed([shortened(c.name, 14) for c in pod.regular])


def _verb(pod: Pod, word: str) -> str:
    return word if len(pod.regular) > 1 else f"{word}s"


def _lit(pod: Pod, cast: Cast, beat: Beat) -> Iterator[str]:
    for change in beat.moment.changes:
        if change.kind in PREPARES:
            yield BEGIN
        elif change.kind in ENDS and change.status.phase in PHASES:
            yield OVER
        elif change.name in cast.ids:
            yield from _box_of(pod, cast, beat, change.name)


def _box_of(pod: Pod, cast: Cast, beat: Beat, name: str) -> Iterator[str]:
    container = pod.by_name[name]
    if container.kind == "ephemeral":
        return
    stops = beat.ending and container.kind != "init"
    key = REGULAR if container.kind == "regular" else cast.ids[name]
    yield f"{'stop' if stops else 'start'}-{key}"
