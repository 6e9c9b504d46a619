"""Says how to go on where a simulation stands still, or comes to no end."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import NOTHING, TOO_MUCH

OF_JOBS = ("Job", "CronJob")
LESS = (
    "To be played to its end it needs an earlier until or smaller max-seconds, or "
    "probes with a longer periodSeconds."
)


def hints_of(pod: Pod, trace: Trace) -> Iterator[str]:
    """Yield what a script could say of who runs for ever and holds back the rest.

    That is an init container, or in a Job a regular one (R7, R52). Of what was too
    much to be played, say how it would be less.
    """
    if trace.stopped == TOO_MUCH:
        yield LESS
    if trace.stopped != NOTHING:
        return
    alive: dict[str, bool] = {}
    for _, name, event in trace.course:
        alive[name] = event == "start"
    for container in pod.containers:
        job = container.kind == "regular" and pod.origin in OF_JOBS
        if alive.get(container.name) and (container.kind == "init" or job):
            name = container.name
            yield (
                f"{name} never ends: nothing says that it does. In a script: "
                f"containers: {{{name}: {{run: 5}}}}"
            )
