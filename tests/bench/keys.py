"""From a key press to the first frame that shows a change."""

from __future__ import annotations

import sys
import time
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.stage.view import StageView
from tests.bench.measure import lesson_window, settled, tell

PATIENCE = 2.0
"""Seconds after which a press counts as having done nothing."""


class StagePaints(QObject):
    """Notes when the stage was painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint of the stage."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, StageView):
            self.painted = True
        return super().eventFilter(watched, event)


def main() -> None:
    """Walk through the lesson and back, some times."""
    rounds = int(sys.argv[1])
    app, window = lesson_window(1920, 1080)
    stage = window.views.work.stage
    watch = StagePaints()
    stage.installEventFilter(watch)
    window.activateWindow()
    stage.setFocus()
    QTest.qWaitForWindowActive(window)
    times = []
    for number in range(rounds + 1):
        for key in [Qt.Key.Key_Right] * 6 + [Qt.Key.Key_Left] * 6:
            settled(app)
            watch.painted = False
            began = time.perf_counter()
            QTest.keyClick(stage, key)
            while not watch.painted and time.perf_counter() - began < PATIENCE:
                app.processEvents()
            if number:  # the first round makes the pictures that are kept
                times.append((time.perf_counter() - began) * 1000)
            window.player.advance(60.0)
    tell(p50_ms=median(times), p95_ms=quantiles(times, n=20)[-1])


if __name__ == "__main__":
    main()
