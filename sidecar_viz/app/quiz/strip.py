"""What is left of the quiz while its proof is looked at: one line and a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.quiz.words import tr
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD


class QuizStrip(QWidget):
    """Says what is shown on the stage.

    Signals:
        left: back to the question, please.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", self)
        self._words.setWordWrap(True)
        self.back = KeyButton(tr("Back to the quiz"), "Esc", self, primary=True)
        self.back.clicked.connect(self.left)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.back)

    def show_words(self, text: str) -> None:
        """Say this."""
        self._words.setText(text)

    def height_for(self, width: int) -> int:
        """Return how high it is when it is so wide."""
        return max(self._row.heightForWidth(width), self._row.minimumSize().height())

    def set_look(self, look: Look) -> None:
        """Style the line and its button."""
        self._row.setContentsMargins(look.px(20), look.px(12), look.px(16), look.px(12))
        self._row.setSpacing(look.px(20))
        self._words.setFont(look.font(18, SEMIBOLD))
        self.back.set_look(look)
