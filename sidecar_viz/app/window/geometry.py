"""Where a window opens: where it was left, or on most of the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

ROOMY = QSize(1400, 800)  # on a smaller screen a first window takes all of it
OF_THE_SCREEN = 0.92  # how much of it a first window takes


def place(window: QWidget, geometry: str) -> None:
    """Put the window where it was, or on most of the screen."""
    kept = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
    if geometry and window.restoreGeometry(kept):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    width, height = room.width() * OF_THE_SCREEN, room.height() * OF_THE_SCREEN
    window.resize(round(width), round(height))


def set_least_size(window: QWidget, least: tuple[int, int]) -> None:
    """Let a window be no smaller than this, and never larger than its screen.

    A desktop at 300 % leaves 640 × 360 of a 1920 × 1080 screen.
    """
    room = window.screen().availableGeometry().size()
    fitting = QSize(*least).boundedTo(room)
    if fitting != window.minimumSize():
        window.setMinimumSize(fitting)


def fills_the_screen(screen: QSize) -> bool:
    """Return whether a first window takes all of a screen with this much room."""
    return screen.width() < ROOMY.width() or screen.height() < ROOMY.height()


def placement(window: QWidget) -> str:
    """Return where the window is, as text to keep."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
