"""The bundled lessons and the simulator hold each other: both tell the same course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import pytest

from sidecar_viz.core.lesson import Actor, ActorChange, Lesson, Step
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.changes import Change, changes_of_trace
from sidecar_viz.pods.story.listing import read_listing

LESSONS = Path(__file__).parents[3] / "lessons"
ENDING = ".simulation.yaml"
SCRIPTS = sorted(LESSONS.glob(f"*/*{ENDING}"))
Event = Literal["starts", "sigterm", "ends", "waits", "Running", "Succeeded"]
SIMPLER = {("sidecar", "pod", "Running"): "main-starts"}
"""What a lesson shows too early, with the step whose in-reality says so."""
BEGINS, STOPS, WAITS = ("Running",), ("Stopping",), ("Back-off",)
ENDS = ("Completed", "Stopped", "Exit code 1", "Restarting")


class Happening(NamedTuple):
    """An event of a container or of the pod, as an actor; *when* it is."""

    when: tuple[float, float]
    who: str
    event: Event


def course_of_lesson(lesson: Lesson, cast: dict[str, Actor]) -> Iterator[Happening]:
    """Yield what happens in a lesson to those who are in the *cast*, by actor's id."""
    alive: set[str] = set()
    for number, step in enumerate(lesson.steps):
        for change in sorted(step.actors, key=lambda change: change.moment):
            actor = cast.get(change.id)
            if actor is None or change.state is None:
                continue
            event = of_pod(change) if actor.kind == "pod" else seen(change, alive)
            if event is not None:
                yield Happening((number, change.moment), change.id, event)


def of_pod(change: ActorChange) -> Event | None:
    """Return the phase that a pod's state is."""
    if change.state == "Running":
        return "Running"
    return "Succeeded" if change.state == "Succeeded" else None


def seen(change: ActorChange, alive: set[str]) -> Event | None:
    """Return what a container's new state tells; a word of its work tells nothing."""
    if change.state in BEGINS and change.id not in alive:
        alive.add(change.id)
        return "starts"
    if change.state in ENDS and change.id in alive:
        alive.discard(change.id)
        return "ends"
    if change.state in STOPS:
        return "sigterm"
    return "waits" if change.state in WAITS else None


def course_of_trace(
    changes: tuple[Change, ...], ids: dict[str, str], pod: str
) -> Iterator[Happening]:
    """Yield what happens in a trace, by the ids of the lesson's actors."""
    for number, change in enumerate(changes):
        when = (change.t, number)
        match change.kind:
            case "starts" | "ends" | "sigterm":
                yield Happening(when, ids[change.name], change.kind)
            case "waits" if change.text == "CrashLoopBackOff":
                yield Happening(when, ids[change.name], "waits")
            case "phase" if change.text == "Running":
                yield Happening(when, pod, "Running")
            case "phase" if change.text == "Succeeded":
                yield Happening(when, pod, "Succeeded")
            case _:
                pass


def numbered(course: Iterator[Happening]) -> dict[tuple[str, Event, int], Happening]:
    """Give every event its number among those of its kind and container."""
    found: dict[tuple[str, Event, int], Happening] = {}
    for one in course:
        number = sum(key[:2] == (one.who, one.event) for key in found)
        found[one.who, one.event, number] = one
    return found


def at_line(cast: dict[str, Actor], line: int) -> str:
    """Return the container whose lines have this one among them."""
    (found,) = (
        key
        for key, actor in cast.items()
        if actor.kind == "container"
        if actor.lines[0].first <= line <= actor.lines[0].last
    )
    return found


@pytest.mark.parametrize(
    "path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_a_lesson_has_the_order_of_its_simulation(path: Path) -> None:
    """Whatever comes after something else in the lesson does so in the trace.

    The lesson shows each start and each end that there is.
    """
    lesson = load_lesson(path.parent / "lesson.yaml")
    sample = path.name.removesuffix(ENDING)
    text = next(one.text for one in lesson.samples if one.id == sample)
    pod = read_pod(text.encode("utf-8"), sample)
    listing = read_listing(text.encode("utf-8"), sample)
    script = read_script(path.read_bytes(), path.name, pod)
    cast = {
        actor.id: actor
        for actor in lesson.actors
        if actor.kind in ("container", "pod") and actor.lines[0].sample == sample
    }
    ids = {name: at_line(cast, listing.parts[name, ""].first) for name in pod.by_name}
    (frame,) = (key for key, actor in cast.items() if actor.kind == "pod")

    trace = simulate(pod, script)
    changes = changes_of_trace(pod, script, trace)
    played = numbered(course_of_trace(changes, ids, frame))
    shown = numbered(course_of_lesson(lesson, cast))

    assert set(shown) <= set(played)
    both = ("starts", "ends")
    assert {k for k in shown if k[1] in both} == {k for k in played if k[1] in both}
    told = {k: v for k, v in shown.items() if (path.parent.name, *k[:2]) not in SIMPLER}
    for key, one in told.items():
        for other, before in told.items():
            if before.when < one.when:
                assert played[other].when < played[key].when, (other, key)


@pytest.mark.parametrize("where", SIMPLER)
def test_where_a_lesson_is_simpler_it_says_so(where: tuple[str, str, str]) -> None:
    """The step that shows something too early has a word on how it really is."""
    lesson = load_lesson(LESSONS / where[0] / "lesson.yaml")
    step: Step = next(s for s in lesson.steps if s.id == SIMPLER[where])
    assert "only once all of them have been started" in step.in_reality


def test_every_bundled_lesson_is_played() -> None:
    """Each has a script for a manifest of its own."""
    assert {path.parent.name for path in SCRIPTS} == {
        path.parent.name for path in LESSONS.glob("*/lesson.yaml")
    }
