"""The keys of the widget that has the keyboard, before that widget gets them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class TakesKeys(Protocol):
    """Something that may take a key from whoever has the keyboard."""

    def takes(self, event: QKeyEvent, focused: QWidget) -> bool:
        """Return whether the key is taken: neither widget nor shortcut hears it."""


class FocusedKeys(QObject):
    """Follows the keyboard, and asks who takes a key: one after the other.

    It listens to the widget that has the keyboard alone: a filter on the whole
    application would see every paint and every tick.
    """

    def __init__(self, parent: QObject, *takers: TakesKeys) -> None:
        super().__init__(parent)
        self._takers = takers
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that somebody wants."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            return any(taker.takes(event, watched) for taker in self._takers)
        return super().eventFilter(watched, event)
