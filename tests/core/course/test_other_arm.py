"""The other arm of a decision: a what-if's step does and shows what it says."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.actor_state import actor_state
from sidecar_viz.core.beside.belonging import lit_boxes, step_lines, steps_of_box
from sidecar_viz.core.beside.tables import table_rows, tracker_lines
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.timeline import Timeline
from tests.core.courses import played, words

FORK = """
flow:
  nodes: [{id: left, label: Left}, {id: right, label: Right}]
samples: [{id: code, text: "one\\ntwo\\n"}]
table:
  columns: [{id: step, label: Step}, {id: what, label: What}]
  rows:
    - {id: r1, step: one, cells: [Goes left, A]}
    - {id: r2, step: two, cells: [Two, B]}
    - {id: r3, step: three, cells: [Three, C]}
steps:
  - id: one
    title: Goes left
    caption: To the left.
    flow: [left]
    focus: [a]
    lines: [{sample: code, first: 1, last: 1}]
    links: [{id: ab, state: "on"}]
    sends: [{from: a, to: b, what: left, adds: 1, moment: 2}]
  - {id: two, title: Two, actors: [{id: a, state: Active}]}
  - {id: three, title: Three, actors: [{id: b, state: Done}]}
what-ifs:
  - id: right
    title: Right
    steps:
      - step: one
        title: Goes right
        flow: [right]
        focus: [b]
        lines: [{sample: code, first: 2, last: 2}]
        sends: [{from: a, to: b, what: right, adds: 2, moment: 2}]
  - id: still
    title: Still
    steps:
      - step: two
        to: three
        caption: "**Nothing** more comes."
        flow: []
        cells: [{column: what, text: Stands still}]
        actors: [{id: c, present: true}]
        sends: [{from: a, to: b, adds: 5}]
  - id: later
    title: Later
    holds:
      - {actor: b, state: Broken, from: two}
      - {link: bc, state: denied, from: three}
  - id: both-ends
    title: Both ends
    holds:
      - {actor: a, state: Broken, from: one}
      - {actor: b, state: Broken, from: two}
  - id: ended
    title: Ended
    holds:
      - {actor: b, state: Completed, tone: finished, from: two}
"""


def forked(which: int | None) -> Course:
    """The lesson above in one of its what-ifs."""
    return played(FORK, which)


def test_the_other_arm_is_lit_and_travelled() -> None:
    """Its boxes, lines, focus and title are those written; what it sends arrives."""
    course = forked(0)
    one = course.outcomes[1]

    assert lit_boxes(course, 1) == (frozenset({"right"}), frozenset())
    assert steps_of_box(course, "left") == ()
    assert step_lines(course, 1) == {("code", 2)}
    assert one.actors["b"].focus == 1.0
    assert one.actors["a"].focus == 0.0
    assert [send.what for send in one.sends] == ["right"]
    assert one.actors["b"].count == 2
    assert table_rows(course)[0].cells[0].text == "Goes right"
    assert table_rows(course)[0].cells[0].fault


def test_a_range_stands_still() -> None:
    """Nothing of its steps happens; its own changes come once, its texts each time."""
    course = forked(1)
    two, three = course.outcomes[2:]

    assert (two.blocked, three.blocked) == ("Nothing more comes.",) * 2
    assert words(course, 3) == {"a": "Idle", "b": "Idle", "c": ""}
    assert two.actors["c"].presence == 1.0
    assert [len(outcome.sends) for outcome in (two, three)] == [1, 0]
    assert three.actors["b"].count == 6
    assert [row.cells[1].text for row in table_rows(course)] == [
        *("A", "Stands still", "Stands still"),
    ]
    assert lit_boxes(course, 3)[0] == frozenset()


def test_without_a_what_if_nothing_of_it_is_there() -> None:
    """The lesson itself goes left, and on."""
    course = forked(None)

    assert lit_boxes(course, 1)[0] == {"left"}
    assert [outcome.blocked for outcome in course.outcomes] == [None] * 4
    assert course.usual is course.outcomes
    assert course.outcomes[1].own is None


def test_a_hold_may_begin_at_a_step() -> None:
    """Before it all is as always; with it the actor changes, and then stays."""
    course = forked(2)

    assert [words(course, n)["b"] for n in range(4)] == [
        *("Idle", "Idle", "Broken", "Broken"),
    ]
    assert course.outcomes[1].sends
    assert not course.outcomes[1].actors["b"].held
    assert course.outcomes[2].actors["b"].broken
    assert "b" in course.outcomes[2].changed
    assert [o.links["bc"].word for o in course.outcomes] == ["on"] * 3 + ["denied"]


def test_a_hold_that_begins_is_a_move() -> None:
    """On the way into its step the actor is on its way, too."""
    course = forked(2)
    timeline = Timeline(course.lesson, course.what_if)

    assert timeline.stage_at(1.5).actor("b").was == "Idle"
    assert timeline.stage_at(1.0).actor("b").word == "Idle"


def test_of_two_parts_about_a_step_all_counts() -> None:
    """Cells and changes of both; of two texts the first written."""
    lesson = forked(0).lesson
    what_if = lesson.what_ifs[1]
    twice = replace(what_if, steps=(*lesson.what_ifs[0].steps, *what_if.steps))
    again = replace(twice, steps=(*twice.steps, *lesson.what_ifs[0].steps))
    course = Timeline(lesson, again).course

    assert course.outcomes[1].actors["b"].count == 4
    assert course.outcomes[1].own is not None
    assert course.outcomes[1].own.title == "Goes right"


def test_plain_words_of_a_tracker_stay_in_a_what_if() -> None:
    """Where nothing differs the tracker says what is written, and finds no fault."""
    course = played("""
        steps:
          - {id: one, title: One, actors: [{id: a, state: Active}]}
          - {id: two, title: Two, actors: [{id: b, state: Active}]}
        tracker:
          plain: [Same]
          columns: [{id: o, label: One, after: one}, {id: t, label: Two, after: two}]
          rows:
            - {id: a, label: A, actor: a, cells: [Active, Same]}
            - {id: b, label: B, actor: b, cells: [Same, Active]}
        what-ifs:
          - {id: not-two, title: Not two, fails: [{step: two, why: It does not.}]}
    """, 0)  # fmt: skip

    cells = [line.cells for line in tracker_lines(course)]

    assert [[c.text for c in row] for row in cells] == [
        ["Active", "Same"],
        ["Same", "Idle"],
    ]
    assert [[c.fault for c in row] for row in cells] == [[False] * 2, [False, True]]


def test_a_link_is_shut_as_soon_as_its_first_end_is_dead() -> None:
    """One that is dead neither sends nor is reached, whatever the other end does."""
    course = forked(3)

    assert course.outcomes[1].links["ab"].word == "off"


def test_who_is_held_looks_as_alive_as_its_word_says() -> None:
    """Held as finished it is grey like all that is finished: not only its word."""
    free, ended = (forked(which).outcomes[2].actors["b"] for which in (None, 4))
    finished = actor_state("b", "Completed", "finished")

    assert ended.tone == "finished"
    assert ended.life == finished.life < free.life
    assert ended.solidity == finished.solidity
