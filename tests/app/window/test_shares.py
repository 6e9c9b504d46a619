"""Which panels a lesson needs, and how much of the window each gets."""

from __future__ import annotations

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.shares import Room, ShownParts, column_widths
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.app.conftest import ROOT

HD = Room(1920, 1080, 1.0, 1.0)


def test_a_branching_flow_gets_a_wider_column(sidecar_lesson: Lesson) -> None:
    """A box with two ways out needs room beside it."""
    job = load_lesson(ROOT / "lessons" / "job" / "lesson.yaml")
    plain, branching = ShownParts().of(sidecar_lesson), ShownParts().of(job)
    assert (plain.branching, branching.branching) == (False, True)

    narrow = column_widths(HD, plain, (), Look(), 1800)
    wide = column_widths(HD, branching, (), Look(), 1800)

    assert narrow[0] < wide[0]
    assert sum(narrow) == sum(wide) == 1800


def test_what_a_lesson_leaves_empty_is_not_shown(lesson: Lesson) -> None:
    """No table, no flow, nothing behind tabs."""
    shown = ShownParts().of(lesson)

    assert (shown.flow, shown.table, shown.tabs) == (False, False, False)
    assert column_widths(HD, shown, (), Look(), 1800) == [0, 1800, 0]


def test_what_has_no_room_stands_behind_tabs() -> None:
    """The flow in a narrow window, the table in a low one, only where wanted."""
    assert HD.guests(ShownParts()) == ()
    assert Room(900, 1080, 1.0, 1.0).guests(ShownParts()) == ("flow",)
    assert Room(1920, 400, 1.0, 1.0).guests(ShownParts()) == ("table",)
    assert Room(900, 400, 1.0, 1.0).guests(ShownParts(flow=False)) == ("table",)


def test_dividers_stay_where_they_were_left() -> None:
    """In thousandths of the width; a nought is no wish."""
    kept = column_widths(HD, ShownParts(), (100, 500, 400), Look(), 1800)
    assert kept[0] == 180
    assert kept[2] == 720
    free = column_widths(HD, ShownParts(), (), Look(), 1800)
    assert column_widths(HD, ShownParts(), (0, 1000, 0), Look(), 1800) == free
