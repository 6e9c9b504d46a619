"""Text is measured, cut and broken to fit its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from sidecar_viz.paint.brush.fonts import SEMIBOLD, font
from sidecar_viz.paint.brush.text import elided, whole, width, wrapped, write


def test_a_text_is_broken_into_as_many_lines_as_there_may_be() -> None:
    """The last line takes the rest, cut where it does not fit."""
    text = "one two three four five six"
    room = width("one two")

    two = wrapped(text, room)
    three = wrapped(text, room, lines=3)

    assert two[0] == "one two"
    assert [len(two), len(three)] == [2, 3]
    assert two[1].endswith("…")
    assert all(width(line) <= room for line in (*two, *three))
    assert wrapped("one two", room) == ("one two",)


def test_a_text_is_cut_only_where_it_must_be() -> None:
    """As much of it stays as there is room for."""
    assert elided("needlework", width("needlework")) == "needlework"
    assert elided("needlework", width("need…") + 0.01) == "need…"


@given(st.floats(6, 40))
def test_words_are_as_wide_as_they_are_measured_in_whole_sizes(size: float) -> None:
    """Qt rounds the size of letters, so measured in any other they would be cut."""
    said = "set image web example.com/web:1.4.2"

    painted = QFontMetricsF(font(round(size, 1), SEMIBOLD)).horizontalAdvance(said)

    assert painted == pytest.approx(width(said, SEMIBOLD) * whole(size), rel=0.003)


@pytest.mark.parametrize("size", [10.0, 10.5, 10.9, 11.4, 12.5])
def test_what_stands_at_the_right_ends_there(size: float) -> None:
    """In every size, though Qt writes in whole ones."""
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        write(painter, 350, 20, "H" * 30, size, "#000", align="right")

    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(40))
    ]
    assert 347 <= max(inked) <= 350
