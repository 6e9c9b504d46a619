"""Text is measured, cut and broken to fit its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from sidecar_viz.paint.brush.fonts import SEMIBOLD, font
from sidecar_viz.paint.brush.text import elided, whole, width, wrapped


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
