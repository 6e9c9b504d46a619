"""What the clock of the grace says: who may still run for how long, and who is over."""

from __future__ import annotations

from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.lanes import ContainerLane
from sidecar_viz.pods.showing.run import Run


def end_said(run: Run, begin: float, end: float, floor: float) -> tuple[str, str]:
    """Say what happens at the *end* of a grace, and for whom *floor* s come after it.

    Who gets its SIGTERM less than that before the end has them (R44, R48).
    """
    stops = [
        (lane, bar)
        for lane in run.lanes
        for bar in lane.bars
        if bar.fill == "stopping" and bar.begin >= begin
    ]
    late = [(lane, bar) for lane, bar in stops if bar.begin > end - floor]
    if end <= begin:
        return "", f"{seconds(floor)} for all, then SIGKILL"
    if late:
        killed = [
            lane for lane, bar in stops if bar.begin <= end - floor and bar.end >= end
        ]
        kill = f"SIGKILL for {_names(killed)}" if killed else "grace is over"
        more = seconds(round(max(bar.begin for _, bar in late) + floor - end, 2))
        names = _names([lane for lane, _ in late])
        return f"{seconds(end)}: {kill}", f"{more} more for {names}"
    more = f"{seconds(floor)} more for"
    if any(lane.kind == "sidecar" for lane in run.lanes):
        kill = f"{seconds(end)}: SIGKILL for all that have had SIGTERM"
        return kill, f"{more} sidecars"
    kill = f"{seconds(end)}: SIGKILL for all that still run"
    return kill, f"{more} a late SIGTERM"


def left_said(run: Run, t: float, end: float, floor: float) -> str:
    """Say how long who is being stopped now may still take; "" if nobody is."""
    kills: dict[float, list[ContainerLane]] = {}
    for lane in run.lanes:
        bar = lane.bar_at(t)
        if bar.fill == "stopping" and t < bar.end:
            kills.setdefault(max(end, bar.begin + floor), []).append(lane)
    if not kills:
        return ""
    first = min(kills)
    left = seconds(round(first - t, 2))
    return f"{_names(kills[first])}: SIGKILL in {left} at the latest"


def _names(lanes: list[ContainerLane]) -> str:
    """Name the first one, and count the others."""
    others = f" and {len(lanes) - 1} more" if len(lanes) > 1 else ""
    return f"{lanes[0].name}{others}"
