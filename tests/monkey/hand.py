"""A hand at the mouse: what it presses it also lets go, as people do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

LEFT, ALONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LONGEST = 50  # milliseconds until a text that is carried away is dropped


class Hand(QObject):
    """Clicks and drags with the left button.

    On a real screen Qt waits within a move until a text that is dragged is let go, as
    only a real mouse could: it is let go after some milliseconds, as by Esc.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letting_go = QTimer(self, interval=LONGEST)
        self._letting_go.timeout.connect(QDrag.cancel)
        if QGuiApplication.platformName() != "offscreen":  # which has no such drags
            self._letting_go.start()

    def click(self, hit: QWidget, place: QPoint) -> None:
        """Click at a *place* in a widget."""
        QTest.mouseMove(hit, place)
        QTest.mouseClick(hit, LEFT, ALONE, place)

    def double_click(self, hit: QWidget, place: QPoint) -> None:
        """Click twice: Qt's own double click is none before it, and no release."""
        self.click(hit, place)
        if isValid(hit):  # the first click may have closed its window
            QTest.mouseDClick(hit, LEFT, ALONE, place)
        _let_go(hit, place)

    def drag(self, hit: QWidget, place: QPoint, to: QPoint) -> None:
        """Press at a *place* in a widget, move half the way and all of it, let go."""
        QTest.mouseMove(hit, place)
        QTest.mousePress(hit, LEFT, ALONE, place)
        for at in ((place + to) / 2, to):
            if isValid(hit):
                QTest.mouseMove(hit, at)
        _let_go(hit, to)


def _let_go(hit: QWidget, place: QPoint) -> None:
    if isValid(hit):
        QTest.mouseRelease(hit, LEFT, ALONE, place)
