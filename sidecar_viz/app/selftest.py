"""`--selftest`: the real window, its first painted frame, one line about it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sidecar_viz import __version__
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.saved.whole import is_there

PATIENCE = 15_000  # milliseconds to wait for the first frame
NOTHING_PAINTED = 2


def run_selftest(
    app: QApplication, window: MainWindow, target: Path, data: Path, fonts: list[str]
) -> int:
    """Show the window, save what it looks like, print one JSON line; 0, or 2."""
    watch = _FirstPaint(window.views.work.stage)
    watch.patience.timeout.connect(app.quit)
    watch.seen.timeout.connect(app.quit)
    window.show()
    app.exec()
    if watch.milliseconds is None:
        sys.stderr.write("sidecar-viz: nothing was painted\n")
        return NOTHING_PAINTED
    if not window.grab().save(str(target)):
        sys.stderr.write(
            f"sidecar-viz: {target} could not be written; "
            "is the folder there, and does the name end in .png?\n"
        )
        return NOTHING_PAINTED
    import json  # noqa: PLC0415 - not before the first frame

    said = {
        "first_paint_ms": watch.milliseconds,
        "first_paint_cpu_ms": watch.cpu_milliseconds,
        "platform": QGuiApplication.platformName(),
        "data": str(data),
        "fonts": fonts,
        "version": __version__,
    }
    print(json.dumps(said))  # noqa: T201 - there may be no stdout, as on Windows
    window.close()
    return 0


class _FirstPaint(QObject):
    """Notes when a widget has been painted for the first time."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.milliseconds: float | None = None
        self.cpu_milliseconds = 0.0
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.seen = QTimer(self, singleShot=True, interval=0)
        self.seen.timeout.connect(self._note)
        self.patience.start()
        watched.installEventFilter(self)

    def _note(self) -> None:
        self.milliseconds = round(since_start() * 1000, 1)
        self.cpu_milliseconds = round(time.process_time() * 1000, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first paint; the timer fires when it has reached the screen."""
        if event.type() == QEvent.Type.Paint and not self.seen.isActive():
            watched.removeEventFilter(self)
            self.seen.start()
        return super().eventFilter(watched, event)


def since_start() -> float:
    """Seconds since this process began."""
    stat = Path("/proc/self/stat")
    if is_there(stat):
        ticks = int(stat.read_text(encoding="ascii").rpartition(")")[2].split()[19])
        begun = ticks / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - begun
    return time.perf_counter()
