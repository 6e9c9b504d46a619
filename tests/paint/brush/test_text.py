"""Text is measured, cut and broken to fit its room."""

from __future__ import annotations

from sidecar_viz.paint.brush.text import elided, width, wrapped


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
