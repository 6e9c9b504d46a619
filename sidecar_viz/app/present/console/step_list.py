"""The console's list of steps: where we are, and a click to be elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM

SHEET = """
QListWidget::item {{ padding: {pad}px {side}px; border-radius: {radius}px;
  border-left: {bar}px solid transparent; color: {ink}; }}
QListWidget::item:hover {{ background: {soft}; }}
QListWidget::item:selected {{ background: {row}; color: {ink};
  border-left: {bar}px solid {accent}; }}
"""


class StepList(PressList):
    """Shows all steps; the place of the one that is chosen is its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self._step = -1
        self._look = Look()
        self.itemActivated.connect(lambda item: self.chosen.emit(self.row(item)))

    def show_titles(self, titles: Sequence[str]) -> None:
        """Take the steps of another lesson."""
        self.clear()
        for number, title in enumerate(titles):
            self.addItem(QListWidgetItem(f"{number}  {title}"))
        self._step = -1

    def show_step(self, step: int) -> None:
        """Mark the step that we are at."""
        for number, weight in ((self._step, MEDIUM), (step, BOLD)):
            item = self.item(number)
            if item is not None:
                item.setFont(self._look.font(18, weight))
        self._step = step
        self.setCurrentRow(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the step that we are at in sight."""
        super().resizeEvent(event)
        self.scrollToItem(self.currentItem())

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        theme = look.theme
        self.setFont(look.font(18, MEDIUM))
        self.setStyleSheet(
            SHEET.format(
                pad=look.px(11),
                side=look.px(8),
                bar=look.px(4),
                radius=look.px(6),
                ink=theme.ink,
                row=theme.row,
                soft=theme.accent_soft,
                accent=theme.accent,
            )
        )
        for number in range(self.count()):
            weight = BOLD if number == self._step else MEDIUM
            self.item(number).setFont(look.font(18, weight))

    def sizeHint(self) -> QSize:
        """Return a size as wide as titles usually are."""
        return QSize(self._look.roomy(270), 100)

    def minimumSizeHint(self) -> QSize:
        """Two words wide."""
        return QSize(self._look.roomy(180), 60)
