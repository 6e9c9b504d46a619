"""Shows a dialog over the lab; it is gone once it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid


def show_over(dialog: QDialog) -> None:
    """Let a dialog be answered before anything else is done in its window."""
    window = dialog.parentWidget()
    before = QApplication.focusWidget()

    def come_back() -> None:
        """Give the keyboard back, also where no window manager does it."""
        if window is not None and isValid(window):
            window.activateWindow()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    dialog.finished.connect(come_back)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    dialog.activateWindow()  # where no window manager does it
