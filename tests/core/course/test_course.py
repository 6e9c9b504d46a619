"""How steps fold into outcomes."""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from tests.core.courses import played


def test_the_start_is_how_the_actors_are_written(lesson: Lesson) -> None:
    """Before the first step nothing has changed and nothing travels."""
    start = course_of(lesson).outcomes[0]

    assert start.step is None
    assert start.actors["app"].word == "Waiting"
    assert start.links["mount"].word == "off"
    assert (start.flows, start.sends, start.changed) == ((), (), ())


def test_steps_build_on_each_other(lesson: Lesson) -> None:
    """Each outcome holds all that came before it and names what it changed."""
    _, run, write = course_of(lesson).outcomes

    assert run.changed == ("pod", "app", "mount")
    assert write.actors["app"].word == "Running"
    assert write.changed == ("disk",)
    assert write.actors["disk"].count == 4


def test_moments_share_a_step_evenly(lesson: Lesson) -> None:
    """With two moments, the first has the first half of the step."""
    run = course_of(lesson).outcomes[1]

    (first,) = run.actor_moves["pod"]
    (second,) = run.actor_moves["app"]
    (opening,) = run.link_moves["mount"]

    assert (first.start, first.end) == (0.0, 0.5)
    assert (second.start, second.end) == (0.5, 1.0)
    assert (opening.start, opening.end, opening.state.word) == (0.5, 1.0, "on")


def test_a_step_is_found_by_its_id(lesson: Lesson) -> None:
    """The start is 0, steps count from 1, anything else is an error."""
    course = course_of(lesson)

    assert course.index_of("start") == 0
    assert course.index_of("write") == course.end == 2
    with pytest.raises(KeyError):
        course.index_of("nowhere")


def test_a_change_keeps_what_it_does_not_name() -> None:
    """A count changes without the word, a tone without either, presence alone."""
    course = played("""
        steps:
          - id: one
            title: One
            actors:
              - {id: a, count: 7}
              - {id: b, tone: warning}
              - {id: c, present: true}
    """)

    actors = course.outcomes[1].actors
    assert (actors["a"].word, actors["a"].count) == ("Idle", 7)
    assert (actors["b"].word, actors["b"].tone) == ("Idle", "warning")
    assert actors["c"].presence == 1.0
    assert course.outcomes[1].changed == ("a", "b", "c")


def test_saying_the_same_again_changes_nothing() -> None:
    """A change to how things are already moves nothing."""
    course = played("""
        steps:
          - id: one
            title: One
            focus: [a]
            actors: [{id: b, state: Idle}]
            links: [{id: bc, state: "on"}]
    """)

    assert course.outcomes[1].changed == ()
    assert "b" not in course.outcomes[1].actor_moves


def test_the_focus_lies_on_what_a_step_names_or_changes() -> None:
    """Without a focus of its own, a step lights what it changed; actors and links."""
    course = played("""
        start: {title: Start, focus: [c]}
        steps:
          - {id: one, title: One, focus: [a, ab], actors: [{id: b, state: Active}]}
          - {id: two, title: Two, actors: [{id: b, state: Idle}]}
    """)
    start, one, two = course.outcomes

    assert [key for key, s in start.actors.items() if s.focus] == ["c"]
    assert [key for key, s in one.actors.items() if s.focus] == ["a"]
    assert [key for key, s in one.links.items() if s.focus] == ["ab"]
    assert [key for key, s in two.actors.items() if s.focus] == ["b"]
    assert [key for key, s in two.links.items() if s.focus] == []
    assert two.link_moves["ab"][0].state.focus == 0.0


def test_a_focused_link_that_changes_keeps_its_moves() -> None:
    """A link that opens and shuts in one step is lit through both moves."""
    (step,) = played("""
        steps:
          - id: one
            title: One
            focus: [ab]
            actors: [{id: a, state: Active}, {id: a, state: Idle, moment: 2}]
            links: [{id: ab, state: "on"}, {id: ab, state: denied, moment: 2}]
    """).outcomes[1:]

    assert [m.state.word for m in step.link_moves["ab"]] == ["on", "denied"]
    assert {m.state.focus for m in step.link_moves["ab"]} == {1.0}
    assert step.links["ab"] == step.link_moves["ab"][-1].state
    assert [m.state.word for m in step.actor_moves["a"]] == ["Active", "Idle"]
    assert step.actors["a"] == step.actor_moves["a"][-1].state


def test_something_sent_once_travels_and_counts() -> None:
    """What does not loop is a flight of its step and is gone after it."""
    course = played("""
        steps:
          - id: one
            title: One
            sends: [{from: c, to: b, what: letter, adds: 2}]
          - {id: two, title: Two, actors: [{id: a, state: Active}]}
    """)
    one, two = course.outcomes[1:]

    (first, second) = (flight.chip for flight in one.flights)
    assert (first.text, first.route[0].forward, first.worth) == ("letter", False, 1)
    assert second == first
    assert (one.actors["b"].count, one.flows, two.flights) == (2, (), ())


def test_nothing_travels_where_no_link_is_open() -> None:
    """A send over a closed link does not happen, and is named as unmet."""
    course = played("""
        steps:
          - id: one
            title: One
            sends: [{from: a, to: c, adds: 2}]
    """)

    (unmet,) = course.outcomes[1].unmet
    assert (unmet.where, unmet.index) == ("sends", 0)
    assert course.outcomes[1].sends == ()


