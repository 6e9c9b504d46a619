"""What an answer to "why?" is made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RuleName = Literal[
    "volumes first",
    "image pull",
    "init containers",
    "what gates a start",
    "list order",
    "hooks",
    "probes",
    "readiness",
    "readiness gates",
    "restart policy",
    "back-off",
    "phase",
    "memory",
    "image change",
    "deletion",
    "stop order",
    "grace period",
    "completion",
    "deadline",
    "node",
    "the end",
]
Field = tuple[str, tuple[str, ...]]
"""A line of the manifest: the container ("" is the pod's spec) and the path in it.

An empty path is the container's own entry.
"""

MOST_NAMES = 3  # in one sentence
GRACE: Field = ("", ("terminationGracePeriodSeconds",))
POLICY: Field = ("", ("restartPolicy",))


class Why(Struct, frozen=True):
    """Why something is so.

    *said* is the sentence, *more* the rule behind it, *rules* their numbers. *who*
    names the containers in it, *actor* the one whose bar it is about ("" is the pod),
    *fields* the lines of the manifest that decide it, *until* the second at which it
    is over, None if that is not known or never.
    """

    said: str
    more: str
    rule: RuleName
    rules: tuple[str, ...]
    who: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    until: float | None = None
    actor: str = ""


def listed(names: tuple[str, ...] | list[str]) -> str:
    """Write names as in a sentence: "a", "a and b", "a, b and c", "a, b and 9 more"."""
    *first, last = names
    if len(names) > MOST_NAMES:
        shown = MOST_NAMES - 1
        return f"{', '.join(names[:shown])} and {len(names) - shown} more"
    return f"{', '.join(first)} and {last}" if first else last


def sentence(said: str) -> str:
    """End a sentence; a name at its beginning stays as it is written."""
    return said if said.endswith(".") else f"{said}."
