"""From a key press to the first frame that shows a change."""

from __future__ import annotations

import sys
import time
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.stage.view import StageView
from tests.bench.frames import Fill
from tests.bench.measure import lesson_window, settled, tell

FILLS = 101
PATIENCE = 2.0
"""Seconds after which a press counts as having done nothing."""


class FirstFrames(QObject):
    """Notes when the first frame of a move has reached the display server."""

    def __init__(self, player: Player, stage: StageView) -> None:
        """Watch a stage; whoever paints for this *player* must be connected before."""
        super().__init__()
        self._painted = False
        self.at = 0.0
        stage.installEventFilter(self)
        player.begun.connect(self._note)

    def wait(self, app: QApplication) -> None:
        """Work until it was there, or until it will not come."""
        began = time.perf_counter()
        while not self.at and time.perf_counter() - began < PATIENCE:
            app.processEvents()
        self.at = self.at or time.perf_counter()

    def forget(self) -> None:
        """Wait for the next."""
        self._painted, self.at = False, 0.0

    def _note(self, _stage: object) -> None:
        if self._painted:
            QGuiApplication.sync()
            self.at = time.perf_counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint of the stage."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, StageView):
            self._painted = True
        return super().eventFilter(watched, event)


def fill_time(app: QApplication, window: QWidget) -> float:
    """Fill a window over this one, as large, with one colour; median milliseconds."""
    fill = Fill()
    fill.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    fill.setGeometry(window.geometry())
    fill.show()
    settled(app)
    times = []
    for _ in range(FILLS):
        began = time.perf_counter()
        fill.repaint()
        app.sync()
        times.append((time.perf_counter() - began) * 1000)
    fill.close()
    return median(times)


def main() -> None:
    """Walk through the lesson and back, some times."""
    rounds = int(sys.argv[1])
    app, window = lesson_window(1920, 1080)
    stage = window.views.work.stage
    first = FirstFrames(window.player, stage)
    window.activateWindow()
    stage.setFocus()
    QTest.qWaitForWindowActive(window)
    times = []
    for number in range(rounds + 1):
        for key in [Qt.Key.Key_Right] * 6 + [Qt.Key.Key_Left] * 6:
            settled(app)
            first.forget()
            began = time.perf_counter()
            QTest.keyClick(stage, key)
            first.wait(app)
            if number:  # the first round makes the pictures that are kept
                times.append((first.at - began) * 1000)
            window.player.advance(60.0)
    p50, p95 = median(times), quantiles(times, n=20)[-1]
    tell(p50_ms=p50, p95_ms=p95, fill_ms=fill_time(app, window))


if __name__ == "__main__":
    main()