LOOPING = """
steps:
  - id: one
    title: One
    actors: [{id: a, state: Active}]
    links: [{id: ab, state: "on"}]
    sends: [{from: a, to: b, loop: true, adds: 3, moment: 2}]
  - id: two
    title: Two
    actors: [{id: c, present: true}]
    sends: [{from: a, to: b, loop: true, adds: 1}]
  - id: three
    title: Three
    actors: [{id: c, present: false}]
  - id: four
    title: Four
    actors: [{id: a, state: Idle}]
what-ifs:
  - id: no-two
    title: Without two
    fails: [{step: two, why: It does not.}]
  - id: no-three
    title: Without three
    fails: [{step: three, why: It does not.}]
"""


def test_a_loop_goes_on_while_it_is_listed() -> None:
    """It begins once, counts on unannounced, and ends in the step without it."""
    start, one, two, three, four = played(LOOPING).outcomes

    assert [m.begins for m in one.flow_moves] == [True]
    first = min(flight.end for flight in one.flights)
    assert (one.flow_moves[0].start, one.flow_moves[0].end) == (0.5, first)
    assert two.flows == one.flows
    assert two.flow_moves == ()
    assert (two.actors["b"].count, "b" in two.changed) == (4, False)
    assert [m.begins for m in three.flow_moves] == [False]
    assert (start.flows, three.flows, four.flow_moves) == ((), (), ())


def test_a_loop_goes_on_in_a_step_that_cannot_happen() -> None:
    """What is listed again counts on; the step's own changes do not come."""
    two = played(LOOPING, 0).outcomes[2]

    assert two.blocked == "It does not."
    assert two.actors["b"].count == 4
    assert two.actors["c"].presence == 0.0
    assert [(s.source, s.target) for s in two.sends] == [("a", "b")]


def test_a_step_that_cannot_happen_ends_nothing() -> None:
    """Traffic that the step would have ended goes on; the next step ends it."""
    two, three, four = played(LOOPING, 1).outcomes[2:]

    assert three.flows == two.flows
    assert [(s.source, s.target) for s in three.sends] == [("a", "b")]
    assert four.flows == ()


def test_a_loop_ends_when_its_link_closes() -> None:
    """A flow at rest never runs over a closed link, though it is listed."""
    course = played("""
        steps:
          - id: one
            title: One
            links: [{id: ab, state: "on"}]
            sends: [{from: a, to: b, loop: true}]
          - id: two
            title: Two
            links: [{id: ab, state: "off", moment: 2}]
            sends: [{from: a, to: b, loop: true}]
          - id: three
            title: Three
            links: [{id: ab, state: "on"}, {id: ab, state: "off", moment: 2}]
            sends: [{from: a, to: b, loop: true}]
    """)

    assert len(course.outcomes[1].flows) == 1
    assert course.outcomes[2].flows == ()
    assert course.outcomes[3].flows == ()
    assert course.outcomes[3].flow_moves == ()


def test_a_loop_that_counts_first_and_goes_on_later_is_announced() -> None:
    """An actor that also gets something new is changed, not only counting on."""
    course = played("""
        steps:
          - id: one
            title: One
            links: [{id: ab, state: "on"}]
            sends: [{from: a, to: b, loop: true, adds: 1}]
          - id: two
            title: Two
            sends: [{from: a, to: b, loop: true, adds: 1}, {from: c, to: b, adds: 1}]
    """)

    assert course.outcomes[2].changed == ("b",)


def test_tones_follow_the_word() -> None:
    """The lesson's own words first, then the known ones; else active, or good."""
    course = played("""
        states: [{word: Odd, tone: warning}]
        steps:
          - {id: one, title: One, actors: [{id: a, state: odd}, {id: b, state: New}]}
    """)

    assert course.outcomes[1].actors["a"].tone == "warning"
    assert course.outcomes[1].actors["b"].tone == "active"
    assert course.outcomes[0].actors["c"].tone == "good"


def test_a_link_closes_after_what_travels_on_it_has_left() -> None:
    """In the second half of the first moment; it opens, or closes later, at once."""
    course = played(
        """
        steps:
          - id: one
            title: One
            links: [{id: bc, state: "off"}, {id: ab, state: "on"}]
          - id: two
            title: Two
            links: [{id: ab, state: denied, moment: 2}]
        """
    )

    one, two = course.outcomes[1:]
    times = {key: (move.start, move.end) for key, (move,) in one.link_moves.items()}
    assert times == {"bc": (0.5, 1.0), "ab": (0.0, 1.0)}
    (later,) = two.link_moves["ab"]
    assert (later.start, later.end) == (0.5, 1.0)


def test_who_was_meant_is_dark_before_it_moves() -> None:
    """Nobody looks at it any more: its glow goes first, then what happens to it."""
    course = played(
        """
        steps:
          - id: one
            title: One
            focus: [a]
          - id: two
            title: Two
            focus: [b]
            actors: [{id: a, state: away, moment: 2}]
        """
    )
    moves = course.outcomes[2].actor_moves["a"]
    assert (moves[0].start, moves[0].state.focus) == (0.0, 0.0)
    assert moves[0].end <= 0.25
    assert moves[0].state.word != moves[-1].state.word == "away"
