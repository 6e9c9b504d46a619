"""Where two stages stand in one area."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from sidecar_viz.app.twin.halves import halves
from sidecar_viz.core.lesson import Lesson

pytestmark = pytest.mark.usefixtures("qapp")
HEAD, GAP = 24, 10


def test_in_a_wide_area_they_stand_side_by_side(sidecar_lesson: Lesson) -> None:
    """Both are equal, and each has its heading over it."""
    found = halves(QRect(5, 7, 1250, 480), GAP, lambda _: HEAD, sidecar_lesson)

    assert found.left == QRect(5, 31, 620, 456)
    assert found.right == QRect(635, 31, 620, 456)
    assert found.headings == (QRect(5, 7, 620, 24), QRect(635, 7, 620, 24))


def test_where_that_shows_more_they_stand_one_above_the_other(
    sidecar_lesson: Lesson,
) -> None:
    """Columns of lines need the width; the lesson is above."""
    found = halves(QRect(0, 0, 1380, 752), GAP, lambda _: HEAD, sidecar_lesson)

    assert found.left == QRect(0, 24, 1380, 347)
    assert found.right == QRect(0, 405, 1380, 347)
    assert found.headings == (QRect(0, 0, 1380, 24), QRect(0, 381, 1380, 24))


def test_an_upright_area_is_parted_across(lesson: Lesson) -> None:
    """Without a ledger larger letters decide."""
    upright = halves(QRect(0, 0, 500, 1000), GAP, lambda _: HEAD, lesson)
    wide = halves(QRect(0, 0, 1000, 500), GAP, lambda _: HEAD, lesson)

    assert upright.left.width() == 500
    assert wide.left.height() == 500 - HEAD


def test_even_no_room_at_all_is_parted(lesson: Lesson) -> None:
    """A window on its way to a size asks, too."""
    found = halves(QRect(0, 0, 0, 0), GAP, lambda _: HEAD, lesson)

    assert found.left.width() >= 1
    assert found.left.height() >= 1
