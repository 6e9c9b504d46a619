"""Animated frames in the real window, beside filling the window with one colour."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.measure import lesson_window, settled, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from sidecar_viz.app.window.main_window import MainWindow

LAST_STEP = 5.0
"""The way from here on moves everything: the pod stops."""
SENDING = 4.0
"""From here on the camera comes near, much fades, and lines travel one by one."""


class Fill(QWidget):
    """A window filled with one colour."""

    colour = QColor("#102030")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill all of it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.colour)


def main() -> None:
    """Measure `WIDTHxHEIGHT FRAMES BLOCKS`: blocks of fills and of frames in turn."""
    width, height = (int(part) for part in sys.argv[1].split("x"))
    frames, blocks = int(sys.argv[2]), int(sys.argv[3])
    app, window = lesson_window(width, height)
    window.player.set_motion("none")
    fill = Fill()
    fill.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    fill.setGeometry(0, 0, width, height)
    fill.show()
    settled(app)
    walls: list[float] = []
    near: list[float] = []

    def filling(_: float) -> None:
        fill.update()
        app.processEvents()
        app.sync()

    def everything(part: float) -> None:
        began = time.perf_counter()
        show(app, window, LAST_STEP + part)
        app.sync()
        walls.append((time.perf_counter() - began) * 1000)

    def with_camera(part: float) -> None:
        began = time.perf_counter()
        show(app, window, SENDING + part)
        app.sync()
        near.append((time.perf_counter() - began) * 1000)

    kinds = {"fill": filling, "worst": everything, "camera": with_camera}
    for work in kinds.values():  # pictures that are kept are made once
        block(work, frames)
    walls.clear()
    near.clear()
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(blocks):
        for name, work in kinds.items():
            taken[name].append(block(work, frames))
    tell(
        fill_ms=median(taken["fill"]),
        worst_ms=median(taken["worst"]),
        worst_p95_ms=quantiles(walls, n=20)[-1],
        camera_ms=median(taken["camera"]),
        camera_p95_ms=quantiles(near, n=20)[-1],
    )


def block(work: Callable[[float], None], frames: int) -> float:
    """Give the CPU milliseconds a frame, ours and the display server's."""
    before = time.process_time() + server_seconds()
    for number in range(frames):
        work((number + 0.5) / frames)
    return (time.process_time() + server_seconds() - before) * 1000 / frames


def server_seconds() -> float:
    """Give the CPU seconds that the display server has used (10 ms exact)."""
    stat = Path("/proc", os.environ["BENCH_SERVER"], "stat").read_text("ascii")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def show(app: QApplication, window: MainWindow, position: float) -> None:
    """Show one frame and let it reach the screen."""
    stage = window.player.timeline.stage_at(position)
    window.views.work.stage.show_stage(stage)
    app.processEvents()


if __name__ == "__main__":
    main()
