"""Why a container's bar on the time line began, and why it ended."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.pods.asking.reasons.just import cause_of
from sidecar_viz.pods.asking.reasons.said import sentence
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.recorder import Deed, Doing, Trace
from sidecar_viz.pods.running.simulate import LOOP, NOTHING
from sidecar_viz.pods.telling.as_text import seconds

BEGINS: tuple[Deed, ...] = (
    *("begins", "waits", "pull-failed", "pulling", "ends", "signal", "stopping"),
    *("started", "ready", "unready"),
)
"""What begins a bar; of several in one second the first of these."""
ENDS: tuple[Deed, ...] = (
    *("ends", "signal", "stopping", "begins", "pull-failed", "pulling", "waits"),
    *("started", "unready", "ready"),
)
"""What ends a bar, likewise."""


def why_bar(
    pod: Pod, script: Script, trace: Trace, who: str, t: float
) -> tuple[str, str]:
    """Return why the state that a container is in at a second began, and why it ended.

    The second is said for both; what is still to come is told, too.
    """
    scene = Scene(pod, script, trace, t)
    own = [d for d in trace.doings if d.who == who and d.what in BEGINS]
    past = [d for d in own if d.t <= t]
    coming = [d for d in own if d.t > t]
    return _began(scene, past), _ended(scene, coming)


def _began(scene: Scene, past: list[Doing]) -> str:
    if not past:
        return "Since 0 s: it waits for its turn, from the pod's start on."
    group = [d for d in past if d.t == past[-1].t]
    doing = _first(group, BEGINS)
    return f"Since {seconds(doing.t)}: {sentence(_said(scene, doing))}"


def _ended(scene: Scene, coming: list[Doing]) -> str:
    if coming:
        group = [d for d in coming if d.t == coming[0].t]
        doing = _first(group, ENDS)
        return f"At {seconds(doing.t)} {sentence(_inside(_said(scene, doing), doing))}"
    stopped = scene.trace.stopped
    if stopped == NOTHING:
        return "For good: nothing of it will change any more."
    if stopped == LOOP:
        return "The same round goes on for ever."
    return f"Up to {seconds(scene.trace.last)} it stays so."


def _said(scene: Scene, doing: Doing) -> str:
    return cause_of(scene.seen_at(doing.t), doing).said


def _inside(said: str, doing: Doing) -> str:
    """Return what is said as it reads after the second at which it happens."""
    ended, ends = f"{doing.who} has ended", f"{doing.who} ends"
    if said.startswith(ended):
        return ends + said.removeprefix(ended)
    named = said[:1].isupper() and not said[1:2].isupper()
    return said[0].lower() + said[1:] if named else said


def _first(group: Iterable[Doing], order: tuple[Deed, ...]) -> Doing:
    return min(group, key=lambda doing: order.index(doing.what))
