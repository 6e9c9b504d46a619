"""`--selftest`: the real window, its first painted frame, one line about it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sidecar_viz import __version__
from sidecar_viz.app.qt.first_frame import FirstFrame
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.saved.whole import is_there

PATIENCE = 15_000  # milliseconds to wait for the first frame
NOTHING_PAINTED = 2


def run_selftest(
    app: QApplication, window: MainWindow, target: Path, data: Path, fonts: list[str]
) -> int:
    """Show the window, save what it looks like, print one JSON line; 0, or 2."""
    frame = FirstFrame(window.views.work.stage, PATIENCE)
    first: dict[str, float] = {}
    frame.seen.connect(lambda: first.update(_times("first_paint")))
    window.views.work.show_stage_first(frame)
    frame.seen.connect(app.quit)
    window.show()
    app.exec()
    whole = _times("whole")
    if not frame.painted:
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
        **first,
        **whole,
        "platform": QGuiApplication.platformName(),
        "data": str(data),
        "fonts": fonts,
        "version": __version__,
    }
    print(json.dumps(said))  # noqa: T201 - there may be no stdout, as on Windows
    window.close()
    return 0


def _times(name: str) -> dict[str, float]:
    """Tell how long it took until now, as the clock and as the processor has it."""
    cpu = time.process_time()
    return {
        f"{name}_ms": round(since_start() * 1000, 1),
        f"{name}_cpu_ms": round(cpu * 1000, 1),
    }


def since_start() -> float:
    """Seconds since this process began."""
    stat = Path("/proc/self/stat")
    if is_there(stat):
        ticks = int(stat.read_text(encoding="ascii").rpartition(")")[2].split()[19])
        begun = ticks / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - begun
    return time.perf_counter()
