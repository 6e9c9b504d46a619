"""A line of keys and what they do, as chips; wraps where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import CHIP_HEIGHT, CHIP_PADDING, draw_chip
from sidecar_viz.paint.brush.fonts import SEMIBOLD

SIZE, KEY_SIZE = 16, 13
NEAR, APART, BETWEEN_LINES = 8, 16, 6

KeyWord = tuple[str, str]


class KeyChips(QWidget):
    """Shows pairs of a key and a word; the word may be empty."""

    heard_as: Final = "text"

    def __init__(self, parent: QWidget | None = None, *, ends: bool = False) -> None:
        """Make an empty line; *ends*: it is set at the right."""
        super().__init__(parent)
        self._look = Look()
        self._ends = ends
        self._pairs: tuple[KeyWord, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, pairs: Sequence[KeyWord]) -> None:
        """Show these."""
        self._pairs = tuple(pairs)
        self.setAccessibleName(
            ", ".join(f"{key} {word}".strip() for key, word in pairs)
        )
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self.updateGeometry()
        self.update()

    def _widths(self, pair: KeyWord) -> tuple[float, float]:
        """Return how wide the chip is, and how wide the word with its gap."""
        look = self._look
        keys = QFontMetricsF(look.font(KEY_SIZE, SEMIBOLD, mono=True))
        chip = keys.horizontalAdvance(pair[0]) + 2 * look.px(CHIP_PADDING)
        if not pair[1]:
            return chip, 0.0
        words = QFontMetricsF(look.font(SIZE))
        return chip, words.horizontalAdvance(pair[1]) + look.px(NEAR)

    def _line(self) -> float:
        return max(
            QFontMetricsF(self._look.font(SIZE)).height(),
            self._look.roomy(CHIP_HEIGHT) + 2.0,
        )

    def _apart(self) -> int:
        spaced = any(word for _, word in self._pairs)
        return self._look.px(APART if spaced else NEAR)

    def _rows(self, room: float) -> list[list[KeyWord]]:
        rows: list[list[KeyWord]] = [[]]
        used = 0.0
        for pair in self._pairs:
            wide = sum(self._widths(pair))
            if rows[-1] and used + wide > room:
                rows.append([])
                used = 0.0
            rows[-1].append(pair)
            used += wide + self._apart()
        return rows

    def _row_width(self, row: list[KeyWord]) -> float:
        inside = sum(sum(self._widths(pair)) for pair in row)
        return inside + self._apart() * max(0, len(row) - 1)

    def _placed(self) -> Iterator[tuple[KeyWord, QPointF]]:
        """Return each pair with its top left corner."""
        step = self._line() + self._look.px(BETWEEN_LINES)
        top = max(0.0, (self.height() - self.heightForWidth(self.width())) / 2)
        for number, row in enumerate(self._rows(self.width())):
            x = self.width() - self._row_width(row) - 1 if self._ends else 1.0
            for pair in row:
                yield pair, QPointF(x, top + number * step)
                x += sum(self._widths(pair)) + self._apart()

    def hasHeightForWidth(self) -> bool:
        """Higher when narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line of chips, or of more."""
        rows = len(self._rows(float(width)))
        gaps = (rows - 1) * self._look.px(BETWEEN_LINES)
        return int(rows * self._line() + gaps + 1)

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        width = int(self._row_width(list(self._pairs)) + 3)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a size as wide as the widest pair."""
        widest = max((sum(self._widths(pair)) for pair in self._pairs), default=0.0)
        return QSize(int(widest + 3), int(self._line() + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips and the words."""
        look, line = self._look, self._line()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for pair, at in self._placed():
                chip, word = self._widths(pair)
                height = look.roomy(CHIP_HEIGHT)
                box = QRectF(at.x(), at.y() + (line - height) / 2, chip, height)
                ink, edge = look.theme.muted, look.theme.edge
                draw_chip(painter, box, pair[0], look, ink=ink, line=edge)
                painter.setFont(look.font(SIZE))
                painter.setPen(QColor(look.theme.muted))
                where = QRectF(box.right() + look.px(NEAR), at.y(), word, line)
                painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, pair[1])
