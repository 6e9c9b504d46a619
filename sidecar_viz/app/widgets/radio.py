"""Buttons of which one is down, told as what they are: radio buttons in a group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QWidget


class RadioGroup(QGroupBox):
    """Holds buttons of which one is down; draws nothing itself.

    Attributes:
        group: the buttons, each under its place.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setAccessibleName(name)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self._let_tab_find)

    def take(self, buttons: Sequence[QAbstractButton]) -> None:
        """Make these the group's buttons, in their order."""
        for place, button in enumerate(buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)  # for screen readers, a radio button
            self.group.addButton(button, place)
        self._let_tab_find(0)

    def show_picked(self, place: int) -> None:
        """Put this button down; with -1 none."""
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(self.group.id(button) == place)
        self.group.setExclusive(True)
        self._let_tab_find(max(0, place))

    def _let_tab_find(self, place: int) -> None:
        """Let Tab lead to what is chosen; from there, arrows go on."""
        for button in self.group.buttons():
            here = self.group.id(button) == place
            policy = Qt.FocusPolicy
            button.setFocusPolicy(policy.StrongFocus if here else policy.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw no frame: the buttons stand by themselves."""
