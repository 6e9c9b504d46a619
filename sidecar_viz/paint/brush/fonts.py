"""Loads the bundled fonts, and makes fonts of a size and weight from them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from sidecar_viz.paint.brush.theme import MONO, SANS

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700


def load_fonts(folder: Path) -> list[str]:
    """Make the font files in *folder* known to Qt; return the families found."""
    families: set[str] = set()
    for file in sorted(folder.glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(families)


@lru_cache(maxsize=128)
def font(size: float, weight: int = REGULAR, *, mono: bool = False) -> QFont:
    """Make a bundled font.

    Args:
        size: pixels of the coordinate system that is painted in.
        weight: 400 to 700.
        mono: for values and code.
    """
    made = QFont(MONO if mono else SANS)
    # Pixel sizes are whole numbers in Qt; a tenth of a point is fine enough.
    made.setPointSizeF(max(1.0, size) * 72.0 / 96.0)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(
        QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
    )
    return made
