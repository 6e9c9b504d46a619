"""An actor that crashes: what becomes of it on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.core.actor_state import CRACKED, ActorState
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import load_lesson

ROOT = Path(__file__).parents[3]
MOMENTS = 3


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    """Lay out the lesson whose web crashes in the first moment of step 9."""
    return Timeline(load_lesson(ROOT / "lessons" / "init-containers" / "lesson.yaml"))


def web(timeline: Timeline, part: float) -> ActorState:
    """Find how web is at a *part* (0..1) of its crash."""
    return timeline.stage_at(8.0 + part / MOMENTS).actor("web")


def test_the_colour_is_gone_as_soon_as_the_crack_is_through(timeline: Timeline) -> None:
    """Before that it is as it was, but for the word."""
    cracking, cracked = web(timeline, CRACKED / 2), web(timeline, CRACKED * 1.5)

    assert (cracking.life, cracking.word) == (1.0, "Restarting")
    assert (cracked.life, cracked.focus) == (0.0, 0.0)


def test_the_crack_goes_on_to_its_end(timeline: Timeline) -> None:
    """From whole to gone; what it holds and counts stays meanwhile."""
    states = [web(timeline, part / 20) for part in range(1, 20)]

    cracks = [state.crack for state in states]
    assert cracks == sorted(cracks)
    assert 0.0 < cracks[0] < cracks[-1] < 1.0
    assert {state.solidity for state in states} == {1.0}
    assert {state.count for state in states} == {0.0}


def test_an_outline_is_left_and_starts_anew(timeline: Timeline) -> None:
    """After the crash it is a ghost that fills again; at rest all is whole."""
    after = timeline.stage_at(8.0 + 1.02 / MOMENTS).actor("web")
    rest = timeline.rest(9).actor("web")

    assert after.crack == 0.0
    assert after.solidity < 0.1
    assert (rest.crack, rest.solidity, rest.word) == (0.0, 1.0, "Running")


def test_a_crash_without_a_restart_leaves_the_outline() -> None:
    """With its last word, until it changes again."""
    path = ROOT / "lessons" / "init-containers" / "lesson.yaml"
    lesson = load_lesson(path)
    last = lesson.steps[-1]
    crash = next(change for change in last.actors if change.crash)
    steps = (*lesson.steps[:-1], replace(last, actors=(crash,)))

    state = Timeline(replace(lesson, steps=steps)).rest(9).actor("web")

    assert (state.word, state.solidity, state.crack) == ("Restarting", 0.0, 0.0)
