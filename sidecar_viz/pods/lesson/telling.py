"""Makes the lesson of a simulation: every moment of it is a step."""

from __future__ import annotations

from collections.abc import Sequence

from sidecar_viz.core.lesson import (
    ExitNote,
    Lesson,
    Sample,
    Start,
    StateWord,
    Step,
    WhatIfStep,
)
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.lesson.asking import questions_of
from sidecar_viz.pods.lesson.beside import Page, flow_of, lit_by, table_of, tracker_of
from sidecar_viz.pods.lesson.cast import Cast, cast_of
from sidecar_viz.pods.lesson.other_runs import other_runs
from sidecar_viz.pods.lesson.picture import Painter, Picture, focus_of
from sidecar_viz.pods.lesson.told import Told, moments_to_tell
from sidecar_viz.pods.lesson.volumes import WORDS
from sidecar_viz.pods.lesson.what_ifs import what_if
from sidecar_viz.pods.story.beat import beats_of
from sidecar_viz.pods.story.listing import SAMPLE
from sidecar_viz.pods.story.naming import bold, shortened
from sidecar_viz.pods.story.remarks import lines_for, notes_of, reality_of
from sidecar_viz.pods.story.sentences import (
    caption_of,
    description_of,
    say_of,
    standing_words,
    title_of,
)
from sidecar_viz.pods.story.standing import TONES, at_first

TITLE, MOST_FOCUS = 60, 4


def lesson_of(told: Told, name: str, stops: Sequence[float] = ()) -> Lesson:
    """Return the lesson called *name* of a simulation, in format 2.

    With *stops*, what happens between two of these seconds is one step.
    """
    pod = told.pod
    beats = beats_of(pod, moments_to_tell(told, stops))
    others = other_runs(told, stops, beats)
    runs = (beats, *(other.beats for other in others))
    cast = cast_of(pod, runs, told.listing)
    pages = [Page(f"step-{n}", beat) for n, beat in enumerate(beats, start=1)]
    painter = Painter(cast, beats)
    steps = tuple(_step(told, cast, page, painter.picture(page.beat)) for page in pages)
    what_ifs = tuple(what_if(told, cast, pages, other) for other in others)
    return Lesson(
        format=2,
        id=name,
        title=shortened(f"{pod.origin} {pod.name}", TITLE),
        subject="Kubernetes",
        category="devops",
        minutes=max(3, min(60, len(steps))),
        opens="table",
        states=(
            *_states(cast, (*steps, *(p for w in what_ifs for p in w.steps))),
            *(WORDS if pod.volumes else ()),
        ),
        actors=cast.actors,
        links=cast.links,
        flow=flow_of(pod, cast, runs),
        samples=_samples(told),
        table=table_of(pages),
        start=_start(pod),
        steps=steps,
        tracker=tracker_of(pod, cast, pages),
        exit_note=ExitNote(text=f"{told.trace.stopped.capitalize()}."),
        quiz=tuple(questions_of(cast, pages)),
        what_ifs=what_ifs,
    )


def _states(cast: Cast, steps: Sequence[Step | WhatIfStep]) -> list[StateWord]:
    """List the words of containers that are used, with their tones."""
    used = {actor.state for actor in cast.actors}
    for step in steps:
        used |= {change.state for change in step.actors if change.state}
        used |= {
            s.receiver.state for s in step.sends if s.receiver and s.receiver.state
        }
    return [
        StateWord(word=word, tone=tone) for word, tone in TONES.items() if word in used
    ]


def _samples(told: Told) -> tuple[Sample, ...]:
    return (
        Sample(
            id=SAMPLE,
            title="Manifest",
            language="yaml",
            text=told.listing.text,
            caption=f"Played as Kubernetes {told.version} would.",
        ),
    )


def _start(pod: Pod) -> Start:
    count = len(pod.containers)
    many = "containers" if count > 1 else "container"
    return Start(
        caption=f"The pod {bold(pod.name)} has {count} {many}. Nothing runs yet.",
        say="Start. Nothing runs yet.",
        describe=f"The empty outline of a pod. {standing_words(at_first(pod))}"[:700],
        notes="Ask in which order the containers will start, and what decides it.",
    )


def _step(told: Told, cast: Cast, page: Page, picture: Picture) -> Step:
    beat = page.beat
    shown = page.columns
    moments = max(
        (one.moment for part in (picture.actors, picture.sends) for one in part),
        default=1,
    )
    return Step(
        id=page.id,
        title=title_of(beat),
        caption=caption_of(beat),
        say=say_of(beat),
        describe=description_of(beat, shown.ready, shown.status),
        notes=notes_of(beat),
        in_reality=reality_of(told.pod, beat),
        flow=lit_by(told.pod, cast, beat),
        focus=focus_of(cast, beat, picture),
        lines=told.listing.lines_of(*lines_for(beat)),
        seconds=min(6.0, round(1.0 + 0.8 * moments, 1)),
        actors=picture.actors,
        links=picture.links,
        sends=picture.sends,
    )
