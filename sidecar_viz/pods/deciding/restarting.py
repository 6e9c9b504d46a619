"""Whether a container that has ended is started again, and how long that waits."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Pod, Policy

FIRST_WAIT, LONGEST_WAIT = 10.0, 300.0  # seconds
FIRST_MOUNT_WAIT, LONGEST_MOUNT_WAIT = 0.5, 122.0  # seconds
CONFIG_WAIT = 10.0  # seconds until a pass is tried again that ended in an error
FORGOTTEN = 600.0  # seconds after the last step, when the series begins anew


def policy_of(container: Container, pod: Pod) -> Policy:
    """Return the policy that counts for it: its own, else the pod's (R15, R17, R18).

    To an init container, Always means OnFailure: it is never run again after success
    (R16).
    """
    if container.kind == "sidecar":
        return "Always"
    if container.kind == "ephemeral":
        return "Never"
    policy = container.policy or pod.policy
    if container.kind == "init" and policy == "Always":
        return "OnFailure"
    return policy


def will_restart(container: Container, pod: Pod, exit_code: int) -> bool:
    """Return whether it is started again after this exit (R15 to R18).

    Of the rules on exit codes, the first that fits decides; follows the kubelet's
    ShouldContainerBeRestarted.
    """
    if container.kind != "sidecar" and any(r.fits(exit_code) for r in container.rules):
        return True
    policy = policy_of(container, pod)
    return policy == "Always" or (policy == "OnFailure" and exit_code != 0)


def restarts_all(container: Container, exit_code: int) -> bool:
    """Return whether this exit starts the whole pod anew (R18)."""
    first = next((rule for rule in container.rules if rule.fits(exit_code)), None)
    return first is not None and first.action == "RestartAllContainers"


def restarts_after_kill(container: Container, pod: Pod) -> bool:
    """Return whether it is started again when a probe had it killed (R21)."""
    return policy_of(container, pod) != "Never" or bool(container.rules)


def next_mount_wait(wait: float) -> float:
    """Return the seconds until a mount is tried again: 0.5, 1, 2 ... 122 (R2)."""
    return min(LONGEST_MOUNT_WAIT, 2 * wait) if wait else FIRST_MOUNT_WAIT


class Waits(Struct, frozen=True):
    """A back-off: how long the next start waits, and when the last step was."""

    seconds: float
    stepped: float

    def forgotten(self, at: float) -> bool:
        """Return whether an end *at* this second begins the series anew (R19)."""
        return at - self.stepped > FORGOTTEN


def wait_until(waits: Waits | None, ended: float) -> float:
    """Return the second at which a start may be tried after an end (R19, R20)."""
    if waits is None or waits.forgotten(ended):
        return ended
    return ended + waits.seconds


def stepped(waits: Waits | None, ended: float, now: float) -> Waits:
    """Return the back-off after a start at *now*: doubled, or begun anew (R19)."""
    if waits is None or waits.forgotten(ended):
        return Waits(FIRST_WAIT, now)
    return Waits(min(LONGEST_WAIT, 2 * waits.seconds), now)
