"""What is told in a what-if: its own words, or what is true there."""

from __future__ import annotations

import pytest

from sidecar_viz.core.beside.told import ends_as_told, is_affected, told, transcript
from sidecar_viz.core.course.course import Course
from tests.core.courses import played

TEXT = """
start: {caption: Before., say: It begins., notes: Ask., in-reality: Truly.}
steps:
  - id: one
    title: One
    caption: A is active.
    say: A has become active.
    describe: A is seen to be active.
    notes: Point at A.
    in-reality: A is really active.
    focus: [a]
    actors: [{id: a, state: Active}]
  - id: two
    title: Two
    caption: B follows A.
    say: B is active as well.
    describe: B is seen to be active.
    notes: Point at B.
    in-reality: B is really active.
    focus: [b]
    needs: [{actor: a, state: Active, why: A rests.}]
    actors: [{id: b, state: Active}]
transcript: [A and B become active.]
what-ifs:
  - id: other
    title: Other
    summary: A waits.
    steps: [{step: one, actors: [{id: a, state: Waiting}]}]
  - id: written
    title: Written
    steps:
      - step: one
        title: A waits
        caption: A **waits**.
        say: A is waiting now.
        describe: A is seen to wait.
        notes: Point at A that waits.
        in-reality: A really waits.
        actors: [{id: a, state: Waiting}]
      - {step: two, caption: B stays., describe: B is seen to stay.}
  - {id: apart, title: Apart, holds: [{actor: b, state: Away}]}
"""


def course(which: int | None) -> Course:
    """The lesson above in one of its what-ifs."""
    return played(TEXT, which)


def test_what_comes_out_otherwise_is_told_as_it_is_seen() -> None:
    """Neither aloud nor to the eye are words of the lesson used, and no notes."""
    words = told(course(0), 1)

    assert words.say == "A: Waiting."
    assert words.caption == "A: Waiting."
    assert words.describe == "A: Waiting. B: Idle."
    assert (words.notes, words.in_reality) == ("", "")


def test_what_cannot_happen_is_told_with_its_reason() -> None:
    """In the reader's language; the lesson's caption is not shown there."""
    words = told(course(0), 2, lambda why: f"Nein: {why}")

    assert (words.say, words.blocked, words.caption) == (
        "Nein: A rests.",
        "A rests.",
        "",
    )
    assert words.describe == "A rests. A: Waiting. B: Idle."


def test_what_a_what_if_writes_is_told() -> None:
    """All of its texts; what is said after the caption where nothing else is."""
    one, two = told(course(1), 1), told(course(1), 2)

    assert (one.title, one.retitled, one.caption) == ("A waits", True, "A **waits**.")
    assert (one.say, one.describe) == ("A is waiting now.", "A is seen to wait.")
    assert (one.notes, one.in_reality) == ("Point at A that waits.", "A really waits.")
    assert two.say == "Cannot happen: A rests. B stays."
    assert (two.title, two.retitled) == ("Two", False)


@pytest.mark.parametrize(
    ("caption", "instead"),
    [
        ("A **rests**. B stays.", "B stays."),
        ("A rests!", ""),
        ("B stays. A rests.", "B stays. A rests."),
        ("A rests at home.", "A rests at home."),
    ],
)
def test_a_reason_is_not_said_twice(caption: str, instead: str) -> None:
    """The first sentences of the caption that say just the reason stay away."""
    words = told(played(TEXT.replace("B stays.,", f'"{caption}",'), 1), 2)

    assert words.instead == instead
    assert words.say == f"Cannot happen: A rests. {instead}".rstrip()
    assert words.caption == caption


def test_what_happens_as_always_is_told_as_always() -> None:
    """Another one that is held elsewhere changes nothing of it."""
    words = told(course(2), 1)

    assert (words.say, words.caption) == ("A has become active.", "A is active.")
    assert (words.notes, words.in_reality) == ("Point at A.", "A is really active.")
    assert words.describe == "A: Active. B: Away."


@pytest.mark.parametrize(
    ("which", "affected"),
    [(None, []), (0, [1, 2]), (1, [1, 2]), (2, [0, 2])],
)
def test_a_step_is_affected_where_it_comes_out_otherwise(
    which: int | None, affected: list[int]
) -> None:
    """What is held counts at the start, and where the step speaks of it."""
    found = course(which)

    assert [n for n in range(found.end + 1) if is_affected(found, n)] == affected


def test_the_lesson_itself_is_told_as_it_is_written() -> None:
    """Without a what-if every text is the lesson's."""
    found = course(None)
    start, one = told(found, 0), told(found, 1)

    assert (start.say, start.notes, start.in_reality) == (
        "It begins.",
        "Ask.",
        "Truly.",
    )
    assert start.describe == "A: Idle. B: Idle."
    assert (one.say, one.describe) == (
        "A has become active.",
        "A is seen to be active.",
    )
    assert transcript(found) == ("A and B become active.",)
    assert ends_as_told(found)


def test_a_what_if_s_transcript_is_made_of_its_steps() -> None:
    """Its summary, then each step with what happens there, or why it cannot."""
    assert transcript(course(0)) == (
        "A waits.",
        "**1. One.** A: Waiting.",
        "**2. Two.** Cannot happen: A rests.",
    )
    assert not ends_as_told(course(0))
