"""A picture of the whole window, as `export --window` makes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.window_picture import exported_window
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import ExportError
from sidecar_viz.export.wanted import Wanted

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SIZE = (1000, 600)


def picture(
    lesson: Lesson,
    position: float | None,
    theme: str = "light",
    what_if: int | None = None,
    size: tuple[int, int] = SIZE,
) -> QImage:
    """Make a picture, and read it again."""
    other = None if what_if is None else lesson.what_ifs[what_if]
    wanted = Wanted(lesson, position, size, theme, other, notes=False, fonts=FONTS)
    return QImage.fromData(
        b"".join(part.data for part in exported_window(wanted).pieces)
    )


def test_it_is_of_the_step_the_theme_and_the_what_if(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """Each of them makes another picture, of the size that was asked for."""
    del qapp
    asked: tuple[tuple[float | None, str, int | None], ...] = (
        (3.0, "light", None),
        (4.0, "light", None),
        (3.5, "light", None),
        (None, "light", None),
        (3.0, "dark", None),
        (3.0, "light", 0),
    )
    pictures = [picture(sidecar_lesson, *one) for one in asked]

    assert {one.size().toTuple() for one in pictures} == {SIZE}
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])
    assert picture(sidecar_lesson, *asked[0]) == pictures[0]


def test_a_window_that_small_is_refused(
    qapp: QApplication, sidecar_lesson: Lesson
) -> None:
    """With the least size that it can have."""
    del qapp
    with pytest.raises(ExportError, match="at least 800x480"):
        picture(sidecar_lesson, 0.0, size=(799, 600))
