"""A black or white sheet over everything, so that the class looks up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal


class Blank(QWidget):
    """Covers its window in one colour.

    Signals:
        changed: the colour that covers the window now, or "".
    """

    changed: SignalOf[str] = signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._colour = "#000000"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def toggle(self, colour: str) -> None:
        """Cover everything with this colour; when it does so already, uncover."""
        if self.isVisible() and colour == self._colour:
            self.uncover()
            return
        self._colour = colour
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()
        self.changed.emit(colour)

    def uncover(self) -> bool:
        """Show the window again; whether it was covered."""
        covered = self.isVisible()
        self._window.removeEventFilter(self)
        self.hide()
        if covered:
            self.changed.emit("")
        return covered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cover everything."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._colour))
