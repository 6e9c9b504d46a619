"""A bare PySide6 window with one label: what everything is compared with."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class FirstPaint(QObject):
    """Ends the program after the first paint of the watched widget."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the paint reach the screen, then end."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def main() -> None:
    """Show the window, tell how long that took and how much memory it needs."""
    app = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1766, 994)
    label = QLabel("Hello", window)
    label.move(40, 40)
    watch = FirstPaint(window)
    window.installEventFilter(watch)
    window.show()
    app.exec()
    cpu = time.process_time() * 1000

    from tests.bench.measure import kib, since_start, tell  # noqa: PLC0415 - not timed

    tell(wall_ms=since_start(), cpu_ms=cpu, kib=kib())


if __name__ == "__main__":
    main()
