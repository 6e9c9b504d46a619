"""Compares a simulation with what was expected of it, in a small language.

phase=Succeeded          status=Completed       ready=2/2     (of the pod)
web state=running        web exit-code=0        web reason=Error
web restarts>=3          web ready=true         web started=true
logger ends-after web    logger starts-before web   (also ends-before, starts-after)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne

from msgspec import Struct

from sidecar_viz.files.reading.problems import meant, shown
from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.deciding.status import Seen, Status
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace

SIGNS: dict[str, Callable[[float, float], bool]] = {
    "=": eq,
    "!=": ne,
    "<=": le,
    ">=": ge,
    "<": lt,
    ">": gt,
}
FACT = re.compile(
    r"(?:(?P<who>[a-z0-9-]+) +)?(?P<what>[a-z-]+)"
    r" *(?P<sign>[!<>]?=|[<>]) *(?P<value>\S+)"
)
ORDER = re.compile(
    r"(?P<who>[a-z0-9-]+) +(?P<what>(?:starts|ends)-(?:after|before))"
    r" +(?P<other>[a-z0-9-]+)"
)
OF_PODS: dict[str, Callable[[Pod, Status], str]] = {
    "phase": lambda _, status: status.phase,
    "reason": lambda _, status: status.reason,
    "ready": lambda pod, status: columns_of(pod, status).ready,
    "status": lambda pod, status: columns_of(pod, status).status,
    "restarts": lambda pod, status: str(columns_of(pod, status).restarts),
}
OF_CONTAINERS: dict[str, Callable[[Seen], str]] = {
    "state": lambda one: one.state,
    "exit-code": lambda one: str(one.ended.exit_code) if one.ended else "none",
    "reason": lambda one: one.ended.reason if one.ended else one.waiting_reason,
    "restarts": lambda one: str(one.restart_count),
    "ready": lambda one: str(one.ready).lower(),
    "started": lambda one: str(one.started).lower(),
}


class ExpectationError(Exception):
    """What was expected cannot be read; the text says why."""


class Expectation(Struct, frozen=True):
    """Something that is expected; *other* is set where two containers are compared."""

    text: str
    what: str
    who: str = ""
    sign: str = "="
    value: str = ""
    other: str = ""


def read_expectation(text: str, pod: Pod) -> Expectation:
    """Read what is expected.

    Raises:
        ExpectationError: it is not of the language, or names what is not there.
    """
    order = ORDER.fullmatch(text.strip())
    if order:
        found = Expectation(text, order["what"], order["who"], other=order["other"])
    else:
        fact = FACT.fullmatch(text.strip())
        if not fact:
            raise ExpectationError(
                f"{shown(text)} is nothing that can be expected; write such as "
                "phase=Succeeded, 'web restarts>=3' or 'logger ends-after web'"
            )
        who = fact["who"] or ""
        found = Expectation(text, fact["what"], who, fact["sign"], fact["value"])
        known = tuple(OF_CONTAINERS if who else OF_PODS)
        if found.what not in known:
            near = meant(found.what, known) or f"; there are {', '.join(known)}"
            raise ExpectationError(f"{shown(text)}: no {shown(found.what)}{near}")
    for name in (found.who, found.other):
        if name and name not in pod.by_name:
            near = meant(name, tuple(pod.by_name))
            raise ExpectationError(
                f"{shown(text)}: the pod has no container {shown(name)}{near}"
            )
    return found


def difference(
    wanted: Expectation, pod: Pod, trace: Trace, at: float | None = None
) -> str:
    """Return what is otherwise than expected, in words; "" if nothing is."""
    if wanted.other:
        return _order_difference(wanted, trace)
    status = trace.status_at(trace.last if at is None else at)
    if wanted.who:
        is_so = OF_CONTAINERS[wanted.what](status.containers[wanted.who])
    else:
        is_so = OF_PODS[wanted.what](pod, status)
    if _holds(is_so, wanted.sign, wanted.value):
        return ""
    who = f"{wanted.who} " if wanted.who else ""
    return f"expected {wanted.text}, but {who}{wanted.what} is {is_so or 'not set'}"


def _holds(is_so: str, sign: str, value: str) -> bool:
    try:
        return SIGNS[sign](float(is_so), float(value))
    except ValueError:
        return (is_so == value) == (sign == "=") if sign in ("=", "!=") else False


def _order_difference(wanted: Expectation, trace: Trace) -> str:
    verb, _, side = wanted.what.partition("-")
    what = verb.removesuffix("s")
    own = _place(trace, wanted.who, what)
    other = _place(trace, wanted.other, what)
    if own is None or other is None:
        never = [
            n for n, at in ((wanted.who, own), (wanted.other, other)) if at is None
        ]
        return f"expected {wanted.text}, but {' and '.join(never)} never {verb}"
    if (own > other) == (side == "after"):
        return ""
    times = [f"{trace.course[at][0]:g} s" for at in (own, other)]
    return (
        f"expected {wanted.text}, but {wanted.who} {verb} at {times[0]}, "
        f"{wanted.other} at {times[1]}"
    )


def _place(trace: Trace, name: str, what: str) -> int | None:
    """Return where in the course a container first starts, or last ends."""
    found = [
        n for n, (_, who, how) in enumerate(trace.course) if (who, how) == (name, what)
    ]
    if not found:
        return None
    return found[0] if what == "start" else found[-1]
