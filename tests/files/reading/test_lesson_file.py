"""A typed lesson, or all problems of its file at once."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.files.reading.problems import (
    AT_MOST,
    LessonError,
    Location,
    Problem,
    shown,
)
from sidecar_viz.files.reading.typed_readers import shape_of

THREE = (
    "l.yaml:1:9: choice: expected 1 or 2, found '3';"
    " a newer version of the program may know it"
)
GOOD = """\
format: 1
id: good
title: Good
actors:
  - {id: a, name: A}
  - {id: b, name: B}
links:
  - {id: ab, from: a, to: b}
steps:
  - {id: one, title: One, links: [{id: ab, state: "on"}]}
"""


def read(text: str) -> Lesson:
    """Read a lesson called l.yaml."""
    return read_lesson(dedent(text).encode(), "l.yaml")


def problems(text: str) -> list[str]:
    """All problems of such a lesson, as they are printed."""
    with pytest.raises(LessonError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


def codes(text: str) -> list[str]:
    """Their codes."""
    with pytest.raises(LessonError) as caught:
        read(text)
    return [problem.code for problem in caught.value.problems]


def changed(old: str, new: str) -> str:
    """The good lesson with one thing changed."""
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_lesson_is_read() -> None:
    """Every field has its type, what is left out its default."""
    lesson = read(GOOD)

    assert lesson.format == 1
    assert [actor.id for actor in lesson.actors] == ["a", "b"]
    assert lesson.links[0].source == "a"
    assert lesson.links[0].words.on == "On"
    assert lesson.minutes is None
    assert lesson.steps[0].seconds == 2.0


def test_types_are_wanted_by_fields_not_guessed_from_text() -> None:
    """A title may be Yes, a state off, a label 1:30 or 007."""
    lesson = read(
        GOOD.replace("title: Good", "title: Yes").replace(
            "{id: b, name: B}", "{id: b, name: 007, state: off, label: 1:30, count: 7}"
        )
    )

    assert lesson.title == "Yes"
    assert lesson.actors[1].name == "007"
    assert lesson.actors[1].state == "off"
    assert lesson.actors[1].label == "1:30"
    assert lesson.actors[1].count == 7


@pytest.mark.parametrize(
    ("seconds", "value"), [("2", 2.0), ("2.50", 2.5), (".75", 0.75), ("+3", 3.0)]
)
def test_numbers_are_read(seconds: str, value: float) -> None:
    """Whole numbers and fractions, as one writes them."""
    assert read(changed("title: One", f"title: One, seconds: {seconds}")).steps[
        0
    ].seconds == pytest.approx(value)


def test_nothing_written_is_left_out() -> None:
    """An empty list or optional field is as if it were not there."""
    lesson = read(GOOD + "minutes:\nwhat-ifs:\ntable: ~\nsubject:\n")

    assert (lesson.minutes, lesson.what_ifs, lesson.table) == (None, (), None)
    assert lesson.subject == ""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "title: Good",
            "titel: Good",
            [
                (
                    "l.yaml:3:1: field: 'titel' is no field of a lesson"
                    "; did you mean title?"
                ),
            ],
        ),
        (
            'state: "on"',
            "state: onn",
            [
                (
                    "l.yaml:10:51: choice: 'onn' is not one of off, on, denied"
                    "; did you mean on?"
                )
            ],
        ),
        (
            "to: b",
            "to: bb",
            ["l.yaml:8:27: unknown-id: there is no actor 'bb'; did you mean b?"],
        ),
        (
            "id: good",
            "id: Good One",
            [
                (
                    "l.yaml:2:5: id: 'Good One' is not lower-case letters, digits and"
                    " hyphens; did you mean good-one?"
                )
            ],
        ),
        (
            "id: good",
            "id: '!'",
            ["l.yaml:2:5: id: '!' is not lower-case letters, digits and hyphens"],
        ),
        ("id: good", "id:", ["l.yaml:2:4: id: expected a name, found nothing"]),
        ("format: 1", "format: 3", [THREE]),
        (
            "format: 1",
            "format: [1]",
            ["l.yaml:1:9: type: expected 1 or 2, found a list"],
        ),
        (
            "title: Good",
            "title: [Good]",
            ["l.yaml:3:8: type: expected text, found a list"],
        ),
        (
            "title: Good",
            "title: {a: b}",
            ["l.yaml:3:8: type: expected text, found a group of fields"],
        ),
        (
            "name: B",
            "name: B, count: '7'",
            ["l.yaml:6:29: type: expected a whole number; write it without quotes"],
        ),
        (
            "name: B",
            "name: B, count: many",
            ["l.yaml:6:29: type: expected a whole number, found 'many'"],
        ),
        (
            "name: B",
            "name: B, count: [7]",
            ["l.yaml:6:29: type: expected a whole number, found a list"],
        ),
        ("name: B", "name: B, count: -1", ["l.yaml:6:29: range: -1 is less than 0"]),
        (
            "name: B",
            "name: B, count: 1000001",
            ["l.yaml:6:29: range: 1000001 is more than 1000000"],
        ),
        (
            "title: One",
            "title: One, seconds: .nan",
            ["l.yaml:10:36: type: expected a number, found '.nan'"],
        ),
        (
            "name: B",
            "name: B, present: yes",
            [
                (
                    "l.yaml:6:31: type: expected true or false, found 'yes';"
                    " did you mean true?"
                )
            ],
        ),
        (
            "name: B",
            "name: B, present: []",
            ["l.yaml:6:31: type: expected true or false, found a list"],
        ),
        (
            "  - {id: b, name: B}",
            "  - b",
            [
                "l.yaml:6:5: type: expected fields of an actor, found 'b'",
                "l.yaml:8:27: unknown-id: there is no actor 'b'",
            ],
        ),
        (
            "  - {id: b, name: B}",
            "  -",
            [
                "l.yaml:6:4: type: expected fields of an actor, found nothing",
                "l.yaml:8:27: unknown-id: there is no actor 'b'",
            ],
        ),
        (
            "title: One",
            "title: One, flow: start",
            [
                (
                    "l.yaml:10:33: type: expected a list, each item after a hyphen,"
                    " found 'start'; write [start]"
                )
            ],
        ),
        (
            "name: B",
            "name: B, about: one, two: three",
            ["l.yaml:6:34: field: 'two' is no field of an actor"],
        ),
        (
            "name: B",
            "name: B, about: one, or two",
            [
                (
                    "l.yaml:6:34: field: 'or two' is no field of an actor"
                    "; a text with a comma inside braces needs quotes"
                )
            ],
        ),
        (
            "name: B",
            "name: B, a name: C",
            [
                (
                    "l.yaml:6:22: field: 'a name' is no field of an actor"
                    "; did you mean name?"
                )
            ],
        ),
    ],
)
def test_a_mistake_is_placed_and_explained(
    old: str, new: str, expected: list[str]
) -> None:
    """Line and column, what is wrong, and what was probably meant."""
    assert problems(changed(old, new)) == expected


def test_lists_have_their_sizes() -> None:
    """No lesson without steps; no quiz question with seven options."""
    options = ", ".join(f"{{text: o{n}}}" for n in range(7))
    text = changed('  - {id: one, title: One, links: [{id: ab, state: "on"}]}', "  []")

    assert problems(text + f"quiz: [{{id: q, question: Q, options: [{options}]}}]") == [
        "l.yaml:10:3: range: 0 items; needs at least 1",
        "l.yaml:11:38: range: 7 items; at most 6 are allowed",
    ]


def test_texts_have_their_lengths() -> None:
    """A line of text is not a book."""
    assert codes(changed("title: Good", "title: " + "x" * 241)) == ["range"]


def test_all_mistakes_come_at_once() -> None:
    """An error inside one part hides no error in another."""
    text = """\
    format: 1
    id: bad
    titel: Bad
    titel: Worse
    actors:
      - {id: a, name: A, tone: gut}
      - {id: a, name: [B]}
    links:
      - {id: ab, from: a, to: c}
    steps:
      - {id: one, title: One, seconds: 99, focus: [d]}
      - {id: start, title: !x Two, needs: [{why: Because.}]}
      - 7
    """

    assert codes(text) == [
        "field",
        "duplicate",
        "choice",
        "duplicate-id",
        "type",
        "unknown-id",
        "range",
        "unknown-id",
        "duplicate-id",
        "tag",
        "unclear",
        "type",
    ]


@pytest.mark.parametrize("text", ["just text", "- a\n- b\n", "7", "[]", "~"])
def test_a_file_that_is_no_lesson_at_all(text: str) -> None:
    """One clear problem, not one for each field that is missing."""
    assert codes(text) == ["type"]


def test_a_file_with_thousands_of_mistakes_stays_readable() -> None:
    """The first ones are listed, and how many there are more."""
    text = GOOD + "snapshot:\n" + "  - [x]\n" * 40 + "authors:\n" + "  - [x]\n" * 400

    found = problems(text)

    assert len(found) == AT_MOST + 1
    assert found[-1].endswith("and 240 more problems after these")


def test_problems_read_as_file_line_column_code_text() -> None:
    """So that editors and people find the place."""
    problem = Problem(Location("x.yaml", 3, 9), "tag", "no tags")

    assert str(problem) == "x.yaml:3:9: tag: no tags"
    assert str(LessonError([problem, problem])) == str(problem)


def test_a_strangers_text_is_shown_safely() -> None:
    """On one line, not too long, without invisible characters."""
    assert shown("a\nb") == r"'a\nb'"
    assert len(shown("x" * 500)) < 50
    assert shown("a\u202eb").isprintable()


def test_a_file_is_loaded_from_its_path(tmp_path: Path) -> None:
    """Places carry the path that was given."""
    path = tmp_path / "l.yaml"
    path.write_text(GOOD)
    assert load_lesson(path).id == "good"

    path.write_text("[]")
    with pytest.raises(LessonError, match=str(path)):
        load_lesson(path)


def test_a_type_that_no_file_can_hold_is_our_mistake() -> None:
    """A new field of an unknown type is noticed at once, not when a file uses it."""
    with pytest.raises(TypeError):
        shape_of(dict)


def test_what_is_read_can_be_folded() -> None:
    """A lesson without problems of form plays to its end."""
    assert course_of(read(GOOD)).end == 1


def test_of_very_many_problems_the_first_are_kept() -> None:
    """From the top of the file, each once; then how many there are besides."""
    lines = [Location("x.yaml", line) for line in range(AT_MOST + 3, 0, -1)]
    error = LessonError([Problem(line, "tag", "no tags") for line in (*lines, *lines)])

    assert [p.place.line for p in error.problems[:-1]] == list(range(1, AT_MOST + 1))
    assert error.problems[-1] == Problem(
        Location("x.yaml", AT_MOST), "more", "and 3 more problems after these"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "  - id: receiver\n",
            "  - di: receiver\n",
            "'di' is no field of an actor; did you mean id?",
        ),
        (
            "\nactors:\n",
            "\nactor:\n",
            "'actor' is no field of a lesson; did you mean actors?",
        ),
        (
            "\nsteps:\n",
            "\nstep:\n",
            "'step' is no field of a lesson; did you mean steps?",
        ),
    ],
)
def test_a_misspelt_field_is_the_only_mistake(
    right: str, wrong: str, said: str
) -> None:
    """What it holds counts as what was meant: nothing that follows is reported."""
    root = Path(__file__).parents[3]
    text = (root / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")
    assert right in text
    with pytest.raises(LessonError) as failed:
        read_lesson(text.replace(right, wrong, 1).encode(), "l.yaml")
    assert [problem.text for problem in failed.value.problems] == [said]


def test_a_misspelt_field_that_holds_something_else_is_missing_still() -> None:
    """It may have been meant otherwise: both are said."""
    text = "format: 2\nid: a\ntitle: A\nactors: [{id: x, nam: {}}]\n"
    text += "steps: [{id: s, title: S, say: S.}]\n"
    with pytest.raises(LessonError) as failed:
        read_lesson(text.encode(), "l.yaml")
    assert [problem.text for problem in failed.value.problems] == [
        "an actor needs the field name",
        "'nam' is no field of an actor; did you mean name?",
    ]
