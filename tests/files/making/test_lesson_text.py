"""Lessons as text: what is written is read as the same lesson."""

from __future__ import annotations

import pytest

from sidecar_viz.core.lesson import (
    Actor,
    ActorChange,
    Lesson,
    Link,
    LinkWords,
    Sample,
    Start,
    Step,
)
from sidecar_viz.files.library.places import bundled_lessons
from sidecar_viz.files.making.lesson_text import lesson_text
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson

LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
LONG = "word " * 40 + "end"


def lesson(**more: object) -> Lesson:
    """Make a small lesson."""
    usual: dict[str, object] = {
        "format": 2,
        "id": "it",
        "title": "It",
        "actors": (Actor(id="a", name="A"),),
        "steps": (Step(id="s", title="S", actors=(ActorChange(id="a", state="X"),)),),
    }
    return Lesson(**{**usual, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", LESSONS)
def test_every_bundled_lesson_comes_back(name: str) -> None:
    """Nothing is lost and nothing is added."""
    text = lesson_text(LESSONS[name])
    assert read_lesson(text.encode("utf-8"), name) == LESSONS[name]
    assert text.endswith("\n")


@pytest.mark.parametrize(
    "text",
    [
        *("", "yes", "null", "12", "- x", "a: b", "# no", "'", '"', "a # b", "{x}"),
        *("two\nlines", "  indented\nmore", "ends with a break\n", "tab\there", "é ×"),
        *(LONG, LONG.replace(" ", "  "), f"{LONG}\n\n{LONG}", "*bold*", "trailing "),
        *(f"{LONG} ", "word " * 18 + "ab ", "\ufeffmark", "right to left\u200f"),
        *("a\x85b", "a\u2028b\nc", f"a\u2029 {LONG}", "a\nb\x85c", f"{LONG}\x85"),
    ],
)
def test_any_text_comes_back(text: str) -> None:
    """Words that YAML would take for something else, long texts, texts of lines."""
    made = lesson(start=Start(caption=text.strip() or "x", describe=text.rstrip("\n")))
    assert read_lesson(lesson_text(made).encode("utf-8"), "it") == made


def test_any_number_comes_back() -> None:
    """All its digits, and without an exponent, which is no number in a lesson."""
    actor = Actor(id="a", name="A", count=1_000_000)
    for seconds in (0.2, 2.1234567, 3.0, 0.200000000001):
        step = Step(id="s", title="S", seconds=seconds)
        made = lesson(actors=(actor,), steps=(step,))
        assert read_lesson(lesson_text(made).encode("utf-8"), "it") == made


def test_a_listing_stays_as_it_is() -> None:
    """Line for line, with its indentation."""
    text = "spec:\n  containers:\n\n    - name: a   # here\n\tx"
    made = lesson(samples=(Sample(id="m", text=text),))
    assert read_lesson(lesson_text(made).encode("utf-8"), "it") == made


def test_what_is_as_usual_is_left_out() -> None:
    """The file has what somebody would have written."""
    assert lesson_text(lesson(), ["One.", "Two\nlines."]) == (
        "# One.\n"
        "# Two lines.\n"
        "format: 2\n"
        "id: it\n"
        "title: It\n"
        "\n"
        "actors:\n"
        "  - { id: a, name: A }\n"
        "\n"
        "steps:\n"
        "  - { id: s, title: S, actors: [{ id: a, state: X }] }\n"
    )


def test_words_that_yaml_reads_otherwise_are_in_quotes() -> None:
    """A link's state, and the names of its words."""
    link = Link(id="l", source="a", target="a", state="on", words=LinkWords(off="No"))
    text = lesson_text(lesson(links=(link,)))
    assert (
        '  - { id: l, from: a, to: a, state: "on", words: { "off": "No" } }\n' in text
    )
