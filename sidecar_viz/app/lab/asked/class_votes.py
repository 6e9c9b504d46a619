"""How many of the class say what will come of a break: a number for each letter."""

from __future__ import annotations

from string import ascii_uppercase

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.count_box import CountBox
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.learning.vote import Counts
from sidecar_viz.paint.brush.fonts import BOLD

MOST_OPTIONS = 6


class ClassVotes(QWidget):
    """Fields side by side, each with its letter, and how many there are in all.

    Signals:
        counted: a number was changed.
    """

    counted: SignalOf[()] = signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = [
            PlainLabel(one, self) for one in ascii_uppercase[:MOST_OPTIONS]
        ]
        self.boxes = [CountBox(one.text(), self) for one in self._letters]
        self._head = PlainLabel("", self)
        self._options = MOST_OPTIONS
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._column.addWidget(self._head)
        self._column.addLayout(self._row)
        for letter, box in zip(self._letters, self.boxes, strict=True):
            letter.setBuddy(box)
            self._row.addWidget(letter)
            self._row.addWidget(box)
            box.valueChanged.connect(lambda _count: self._tell())
        self._row.addStretch(1)

    def ask(self, options: int) -> None:
        """Count anew, for so many options; at most MOST_OPTIONS."""
        self._options = options
        for n, (letter, box) in enumerate(zip(self._letters, self.boxes, strict=True)):
            letter.setVisible(n < options)
            box.setVisible(n < options)
            box.show_count(0)
        self._tell()

    @property
    def counts(self) -> Counts:
        """How many there are for each option."""
        return tuple(box.value() for box in self.boxes[: self._options])

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._row.setSpacing(look.px(8))
        self._column.setSpacing(look.px(4))
        self._head.setFont(look.font(15.5))
        font = look.font(16, BOLD)
        metrics = QFontMetrics(font)
        for letter in self._letters:
            letter.setFont(font)
        for box in self.boxes:
            box.setFont(font)
            box.setFixedWidth(metrics.horizontalAdvance("0999") + look.px(16))
            box.setFixedHeight(max(44, metrics.height() + look.px(14)))

    def _tell(self) -> None:
        said = self.tr("Votes of the class: {n}").format(n=sum(self.counts))
        self._head.setText(said)
        self.counted.emit()
