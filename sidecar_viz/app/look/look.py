"""How big and in which colours the window is drawn: one value for every view."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QColor, QFont

from sidecar_viz.paint.brush.fonts import REGULAR, font
from sidecar_viz.paint.brush.theme import LIGHT, Theme

DESIGN_WIDTH, DESIGN_HEIGHT = 1920, 1080
SMALLEST, LARGEST, NOTCH = 0.65, 4.0, 1 / 60
SMALLEST_TEXT = 11.0


class Look(Struct, frozen=True):
    """Colours and sizes.

    *ui* is how much larger than its 1920×1080 design the window is drawn,
    *text* how much larger than that the user wants to read.
    """

    theme: Theme = LIGHT
    ui: float = 1.0
    text: float = 1.0

    @property
    def reading(self) -> float:
        """How much larger text is drawn than everything else, beside the design."""
        return self.text_px(16) / (16 * self.ui)

    def px(self, length: float) -> int:
        """Return a length of the design in pixels of the window."""
        return max(1, round(length * self.ui))

    def text_px(self, size: float) -> float:
        """Return a text size of the design in pixels of the window."""
        return max(SMALLEST_TEXT, size * self.ui) * self.text

    def roomy(self, length: float) -> int:
        """Return a length that holds text: it grows with the text, too."""
        return max(1, round(length * self.ui * self.reading))

    def font(self, size: float, weight: int = REGULAR, *, mono: bool = False) -> QFont:
        """Return a bundled font; *size* is of the design."""
        return font(round(self.text_px(size), 1), weight, mono=mono)


def ui_scale(width: int, height: int) -> float:
    """Return how large a window of this size is drawn, in notches, within bounds."""
    fits = min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
    notched = int(fits / NOTCH + 0.001) * NOTCH
    return round(max(SMALLEST, min(LARGEST, notched)), 4)


def see_through(colour: str, alpha: float) -> QColor:
    """Return the colour, let through by 1 - *alpha*."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made
