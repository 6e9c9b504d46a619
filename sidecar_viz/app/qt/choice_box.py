"""A box that folds out a list of choices, and tells readers what is chosen."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QComboBox, QWidget


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
