"""What a window costs in which nothing moves."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.measure import lesson_window, settled, tell

STILL_STEP = 1
"""A step in which nothing travels."""


class Paints(QObject):
    """Counts paint events.

    It listens to widgets alone. On the application it would hear Qt's own objects, such
    as the cache of fonts, which cleans itself after ten seconds: to give Python the
    first of them costs 30 ms, which are this filter's and not the window's.
    """

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let everything through."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


def main() -> None:
    """Rest at a step for some seconds."""
    seconds = float(sys.argv[1])
    app, window = lesson_window(1920, 1080)
    window.player.jump(STILL_STEP)
    settled(app)
    QTimer.singleShot(500, QApplication.quit)  # what the start has left to do
    app.exec()
    timers = [t for t in window.findChildren(QTimer) if t.isActive()]
    paints = Paints()
    for widget in (window, *window.findChildren(QWidget)):
        widget.installEventFilter(paints)
    QTimer.singleShot(int(seconds * 1000), QApplication.quit)
    before = time.process_time()
    app.exec()
    cpu = (time.process_time() - before) * 1000
    tell(seconds=seconds, cpu_ms=cpu, paints=paints.count, timers=len(timers))


if __name__ == "__main__":
    main()
