"""The breaks that there are, each with its word and what can be chosen with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from sidecar_viz.pods.given.script import Action

BreakId = Literal[
    "exit",
    "kill",
    "oom",
    "hang",
    "not-ready",
    "ready-again",
    "slow-start",
    "bad-image",
    "mend-image",
    "new-image",
    "slow-hook",
    "failing-hook",
    "delete",
    "delete-now",
    "missing-object",
    "object-again",
    "evict",
    "node-reboot",
    "kubelet-restart",
]
OF_CONTAINERS: tuple[BreakId, ...] = (
    *("exit", "kill", "oom", "hang", "not-ready", "ready-again", "slow-start"),
    *("bad-image", "mend-image", "new-image", "slow-hook", "failing-hook"),
)
OF_PODS: tuple[BreakId, ...] = (
    *("delete", "delete-now", "missing-object", "object-again", "evict"),
    *("node-reboot", "kubelet-restart"),
)
WORDS: Mapping[BreakId, str] = {
    "exit": "exits with",
    "kill": "kill −9",
    "oom": "OOM killed",
    "hang": "hangs",
    "not-ready": "not ready",
    "ready-again": "ready again",
    "slow-start": "slow start",
    "bad-image": "bad image",
    "mend-image": "image is mended",
    "new-image": "new image",
    "slow-hook": "slow preStop hook",
    "failing-hook": "failing hook",
    "delete": "delete, grace",
    "delete-now": "delete, grace 0",
    "missing-object": "ConfigMap or Secret is missing",
    "object-again": "ConfigMap or Secret is there again",
    "evict": "evict",
    "node-reboot": "node reboots",
    "kubelet-restart": "kubelet restarts",
}
USUAL: Mapping[BreakId, int] = {"exit": 1, "slow-start": 30, "slow-hook": 60}
"""What is chosen unless told: an exit code, seconds."""


class Break(Struct, frozen=True):
    """Something that can be done to a pod at one second.

    *who* is the container, None for the pod. *takes_hold* is the second at which it
    does, "now", or None if it has no effect: then *no_effect* says why, and it can be
    tried all the same. *effect* says what will change. *value* is what is chosen
    unless told: an exit code, or seconds; None if there is nothing to choose.
    """

    id: BreakId
    word: str
    who: str | None
    takes_hold: float | Literal["now"] | None
    effect: str
    no_effect: str
    actions: tuple[Action, ...]
    value: int | None = None
