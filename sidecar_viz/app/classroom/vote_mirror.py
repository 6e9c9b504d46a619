"""The vote on another display: only what the class is to see."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.classroom.vote_view import VoteView
from sidecar_viz.app.classroom.vote_words import tr
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.style import palette
from sidecar_viz.app.screens.resting_pointer import RestingPointer


def other_screen(widget: QWidget) -> QScreen | None:
    """Find a display that the widget is not on; None if there is only one."""
    here = widget.screen()
    return next((one for one in QGuiApplication.screens() if one is not here), None)


class VoteMirror(QWidget):
    """A window that fills a display and gives the keyboard back."""

    heard_as: Final = "window"

    def __init__(self, screen: QScreen, look: Look, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(tr("Class vote"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._owner = owner
        self.view = VoteView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.pointer = RestingPointer(self, self.view)
        self.set_look(look)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_look(self, look: Look) -> None:
        """Take the colours of this look; the sizes are those of the display."""
        self._look = look
        self.setPalette(palette(look.theme))
        self.setAutoFillBackground(True)
        self.view.set_look(Look(look.theme, ui_scale(self.width(), self.height())))

    def changeEvent(self, event: QEvent) -> None:
        """Give the keys back to the teacher's window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._owner.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything larger on a larger display."""
        super().resizeEvent(event)
        self.set_look(self._look)
