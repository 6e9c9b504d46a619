"""A container's card at a second: what it is, how it stands, and since when."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Kind, Pod
from sidecar_viz.pods.showing.assumed import on_its_own, until_ready, when_told
from sidecar_viz.pods.showing.facts import facts_of, more_of
from sidecar_viz.pods.showing.lanes import ALIVE, Bar, ContainerLane, Fill
from sidecar_viz.pods.showing.run import Run

PILLS: dict[Fill, str] = {
    "wait": "Waiting",
    "pull": "Pulling",
    "starting": "Running",
    "unready": "Running",
    "runs": "Running",
    "stopping": "Terminating",
}
BAD_WAITS = ("ErrImagePull", "ErrImageNeverPull", "CreateContainerConfigError")


class Progress(Struct, frozen=True):
    """How far something is: seconds *left* of a *whole*."""

    left: float
    whole: float


class Card(Struct, frozen=True):
    """What the card of a container says.

    *look* is the kind whose colour it has, *pill* its state in one word, *turn* its
    place in the order of stopping, *lamps* whether it is started and ready; *facts* has
    the most urgent one first; *guess* is what the script assumes of it. *wait* counts
    down to the next start, *stop* to the end. *touched*: something happens to it at
    this very second. *more* is said where there is room. *left_out* are fields of it
    that are not played. *stops*: its preStop hook runs, and it has had no signal yet.
    *told*: it has had one, or will in its turn, so that the guess says how it ends.
    """

    name: str
    kind: Kind
    look: Kind
    image: str
    fill: Fill
    pill: str
    bad: bool
    turn: int | None
    lamps: tuple[bool, bool] | None
    facts: tuple[str, ...]
    guess: str
    wait: Progress | None = None
    stop: Progress | None = None
    touched: bool = False
    more: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    stops: bool = False
    told: bool = False


def turns_of(pod: Pod) -> dict[str, int]:
    """Return each container's place in the order of stopping (R41, R42)."""
    sidecars = [c.name for c in pod.inits if c.kind == "sidecar"]
    found = {c.name: 1 for c in pod.regular}
    found.update({name: n for n, name in enumerate(reversed(sidecars), start=2)})
    return found


def cards_at(run: Run, t: float) -> dict[str, Card]:
    """Return the card of each container at a second, in list order."""
    turns = turns_of(run.pod)
    return {c.name: _card(run, c, turns.get(c.name), t) for c in run.pod.containers}


def _card(run: Run, container: Container, turn: int | None, t: float) -> Card:
    lane = run.lane[container.name]
    bar = lane.bar_at(t)
    ended = lane.exit_at(t)
    waits = bar.fill == "back-off"
    bad = waits or bar.word in BAD_WAITS
    if bar.fill == "over":
        bad = ended is not None and ended.code != 0
    return Card(
        container.name,
        container.kind,
        lane.look,
        _image(run, container, t),
        bar.fill,
        bar.word if bad else PILLS.get(bar.fill, bar.word),
        bad,
        turn,
        _lamps(container, lane, bar),
        facts_of(run, container, t),
        _guess(run, container, bar, t),
        wait=Progress(bar.end - t, bar.whole) if waits else None,
        stop=_stop(lane, bar, t),
        touched=_touched(lane, bar, t),
        more=more_of(run, container, t),
        left_out=tuple(
            one.field or one.reason
            for one in run.pod.left_out
            if one.where == container.name
        ),
        stops=bar.fill != "stopping"
        and any(h.name == "preStop" and h.begin <= t < h.end for h in lane.hooks),
        told=_told(run, bar, t),
    )


def _image(run: Run, container: Container, t: float) -> str:
    """Return its image at a second: the last one that it was given."""
    set_to = [
        str(done["image"])
        for at, done in run.trace.actions
        if at <= t and "image" in done and done["container"] == container.name
    ]
    return set_to[-1] if set_to else container.image


def _touched(lane: ContainerLane, bar: Bar, t: float) -> bool:
    """Return whether something happens at this second; to wait from 0 on is nothing."""
    if bar.fill == "wait" and bar is lane.bars[0]:
        return False
    return t in (bar.begin, *lane.starts, *(e.t for e in lane.exits))


def _lamps(
    container: Container, lane: ContainerLane, bar: Bar
) -> tuple[bool, bool] | None:
    """Return whether it is started and ready; None for whom that does not count."""
    if not container.counts:
        return None
    if bar.fill == "stopping":
        before = [b for b in lane.bars if b.begin < bar.begin]
        return True, bool(before) and before[-1].fill == "runs"
    return bar.fill in ("unready", "runs"), bar.fill == "runs"


def _stop(lane: ContainerLane, bar: Bar, t: float) -> Progress | None:
    ends = any(e.t == bar.end for e in lane.exits)
    if bar.fill != "stopping" or not ends:
        return None
    return Progress(bar.end - t, bar.end - bar.begin)


def _told(run: Run, bar: Bar, t: float) -> bool:
    """Return whether it is told to stop, or will be, as its pod is deleted."""
    deleting = bar.fill in ALIVE and run.trace.status_at(t).deleting
    return bar.fill == "stopping" or deleting


def _guess(run: Run, container: Container, bar: Bar, t: float) -> str:
    """Say the assumption that counts now."""
    life = run.script.life(container.name)
    if bar.fill in ("starting", "unready"):
        return until_ready(container, life) or on_its_own(life)
    begun = len([s for s in run.lane[container.name].starts if s <= t])
    forever = life.run_of(max(0, begun - 1)).run is None
    grows = life.memory.grows > 0
    if _told(run, bar, t) or (forever and container.kind != "init" and not grows):
        return when_told(life, container.stop_signal)
    return on_its_own(life)
