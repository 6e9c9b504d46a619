"""The pod's phase, from the statuses of its containers."""

from __future__ import annotations

from collections.abc import Mapping

from sidecar_viz.pods.deciding.restarting import will_restart
from sidecar_viz.pods.deciding.status import Ended, Phase, Seen
from sidecar_viz.pods.given.pod import Container, Pod


def phase_of(
    pod: Pod,
    seen: Mapping[str, Seen],
    *,
    initialized: bool,
    terminal: bool = False,
) -> Phase:
    """Return the phase (R24 to R28); follows the kubelet's getPhase.

    *initialized*: a regular container was created in this sandbox. *terminal*: the pod
    is at its end, so that nothing is started again whatever the policies say.
    """
    if any(_init_failed(pod, c, seen.get(c.name)) for c in pod.inits):
        return "Failed"
    if any(
        _holds_back(c, seen.get(c.name), initialized=initialized) for c in pod.inits
    ):
        return "Pending"
    regular = [seen.get(c.name) for c in pod.regular]
    if any(one is not None and one.never_ran for one in regular):
        return "Pending"
    if None in regular:
        return "Pending"
    if any(
        seen[c.name].state == "running"
        for c in pod.containers
        if c.counts and c.name in seen
    ):
        return "Running"
    return _after_all(pod, seen, terminal=terminal)


def _ended(one: Seen) -> Ended | None:
    return one.ended if one.state == "terminated" else one.last


def _init_failed(pod: Pod, container: Container, one: Seen | None) -> bool:
    """Return whether an init container failed for good (R24)."""
    if container.kind != "init" or one is None or one.state == "running":
        return False
    end = _ended(one)
    if end is None or end.exit_code == 0:
        return False
    return not will_restart(container, pod, end.exit_code)


def _holds_back(container: Container, one: Seen | None, *, initialized: bool) -> bool:
    """Return whether an entry of the init list keeps the pod pending (R25)."""
    if container.kind == "init":
        return one is None or one.state == "running" or one.never_ran
    if one is not None and one.never_ran:
        return True
    return not initialized and (one is None or _unstarted(one))


def _unstarted(one: Seen) -> bool:
    return one.state == "running" and not one.started


def _after_all(pod: Pod, seen: Mapping[str, Seen], *, terminal: bool) -> Phase:
    """Return the phase when nothing runs (R27): no sidecar's exit code counts (R28)."""
    ends = [(c, _ended(seen[c.name])) for c in pod.regular]
    if not terminal and any(
        end is not None and will_restart(c, pod, end.exit_code) for c, end in ends
    ):
        return "Running"
    if all(end is not None and end.exit_code == 0 for _, end in ends):
        return "Succeeded"
    return "Failed"
