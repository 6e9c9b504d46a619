"""Makes the lesson of a simulation: every moment of it is a step."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sidecar_viz.core.lesson import (
    ExitNote,
    Lesson,
    Lines,
    Sample,
    Start,
    StateWord,
    Step,
)
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.lesson.actors import POD
from sidecar_viz.pods.lesson.beside import Page, chart_of, table_of, tracker_of
from sidecar_viz.pods.lesson.cast import Cast, cast_of
from sidecar_viz.pods.lesson.picture import Painter, Picture, ids_of, named_in
from sidecar_viz.pods.lesson.volumes import WORDS
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.story.beat import beats_of
from sidecar_viz.pods.story.changes import changes_of_trace
from sidecar_viz.pods.story.listing import SAMPLE, Listing
from sidecar_viz.pods.story.moments import Moment, moments_of, stopped_at
from sidecar_viz.pods.story.naming import bold, plain, shortened
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


class Told(Struct, frozen=True):
    """A simulation to be told: what was played, and the text of the manifest."""

    pod: Pod
    script: Script
    trace: Trace
    listing: Listing
    version: str


def moments_to_tell(told: Told, stops: Sequence[float] = ()) -> tuple[Moment, ...]:
    """Return the moments of a simulation; with *stops*, one up to each of them."""
    changes = changes_of_trace(told.pod, told.script, told.trace)
    if stops:
        return stopped_at(told.pod, changes, stops)
    return moments_of(told.pod, changes)


def lesson_of(told: Told, name: str, stops: Sequence[float] = ()) -> Lesson:
    """Return the lesson called *name* of a simulation, in format 2.

    With *stops*, what happens between two of these seconds is one step.
    """
    pod = told.pod
    beats = beats_of(pod, moments_to_tell(told, stops))
    cast = cast_of(pod, beats, told.listing)
    chart = chart_of(pod, cast, beats)
    pages = [Page(key, beat) for key, beat in zip(_ids(len(beats)), beats, strict=True)]
    painter = Painter(cast, beats)
    steps = tuple(
        _step(told, cast, page, painter.picture(page.beat), lit)
        for page, lit in zip(pages, chart.lit, strict=True)
    )
    return Lesson(
        format=2,
        id=name,
        title=shortened(f"{pod.origin} {pod.name}", TITLE),
        subject="Kubernetes",
        category="devops",
        minutes=max(3, min(60, len(steps))),
        opens="table",
        states=(*_states(cast, steps), *(WORDS if pod.volumes else ())),
        actors=cast.actors,
        links=cast.links,
        flow=chart.flow,
        samples=_samples(told),
        table=table_of(pages),
        start=_start(pod),
        steps=steps,
        tracker=tracker_of(pod, cast, pages),
        exit_note=ExitNote(text=f"{told.trace.stopped.capitalize()}."),
    )


def _ids(count: int) -> list[str]:
    return [f"step-{number}" for number in range(1, count + 1)]


def _states(cast: Cast, steps: Sequence[Step]) -> list[StateWord]:
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


def _step(
    told: Told, cast: Cast, page: Page, picture: Picture, lit: tuple[str, ...]
) -> Step:
    beat = page.beat
    shown = page.columns
    focus = (tuple(ids_of(picture)) or tuple(named_in(cast, beat)) or (POD,))[
        :MOST_FOCUS
    ]
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
        in_reality=plain(reality_of(told.pod, beat)),
        flow=lit,
        focus=focus,
        lines=_lines(told.listing, page),
        seconds=min(6.0, round(1.0 + 0.8 * moments, 1)),
        actors=picture.actors,
        links=picture.links,
        sends=picture.sends,
    )


def _lines(listing: Listing, page: Page) -> tuple[Lines, ...]:
    return listing.lines_of(*lines_for(page.beat))
