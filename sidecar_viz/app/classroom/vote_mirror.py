"""The vote on another display: only what the class is to see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.classroom.vote_view import VoteView
from sidecar_viz.app.classroom.vote_words import tr
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.style import palette
from sidecar_viz.paint.brush.theme import Theme


def other_screen(widget: QWidget) -> QScreen | None:
    """A display that the widget is not on; None if there is only one."""
    here = widget.screen()
    return next((one for one in QGuiApplication.screens() if one is not here), None)


class VoteMirror(QWidget):
    """A window that fills a display and gives the keyboard back."""

    def __init__(self, screen: QScreen, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setWindowTitle(tr("Class vote"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme, self._owner = theme, owner
        self.view = VoteView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.set_theme(theme)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setPalette(palette(theme))
        self.setAutoFillBackground(True)
        self.view.set_look(Look(theme, ui_scale(self.width(), self.height())))

    def changeEvent(self, event: QEvent) -> None:
        """The keys belong to the teacher's window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._owner.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything larger on a larger display."""
        super().resizeEvent(event)
        self.set_theme(self._theme)
