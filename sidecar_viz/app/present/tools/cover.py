"""What lies over the audience's view: black, white, or a picture that stands still."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

COLOURS = {"black": "#000000", "white": "#ffffff"}


class ClassCover(QWidget):
    """Covers its parent; a colour lies over a picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.colour = ""
        self.frozen: QPixmap | None = None
        self.hide()

    def show_colour(self, colour: str) -> None:
        """Cover everything in "black" or "white", or with "" not."""
        self.colour = colour
        self._follow()

    def freeze(self, picture: QPixmap | None) -> None:
        """Cover everything with a picture, or with None not."""
        self.frozen = picture
        self._follow()

    def _follow(self) -> None:
        covered = bool(self.colour) or self.frozen is not None
        parent = self.parentWidget()
        if covered and parent is not None:
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(covered)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colour, or the picture."""
        with QPainter(self) as painter:
            if self.colour:
                painter.fillRect(self.rect(), QColor(COLOURS[self.colour]))
            elif self.frozen is not None:
                painter.drawPixmap(self.rect(), self.frozen)
