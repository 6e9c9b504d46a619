"""A box that folds out a list of choices, and tells readers what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QComboBox, QWidget

ARROW = 0.3  # of the height, that the arrow is wide
STROKE = 0.05


class ChoiceBox(QComboBox):
    """A combo box; readers take what is chosen for its name, and Qt tells no new one.

    Whoever fills it while its signals are blocked calls `tell` afterwards.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(lambda _at: self.tell())

    def tell(self) -> None:
        """Tell what is chosen now."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            QAccessible.updateAccessibility(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow as the rest is drawn: Qt's own is no part of our style."""
        super().paintEvent(event)
        half = self.height() * ARROW / 2
        x, y = self.width() - 4 * half, self.height() / 2
        if self.isRightToLeft():
            x = 4 * half
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.Text)
            painter.setPen(QPen(ink, max(1.5, self.height() * STROKE)))
            painter.drawPolyline(
                [
                    QPointF(x - half, y - half / 2),
                    QPointF(x, y + half / 2),
                    QPointF(x + half, y - half / 2),
                ]
            )
