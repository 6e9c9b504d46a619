"""The least size of a window, on the screen that it stands on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def set_least_size(window: QWidget, least: tuple[int, int]) -> None:
    """Let a window be no smaller than this, and never larger than its screen.

    A desktop at 300 % leaves 640 × 360 of a 1920 × 1080 screen.
    """
    room = window.screen().availableGeometry().size()
    fitting = QSize(*least).boundedTo(room)
    if fitting != window.minimumSize():
        window.setMinimumSize(fitting)
