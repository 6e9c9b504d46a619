"""Cause, way, effect: nothing that is sent is shown to be there before it arrives."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.course.outcome import Flight, Outcome
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson

LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
COURSES: list[tuple[Lesson, WhatIf | None]] = [
    (lesson, what_if)
    for lesson in LESSONS.values()
    for what_if in (None, *lesson.what_ifs)
]
MOMENTS = 9
TIMELINES = [Timeline(*course) for course in COURSES]


@given(timeline=st.sampled_from(TIMELINES), part=st.floats(0.0, 1.0, exclude_max=True))
def test_nothing_is_counted_or_held_before_it_arrives(
    timeline: Timeline, part: float
) -> None:
    """In every lesson and what-if, at every position of every step."""
    for step in range(timeline.end):
        stage = timeline.stage_at(step + part)
        before = timeline.rest(step)
        came = {state.id: 0 for state in before.actors}
        had = {state.id: set(state.holds) for state in before.actors}
        for flight in timeline.course.outcomes[step + 1].flights:
            chip = flight.chip
            if flight.end <= part:
                came[chip.target] += chip.worth if chip.verb != "lose" else 0
                had[chip.target] |= {chip.item} if chip.verb != "lose" else set()
            if flight.start <= part:  # who makes what it sends has it from then on
                had[chip.source].add(chip.item)
        for was, state in zip(before.actors, stage.actors, strict=True):
            if not _is_told(timeline, step, state.id):
                assert set(state.holds) <= had[state.id]
                assert (state.count or 0) - (was.count or 0) <= came[state.id]


@given(timeline=st.sampled_from(TIMELINES))
def test_a_state_that_something_brings_begins_with_the_first_arrival(
    timeline: Timeline,
) -> None:
    """Whoever changes in a moment in which something is sent to it waits for it."""
    outcomes = timeline.course.outcomes
    for before, outcome in pairwise(outcomes):
        for actor, found in outcome.actor_moves.items():
            was = replace(before.actors[actor], focus=0.0)
            moves = [m for m in found if replace(m.state, focus=0.0) != was]
            for number in range(MOMENTS):
                begin, end = (
                    number / _moments(outcome),
                    (number + 1) / _moments(outcome),
                )
                ends = [
                    flight.end
                    for flight in outcome.flights
                    if flight.chip.target == actor and begin <= flight.start < end
                ]
                starts = [move.start for move in moves if begin <= move.start < end]
                if ends and starts:
                    assert min(starts) >= min(ends)


@pytest.mark.parametrize("name", LESSONS)
def test_all_that_is_sent_in_a_step_has_arrived_when_it_rests(name: str) -> None:
    """What the counts say at rest is what was seen to arrive."""
    timeline = Timeline(LESSONS[name])
    for step in range(timeline.end):
        last = timeline.stage_at(step + 0.99999)
        after = timeline.rest(step + 1)

        assert last.chips == ()
        for moved, rested in zip(last.actors, after.actors, strict=True):
            assert moved.holds == rested.holds
            assert round(moved.count or 0) == round(rested.count or 0)


def test_the_first_lesson_s_lines_are_seen_where_they_are() -> None:
    """Ten begun, nine in the file, six read, none received, as the pictures show."""
    timeline = Timeline(LESSONS["sidecar"])

    def held(step: int) -> list[list[int]]:
        stage = timeline.rest(step)
        names = ("main", "logs", "sidecar", "receiver")
        return [list(stage.actor(name).holds) for name in names]

    assert held(1) == [[], [], [], []]
    assert held(4) == [[*range(1, 10)], [*range(1, 10)], [*range(1, 7)], []]
    assert held(5)[3] == [*range(1, 7)]
    assert timeline.rest(5).actor("sidecar").sent == (1, 2, 3, 4, 5, 6)
    assert held(6)[1:] == [[], [*range(1, 10)], [*range(1, 7)]]
    assert timeline.rest(6).actor("logs").lost == tuple(range(1, 13))


def test_in_the_middle_of_a_step_a_count_is_a_whole_number_of_arrivals() -> None:
    """Three of six lines have come in: the count is three, and the fourth flies."""
    timeline = Timeline(LESSONS["sidecar"])
    ends = [f.end for f in _to(timeline, 5, "receiver")]

    stage = timeline.stage_at(4 + ends[2] + 0.001)

    assert stage.actor("receiver").count == 3
    assert stage.actor("receiver").bump > 0.9
    flying = [chip.item for chip in stage.chips if chip.target == "receiver"]
    assert min(flying) == 4


def test_many_things_travel_several_to_a_chip() -> None:
    """Nine in six chips: three of them say that they stand for two."""
    timeline = Timeline(_nine())

    worth = [flight.chip.worth for flight in _to(timeline, 1, "b")]

    assert worth == [2, 2, 2, 1, 1, 1]
    assert timeline.rest(1).actor("b").count == 9


def test_what_is_sent_waits_for_its_link_to_open() -> None:
    """A link that opens in the same moment is open before anything leaves."""
    outcome = Timeline(_nine()).course.outcomes[1]

    (opening,) = outcome.link_moves["way"]
    assert opening.end <= min(flight.start for flight in outcome.flights)


def test_reading_takes_nothing_away_and_taking_does() -> None:
    """A file that is read is as it was; what is taken is gone from where it lay."""
    read, taken = (Timeline(_file(verb)).rest(1) for verb in ("read", "take"))

    assert (read.actor("a").holds, read.actor("b").holds) == ((1, 2, 3), (1, 2))
    assert (taken.actor("a").holds, taken.actor("b").holds) == ((3,), (1, 2))


def test_only_what_is_there_can_be_sent() -> None:
    """Who is to send five and holds three sends three."""
    stage = Timeline(_file("send", adds=5)).rest(1)

    assert (stage.actor("b").holds, stage.actor("b").count) == ((1, 2, 3), 3)
    assert stage.actor("a").sent == (1, 2, 3)


def _is_told(timeline: Timeline, step: int, actor: str) -> bool:
    """Whether the step itself says what the actor counts."""
    outcome = timeline.course.outcomes[step + 1]
    told = outcome.step.actors if outcome.step else ()
    return any(c.id == actor and c.count is not None for c in told)


def _to(timeline: Timeline, step: int, actor: str) -> list[Flight]:
    flights = timeline.course.outcomes[step].flights
    return [flight for flight in flights if flight.chip.target == actor]


def _moments(outcome: Outcome) -> int:
    step = outcome.step
    if step is None:
        return 1
    numbers = [change.moment for change in step.actors]
    numbers += [change.moment for change in step.links]
    numbers += [send.moment for send in step.sends]
    return max(numbers, default=1)


def _nine() -> Lesson:
    return read_lesson(
        b"""
