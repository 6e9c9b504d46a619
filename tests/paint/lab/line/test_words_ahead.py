"""What is ahead of the playhead is fainter, and its words can be read all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES, contrast
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import Mark, TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import (
    ahead_of,
    paint_ahead,
    paint_playhead,
)
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from sidecar_viz.pods.showing.run import Run
from tests.pods.showing.runs import orders, shop

SIZE, EM = QSize(1400, 320), 14.0
LEAST = {"light": 4.5, "dark": 4.5, "projector": 4.5, "contrast": 7.0}
TEXT = re.compile(r'<text fill="(#\w+)"[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<')
Paint = Callable[[QPainter, Brush, TimeLine], None]


class Word(NamedTuple):
    """A word of a picture: its colour, where it begins, and its base line."""

    ink: str
    x: float
    y: float
    said: str


def laid_out(run: Run) -> TimeLine:
    """Lay a run out, with a number where another one differs."""
    rows = rows_of(run, (float(SIZE.width()), float(SIZE.height())), EM)
    axis = Axis(run.way.folded, rows.left, rows.right, EM)
    return TimeLine(run, axis, rows, marks=(Mark(run.end / 2, 1),))


def painted(device: QPaintDevice, theme: str, line: TimeLine, paint: Paint) -> None:
    """Paint a time line on a device."""
    with QPainter(device) as painter:
        paint(painter, Brush(THEMES[theme], EM, Effects(vectors=True)), line)


def words_of(theme: str, line: TimeLine) -> Iterator[Word]:
    """Give all words that are written ahead of the playhead, as vectors say them."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(held)
    made.setSize(SIZE)
    made.setViewBox(QRect(0, 0, SIZE.width(), SIZE.height()))
    painted(made, theme, line, paint_ahead)
    box = ahead_of(line, 0)
    for ink, x, y, said in TEXT.findall(bytes(held.data().data()).decode()):
        if box.contains(float(x), float(y)):
            yield Word(ink, float(x), float(y), said)


def picture(theme: str, line: TimeLine, paint: Paint) -> QImage:
    """Paint a time line into an image."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(THEMES[theme].surface)
    painted(image, theme, line, paint)
    return image


def ground(image: QImage, word: Word) -> str:
    """Return the colour that is the commonest just before a word."""
    x, y = round(word.x), round(word.y - 0.3 * EM)
    near = [(x - 2, y + n) for n in range(-4, 4)]
    return Counter(image.pixelColor(*at).name() for at in near).most_common(1)[0][0]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("run", [shop, orders])
def test_words_that_are_ahead_can_be_read(run: Callable[[], Run], theme: str) -> None:
    """Those of the pod, in bars, at probes, signals, ends and differences."""
    line = laid_out(run())
    seen = picture(theme, line, paint_ahead)
    words = list(words_of(theme, line))
    assert len(words) > 15
    faint = [
        (word.said, round(contrast(word.ink, ground(seen, word)), 2))
        for word in words
        if contrast(word.ink, ground(seen, word)) < LEAST[theme]
    ]
    assert faint == []


@pytest.mark.parametrize("theme", THEMES)
def test_bars_that_are_ahead_are_fainter(theme: str) -> None:
    """Nearer to the ground than those that have been, in every theme."""
    line = laid_out(shop())
    row = line.rows.lanes["logger"]
    at = round(line.axis.x(55)), round(row.middle - row.bar / 4)
    been, ahead = (
        contrast(
            picture(theme, line, how).pixelColor(*at).name(), THEMES[theme].surface
        )
        for how in (paint_time_line, paint_ahead)
    )
    assert 1.2 < ahead < been


@pytest.mark.parametrize("t", [0.0, 20.0, 64.0])
def test_a_picture_is_of_both_sides_of_its_playhead(t: float) -> None:
    """Left of it is what has been, right of it what is ahead."""
    line = laid_out(shop())

    def whole(painter: QPainter, brush: Brush, line: TimeLine) -> None:
        paint_time_line(painter, brush, line)
        paint_playhead(painter, brush, line, t)

    seen = picture("light", line, whole)
    x, top = round(line.axis.x(t)), round(line.rows.head.bottom()) + 1
    high = int(line.rows.bottom) - top
    left = QRect(0, top, x - 4, high)
    right = QRect(x + 4, top, int(line.rows.right) - x - 4, high)
    assert seen.copy(left) == picture("light", line, paint_time_line).copy(left)
    assert seen.copy(right) == picture("light", line, paint_ahead).copy(right)
