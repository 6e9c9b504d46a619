"""Presents while the second screen is pulled out and plugged in, `TIMES` times.

Runs on a display of its own, whose one screen is made two by RandR. Prints one
line for what is wrong, and nothing when all is well.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.screens.screens import screen_of, screens
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts

ROOT = Path(__file__).parents[3]
LESSON = ROOT / "lessons" / "sidecar" / "lesson.yaml"
HALF = "800/300x600/200"
LONG = 20_000  # milliseconds that anything may take, on a busy machine, too


def xrandr(*words: str) -> None:
    """Change the screens."""
    subprocess.run(["xrandr", *words], check=True, stdout=subprocess.DEVNULL)


def plug() -> None:
    """Put the second screen in."""
    xrandr("--setmonitor", "Projector", f"{HALF}+800+0", "none")


def unplug() -> None:
    """Pull the second screen out."""
    xrandr("--delmonitor", "Projector")


def main() -> None:
    """Pull out, step, plug in, press X, and look what became of it."""
    xrandr("--setmonitor", "Laptop", f"{HALF}+0+0", "screen")
    plug()
    app = make_application()
    load_fonts(ROOT / "resources" / "fonts")
    lesson = load_lesson(LESSON)
    program = connected_program(lesson, LESSON, Preferences(motion="none"), 3)
    window = program.window
    window.show()
    window.commands["present"].trigger()
    show = program.show
    step = 3
    for number in range(int(sys.argv[1])):
        waited("two seats", lambda: both_seated(show))
        unplug()
        key = Qt.Key.Key_PageDown if number % 2 else Qt.Key.Key_PageUp
        QTest.keyClick(show.console.stage, key)
        step += 1 if number % 2 else -1
        waited("the view in the console", lambda: shrunk(show))
        must("the step after pulling out", show.player.target == step)
        plug()
        waited("a second screen", lambda: len(screens()) == 2)
        waited("the offer", lambda: "**X**" in show.following.notes["screens"])
        QTest.keyClick(show.console.stage, Qt.Key.Key_X)
        must("the step after plugging in", show.player.target == step)
    waited("two seats", lambda: both_seated(show))
    QTest.keyClick(show.console.stage, Qt.Key.Key_Escape)
    must("the window", window.isVisible())
    must("the step at the end", show.player.target == step)
    window.close()
    app.processEvents()


def both_seated(show: Presenting) -> bool:
    """Whether each view is on its screen, and the teacher has the keyboard."""
    return (
        show.audience.isVisible()
        and screen_of(show.audience) == "Projector"
        and show.console.isVisible()
        and screen_of(show.console) == "Laptop"
        and show.console.isActiveWindow()
    )


def shrunk(show: Presenting) -> bool:
    """Whether only the console is there, where it was."""
    left = tuple(screens()) == ("Laptop",) and show.seats.seating.shrunk
    return left and not show.audience.isVisible() and show.console.isVisible()


def waited(what: str, claim: Callable[[], bool]) -> None:
    """Wait for a claim to be true."""
    left = LONG
    while not claim() and left:
        QTest.qWait(10)
        left -= 10
    must(what, claim())


def must(what: str, true: object) -> None:
    """End with a word about what is wrong."""
    if not true:
        print(f"wrong: {what}", flush=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
