"""A pod's status as the API shows it, at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Phase = Literal["Pending", "Running", "Succeeded", "Failed"]
Verdict = tuple[str, str, str]
"""A condition: status, reason and message."""

ENDS: tuple[Phase, ...] = ("Succeeded", "Failed")
CONFIG_ERROR = "CreateContainerConfigError"
INITIALIZING, CREATING = "PodInitializing", "ContainerCreating"


class Ended(Struct, frozen=True):
    """How a process ended; *at* in seconds."""

    exit_code: int
    reason: str
    at: float


class Seen(Struct, frozen=True):
    """One container's status."""

    state: Literal["waiting", "running", "terminated"] = "waiting"
    ended: Ended | None = None
    waiting_reason: str = ""
    restart_count: int = 0
    ready: bool = False
    started: bool = False
    last: Ended | None = None
    waiting_message: str = ""

    @property
    def never_ran(self) -> bool:
        """Whether it waits and has not ended before."""
        return self.state == "waiting" and self.last is None


class Status(Struct, frozen=True):
    """The pod's status; *reason* is its own, such as DeadlineExceeded."""

    phase: Phase
    deleting: bool
    conditions: Mapping[str, Verdict]
    containers: Mapping[str, Seen]
    reason: str = ""
