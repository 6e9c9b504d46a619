"""A line of text with a key before it, drawn as on the buttons."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import CHIP_HEIGHT, CHIP_PADDING, draw_chip
from sidecar_viz.app.widgets.wrapping_label import WrappingLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD

KEY_SIZE, GAP = 13, 8


class KeyLabel(WrappingLabel):
    """Rich text; the key stands in its left margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._key = ""

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self._make_room()

    def show_key(self, key: str) -> None:
        """Put a key before the text, or none ("")."""
        if key != self._key:
            self._key = key
            self._make_room()

    def _fitting(self) -> Look:
        """Return the look in which a key is no higher than a line of this text."""
        look, line = self._look, QFontMetricsF(self.font()).height()
        high = look.roomy(CHIP_HEIGHT)
        return replace(look, text=look.text * line / high) if high > line else look

    def _chip(self) -> QRectF:
        """Return where the key stands: beside the first line."""
        look = self._fitting()
        font = QFontMetricsF(look.font(KEY_SIZE, SEMIBOLD, mono=True))
        wide = font.horizontalAdvance(self._key) + 2 * look.px(CHIP_PADDING)
        high = look.roomy(CHIP_HEIGHT)
        line = QFontMetricsF(self.font()).height()
        return QRectF(0.5, max(0.5, (line - high) / 2 + 1), wide, high - 1)

    def _make_room(self) -> None:
        left = self._chip().right() + self._look.px(GAP) if self._key else 0
        self.setContentsMargins(round(left), 1, 0, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the text, then draw the key beside its first line."""
        super().paintEvent(event)
        if not self._key:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, look = self._look.theme, self._fitting()
            chip, key = self._chip(), self._key
            draw_chip(painter, chip, key, look, ink=theme.muted, line=theme.edge)
