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
)

SOLIDITY: dict[Tone, float] = {
    "idle": 0.0,
    "starting": 0.6,
    "active": 1.0,
    "good": 1.0,
    "warning": 1.0,
    "failed": 0.0,
    "done": 0.0,
}

WORD_TONES: dict[str, Tone] = {
    "active": "active",
    "completed": "good",
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
    "succeeded": "good",
    "terminated": "done",
    "terminating": "warning",
    "unmounted": "done",
    "waiting": "idle",
}


def tone_table(lesson: Lesson) -> dict[str, Tone]:
    """Map each word (in lower case) to its tone; the lesson's own words win."""
    own = {entry.word.lower(): entry.tone for entry in lesson.states}
    return {**WORD_TONES, **own}
