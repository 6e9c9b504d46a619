"""What may come of a break, with letters: a prediction before it is done."""

from __future__ import annotations

from string import ascii_uppercase

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.dialog.pick import list_sheet
from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.look.look import Look
from sidecar_viz.core.learning.vote import Counts
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.pods.asking.breaks import Guess


class Prediction(Struct, frozen=True):
    """What was said to come of a break, and what does come of it."""

    said: str  # by who chose; "" if only the class voted
    comes: str
    counts: Counts  # of the class for each option; () if nobody counted
    right: int  # the option that comes true

    @property
    def all(self) -> int:
        """How many of the class voted."""
        return sum(self.counts)

    @property
    def knew(self) -> int:
        """How many of the class were right."""
        return self.counts[self.right] if self.counts else 0


class Answers(PressList):
    """Offers the answers of a Guess; their letters are those of the class's cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guess = Guess((), 0)
        self.setAccessibleName(self.tr("What will happen?"))
        self.setWordWrap(True)
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)

    def ask(self, guess: Guess) -> None:
        """Offer other answers; none is chosen."""
        self._guess = guess
        self.clear()
        for letter, option in zip(ascii_uppercase, guess.options, strict=False):
            self.addItem(f"{letter}  {option}")
        self.setCurrentIndex(QModelIndex())  # else Qt chooses the first at the focus

    @property
    def given(self) -> str:
        """The answer that is chosen, or ""."""
        row = self.currentRow()
        return self._guess.options[row] if row >= 0 else ""

    def prediction(self, counts: Counts) -> Prediction:
        """Return what was predicted; *counts* of the class, or none."""
        options, right = self._guess.options, self._guess.right
        return Prediction(self.given, options[right], counts, right)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes the first answer where none is chosen; arrows do so anyway."""
        if event.key() == Qt.Key.Key_Space and self.currentRow() < 0:
            self.setCurrentRow(0)
        else:
            super().keyPressEvent(event)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.setFont(look.font(16, MEDIUM))
        self.setStyleSheet(list_sheet(look))
