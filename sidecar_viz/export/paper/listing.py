"""A lesson's listings on paper: whole, to be copied again, and attached as files."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPdfWriter

from sidecar_viz.core.lesson import Lesson, Sample
from sidecar_viz.core.markup import plain
from sidecar_viz.export.paper.pdf import MM, new_pdf
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.theme import MONO, SANS

MARGIN = 15.0  # millimetres
LARGE, LEAST = 11.0, 5.0  # points
HEAD, LEADING, UNDER_HEAD = 14.0, 1.35, 6.0  # points; lines; millimetres
ENDINGS = {"yaml": "yaml", "json": "json", "shell": "sh", "sql": "sql"}


def listings_pdf(lesson: Lesson) -> Iterator[tuple[bytes, float]]:
    """Make a PDF of all listings, a page each, with how much is done then (0 to 1)."""
    with new_pdf(lesson.title, MARGIN, lesson.language) as pdf:
        for sample in lesson.samples:
            pdf.writer.addFileAttachment(file_name(sample), sample.text.encode())
        with QPainter(pdf.writer) as painter:
            for number, sample in enumerate(lesson.samples):
                if number:
                    pdf.writer.newPage()
                _draw(pdf.writer, painter, sample)
                yield pdf.taken(), number / len(lesson.samples)
        yield pdf.taken(), 1.0


def file_name(sample: Sample) -> str:
    """Name the file that a listing is attached as."""
    return f"{sample.id}.{ENDINGS.get(sample.language, 'txt')}"


def _draw(writer: QPdfWriter, painter: QPainter, sample: Sample) -> None:
    """Draw a listing, a line a line: as large as its longest fits the width."""
    head = _font(SANS, HEAD, SEMIBOLD)
    painter.setFont(head)
    at = QFontMetricsF(head, writer).ascent()
    painter.drawText(QPointF(0.0, at), plain(sample.title))
    at += UNDER_HEAD * MM
    lines = sample.text.rstrip().split("\n")
    letters = _fitting(writer, lines)
    metrics = QFontMetricsF(letters, writer)
    for line in lines:
        at += metrics.height() * LEADING / 1.2
        if at > writer.height():
            writer.newPage()
            at = metrics.ascent()
        painter.setFont(letters)
        painter.drawText(QPointF(0.0, at), line)


def _fitting(writer: QPdfWriter, lines: list[str]) -> QFont:
    size = LARGE
    while size > LEAST:
        letters = _font(MONO, size, MEDIUM)
        metrics = QFontMetricsF(letters, writer)
        if max(map(metrics.horizontalAdvance, lines)) <= writer.width():
            return letters
        size -= 0.5
    return _font(MONO, LEAST, MEDIUM)


def _font(family: str, points: float, weight: int) -> QFont:
    letters = QFont(family)
    letters.setPointSizeF(points)
    letters.setWeight(QFont.Weight(weight))
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return letters
