"""A big number on each display, so that everybody knows which is which."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.screens.screens import screens
from sidecar_viz.paint.brush.fonts import BOLD, font
from sidecar_viz.paint.brush.theme import Theme

SHARE = 0.36  # of the display's height


class DisplayNumber(QWidget):
    """A card in the middle of a display, that never takes the keyboard."""

    heard_as: Final = "window"

    def __init__(self, number: int, screen: QScreen, theme: Theme) -> None:
        super().__init__(
            None,
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.number, self._theme = number, theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAccessibleName(self.tr("Display {n}").format(n=number))
        self.setScreen(screen)
        side = round(screen.geometry().height() * SHARE)
        place = screen.geometry()
        self.setGeometry(place.x() + side // 8, place.y() + side // 8, side, side)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number as large as there is room."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.accent))
            painter.setPen(QColor(self._theme.on_accent))
            painter.setFont(font(self.height() * 0.72, BOLD))
            box = QRectF(self.rect())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))


def numbered(theme: Theme) -> list[DisplayNumber]:
    """Return a number on each display, in their order."""
    found = enumerate(screens().values(), start=1)
    return [DisplayNumber(number, screen, theme) for number, screen in found]
