"""The mouse pointer is not seen on the class's picture while it rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

REST = 3000  # milliseconds without movement after which the pointer is hidden

BESIDE = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)
"""What a window hears when a dialog comes or goes."""


MENU = Qt.FocusReason.PopupFocusReason
"""Why the stage loses the keyboard when a menu comes, and has it when it goes."""


class RestingPointer(QObject):
    """Hides the pointer over a window once it rests, until it moves.

    It is seen while a menu or a dialog is open, over it and beside it. The clock
    runs only from a movement to the rest.

    Attributes:
        hidden: whether the pointer is hidden over the window now.
        clock: runs until the pointer has rested for long enough.
    """

    def __init__(self, window: QWidget, stage: QWidget) -> None:
        """Begin with the pointer shown.

        Args:
            stage: the part of the window that chooses a pointer of its own.
        """
        super().__init__(window)
        self.hidden = False
        self.clock = QTimer(self, singleShot=True, interval=REST)
        self.clock.timeout.connect(self._hide)
        self._window, self._stage = window, stage
        self._chosen = stage.cursor()
        self._own = False
        self._place = QPointF()
        window.installEventFilter(self)
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse through the whole window; nothing is taken."""
        if watched is self._stage:
            self._see_stage(event)
        elif watched is self._window:
            self._see_window(event.type())
        elif isinstance(event, QMouseEvent) and self._moved(event):
            self._stir()
        return False

    def _see_window(self, kind: QEvent.Type) -> None:
        handle = self._window.windowHandle()
        if kind == QEvent.Type.Show and handle is not None:
            handle.installEventFilter(self)  # it hears of moves over every part
            self._stir()
        elif kind in BESIDE:
            self._stir()
        elif kind in (QEvent.Type.Hide, QEvent.Type.Leave):
            self.clock.stop()
            self._show()

    def _see_stage(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.CursorChange and not self._own:
            self._chosen = self._stage.cursor()
            if self.hidden:
                self._give_stage(Qt.CursorShape.BlankCursor)
        elif isinstance(event, QFocusEvent) and event.reason() == MENU:
            self._stir()

    def _moved(self, event: QMouseEvent) -> bool:
        """Tell a movement from what Qt makes up when the picture changes."""
        before, self._place = self._place, event.globalPosition()
        return event.type() == QEvent.Type.MouseMove and before != self._place

    def _stir(self) -> None:
        self._show()
        if self._window.isVisible():
            self.clock.start()

    def _hide(self) -> None:
        if not self._beside_something():
            self.hidden = True
            self._give_stage(Qt.CursorShape.BlankCursor)
            self._window.setCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        if self.hidden:
            self.hidden = False
            self._window.unsetCursor()
            self._give_stage(self._chosen)

    def _give_stage(self, cursor: QCursor | Qt.CursorShape) -> None:
        self._own = True
        self._stage.setCursor(cursor)
        self._own = False

    def _beside_something(self) -> bool:
        """Whether a menu or a dialog is open, for which the pointer is needed."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return True
        dialogs = self._window.findChildren(QDialog)
        return any(dialog.isVisible() for dialog in dialogs)
