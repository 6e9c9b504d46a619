"""What a bar of the time line says: a long form and a short one."""

from __future__ import annotations

from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.lanes import Bar, ContainerLane, Fill


def words_of(lane: ContainerLane, bar: Bar) -> tuple[str, ...]:
    """Return what a bar says, the longest form first; whoever draws it takes what fits.

    No length is given for what ends only with the picture.
    """
    length = seconds(bar.end - bar.begin)
    forms: dict[Fill, tuple[str, ...]] = {
        "pull": (f"pull {length}", "pull"),
        "back-off": (f"{bar.word}, {seconds(bar.whole)}", seconds(bar.whole)),
        "stopping": _stopping(lane, bar, length),
        "over": (),
    }
    found = forms.get(bar.fill, (bar.word,))
    if bar.fill == "runs" and lane.kind == "init":
        found = f"runs {length}", "runs"
    if bar.fill == "runs" and lane.kind == "sidecar":
        found = "started, runs", "runs"
    goes_on = bar is lane.bars[-1]
    return tuple(form for form in found if not (goes_on and length in form))


def _stopping(lane: ContainerLane, bar: Bar, length: str) -> tuple[str, ...]:
    """Return how long it takes to stop; the signal itself is a flag."""
    killed = any(f.word == "SIGKILL" and f.t == bar.end for f in lane.flags)
    verb = "killed" if killed and bar.word != "SIGKILL" else "ends"
    return f"{verb} after {length}", length, bar.word


def why_it_ended(lane: ContainerLane, t: float) -> str:
    """Return how a process ended at a second, such as "exit 0"; "" if none did."""
    found = next((e for e in lane.exits if e.t == t), None)
    if found is None:
        return ""
    odd = found.reason not in ("Completed", "Error")
    return f"exit {found.code}" + (f", {found.reason}" if odd else "")
