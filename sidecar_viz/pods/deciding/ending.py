"""The last status of a pod, when nothing of it runs any more."""

from __future__ import annotations

from collections.abc import Mapping

from sidecar_viz.pods.deciding.phase import phase_of
from sidecar_viz.pods.deciding.status import ENDS, Ended, Phase, Seen
from sidecar_viz.pods.given.pod import Pod

LOST = Ended(137, "ContainerStatusUnknown", 0.0)


def end_status(
    pod: Pod, seen: Mapping[str, Seen], *, initialized: bool
) -> tuple[dict[str, Seen], Phase]:
    """Return the containers' last statuses, and the phase: an end (R27, R30).

    Who never ran stays waiting if the init list was not done; else it counts as failed.
    Follows the status manager's TerminatePod.
    """
    last = dict(seen)
    if was_initialized(pod, seen):
        for container in (*pod.inits, *pod.regular):
            one = seen[container.name]
            if one.state == "waiting":
                last[container.name] = Seen(
                    "terminated", ended=LOST, restart_count=one.restart_count
                )
    phase = phase_of(pod, last, initialized=initialized, terminal=True)
    return last, phase if phase in ENDS else "Failed"


def was_initialized(pod: Pod, seen: Mapping[str, Seen]) -> bool:
    """Return whether the init list was done at some time."""
    if not pod.inits:
        return True
    if any(not seen[c.name].never_ran for c in pod.regular):
        return True
    last = pod.inits[-1]
    one = seen[last.name]
    if last.kind == "sidecar":
        return one.state == "running" and one.started
    end = one.ended or one.last
    return end is not None and end.exit_code == 0
