"""What measurements share: memory, time since the start, a window to measure."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from sidecar_viz.app.program.program import Program
    from sidecar_viz.app.window.main_window import MainWindow

ROOT = Path(__file__).parent.parent.parent
SIDECAR = ROOT / "lessons" / "sidecar" / "lesson.yaml"


def tell(**figures: float) -> None:
    """Print the figures as the last line."""
    print(json.dumps(figures))


def since_start() -> float:
    """Give the milliseconds since this process began (10 ms exact)."""
    fields = Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()
    begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - begun) * 1000


def kib(kind: str = "Rss") -> float:
    """Give the memory of this process in KiB: all of it, or only "Anonymous"."""
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith(f"{kind}:"):
            return float(line.split()[1])
    raise AssertionError


def settled(app: QApplication) -> None:
    """Work through everything that is waiting."""
    for _ in range(10):
        app.processEvents()


def lesson_window(width: int, height: int) -> tuple[QApplication, MainWindow]:
    """Show the real window with the sidecar lesson."""
    app, program = lesson_program(width, height)
    return app, program.window


def lesson_program(width: int, height: int) -> tuple[QApplication, Program]:
    """Show the real window with the sidecar lesson; give its whole program."""
    from sidecar_viz.app.application import opened_program  # noqa: PLC0415
    from sidecar_viz.app.preferences.preferences import Preferences  # noqa: PLC0415
    from sidecar_viz.app.qt_application import make_application  # noqa: PLC0415
    from sidecar_viz.paint.brush.fonts import load_fonts  # noqa: PLC0415

    app = make_application()
    load_fonts(ROOT / "resources" / "fonts")
    program, _ = opened_program(SIDECAR, ROOT, Preferences(theme="light"))
    window = program.window
    window.setGeometry(0, 0, width, height)
    window.show()
    settled(app)
    return app, program