format: 1
id: nine
title: Nine
actors: [{id: a, name: A}, {id: b, name: B}]
links: [{id: way, from: a, to: b}]
steps:
  - id: send
    title: Send
    links: [{id: way, state: "on"}]
    sends: [{from: a, to: b, what: lines, adds: 9}]
""",
        "nine.yaml",
    )


def _file(verb: str, adds: int = 2) -> Lesson:
    return read_lesson(
        f"""
format: 2
id: file
title: File
actors:
  - {{id: a, name: A, content: {{form: inbox}}, holds: [1, 2, 3]}}
  - {{id: b, name: B, content: {{form: window}}, count: 0}}
links: [{{id: way, from: a, to: b, state: "on"}}]
ledger: {{items: [One, Two, Three], lanes: [[a, b]]}}
steps:
  - {{id: go, title: Go, sends: [{{from: a, to: b, as: {verb}, adds: {adds}}}]}}
""".encode(),
        "file.yaml",
    )


def test_what_is_refused_lies_where_it_fell_and_is_counted() -> None:
    """Six received and four beside the link are the ten that were written."""
    timeline = Timeline(LESSONS["native-sidecar"])
    end = timeline.rest(8)
    link = next(link for link in end.links if link.id == "plain-line")

    assert sorted(link.lost) == [1, 2, 9, 10]
    assert end.actor("plain-side").holds == (3, 4, 5, 6, 7, 8)
    assert end.actor("native-side").holds == tuple(range(1, 11))


def test_what_is_refused_falls_before_it_lies() -> None:
    """It is under way, and only then beside the link."""
    timeline = Timeline(LESSONS["native-sidecar"])
    first, second = timeline.course.outcomes[2].flights

    def lost(part: float) -> tuple[int, ...]:
        return timeline.stage_at(1.0 + part).links[0].lost

    assert lost(first.end - 0.01) == ()
    assert lost(first.end + 0.001) == (1,)
    assert lost(second.end + 0.001) == (1, 2)
    assert timeline.stage_at(2.0).actor("plain-side").count == 0


def test_a_written_way_is_taken_and_others_only_while_they_are_open() -> None:
    """Of two links between the same two, the open one carries; `along` decides."""
    lesson = read_lesson(
        b"""
format: 1
id: ways
title: Ways
actors: [{id: a, name: A}, {id: b, name: B, count: 0}]
links:
  - {id: one, from: a, to: b}
  - {id: two, from: a, to: b, state: "on"}
  - {id: three, from: a, to: b, state: "on"}
steps:
  - {id: s, title: S, sends: [{from: a, to: b, adds: 1}]}
  - {id: t, title: T, sends: [{from: a, to: b, along: three, adds: 1}]}
  - {id: u, title: U, sends: [{from: a, to: b, along: one, adds: 1}]}
""",
        "ways.yaml",
    )
    outcomes = Timeline(lesson).course.outcomes

    taken = [[f.chip.route[0].link for f in o.flights] for o in outcomes[1:]]

    assert taken == [["two"], ["three"], []]
    assert outcomes[3].unmet[0].why == "no open link on its way"


def test_in_a_what_if_it_is_known_what_the_normal_run_would_hold() -> None:
    """Without the volume nothing is there, and the outlines of the lines are."""
    lesson = LESSONS["sidecar"]
    what_if = next(one for one in lesson.what_ifs if one.id == "volume-not-mounted")
    timeline = Timeline(lesson, what_if)

    assert timeline.rest(4).actor("logs").holds == ()
    assert timeline.rest(4).actor("logs").missed == tuple(range(1, 10))
    assert timeline.stage_at(3.9).actor("sidecar").missed == tuple(range(1, 7))
    assert all(not state.missed for state in Timeline(lesson).rest(4).actors)


HELD = """
format: 2
id: made
title: Made
actors:
  - {id: app, name: App, kind: container, holds: [1], content: {title: app}}
  - {id: log, name: Log, kind: volume, count: 0, content: {form: file}}
links: [{id: way, from: app, to: log, state: "on"}]
ledger: {lanes: [[app, log]], items: [one, two]}
steps: [{id: go, title: Go, sends: [{from: app, to: log, items: [1], adds: 1}]}]
"""


def test_who_writes_what_it_has_already_does_not_change() -> None:
    """Only the file gets the line."""
    lesson = read_lesson(HELD.encode(), "made.yaml")
    outcome = Timeline(lesson).course.outcomes[1]

    assert outcome.actors["app"].holds == (1,)
    assert outcome.actors["log"].holds == (1,)
    assert set(outcome.ticks) == {"log"}
