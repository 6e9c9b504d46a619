"""What dims the class's view beside its stage, while light is only where one points."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.present.tools.overlay import DIM
from sidecar_viz.app.present.tools.tools import Tools


class SpotlightShade(QWidget):
    """Lies over everything but the stage, which dims itself round the light."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        tools.taken.connect(lambda tool: self.setVisible(tool == "spotlight"))

    def leave_free(self, stage: QRect) -> None:
        """Cover the parent, but not where its stage is."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
            self.setMask(QRegion(parent.rect()) - QRegion(stage))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim as the spotlight does."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(0, 0, 0, round(255 * DIM)))
