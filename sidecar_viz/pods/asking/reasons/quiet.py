"""When nothing is waited for: the pod is over, gone, or simply runs."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.said import Why
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.running.simulate import NOTHING, TOO_MUCH
from sidecar_viz.pods.telling.as_text import seconds


def held_by_nothing_any_more(scene: Scene) -> Why | None:
    """The pod has ended, so that nothing can happen (R29, R47)."""
    if scene.gone:
        since = seconds(scene.trace.deleted_at or 0.0)
        said = f"The pod is gone since {since}, so nothing will happen any more."
        more = "Sandbox, last status, volumes, object: they go in this order."
        return Why(said, more, "the end", ("R47",))
    if scene.over:
        phase = scene.status.phase
        said = f"Nothing will happen any more, because the phase {phase} is an end."
        more = "No container starts again. The object stays until somebody deletes it."
        return Why(said, more, "the end", ("R29",))
    return None


def running_on(scene: Scene) -> Why:
    """Say that nothing is held back, and what comes next."""
    running = scene.running()
    names = tuple(c.name for c in running)
    until = next_change(scene)
    said = "All that should run does, and nothing is waited for."
    if len(running) == 1:
        said = f"{names[0]} runs, and nothing is waited for."
    if until is not None:
        more = f"The next change comes at {seconds(until)}."
    elif scene.trace.stopped == NOTHING:
        more = (
            "Nothing will happen any more, unless somebody does something to the pod."
        )
    else:
        more = f"Up to {seconds(scene.trace.last)} nothing else happens."
        if scene.trace.stopped == TOO_MUCH:
            more += " What comes then is more than can be played."
    return Why(said, more, "phase", ("R26",), names, (), until)


def next_change(scene: Scene) -> float | None:
    """Return the next second in which anything changes that is no passed question."""
    trace, t = scene.trace, scene.t
    times = [d.t for d in trace.doings if d.t > t and d.what != "passed"]
    times += [one.t for one in trace.snapshots if one.t > t]
    times += [at for at, _ in trace.actions if at > t]
    return min(times, default=None)
