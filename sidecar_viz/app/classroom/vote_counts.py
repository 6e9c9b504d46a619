"""Where the teacher types what was counted: a box for each option."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sidecar_viz.app.classroom.vote_words import LETTERS, tr
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.quiz.count_box import CountBox
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.learning.vote import MOST, Counts
from sidecar_viz.paint.brush.fonts import BOLD


class VoteCounts(QWidget):
    """Boxes side by side, each with its letter, minus and plus.

    Signals:
        counted: the place of an option and its new count.
    """

    counted: SignalOf[int, int] = signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.boxes: list[CountBox] = []
        self.parts: list[QWidget] = []
        self._labels: list[QLabel] = []
        self._buttons: list[EdgedButton] = []
        self._look = Look()

    def show_counts(self, counts: Counts, total: str) -> None:
        """Show these counts, and make boxes for other options first."""
        if len(counts) != len(self.boxes):
            self._make(len(counts))
        for box, count in zip(self.boxes, counts, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            box.show_count(count)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._labels[-1].setText(total)

    def place(self) -> int:
        """Return the option whose box has the focus; -1 for none."""
        focused = [box.hasFocus() for box in self.boxes]
        return focused.index(True) if True in focused else -1

    def go_to(self, place: int) -> bool:
        """Put the focus on a box, its number ready to be replaced."""
        if not 0 <= place < len(self.boxes):
            return False
        self.boxes[place].setFocus()
        self.boxes[place].make_ready()
        return True

    def walk(self, by: int) -> bool:
        """Go to the box before or after; False past the last one."""
        place = self.place()
        return self.go_to(max(0, place + by) if place >= 0 else 0)

    def raise_count(self, place: int, by: int) -> None:
        """Add to an option's count."""
        if 0 <= place < len(self.boxes):
            box = self.boxes[place]
            box.show_count(max(0, min(MOST, box.value() + by)))

    def set_look(self, look: Look) -> None:
        """Style the boxes and the buttons."""
        self._look = look
        self._row.setSpacing(look.px(8))
        for label in self._labels:
            label.setFont(look.font(22, BOLD))
        for box in self.boxes:
            self._style_box(box)
        for button in self._buttons:
            button.set_look(look)
            button.setMinimumSize(44, 44)

    def _style_box(self, box: CountBox) -> None:
        """Style the field itself: the window's sheet would write too small."""
        size = round(self._look.text_px(22))
        written = f"font-size: {size}px; font-weight: 700; padding: 0;"
        box.setStyleSheet(
            f"QSpinBox {{ {written} }}"
            f"QLineEdit {{ {written} border: none; background: transparent; }}"
        )
        metrics = QFontMetrics(self._look.font(22, BOLD))
        box.setFixedWidth(metrics.horizontalAdvance("0999") + self._look.px(16))
        box.setFixedHeight(max(44, metrics.height() + self._look.px(14)))

    def _make(self, options: int) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # until then, no key may reach it
                widget.deleteLater()
        self.boxes, self._labels, self._buttons = [], [], []
        for place in range(options):
            self._add(place)
        self._row.addStretch(1)
        self._labels.append(PlainLabel("", self))
        self._row.addWidget(self._labels[-1])
        self.set_look(self._look)

    def _add(self, place: int) -> None:
        letter = LETTERS[place]
        label, box = PlainLabel(letter, self), CountBox(letter, self)
        label.setBuddy(box)
        less, more = EdgedButton("−", "", self), EdgedButton("+", "", self)
        less.setAccessibleName(tr("One less for {letter}", letter=letter))
        more.setAccessibleName(tr("One more for {letter}", letter=letter))
        less.clicked.connect(lambda: self.raise_count(place, -1))
        more.clicked.connect(lambda: self.raise_count(place, 1))
        box.valueChanged.connect(lambda count: self.counted.emit(place, count))
        for button in (less, more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._buttons.append(button)
        self._labels.append(label)
        self.boxes.append(box)
        if place:
            self._row.addSpacing(self._look.px(14))
        for widget in (label, less, box, more):
            self._row.addWidget(widget)
