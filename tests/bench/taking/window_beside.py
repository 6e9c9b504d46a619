"""Frames of the real window while a film is made beside it: `WIDTHxHEIGHT FRAMES`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from sidecar_viz.app.saving.job import Job
from tests.bench.frames import LAST_STEP, show
from tests.bench.measure import SIDECAR, lesson_program, settled, tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sidecar_viz.app.window.main_window import MainWindow

BEGIN = 0.2  # of the film: its first frames cost most, and the program has started
PAUSE = 16  # milliseconds between two frames


def main() -> None:
    """Measure frames of the window alone, and then while a film is made."""
    width, height = (int(part) for part in sys.argv[1].split("x"))
    count = int(sys.argv[2])
    app, program = lesson_program(width, height)
    window = program.window
    window.player.set_motion("none")
    settled(app)
    frames(app, window, 30)
    alone = frames(app, window, count)
    with TemporaryDirectory() as place:
        out = Path(place, "film.mp4")
        job = Job(("export", str(SIDECAR), str(out), "--progress"), out)
        program.saving.queue.add(job)
        while job.done < BEGIN:
            QTest.qWait(10)
        beside = frames(app, window, count)
        assert job.stage == "running", job.stage
        job.stop_now()
    tell(
        alone_ms=median(alone),
        alone_p95_ms=quantiles(alone, n=20)[-1],
        beside_ms=median(beside),
        beside_p95_ms=quantiles(beside, n=20)[-1],
        beside_most_ms=max(beside),
    )


def frames(app: QApplication, window: MainWindow, count: int) -> list[float]:
    """Show frames of the step that moves everything; return the wall milliseconds."""
    taken = []
    for number in range(count):
        QTest.qWait(PAUSE)
        began = time.perf_counter()
        show(app, window, LAST_STEP + (number + 0.5) / count)
        app.sync()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


if __name__ == "__main__":
    main()
