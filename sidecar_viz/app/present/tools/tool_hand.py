"""The hand on a presented stage: with a tool in it, the mouse is the tool's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.core.ink import Spot

CURSORS = {"laser": Qt.CursorShape.BlankCursor, "pen": Qt.CursorShape.CrossCursor}

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
"""The second press of a double click draws as the first does."""


class ToolHand(QObject):
    """Takes the mouse of a stage for the tool in hand; the rest is the stage's."""

    def __init__(
        self, tools: Tools, stage: QWidget, spot_at: Callable[[QPointF], Spot]
    ) -> None:
        """Take what happens on *stage* before it does.

        Args:
            spot_at: the place of the stage that is seen at pixels of the widget.
        """
        super().__init__(stage)
        self._tools, self._widget, self._spot_at = tools, stage, spot_at
        tools.taken.connect(self._take)
        self._take(tools.tool)
        stage.installEventFilter(self)

    def _take(self, tool: str) -> None:
        self._widget.setCursor(CURSORS.get(tool, Qt.CursorShape.ArrowCursor))
        self._widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Point, light or draw; what the tool takes does not reach the stage."""
        tools, kind = self._tools, event.type()
        if kind == QEvent.Type.Leave:
            return bool(tools.tool)
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.MouseMove:
            tools.point_at(self._spot_at(event.position()))
            return bool(tools.tool)
        left = event.button() == Qt.MouseButton.LeftButton
        if kind in PRESSES and left and tools.tool == "pen":
            tools.pen_down(self._spot_at(event.position()))
            return True
        if kind == QEvent.Type.MouseButtonRelease and tools.stroke is not None:
            tools.pen_up()
            return True
        return super().eventFilter(watched, event)
