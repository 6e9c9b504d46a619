"""The colours of a listing's words: which there are, and when there are none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, islice

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.tabs.listing import Listing
from sidecar_viz.app.tabs.sample_panel import SamplePanel
from sidecar_viz.app.tabs.syntax import MOST_OF_BRIEF, coloured
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson, Sample
from sidecar_viz.paint.brush.theme import LIGHT

ATTACK = "&" * 999
"""As YAML: with 20,000 of them, Pygments takes more than a minute."""


def sample(language: str, text: str = "a: 1\n") -> Sample:
    """Make a sample in this language."""
    return Sample(id="s", language=language, text=text)


def colours(made: Sample, most: int = 10) -> set[str]:
    """Return the colours of the first words."""
    return {colour for _, _, colour in islice(coloured(made, LIGHT), most)}


@pytest.mark.parametrize(
    "language",
    ["yaml", "shell", "console", "docker", "dockerfile", "sql", "json", "python", "c"],
)
def test_what_lessons_are_written_in_has_colours(language: str) -> None:
    """By any name that Pygments has for it."""
    words = {"console": "$ ls 'a'", "c": "int a = 1;", "yaml": "a: 'b'"}
    words["json"] = '{"a": 1}'
    text = words.get(language, "FROM a # b\nselect 1 if 'x': \"a\" 1")
    assert colours(sample(language, text)) != {LIGHT.ink}


@pytest.mark.parametrize("language", ["text", "no-such", "abap", ""])
def test_what_is_in_no_known_language_is_plain_text(language: str) -> None:
    """Pygments knows 600 languages; of many, a small text can take minutes."""
    assert colours(sample(language, "IF 'a' = 1.")) == {LIGHT.ink}


def test_a_long_sample_in_a_slow_language_is_plain_text() -> None:
    """One word of it could take as long as all of another."""
    fits = "int a = 1;\n" * (MOST_OF_BRIEF // 11)
    assert LIGHT.hue("violet").text in colours(sample("c", fits))
    assert colours(sample("c", fits + fits)) == {LIGHT.ink}


def words_with_colours(listing: Listing) -> int:
    """Count the letters that have a colour of their own."""
    cursor = QTextCursor(listing.document())
    found = 0
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        found += cursor.charFormat().foreground().color().name() != "#000000"
    return found


def times(many: int) -> Callable[[], bool]:
    """Answer yes that many times."""
    asked = count()
    return lambda: next(asked) < many


def test_colouring_stops_when_it_is_told_to(qtbot: QtBot) -> None:
    """The first words have colours; all can be read, and are coloured the next time."""
    listing = Listing(sample("yaml", "{a: b, c: d}"))
    qtbot.addWidget(listing)
    listing.set_look(Look(), times(2))
    assert words_with_colours(listing) == 2
    assert listing.toPlainText() == "{a: b, c: d}"
    listing.set_look(Look(), times(100))
    assert words_with_colours(listing) == 10
    listing.set_look(Look(), times(0))
    assert words_with_colours(listing) == 0


def test_all_samples_together_are_coloured_within_a_bound(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Also those that would take minutes: here a clock that goes on at each look."""
    ticks = count(0.0, 0.1)
    panel = SamplePanel(clock=lambda: next(ticks))
    qtbot.addWidget(panel)
    samples = tuple(
        replace(sample("yaml", ATTACK), id=f"s{number}") for number in range(3)
    )
    panel.show_course(course_of(replace(sidecar_lesson, samples=samples)))
    listings = panel.findChildren(Listing)
    assert sum(words_with_colours(one) for one in listings) == 2
    assert {one.toPlainText() for one in listings} == {ATTACK}
