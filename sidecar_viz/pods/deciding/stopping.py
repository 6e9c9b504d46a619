"""In which order containers stop, and how much of the grace period each one gets."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.pods.given.pod import Container, Pod

LEAST_GRACE = 2  # seconds between SIGTERM and SIGKILL, however little is left


def waits_for(pod: Pod, name: str, running: Iterable[str]) -> tuple[str, ...]:
    """Return who of those *running* must have ended before a container's turn.

    Only sidecars wait: for all regular containers, and for the next later sidecar that
    runs (R41, R42). Follows newTerminationOrdering.
    """
    if pod.by_name[name].kind != "sidecar":
        return ()
    still = set(running)
    regular = tuple(c.name for c in pod.regular if c.name in still)
    sidecars = [c.name for c in pod.inits if c.kind == "sidecar"]
    later = [n for n in sidecars[sidecars.index(name) + 1 :] if n in still]
    return regular + tuple(later[:1])


def left_of(grace: int, waited: float) -> int:
    """Return what is left of a *grace* after waiting, in whole seconds (R44)."""
    return grace - int(waited)


def until_kill(grace: int) -> int:
    """Return the seconds from SIGTERM to SIGKILL (R44, R48)."""
    return max(LEAST_GRACE, grace)


def grace_for(container: Container, pod: Pod, why: str) -> int:
    """Return the seconds that a kill for this reason gives (R21)."""
    probe = None
    if why == "failed liveness probe":
        probe = container.liveness
    elif why == "failed startup probe":
        probe = container.startup
    return pod.grace if probe is None or probe.grace is None else probe.grace
