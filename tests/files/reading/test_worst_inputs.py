"""The worst that a stranger's file can hold: read or refused, shown as text, quickly.

Bombs of aliases, deep nesting, huge files and forged tags are in test_document.py.
"""

from __future__ import annotations

import pytest

from sidecar_viz.core.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

LESSON = """\
format: 1
id: worst
title: {title}
actors: [{{id: a, name: {name}, count: {count}}}]
steps: [{{id: s, title: {title}, actors: [{{id: a, state: Up}}]}}]
"""
RIGHT_TO_LEFT = "שלום \u202eabc\u202c مرحبا"
ODD = (
    "e\u0301" * 40,
    "\u200b\u200d\u2060",
    "\U0001f469\u200d\U0001f467\u200d\U0001f466" * 8,
    "\ufdfd",
    "\U0001d518\U0001d52b",
    "a\u0300\u0301\u0302\u0303",
)


def text(title: str = "T", name: str = "A", count: str = "1") -> bytes:
    """A small lesson with these in it, quoted as YAML wants it."""
    quoted = ['"' + part.replace('"', "") + '"' for part in (title, name)]
    return LESSON.format(title=quoted[0], name=quoted[1], count=count).encode()


def problems(data: bytes) -> str:
    """The codes of what is wrong, each once."""
    with pytest.raises(LessonError) as caught:
        read_lesson(data, "w.yaml")
    return " ".join(sorted({problem.code for problem in caught.value.problems}))


def test_right_to_left_text_stays_as_it_was_written() -> None:
    """Marks of direction included; nothing is turned round or cut."""
    lesson = read_lesson(text(RIGHT_TO_LEFT, RIGHT_TO_LEFT), "w.yaml")

    assert lesson.title == RIGHT_TO_LEFT
    assert Timeline(lesson).rest(1).actors[0].word == "Up"


@pytest.mark.parametrize("odd", ODD)
def test_odd_unicode_is_text(odd: str) -> None:
    """Combining marks, joiners, families of four, one letter as wide as a word."""
    assert read_lesson(text(odd, odd), "w.yaml").title == odd


@pytest.mark.parametrize(
    "count",
    ["9" * 400, "-1", "1e999", ".inf", ".nan", "0x7fffffff", "1_000_000_000", "1.5"],
)
def test_huge_and_odd_numbers_are_refused(count: str) -> None:
    """In words, with the place; no number is taken for another one."""
    assert problems(text(count=count)) in {"range", "type"}


def test_a_long_scalar_is_refused_where_it_is_too_long() -> None:
    """A title of five thousand letters; a text of fifty thousand and one."""
    assert problems(text("x" * 5000)) == "range"
    assert problems(text("x" * 50_001)) == "too-big"


@pytest.mark.parametrize(
    "sign", [b"\x00", b"\x07", b"\x1b[2J", b"\x7f", b"\xed\xa0\xbd"]
)
def test_control_characters_are_refused(sign: bytes) -> None:
    """A terminal's commands, a bell, a nought, half a pair: none is a text."""
    data = text("mark").replace(b"mark", b"m" + sign)

    assert problems(data) in {"binary", "encoding"}


def test_text_is_never_taken_for_markup() -> None:
    """What looks like HTML, a tag or an alias is letters inside quotes."""
    for forged in ("<img src=x>", "&amp;", "!!python/object:os.system", "*a", "%TAG"):
        assert read_lesson(text(forged, forged), "w.yaml").actors[0].name == forged
