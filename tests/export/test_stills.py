"""A moment of a lesson becomes a picture file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.timeline import Timeline
from sidecar_viz.export.stills import ExportError, still, write_still
from sidecar_viz.paint.brush.theme import DARK, LIGHT

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SIZE = (320, 200)


def written(lesson: Lesson, out: Path, position: float, theme: str) -> QImage:
    """Write a picture, and read it again."""
    write_still(
        lesson,
        out,
        position=position,
        size=SIZE,
        theme=theme,
        what_if=None,
        fonts=FONTS,
    )
    return QImage(str(out)).convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("position", [0.0, 1.5, 2.0])
def test_the_picture_is_of_the_moment(
    qapp: QGuiApplication, lesson: Lesson, tmp_path: Path, position: float
) -> None:
    """Also between two steps, in the theme and the size that were asked for."""
    del qapp
    stage = Timeline(lesson).stage_at(position)

    found = written(lesson, tmp_path / "out.png", position, "dark")

    assert found.size().toTuple() == SIZE
    assert found == still(lesson, stage, SIZE, DARK)
    assert found != still(lesson, stage, SIZE, LIGHT)
    other = Timeline(lesson).stage_at(position + 0.5 if position < 2 else 0.0)
    assert found != still(lesson, other, SIZE, DARK)


def test_a_picture_that_cannot_be_written_is_an_error(
    qapp: QGuiApplication, lesson: Lesson, tmp_path: Path
) -> None:
    """With the file's name, and what may be wrong."""
    del qapp
    with pytest.raises(ExportError, match=r"none/out\.png: could not be written"):
        written(lesson, tmp_path / "none" / "out.png", 0.0, "light")
