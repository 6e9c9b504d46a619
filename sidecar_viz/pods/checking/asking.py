"""Checks probes and hooks: exactly one handler, and numbers that can be (R13, R23)."""

from __future__ import annotations

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.names import HIGHEST_PORT, NO_PORT, port_name_faults
from sidecar_viz.pods.checking.numbers import not_negative
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.checking.versions import minor

PROBES = ("livenessProbe", "readinessProbe", "startupProbe")
OF_PROBES = ("exec", "httpGet", "tcpSocket", "grpc")
OF_HOOKS = ("exec", "httpGet", "tcpSocket", "sleep")
NUMBERS = (
    *("initialDelaySeconds", "timeoutSeconds", "periodSeconds"),
    *("successThreshold", "failureThreshold"),
)
NOT_FOR_INIT = "may not be set for init containers without restartPolicy=Always"
SIDECARS_ONLY = (
    "An init container runs to its end; with restartPolicy: Always it is a sidecar, "
    "which may have this."
)
SIGNALS = (
    *("SIGABRT", "SIGALRM", "SIGBUS", "SIGCHLD", "SIGCLD", "SIGCONT", "SIGFPE"),
    *("SIGHUP", "SIGILL", "SIGINT", "SIGIO", "SIGIOT", "SIGKILL", "SIGPIPE"),
    *("SIGPOLL", "SIGPROF", "SIGPWR", "SIGQUIT"),
    *("SIGRTMAX", *(f"SIGRTMAX-{n}" for n in range(1, 15))),
    *("SIGRTMIN", *(f"SIGRTMIN+{n}" for n in range(1, 16))),
    *("SIGSEGV", "SIGSTKFLT", "SIGSTOP", "SIGSYS", "SIGTERM", "SIGTRAP", "SIGTSTP"),
    *("SIGTTIN", "SIGTTOU", "SIGURG", "SIGUSR1", "SIGUSR2", "SIGVTALRM", "SIGWINCH"),
    *("SIGXCPU", "SIGXFSZ"),
)
ZERO_GATE = "AllowPodLifecycleSleepActionZeroValue"
ZERO_SLEEP = minor("1.33")  # from here on a hook may sleep for no time at all


def forbid_asking(faults: Faults, container: Spot) -> None:
    """Note the probes and hooks of an init container (R13)."""
    for name in ("lifecycle", *PROBES):
        if container[name].written:
            faults.forbidden(container[name], NOT_FOR_INIT, SIDECARS_ONLY)


def check_probe(faults: Faults, probe: Spot, name: str) -> None:
    """Check one probe; *name* is that of its field."""
    if not probe.written:
        return
    _check_handler(faults, probe, OF_PROBES, None)
    for field in NUMBERS:
        not_negative(faults, probe[field])
    grace = probe["terminationGracePeriodSeconds"]
    if name == "readinessProbe":
        if grace.written:
            why = "must not be set for readinessProbes"
            faults.invalid(grace, why, "Who is not ready is not stopped.")
        return
    if grace.whole is not None and grace.whole <= 0:
        faults.invalid(grace, "must be greater than 0")
    successes = probe["successThreshold"]
    if successes.whole not in (None, 0, 1):
        faults.invalid(
            successes, "must be 1", "Only a readinessProbe may ask for more."
        )


def check_lifecycle(
    faults: Faults, lifecycle: Spot, grace: int | None, os: str
) -> None:
    """Check both hooks and the signal; *grace*: the pod's seconds, *os*: its system."""
    for name in ("postStart", "preStop"):
        if lifecycle[name].written:
            _check_handler(faults, lifecycle[name], OF_HOOKS, grace)
    signal = lifecycle["stopSignal"]
    if not signal.written:
        return
    if not os:
        why = "may not be set for containers with empty `spec.os.name`"
        faults.forbidden(signal, why, "Write os: {name: linux} in the pod's spec.")
    known = ("SIGKILL", "SIGTERM") if os == "windows" else SIGNALS
    if signal.text and signal.text not in known:
        faults.unsupported(signal, known)


def _check_handler(
    faults: Faults, spot: Spot, known: tuple[str, ...], grace: int | None
) -> None:
    found = [name for name in known if spot[name].written]
    if not found:
        plain = f"Write one of {', '.join(known)}."
        faults.required(spot, "must specify a handler type", plain)
    for name in found[1:]:
        why = "may not specify more than 1 handler type"
        faults.forbidden(spot[name], why, f"{found[0]} is there already.")
    for name in found[:1]:
        _check_action(faults, spot[name], name, grace)


def _check_action(faults: Faults, action: Spot, name: str, grace: int | None) -> None:
    if name == "exec" and not any(action["command"].items()):
        faults.required(action["command"])
    if name in ("httpGet", "tcpSocket"):
        _check_port(faults, action["port"])
    if name == "grpc":
        _check_port(faults, action["port"], named=False)
    if name == "sleep" and grace is not None:
        _check_sleep(faults, action, grace)


def _check_port(faults: Faults, port: Spot, *, named: bool = True) -> None:
    if named and port.value == "string":
        for why in port_name_faults(port.text):
            faults.invalid(port, why)
    elif port.value in ("number", "nothing"):
        number = port.whole or 0
        if not 1 <= number <= HIGHEST_PORT:
            faults.invalid(port, NO_PORT, value=str(number))


def _check_sleep(faults: Faults, action: Spot, grace: int) -> None:
    seconds = action["seconds"].whole or 0
    least = 0 if faults.version >= ZERO_SLEEP else 1
    if least <= seconds <= grace:
        return
    low = "non-negative" if not least else "greater than 0"
    why = f"must be {low} and less than terminationGracePeriodSeconds ({grace})"
    if least:
        why = f"{why}. Enable {ZERO_GATE} feature gate for zero sleep."
    plain = "The hook would sleep longer than the grace period lasts."
    faults.invalid(action, why, plain if seconds > grace else "", str(seconds))
