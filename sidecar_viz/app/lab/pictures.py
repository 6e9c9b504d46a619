"""The time line as a picture in a file: vectors or pixels, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from sidecar_viz.export.pictures.stills import png_of
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import paint_playhead
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.telling.changes import changes_of

WIDE, EM, SCALE = 1600, 16.0, 2
MOST_SAID = 24  # seconds whose changes are said
TALL = 100_000.0  # pixels: more than any pod has lanes for


def write_picture(path: Path, run: Run, theme: Theme, t: float) -> None:
    """Write a run's time line with the playhead at a second, as SVG or else as PNG.

    Raises:
        OSError: it cannot be written; what was there before is there still.
    """
    brush = Brush(theme, EM, Effects(vectors=True))
    rows = rows_of(run, (WIDE, TALL), EM)
    high = round(rows.bottom + EM)
    rows = rows_of(run, (WIDE, float(high)), EM)
    line = TimeLine(run, Axis(run.way.folded, rows.left, rows.right, EM), rows)
    if path.suffix.lower() == ".svg":
        write_whole(path, _vectors(brush, line, QSize(WIDE, high), t))
    else:
        write_whole(path, _pixels(brush, line, QSize(WIDE, high), t))


def _paint(
    painter: QPainter, brush: Brush, line: TimeLine, size: QSize, t: float
) -> None:
    ground = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(ground, QColor(brush.theme.surface))
    paint_time_line(painter, brush, line)
    paint_playhead(painter, brush, line, t)


def _vectors(brush: Brush, line: TimeLine, size: QSize, t: float) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(size)
    made.setViewBox(QRectF(0, 0, size.width(), size.height()))
    made.setTitle(f"Time line of {line.run.pod.name}")
    made.setDescription(_in_words(line.run))
    with QPainter(made) as painter:
        _paint(painter, brush, line, size, t)
    buffer.close()
    return bytes(held.data())


def _in_words(run: Run) -> str:
    """Say what the time line shows: what happens at each second, the first of them."""
    found = list(changes_of(run.pod, run.trace).items())
    said = [f"{seconds(t)}: {', '.join(words)}" for t, words in found[:MOST_SAID]]
    more = [f"and {len(found) - MOST_SAID} more"] if len(found) > MOST_SAID else []
    return "; ".join([*said, *more])


def _pixels(brush: Brush, line: TimeLine, size: QSize, t: float) -> bytes:
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(SCALE, SCALE)
        _paint(painter, brush, line, size, t)
    return png_of(image)
