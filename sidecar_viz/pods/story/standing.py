"""How each container stands on the node, in a word of Kubernetes and its tone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, structs

from sidecar_viz.core.lesson import Tone
from sidecar_viz.pods.deciding.status import Phase
from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.story.changes import Change, ChangeKind

WAITING, RUNNING, COMPLETED = "Waiting", "Running", "Completed"
PULLING, STARTING, NOT_READY = "Pulling image", "Starting", "Not ready"
HOOK, STOPPING, NEVER, GONE = "preStop hook", "Stopping", "Never ran", "Gone"
LONGEST = 18  # characters of a state that are never cut
TONES: dict[str, Tone] = {
    WAITING: "idle",
    PULLING: "starting",
    STARTING: "starting",
    NOT_READY: "warning",
    RUNNING: "active",
    HOOK: "warning",
    STOPPING: "warning",
    COMPLETED: "finished",
    NEVER: "done",
    GONE: "failed",
    "CrashLoopBackOff": "warning",
    "ErrImagePull": "failed",
    "ImagePullBackOff": "failed",
    "ErrImageNeverPull": "failed",
    "PostStartHookError": "failed",
    "OOMKilled": "failed",
}
"""The words for containers that are always the same; others are ends by an error."""


class Standing(Struct, frozen=True):
    """A container's *word*, how often it was started, how many pulls have failed."""

    word: str = WAITING
    starts: int = 0
    failed_pulls: int = 0
    alive: bool = False
    stopping: bool = False

    @property
    def tone(self) -> Tone:
        """The tone of its word."""
        return TONES.get(self.word, "failed")

    @property
    def shown(self) -> tuple[str, int, int]:
        """What of it can be seen in the picture."""
        return self.word, self.restarts, self.failed_pulls

    @property
    def restarts(self) -> int:
        """How often it has been started again."""
        return max(0, self.starts - 1)


Standings = Mapping[str, Standing]

LIVES: dict[ChangeKind, tuple[str, bool]] = {
    "started": (RUNNING, False),
    "ready": (RUNNING, False),
    "unready": (NOT_READY, False),
    "hook": (HOOK, True),
    "hook-over": (RUNNING, True),
    "sigterm": (STOPPING, True),
}
"""The word of one that lives, and whether it is being stopped."""
ENDS: dict[ChangeKind, Callable[[Change], str]] = {
    "ends": lambda change: (
        change.text if change.text in TONES else f"{change.text}, exit {change.code}"
    ),
    "never-ran": lambda _change: NEVER,
    "lost": lambda _change: GONE,
}
"""The word of one that has ended."""


def at_first(pod: Pod) -> Standings:
    """Return how the containers stand before anything has happened."""
    return {container.name: Standing() for container in pod.containers}


def after(pod: Pod, before: Standings, changes: Iterable[Change]) -> Standings:
    """Return how the containers stand after these changes."""
    found = dict(before)
    for change in changes:
        if change.name in found:
            found[change.name] = _after_one(
                pod.by_name[change.name], found[change.name], change
            )
    return found


def _after_one(container: Container, old: Standing, change: Change) -> Standing:
    if change.kind == "starts":
        new = structs.replace(old, word=_begun(container), starts=old.starts + 1)
        return structs.replace(new, alive=True, stopping=False)
    if change.kind in ENDS:
        word = ENDS[change.kind](change)
        return structs.replace(old, word=word, alive=False, stopping=False)
    if old.alive:
        return _living(container, old, change)
    if change.kind == "waits":
        failed = old.failed_pulls + (change.text == "ErrImagePull")
        return structs.replace(old, word=_fitting(change.text), failed_pulls=failed)
    return structs.replace(old, word=PULLING) if change.kind == "pulling" else old


def _living(container: Container, old: Standing, change: Change) -> Standing:
    word, stopping = LIVES.get(change.kind, (old.word, old.stopping))
    if old.stopping and not stopping:
        return old
    if change.kind == "started" and container.readiness is not None:
        word = NOT_READY
    return structs.replace(old, word=word, stopping=stopping)


def _begun(container: Container) -> str:
    if container.startup is not None:
        return STARTING
    return NOT_READY if container.readiness is not None else RUNNING


def _fitting(reason: str) -> str:
    if reason in ("PodInitializing", "ContainerCreating"):
        return WAITING
    return reason if len(reason) <= LONGEST else f"{reason[: LONGEST - 1]}…"


def pod_word(status: str) -> str:
    """Return the pod's STATUS as it has room in a picture."""
    word = status.removeprefix("Init:") if len(status) > LONGEST else status
    return word if len(word) <= LONGEST else f"{word[: LONGEST - 1]}…"


def pod_tone(word: str, phase: Phase) -> Tone:
    """Return the tone of a pod's STATUS; what can still go well is no failure."""
    plain = word.removeprefix("Init:")
    if phase == "Failed":
        return "failed"
    if phase == "Succeeded":
        return "finished"
    if plain in ("Running", "Completed"):
        return "active"
    begins = plain in ("Pending", "PodInitializing", "ContainerCreating")
    return "starting" if begins or "/" in plain else "warning"
