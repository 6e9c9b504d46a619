"""An opening and an ending: what the reader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")


def problems(old: str, new: str) -> list[str]:
    """List what is said of the first lesson with one change."""
    assert old in TEXT
    with pytest.raises(LessonError) as caught:
        read_lesson(TEXT.replace(old, new, 1).encode(), "lesson.yaml")
    return [f"{problem.code}: {problem.text}" for problem in caught.value.problems]


def test_they_need_format_2() -> None:
    """A program that knows format 1 only would not show them."""
    found = problems("format: 2", "format: 1")

    assert "format: an opening needs format: 2" in found
    assert "format: an ending needs format: 2" in found


def test_a_crash_needs_format_2() -> None:
    """Elsewhere it would be a change like any other."""
    text = """
format: 1
id: a
title: A
actors: [{ id: app, name: App }]
steps: [{ id: s, title: S, actors: [{ id: app, state: Down, crash: true }] }]
"""
    with pytest.raises(LessonError) as caught:
        read_lesson(text.encode(), "lesson.yaml")

    assert [problem.text for problem in caught.value.problems] == [
        "crash needs format: 2"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  crash: main", "  crash: mian", "there is no actor 'mian'"),
        ("  holder: receiver", "  holder: reciever", "there is no actor 'reciever'"),
        ("read, actor: sidecar", "read, actor: sidecars", "no actor 'sidecars'"),
        ("    crash: main", "    crash: nobody", "there is no actor 'nobody'"),
    ],
)
def test_whom_they_name_must_be_there(old: str, new: str, said: str) -> None:
    """In the opening, in both sides of the ending and in their numbers."""
    (found,) = problems(old, new)

    assert found.startswith("unknown-id: ")
    assert said in found.replace('"', "'")


def test_only_items_of_the_ledger_fall() -> None:
    """There are twelve."""
    found = problems("falls: [1, 4, 7, 9, 11]", "falls: [1, 13]")

    assert found == ["ledger: there is no item 13: the ledger has 12 items"]


def test_the_holder_is_a_column() -> None:
    """The network holds nothing."""
    (found,) = problems("  holder: receiver", "  holder: network")

    assert found.startswith("ledger: ")
    assert "holds nothing" in found


def test_a_number_is_written_or_somebodys() -> None:
    """One of the two says what it is."""
    found = problems('{ text: "0", word: left', "{ word: left")

    assert found == ["unclear: name an actor, or write the number as text"]
