"""Makes cards with letters to hold up in class, as a PDF to print and cut."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from sidecar_viz.export.paper.pdf import MM, new_pdf
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD, font

LETTERS = "ABCDEF"
MARGIN, CUT = 8.0, 0.25  # millimetres
PATTERNS = ((), (6.0, 4.0), (1.0, 2.5), (8.0, 3.0, 1.5, 3.0), (12.0, 6.0), (3.0, 3.0))
"""The dashes of each letter's frame, so that cards differ without colour."""


def cards_pdf(letters: int, *, large: bool, title: str = "") -> bytes:
    """Make a PDF in A4 with a card for each of the first *letters* (2 to 6) letters.

    Args:
        letters: how many options there are.
        large: one letter a page; otherwise four cards a page.
        title: the document's name.
    """
    shown = LETTERS[: max(2, min(len(LETTERS), letters))]
    with new_pdf(title, MARGIN) as pdf:
        with QPainter(pdf.writer) as painter:
            for number, sheet in enumerate(_sheets(shown, large=large)):
                if number:
                    pdf.writer.newPage()
                _draw_sheet(painter, sheet)
        return pdf.taken()


def pages(letters: int, *, large: bool) -> int:
    """Return the number of pages of these cards."""
    return letters if large else -(-letters // 4)


def _sheets(letters: str, *, large: bool) -> list[str]:
    return (
        [*letters] if large else [letters[n : n + 4] for n in range(0, len(letters), 4)]
    )


def _draw_sheet(painter: QPainter, letters: str) -> None:
    sheet = QRectF(painter.viewport())
    if len(letters) == 1:
        _draw_card(painter, sheet, letters)
        return
    wide, high = sheet.width() / 2, sheet.height() / 2
    for place, letter in enumerate(letters):
        row, column = divmod(place, 2)
        _draw_card(painter, QRectF(column * wide, row * high, wide, high), letter)
    _draw_cuts(painter, sheet)


def _draw_cuts(painter: QPainter, sheet: QRectF) -> None:
    """Draw dashed lines through the middle, and a word that says what they are for."""
    pen = QPen(Qt.GlobalColor.black, CUT * MM)
    pen.setDashPattern([12.0, 8.0])
    painter.setPen(pen)
    middle = sheet.center()
    painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), sheet.bottom()))
    painter.drawLine(QPointF(0, middle.y()), QPointF(sheet.right(), middle.y()))


def _draw_card(painter: QPainter, card: QRectF, letter: str) -> None:
    short = min(card.width(), card.height())
    frame = card.adjusted(6 * MM, 6 * MM, -6 * MM, -6 * MM)
    stroke = short * 0.016
    pen = QPen(Qt.GlobalColor.black, stroke)
    pattern = PATTERNS[LETTERS.index(letter)]
    if pattern:
        pen.setDashPattern([part / 2 for part in pattern])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 5 * MM, 5 * MM)
    painter.setPen(Qt.GlobalColor.black)
    _write(painter, frame, letter, frame.width() * 0.88)
    small = frame.adjusted(5 * MM, 3 * MM, -5 * MM, -3 * MM)
    _corner(painter, small, letter, short)


def _write(painter: QPainter, box: QRectF, letter: str, size: float) -> None:
    painter.setFont(_font(size, BOLD))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _font(size: float, weight: int) -> QFont:
    """Make a font of *size* device pixels; the printer would scale points."""
    made = QFont(font(12.0, weight))
    made.setPixelSize(max(1, round(size)))
    return made


def _corner(painter: QPainter, box: QRectF, letter: str, short: float) -> None:
    """Write the letter small; upright cards have the line below it."""
    size = short * 0.11
    made = _font(size, SEMIBOLD)
    made.setUnderline(True)
    painter.setFont(made)
    painter.drawText(
        box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, letter
    )
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    painter.drawText(box, right, letter)
