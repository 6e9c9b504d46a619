"""How high texts become when they wrap: measured once, with the very letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.wrapping_label import WrappingLabel

MEASURED = 2  # the longest texts that are measured


MARK = re.compile(r"<[^>]*>")


class TextGauge:
    """Measures rich text on a label that nobody sees."""

    def __init__(self, parent: QWidget) -> None:
        self._label = WrappingLabel(parent)
        self._label.hide()
        self._look = Look()
        self._heights: dict[tuple[str, float, int], int] = {}

    def set_look(self, look: Look) -> None:
        """Measure for these sizes; what was measured is forgotten."""
        self._look = look
        self.forget()

    def forget(self) -> None:
        """Keep nothing of texts that will not come again."""
        self._heights.clear()

    def most(self, size: float, weight: int, texts: Iterable[str], room: int) -> int:
        """Return how high the highest of these texts is in a *room* so wide (pixels).

        Not to be reckoned from another size: letters are as large as whole pixels.
        """
        high = 0
        for text in sorted(filter(None, texts), key=_seen)[-MEASURED:]:
            key = (text, size, room)
            if key not in self._heights:
                self._label.setFont(self._look.font(size, weight))
                self._label.setText(text)
                self._heights[key] = self._label.heightForWidth(room)
            high = max(high, self._heights[key])
        return high


def _seen(text: str) -> int:
    """Return how many letters of rich text are seen."""
    return len(MARK.sub("", text))
