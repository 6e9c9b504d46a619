"""The tones of states' words, and how solid they make an actor look."""

from __future__ import annotations

from sidecar_viz.core.lesson import Lesson, Tone

TONES: tuple[Tone, ...] = (
    "idle",
    "starting",
    "active",
    "good",
    "warning",
    "failed",
    "done",
    "finished",
)

SOLIDITY: dict[Tone, float] = {
    "idle": 0.0,
    "starting": 0.6,
    "active": 1.0,
    "good": 1.0,
    "warning": 1.0,
    "failed": 0.0,
    "done": 1.0,
    "finished": 1.0,
}
"""How solid (0..1) each tone looks: what is not there yet is a dashed outline."""

LIVELINESS: dict[Tone, float] = {
    **dict.fromkeys(TONES, 1.0),
    "done": 0.0,
    "finished": 0.3,
}
"""How much (0..1) of its colour an actor has: what has stopped is grey."""

DEAD: frozenset[Tone] = frozenset({"idle", "failed", "done", "finished"})
"""The tones of what does nothing: no link to it is open."""

WORD_TONES: dict[str, Tone] = {
    "active": "active",
    "completed": "finished",
    "denied": "failed",
    "done": "done",
    "failed": "failed",
    "idle": "idle",
    "inactive": "idle",
    "initializing": "starting",
    "mounted": "active",
    "not mounted": "idle",
    "not started": "idle",
    "off": "idle",
    "on": "active",
    "open": "active",
    "pending": "starting",
    "ready": "good",
    "receiving": "active",
    "running": "active",
    "starting": "starting",
    "stopped": "done",
    "stopping": "warning",
    "succeeded": "finished",
    "terminated": "done",
    "terminating": "warning",
    "unmounted": "done",
    "waiting": "idle",
}


def tone_table(lesson: Lesson) -> dict[str, Tone]:
    """Map each word (in lower case) to its tone; the lesson's own words win."""
    own = {entry.word.lower(): entry.tone for entry in lesson.states}
    return {**WORD_TONES, **own}
