"""Named values of actors: changed by steps and by what is sent, followed, needed."""

from __future__ import annotations

from sidecar_viz.core.beside.tables import tracker_lines
from sidecar_viz.core.beside.told import standing
from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.course.reachable import value_texts
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson

CLAIM = """
format: 2
id: made
title: Made
actors:
  - {id: user, name: User, state: Ready, count: 3, values: {tokens: 3, last: }}
  - {id: claim, name: Claim, values: {phase: Pending, heat: -5}}
links: [{id: way, from: user, to: claim, state: "on", direction: both}]
steps:
  - {id: bind, title: Bind, actors: [{id: claim, values: {phase: Bound, heat: +2}}]}
  - id: ask
    title: Ask
    sends:
      - from: user
        to: claim
        sender: {state: Asking, count: -1, values: {tokens: -1, last: GET}}
        receiver: {state: Busy, count: +2, values: {heat: =-7}}
  - id: full
    title: Full
    actors:
      - {id: user, count: -9, needs: [{actor: claim, values: {phase: Bound}, why: N}]}
tracker:
  columns:
    - {id: s, label: Start}
    - {id: b, label: B, after: bind}
    - {id: a, label: A, after: ask}
  rows:
    - {id: phase, label: Phase, value: claim.phase}
    - {id: last, label: Last, value: user.last}
what-ifs:
  - {id: shut, title: Shut, holds: [{link: way, state: "off"}]}
  - {id: held, title: Held, holds: [{actor: claim, state: Stuck}]}
"""


def played(what_if: int | None = None) -> Course:
    """Play the lesson, if wanted with one of its what-ifs."""
    lesson = read_lesson(CLAIM.encode(), "made.yaml")
    return course_of(lesson, None if what_if is None else lesson.what_ifs[what_if])


def values(course: Course, actor: str) -> list[dict[str, str]]:
    """The values of an actor at the start and after each step."""
    return [dict(outcome.actors[actor].values) for outcome in course.outcomes]


def test_a_step_sets_values_and_adds_to_numbers() -> None:
    """What it does not name stays; an equals sign writes a number with its sign."""
    assert values(played(), "claim") == [
        {"phase": "Pending", "heat": "-5"},
        {"phase": "Bound", "heat": "-3"},
        {"phase": "Bound", "heat": "-7"},
        {"phase": "Bound", "heat": "-7"},
    ]


def test_a_step_knows_which_values_it_has_changed() -> None:
    """They are marked until the next step, and the step is about their actor."""
    outcomes = played().outcomes

    assert [outcome.actors["claim"].fresh for outcome in outcomes] == [
        (),
        ("phase", "heat"),
        ("heat",),
        (),
    ]
    assert [outcome.changed for outcome in outcomes] == [
        (),
        ("claim",),
        ("user", "claim"),
        ("user",),
    ]


def test_what_is_sent_changes_the_sender_and_the_receiver() -> None:
    """State, count and values; a count never falls below 0."""
    outcomes = played().outcomes

    assert values(played(), "user")[2] == {"tokens": "2", "last": "GET"}
    assert [outcome.actors["user"].word for outcome in outcomes[1:3]] == [
        "Ready",
        "Asking",
    ]
    assert [outcome.actors["user"].count for outcome in outcomes] == [3, 3, 2, 0]
    assert [outcome.actors["claim"].count for outcome in outcomes] == [None, None, 2, 2]


def test_the_sender_changes_as_it_leaves_and_the_receiver_as_it_arrives() -> None:
    """In the middle of the flight only the one has changed."""
    timeline = Timeline(played().lesson)
    (flight,) = timeline.course.outcomes[2].flights

    stage = timeline.stage_at(1.0 + (flight.start + flight.end) / 2)
    user, claim = stage.actor("user"), stage.actor("claim")

    assert (user.word, user.count, dict(user.values)["last"]) == ("Asking", 2, "GET")
    assert (claim.word, claim.count, dict(claim.values)["heat"]) == ("", None, "-3")
    after = timeline.stage_at(1.0 + flight.end + 0.001).actor("claim")
    assert (after.word, after.count) == ("Busy", 2)


def test_a_value_turns_from_the_one_text_into_the_other() -> None:
    """On the way both are known, and how far it has turned; at rest just the one."""
    timeline = Timeline(played().lesson)

    turning = timeline.stage_at(0.5).actor("claim")
    rest = timeline.stage_at(1.0).actor("claim")

    assert dict(turning.were)["phase"] == "Pending"
    assert dict(turning.values)["phase"] == "Bound"
    assert turning.turned == 0.5
    assert (rest.were, rest.turned) == ((), 1.0)


def test_what_does_not_travel_changes_nobody() -> None:
    """Its link is held shut, so neither end changes."""
    outcome = played(0).outcomes[2]

    assert outcome.actors["user"].word == "Ready"
    assert dict(outcome.actors["user"].values)["tokens"] == "3"
    assert dict(outcome.actors["claim"].values)["heat"] == "-3"


def test_who_is_held_keeps_its_values() -> None:
    """As it keeps its state and its count; so the need is not met."""
    course = played(1)

    assert values(course, "claim")[-1] == {"phase": "Pending", "heat": "-5"}
    assert course.outcomes[3].actors["user"].count == 2


def test_the_tracker_follows_a_value() -> None:
    """One that is not known yet is a dash."""
    lines = tracker_lines(played())

    assert [[cell.text for cell in line.cells] for line in lines] == [
        ["Pending", "Bound", "Bound"],
        ["–", "–", "GET"],
    ]


def test_how_everything_stands_is_told_with_the_values() -> None:
    """Those that are known, after the state."""
    course = played()

    assert standing(course, course.outcomes[0]) == (
        "User: Ready, tokens 3. Claim: phase Pending, heat -5."
    )


def test_every_text_that_a_value_can_have_is_known() -> None:
    """Of all courses, so that there is room for the widest."""
    texts = value_texts(played().lesson)

    assert texts["claim"] == {"phase": {"Pending", "Bound"}, "heat": {"-5", "-3", "-7"}}
    assert texts["user"]["tokens"] == {"3", "2"}
