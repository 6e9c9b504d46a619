"""Which rows of a ledger are in sight, and how much of a line is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Chip
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import LIGHT
from sidecar_viz.paint.columns.column import Column
from sidecar_viz.paint.columns.rows import HALF_TYPED, typed
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.sizes.columns import AFTER_BADGE, BADGE, ROW_PAD

LESSONS = Path(__file__).parents[3] / "lessons"

CHIP = Chip("a", "b", "one", (), verb="write", item=1)


@pytest.mark.parametrize(
    ("along", "writer", "file"),
    [(0.0, 0.0, 0.0), (0.25, 0.5, 0.0), (0.5, 1.0, 0.0), (0.75, 1.0, 0.5), (1, 1, 1)],
)
def test_the_writer_s_line_is_whole_before_the_file_s_begins(
    along: float, writer: float, file: float
) -> None:
    """Cause first, then the effect."""
    assert typed(replace(CHIP, along=along), half=False) == (writer, file)


def test_a_line_begun_at_rest_is_gone_on_with() -> None:
    """Nothing that stands in the writer's window is taken back."""
    assert typed(replace(CHIP, along=0.0), half=True) == (HALF_TYPED, 0.0)
    assert typed(replace(CHIP, along=0.5), half=True) == (1.0, 0.0)


@pytest.mark.parametrize(("step", "said"), [(4, False), (5, True)])
def test_a_column_says_what_is_above_its_rows(step: int, *, said: bool) -> None:
    """Six lines have come to the receiver, and the rows in sight are 7 to 12."""
    lesson = load_lesson(LESSONS / "sidecar" / "lesson.yaml")
    layout = laid_out(lesson, (1170.0, 295.0))
    sheet = layout.places["receiver"].sheet
    assert sheet is not None
    assert sheet.rows == 6
    image = QImage(1170, 295, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        stage = Timeline(lesson).rest(step)
        paint_stage(painter, stage, layout, LIGHT, effects=Effects())
    x, y = (round(side) for side in sheet.row(1).centre)
    around = [
        image.pixelColor(x + across, y + down).lightness()
        for across in range(-14, 15)
        for down in range(-5, 6)
    ]

    assert (min(around) < 180) is said


def test_a_line_that_is_cut_is_typed_as_it_is_seen() -> None:
    """Half of it is half of what its row has room for, and the caret follows that."""
    lesson = load_lesson(LESSONS / "sidecar" / "lesson.yaml")
    layout = laid_out(lesson, (1262.0, 575.0), 1.5)
    place = layout.places["main"]
    assert place.sheet is not None
    assert lesson.ledger is not None
    stage = Timeline(lesson).rest(4)
    row = place.sheet.row(5)
    ink = []
    for part in (0.5, 1.0):
        image = QImage(1262, 575, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.surface))
        with QPainter(image) as painter:
            brush = Brush(LIGHT, layout.em, Effects())
            column = Column(
                painter,
                brush,
                place,
                place.sheet,
                stage.actor("main"),
                lesson.ledger,
            )
            column.draw_row(row, 10, part=part)
        y = round(row.centre[1])
        dark = [
            x
            for x in range(round(row.x), round(row.right))
            if any(image.pixelColor(x, y + n).lightness() < 150 for n in range(-5, 6))
        ]
        ink.append(max(dark) - (row.x + (ROW_PAD + BADGE + AFTER_BADGE) * layout.em))

    assert ink[0] < 0.65 * ink[1]
