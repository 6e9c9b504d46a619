"""The stage as a pure function of the playhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson
    from sidecar_viz.core.stage import Stage

positions = st.floats(0.0, 6.0, allow_nan=False)


@given(asked=st.lists(positions, min_size=2, max_size=8), order=st.randoms())
def test_any_order_of_asking_gives_the_same_stage(
    sidecar_lesson: Lesson, asked: list[float], order: object
) -> None:
    """What was asked before does not change an answer."""
    fresh = [Timeline(sidecar_lesson).stage_at(position) for position in asked]
    one = Timeline(sidecar_lesson)
    shuffled = list(range(len(asked)))
    order.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis gives a Random

    answers = {place: one.stage_at(asked[place]) for place in shuffled}

    assert [answers[place] for place in range(len(asked))] == fresh


@pytest.mark.parametrize("step", range(7))
def test_at_whole_positions_every_actor_is_as_in_the_outcome(
    sidecar_lesson: Lesson, step: int
) -> None:
    """A step at rest shows the very objects that the course was folded into."""
    timeline = Timeline(sidecar_lesson)

    stage = timeline.stage_at(float(step))

    outcome = timeline.course.outcomes[step]
    assert all(state is outcome.actors[state.id] for state in stage.actors)
    assert all(link is outcome.links[link.id] for link in stage.links)
    assert not stage.moving


def test_what_does_not_change_in_a_step_is_the_very_same_object(
    sidecar_lesson: Lesson,
) -> None:
    """A frame blends only what moves."""
    timeline = Timeline(sidecar_lesson)

    before, between = timeline.stage_at(2.0), timeline.stage_at(2.4)

    still = [s for s in between.actors if s.id not in between.moving]
    assert still
    assert all(s is before.actor(s.id) for s in still)


@given(position=positions)
def test_forward_then_back_ends_where_it_began(
    sidecar_lesson: Lesson, position: float
) -> None:
    """Having been elsewhere in between leaves no trace."""
    timeline = Timeline(sidecar_lesson)
    first = timeline.stage_at(position)

    timeline.stage_at(min(6.0, position + 0.5))

    assert timeline.stage_at(position) == first


@given(position=st.floats(0.0, 5.999, allow_nan=False))
def test_nothing_jumps_between_neighbouring_positions(
    sidecar_lesson: Lesson, position: float
) -> None:
    """In a thousandth of a step no number moves by more than its easing allows.

    The steepest slope of the smoothstep is 1.5; the shortest part of a step that the
    lesson uses is a thirteenth. Counts tick, by one for each thing that arrives.
    """
    timeline = Timeline(sidecar_lesson)
    most = 1.5 * 13 * 0.001 + 1e-6

    one, other = timeline.stage_at(position), timeline.stage_at(position + 0.001)

    for before, after in zip(one.actors, other.actors, strict=True):
        assert abs(before.solidity - after.solidity) <= most
        assert abs(before.life - after.life) <= most
        assert abs(before.presence - after.presence) <= most
        assert abs(before.focus - after.focus) <= most
    for was, now in zip(one.links, other.links, strict=True):
        assert abs(was.openness - now.openness) <= most
    reached = _reach(other) - _reach(one)
    assert reached <= most * len(other.flows) + most


def _reach(stage: Stage) -> float:
    return sum(flow.head - flow.tail for flow in stage.flows)


def test_outside_of_the_lesson_the_nearest_end_is_shown(sidecar_lesson: Lesson) -> None:
    """There is nothing before the start and nothing after the last step."""
    timeline = Timeline(sidecar_lesson)

    assert timeline.stage_at(-3.0) == timeline.stage_at(0.0)
    assert timeline.stage_at(99.0) == timeline.stage_at(6.0)


def test_a_word_turns_into_the_next_and_arrives(lesson: Lesson) -> None:
    """In mid-move both words are known; at rest only the new one is."""
    timeline = Timeline(lesson)

    halfway = timeline.stage_at(0.25).actor("pod")

    assert (halfway.was, halfway.word, halfway.turn) == ("Pending", "Running", 0.5)
    assert timeline.stage_at(1.0).actor("pod").was == ""


def test_a_move_is_slow_at_both_ends(lesson: Lesson) -> None:
    """A quarter of its time is 5/32 of its way, three quarters are 27/32."""
    timeline = Timeline(lesson)  # the pod changes in the first of two moments
    parts = [0.125, 0.25, 0.375]

    turns = [timeline.stage_at(part).actor("pod").turn for part in parts]

    assert turns == [5 / 32, 0.5, 27 / 32]


def test_what_travels_once_is_seen_only_on_its_way() -> None:
    """A chip is under way between the steps and gone at both ends."""
    timeline = Timeline(_one_letter(b""))

    seen = [timeline.stage_at(position / 10).chips for position in range(11)]

    assert seen[0] == seen[10] == ()
    along = [chip.along for chips in seen[1:10] for chip in chips]
    assert len(along) == 7
    assert along == sorted(along)


def test_what_is_sent_in_a_later_moment_waits_for_it() -> None:
    """It does not lie at its sender from the start: nobody has sent it yet."""
    timeline = Timeline(_one_letter(b", moment: 2"))

    seen = [timeline.stage_at(position / 10).chips for position in range(11)]

    first, second = seen[:6], seen[6:10]
    assert first == [()] * 6
    assert [len(chips) for chips in second] == [1, 1, 1, 0]
    assert all(0.0 < chip.along < 1.0 for (chip,) in second[:3])


def _one_letter(more: bytes) -> Lesson:

    return read_lesson(
        b"""
format: 1
id: letter
title: A letter
actors:
  - {id: a, name: A}
  - {id: b, name: B}
links: [{id: post, from: a, to: b, state: "on"}]
steps:
  - {id: send, title: Send it, sends: [{from: a, to: b, what: letter%b}]}
"""
        % more,
        "letter.yaml",
    )
