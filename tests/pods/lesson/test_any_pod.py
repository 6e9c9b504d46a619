"""What must hold for the lesson of every pod and every script."""

from __future__ import annotations

from hypothesis import given, settings

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.making.lesson_text import lesson_text
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Life, Script
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.lesson.told import Told
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.listing import Listing
from tests.pods.running.test_properties import STORIES


def told(pod: Pod, lives: list[Life], done: tuple[Action, ...]) -> Told:
    """Play a made-up pod for four minutes at most."""
    named = dict(zip((c.name for c in pod.containers), lives, strict=False))
    script = Script(containers=named, actions=done, max_seconds=240)
    trace = simulate(pod, script)
    return Told(pod, script, trace, Listing("kind: Pod", {}), "1.36")


@settings(deadline=None, max_examples=30)
@given(**STORIES)
def test_the_lesson_of_any_pod_is_sound(
    pod: Pod, lives: list[Life], done: tuple[Action, ...]
) -> None:
    """Its file is read as the same lesson, and `check` finds nothing."""
    made = lesson_of(told(pod, lives, done), "it")
    read = read_lesson_file(lesson_text(made).encode("utf-8"), "it")
    assert read.lesson == made
    assert check_lesson(made, read.document.place) == ()


@settings(deadline=None, max_examples=30)
@given(**STORIES)
def test_who_has_ended_is_told_so(
    pod: Pod, lives: list[Life], done: tuple[Action, ...]
) -> None:
    """At the end of the lesson containers run in the picture who run in the trace."""
    given_ = told(pod, lives, done)
    alive: set[str] = set()
    for _, name, event in given_.trace.course:
        (alive.add if event == "start" else alive.discard)(name)
    assert {
        name for name in pod.by_name if runs(lesson_of(given_, "it"), name)
    } == alive


def runs(made: Lesson, name: str) -> bool:
    """Return whether a container lives in the last picture."""
    word = course_of(made).outcomes[-1].actors[name].word
    return word in ("Running", "Starting", "Not ready", "Stopping", "preStop hook")
