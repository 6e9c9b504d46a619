"""Tooltips that wait: until Esc, or until the mouse is on neither button nor tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

GRACE = 300  # milliseconds that the mouse may take from the button to the tip
PAD = 6
ENDS = (
    *(QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.Hide),
    QEvent.Type.WindowDeactivate,
)
"""What of a button's events takes its tip away at once."""


class Tips(QObject):
    """Shows the tooltips of buttons in the place of Qt's, which go by themselves.

    Attributes:
        tip: what is shown last.
        clock: runs from where the mouse left to where the tip goes.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tip = QLabel(parent, Qt.WindowType.ToolTip)
        self.tip.setTextFormat(Qt.TextFormat.PlainText)
        self.tip.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.tip.installEventFilter(self)
        self.clock = QTimer(self, singleShot=True, interval=GRACE)
        self.clock.timeout.connect(self.tip.hide)

    def watch(self, window: QWidget) -> None:
        """Show the tooltips of all buttons of a window."""
        for button in window.findChildren(QAbstractButton):
            button.installEventFilter(self)

    def put_away(self) -> bool:
        """Hide the tip; return whether there was one."""
        shown = self.tip.isVisible()
        self.clock.stop()
        self.tip.hide()
        return shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show, keep and hide the tip."""
        kind = event.type()
        if watched is self.tip:
            self._see_tip(kind)
        elif isinstance(watched, QWidget) and watched.toolTip():
            if kind == QEvent.Type.ToolTip:
                self._show_beside(watched)
                return True
            if kind == QEvent.Type.Leave and self.tip.isVisible():
                self.clock.start()
            elif kind in ENDS:
                self.put_away()
        return super().eventFilter(watched, event)

    def _see_tip(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.Enter:
            self.clock.stop()
        elif kind == QEvent.Type.Leave:
            self.clock.start()

    def _show_beside(self, button: QWidget) -> None:
        """Stand below the button, or above where that leaves the screen."""
        self.clock.stop()
        window = button.window()
        self.tip.setFont(window.font())
        colours, role = window.palette(), QPalette.ColorRole
        self.tip.setStyleSheet(
            f"background: {colours.color(role.ToolTipBase).name()};"
            f" color: {colours.color(role.ToolTipText).name()}; padding: {PAD}px;"
        )
        self.tip.setText(button.toolTip())
        self.tip.adjustSize()
        place = QRect(button.mapToGlobal(QPoint(0, button.height())), self.tip.size())
        room = button.screen().availableGeometry()
        if place.bottom() > room.bottom():
            place.moveBottom(button.mapToGlobal(QPoint(0, 0)).y() - 1)
        place.moveRight(min(place.right(), room.right()))
        place.moveLeft(max(place.left(), room.left()))
        self.tip.setGeometry(place)
        self.tip.show()
