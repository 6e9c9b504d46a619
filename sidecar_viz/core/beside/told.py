"""What is told at each step of a course, with what a what-if makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Start, Step, WhatIfStep
from sidecar_viz.core.markup import isolated, plain
from sidecar_viz.core.story import told_start

NOTHING = WhatIfStep(step="start")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"\w[\w-]*")

Cannot = Callable[[str], str]
"""Says that a step cannot happen, and why, in the reader's language."""


class Told(Struct, frozen=True):
    """The texts of one step, as they are true in its course.

    *say* is what is told aloud. *blocked* is why the step cannot happen, or None;
    *instead* what a what-if has for it, without what that says already; *retitled* that
    its title is the what-if's, *story* that the words are those of the opening.
    """

    title: str
    caption: str
    say: str
    describe: str
    in_reality: str
    notes: str
    blocked: str | None
    instead: str
    retitled: bool
    story: bool = False


def cannot_happen(why: str) -> str:
    """Say in English that a step cannot happen, and why."""
    return f"Cannot happen: {isolated(why)}"


def told(course: Course, number: int, cannot: Cannot = cannot_happen) -> Told:
    """Return what is told at step *number* (0 is the start) of this course.

    Aloud it is what the what-if writes to be said, else its caption, with why the step
    cannot happen before it; under a title of its own, that is just the reason. Where it
    has neither, the lesson's own words are said if the step comes out as always, else
    what is seen; so it is with the caption.
    Notes of the lesson stay away from a step that comes out otherwise.
    """
    outcome = course.outcomes[number]
    start = told_start(course.lesson) if course.what_if is None else None
    step: Start | Step = outcome.step or start or course.lesson.start
    own = outcome.own or NOTHING
    usual = not is_affected(course, number)
    cannot = str if own.title else cannot
    say = own.say or _instead(outcome.blocked, own.caption, cannot)
    if not say:
        say = (step.say or step.title) if usual else seen(course, outcome)
    caption = own.caption or (step.caption if usual else "")
    if not caption and outcome.blocked is None and not usual:
        caption = seen(course, outcome)
    describe = own.describe or (step.describe if course.what_if is None else "")
    if not describe:
        why = [outcome.blocked] if outcome.blocked else []
        describe = " ".join([*why, standing(course, outcome)])
    return Told(
        step.title,
        caption,
        say,
        describe,
        own.in_reality or (step.in_reality if usual else ""),
        own.notes or (step.notes if usual else ""),
        outcome.blocked,
        _beyond(outcome.blocked, own.caption),
        bool(own.title),
        story=number == 0 and step is not course.lesson.start,
    )


def is_affected(course: Course, number: int) -> bool:
    """Return whether a step comes out otherwise than without the what-if.

    What is held differs all the time; it counts at the start, and where the step
    speaks of it.
    """
    if course.what_if is None:
        return False
    now, usual = course.outcomes[number], course.usual[number]
    if (now.blocked, _travels(now)) != (usual.blocked, _travels(usual)):
        return True
    held = {hold.actor or hold.link or "" for hold in course.what_if.holds}
    held -= _spoken_of(course, number) if number else held
    actors = any(
        _look(state) != _look(usual.actors[key])
        for key, state in now.actors.items()
        if key not in held
    )
    return actors or any(
        state.word != usual.links[key].word
        for key, state in now.links.items()
        if key not in held
    )


def standing(course: Course, outcome: Outcome) -> str:
    """Return who is on the stage and how everything stands, in one line."""
    return _states(course, outcome, frozenset(outcome.actors))


def seen(course: Course, outcome: Outcome) -> str:
    """Return what is seen of a step: whom it changes, else whom it is about."""
    step = outcome.step or course.lesson.start
    for among in (outcome.changed, step.focus):
        said = _states(course, outcome, frozenset(among))
        if said:
            return said
    return standing(course, outcome)


def transcript(course: Course, cannot: Cannot = cannot_happen) -> tuple[str, ...]:
    """Return the whole course as paragraphs; a what-if's is made of its steps."""
    lesson, what_if = course.lesson, course.what_if
    if what_if is None:
        return lesson.transcript
    paragraphs = [what_if.summary] if what_if.summary else []
    for number in range(1, course.end + 1):
        words = told(course, number, cannot)
        happens = isolated(happening(words, cannot))
        paragraphs.append(f"**{number}. {words.title}.** {happens}")
    return tuple(paragraphs)


def happening(words: Told, cannot: Cannot = cannot_happen) -> str:
    """Return what happens in a step as one text, or why it cannot and what instead."""
    cannot = str if words.retitled else cannot
    return _instead(words.blocked, words.instead, cannot) or words.caption


def ends_as_told(course: Course) -> bool:
    """Return whether this course ends as the lesson does, in everything."""
    usual, now = course.usual[-1], course.outcomes[-1]
    return all(
        (state.word, state.tone) == (now.actors[key].word, now.actors[key].tone)
        for key, state in usual.actors.items()
    )


def _instead(blocked: str | None, instead: str, cannot: Cannot) -> str:
    """Return why a step cannot happen, and what a what-if has instead."""
    if blocked is None:
        return instead
    further = _beyond(blocked, instead)
    return f"{cannot(blocked)} {isolated(further)}" if further else cannot(blocked)


def _beyond(reason: str | None, text: str) -> str:
    """Return a text without those of its first sentences that say just the reason."""
    known = _words_of(reason or "")
    sentences = SENTENCE_END.split(text)
    while sentences and _words_of(sentences[0]) <= known:
        sentences.pop(0)
    return " ".join(sentences)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(plain(text).casefold()))


def _states(course: Course, outcome: Outcome, among: frozenset[str]) -> str:
    names = {actor.id: actor.name for actor in course.lesson.actors}
    said = []
    for key, name in names.items():
        state = outcome.actors[key]
        words = _words(state)
        if state.home is not None and state.home.parent is not None:
            words.append(f"in {isolated(names[state.home.parent])}")
        if key in among and state.presence > 0 and words:
            said.append(f"{isolated(name)}: {', '.join(words)}.")
    return " ".join(said)


def _words(state: ActorState) -> list[str]:
    """Return an actor's state, and its values with their names."""
    words = [isolated(state.word)] if state.word else []
    known = ((name, text) for name, text in state.values if text)
    words += [f"{isolated(name)} {isolated(text)}" for name, text in known]
    if state.cells is not None and state.cells.texts:
        words.append(isolated(", ".join(state.cells.texts)))
    return words


def _travels(outcome: Outcome) -> tuple[object, ...]:
    sends = [(send.source, send.target, send.what) for send in outcome.sends]
    return sends, [(flow.source, flow.target) for flow in outcome.flows]


def _look(state: ActorState) -> tuple[object, ...]:
    counted = state.count, state.holds, state.values
    cells = state.cells.texts if state.cells else ()
    return state.word, state.presence, state.home, cells, *counted


def _spoken_of(course: Course, number: int) -> set[str]:
    """Return whom the lesson's own step is about, changes, needs or lets send."""
    step = course.lesson.steps[number - 1]
    named, needs = set(step.focus), [*step.needs]
    for change in step.actors:
        named.add(change.id)
        needs += change.needs
    for link in step.links:
        named.add(link.id)
        needs += link.needs
    for send in step.sends:
        named |= {send.source, send.target}
        needs += send.needs
    return named | {need.actor or need.link or "" for need in needs}
