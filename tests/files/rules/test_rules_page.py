"""docs/rules.md has every code, and its examples are as bad and as good as it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from sidecar_viz.files.reading.content import MAX_BYTES
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.rules.checks import CODES, FORM, check_lesson, problems_in

PAGE = (Path(__file__).parents[3] / "docs" / "rules.md").read_text("utf-8")
BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
FIELD = re.compile(r"^(?=[a-z])", re.MULTILINE)

# What cannot be shown on a page of text.
BYTES = {
    "empty": b"",
    "too-big": b"#" * (MAX_BYTES + 1),
    "encoding": "title: Thé".encode("latin-1"),
    "binary": b"title: \x00",
    "more": b"format: 1\nactors: [" + b"{}, " * 300 + b"]",
}


class Entry(NamedTuple):
    """A code as the page explains it, with what it shows."""

    code: str
    about: str
    blocks: list[str]


def entries() -> list[Entry]:
    """Every code on the page."""
    parts = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
    found = []
    for part in parts:
        code, about = part.splitlines()[0].split(": ", 1)
        found.append(Entry(code.strip("`"), about, BLOCK.findall(part)))
    return found


ENTRIES = {entry.code: entry for entry in entries()}
SHOWN = {code: entry for code, entry in ENTRIES.items() if entry.blocks}


def fields(text: str) -> dict[str, str]:
    """The parts of a lesson's text by their names."""
    parts = [part for part in FIELD.split(text) if part and not part.startswith("#")]
    return {part.split(":")[0]: part for part in parts}


def codes(example: str) -> set[str]:
    """The codes of all problems with an example laid over the page's lesson."""
    lesson = fields(BLOCK.findall(PAGE)[0])
    text = "".join((lesson | fields(example)).values())
    try:
        read = read_lesson_file(text.encode(), "tea.yaml")
    except LessonError as error:
        return {problem.code for problem in error.problems}
    found = check_lesson(read.lesson, read.document.place)
    return {problem.code for problem in found}


def test_every_code_is_on_the_page_and_says_what_it_is_about() -> None:
    """Each one once, with the words that the program has for it."""
    assert {code: entry.about for code, entry in ENTRIES.items()} == CODES
    assert len(ENTRIES) == len(entries())


def test_the_lesson_on_the_page_is_sound() -> None:
    """Nothing is wrong with it, so what an example gives is its own doing."""
    assert codes("") == set()


@pytest.mark.parametrize("entry", SHOWN.values(), ids=SHOWN)
def test_the_examples_are_as_they_say(entry: Entry) -> None:
    """The bad one has the problem; the good one is read and has it not."""
    bad, good = entry.blocks
    assert bad.startswith("# bad\n")
    assert good.startswith("# good\n")

    assert entry.code in codes(bad)
    assert not codes(good) & {entry.code, *FORM}


@pytest.mark.parametrize("code", sorted(set(CODES) - set(SHOWN)))
def test_what_the_page_only_tells_is_so(code: str, tmp_path: Path) -> None:
    """Files that are no text, or none at all."""
    path = tmp_path / "lesson.yaml"
    if code != "unreadable":
        path.write_bytes(BYTES[code])

    assert code in {problem.code for problem in problems_in(path)}
