"""How wide and how high words become in a cell."""

from __future__ import annotations

import pytest

from sidecar_viz.app.tables.cell_text import (
    line_width,
    text_height,
    widest_line,
    widest_word,
)
from sidecar_viz.paint.brush.fonts import REGULAR

TEXT = "The sidecar reads the lines"


def test_text_is_as_high_as_its_lines() -> None:
    """Three words under each other are three times as high as one."""
    one = text_height("word", 16, REGULAR, 1000)
    narrow = widest_word("word", 16, REGULAR) + 1

    assert text_height("word word word", 16, REGULAR, narrow) == pytest.approx(3 * one)
    assert text_height(TEXT, 16, REGULAR, 10_000) == pytest.approx(one)


def test_no_line_is_wider_than_its_room() -> None:
    """Where the longest word has room; in one line it is as wide as the text."""
    room = widest_word(TEXT, 16, REGULAR) * 2

    assert widest_line(TEXT, 16, REGULAR, room) <= room
    whole = line_width(TEXT, 16, REGULAR)
    assert widest_line(TEXT, 16, REGULAR, whole + 1) == pytest.approx(whole)


def test_a_long_field_name_goes_on_in_the_next_line() -> None:
    """At a capital, and only where it has too little room."""
    name = "activeDeadlineSeconds"
    half = widest_word("activeDeadline", 16, REGULAR) + 1

    assert widest_word(name, 16, REGULAR) == widest_word("Deadline", 16, REGULAR)
    assert widest_line(name, 16, REGULAR, half) < half
    assert text_height(name, 16, REGULAR, half) == 2 * text_height(
        "a", 16, REGULAR, half
    )
    whole = line_width(name, 16, REGULAR)
    assert widest_line(name, 16, REGULAR, whole + 1) == pytest.approx(whole)


def test_other_words_stay_whole() -> None:
    """A short name with a capital inside, and a long word without one."""
    for word in ("restartPolicy", "uncharacteristically"):
        assert widest_word(word, 16, REGULAR) == line_width(word, 16, REGULAR)


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u2028"])
def test_a_text_without_letters_is_an_empty_line(blank: str) -> None:
    """It has no width, and the height of a line."""
    assert widest_line(blank, 16, REGULAR, 100) == 0
    assert widest_word(blank, 16, REGULAR) == 0
    assert text_height(blank, 16, REGULAR, 100) == text_height("a", 16, REGULAR, 100)
