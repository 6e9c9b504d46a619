"""Windows on desktops with a large scale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CODE = """
from pathlib import Path
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.files.reading.lesson_file import load_lesson

app = make_application()
lesson = Path("lessons", "sidecar", "lesson.yaml")
chosen = Preferences(motion="none")
program = connected_program(load_lesson(lesson), lesson, chosen)
window = program.window
window.resize(4000, 4000)
window.show()
show = program.show
show.begin()
show.seats.toggle_console()
for one in (window, show.console, show.audience):
    least, room = one.minimumSize(), one.screen().availableGeometry().size()
    print(least == least.boundedTo(room), end=" ")
print(window.screen().devicePixelRatio())
show.end()
window.close()
"""


@pytest.mark.storm
@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_the_least_window_fits_the_screen(scale: int) -> None:
    """At any desktop scale; the screen here has 800 × 800 pixels at first."""
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": str(scale), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.split() == ["True", "True", "True", f"{scale}.0"], done.stderr
