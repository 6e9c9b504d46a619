"""When the first frame of a widget is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal


class FirstFrame(QObject):
    """Tells once that a widget was painted, and what was painted is on the screen.

    Attributes:
        painted: whether it was; what is minimized, or hidden at once, is not.

    Signals:
        seen: its first frame is on the screen, or there is nothing to wait for.
    """

    seen: SignalOf[()] = signal()

    def __init__(self, watched: QWidget, at_latest: int) -> None:
        """Wait for *watched* to be painted or hidden: *at_latest* milliseconds."""
        super().__init__(watched)
        self.painted = False
        self._soon = QTimer(self, singleShot=True, interval=at_latest)
        self._soon.timeout.connect(self._tell)
        self._soon.start()
        watched.installEventFilter(self)

    def _tell(self) -> None:
        if (watched := self.parent()) is not None:
            watched.removeEventFilter(self)
        self.seen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint; the timer fires when it has reached the screen."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Hide):
            watched.removeEventFilter(self)
            self.painted = event.type() == QEvent.Type.Paint
            self._soon.start(0)
        return super().eventFilter(watched, event)
