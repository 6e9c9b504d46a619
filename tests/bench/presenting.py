"""From a key to the class's first changed frame; frames with the console and without.

Two screens beside each other, made by RandR on one Xvfb: `ROUNDS FRAMES`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from tests.bench.keys import FirstFrames, fill_time
from tests.bench.measure import lesson_program, settled, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sidecar_viz.app.present.presenting import Presenting

PATIENCE = 2.0
"""Seconds after which a press counts as having done nothing."""
WIDE, HIGH = 1920, 1080
LAST_STEP = 5.0
BLOCKS = 7


class Paints(QObject):
    """Notes when the class's stage was painted."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint."""
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return super().eventFilter(watched, event)


def main() -> None:
    """Measure keys, then frames in turn with and without the console."""
    rounds, frames = int(sys.argv[1]), int(sys.argv[2])
    two_screens()
    app, program = lesson_program(WIDE // 2, HIGH // 2)
    program.window.commands["present"].trigger()
    show = program.show
    QTest.qWaitForWindowActive(show.console)
    QTest.qWait(600)
    assert show.audience.size() == show.console.size()
    pressed = keys(app, show, rounds)
    both, alone = frame_times(app, show, frames)
    tell(
        p50_ms=median(pressed),
        p95_ms=quantiles(pressed, n=20)[-1],
        fill_ms=fill_time(app, show.audience),
        both_ms=median(both),
        both_p95_ms=quantiles(both, n=20)[-1],
        alone_ms=median(alone),
        alone_p95_ms=quantiles(alone, n=20)[-1],
    )


def two_screens() -> None:
    """Make two screens of the one that the display has."""
    size = f"{WIDE}/508x{HIGH}/286"
    for name, place, output in (("A", "+0+0", "screen"), ("B", f"+{WIDE}+0", "none")):
        command = ["xrandr", "--setmonitor", name, size + place, output]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def keys(app: QApplication, show: Presenting, rounds: int) -> list[float]:
    """Walk through the lesson and back; milliseconds to the first changed frame."""
    first = FirstFrames(show.player, show.audience.stage)
    times = []
    for number in range(rounds + 1):
        for key in [Qt.Key.Key_PageDown] * 6 + [Qt.Key.Key_PageUp] * 6:
            QTest.qWait(60)
            settled(app)
            first.forget()
            began = time.perf_counter()
            QTest.keyClick(show.console.stage, key)
            first.wait(app)
            if number:  # the first round makes the pictures that are kept
                times.append((first.at - began) * 1000)
            show.player.advance(60.0)
    return times


def frame_times(
    app: QApplication, show: Presenting, frames: int
) -> tuple[list[float], list[float]]:
    """Milliseconds from a new moment to its picture, with the console and without."""
    both: list[float] = []
    alone: list[float] = []
    player = show.player
    player.set_motion("none")
    player.jump(5)
    stage = show.audience.stage
    watch = Paints()
    stage.installEventFilter(watch)
    for block in range(BLOCKS + 1):
        for console, times in ((True, both), (False, alone)):
            show.console.setUpdatesEnabled(console)
            for number in range(frames):
                part = (number + 0.5) / frames
                moment = player.timeline.stage_at(LAST_STEP + part)
                watch.painted = False
                began = time.perf_counter()
                player.stage_changed.emit(moment)
                while not watch.painted and time.perf_counter() - began < PATIENCE:
                    app.processEvents()
                app.sync()
                if block:  # the first block makes the pictures that are kept
                    times.append((time.perf_counter() - began) * 1000)
                rest_of_frame(app, began)
    return both, alone


def rest_of_frame(app: QApplication, began: float) -> None:
    """Work through what waits until the next frame is due, as on a screen."""
    while time.perf_counter() - began < 1 / 60:
        app.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
    main()
