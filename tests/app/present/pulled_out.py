"""Presents with screens that were chosen before, swaps them and pulls one out.

Runs on a display of its own, with a window manager. Prints one line for each way in
which a letter is dead afterwards, and nothing when all is well.
"""

from __future__ import annotations

import os
import sys
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.screens.screens import screen_of, screens
from sidecar_viz.app.screens.seating import Seating, swapped
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.app.present.unplugging import (
    HALF,
    LESSON,
    ROOT,
    plug,
    shrunk,
    unplug,
    waited,
    xrandr,
)
from tests.keyboards.fingers import NAMED, Fingers, Stroke

X, N = 53, 57  # these keys' numbers in an X server
LONG = 5000  # milliseconds after which a letter is dead


def main() -> None:
    """Try each screen that may have been chosen, and zero to three swaps."""
    xrandr("--setmonitor", "Laptop", f"{HALF}+0+0", "screen")
    app = make_application()
    load_fonts(ROOT / "resources" / "fonts")
    fingers = Fingers(os.environ["DISPLAY"])
    for screen in ("Laptop", "Projector"):
        for swaps in range(4):
            plug()
            waited("two screens", lambda: len(screens()) == 2)
            chosen = Preferences(motion="none", audience_screen=screen)
            program = connected_program(load_lesson(LESSON), LESSON, chosen, 3)
            if not letters_live(program, fingers, swaps):
                print(f"dead: {screen or 'any screen'}, {swaps} swaps", flush=True)
            program.show.end()
            program.window.close()
            app.processEvents()


def letters_live(program: Program, fingers: Fingers, swaps: int) -> bool:
    """Present, swap, pull out; say whether N shows the next step then."""
    window = program.window
    window.setGeometry(50, 50, 700, 500)
    window.show()
    waited("the window", partial(in_front, window))
    fingers.press(Stroke((), NAMED["F5"]))
    waited("the show", lambda: window.presenting)
    show = program.show
    waited("two seats", lambda: seated(show))
    waited("the keyboard", lambda: fingers.where() == int(show.console.winId()))
    for _ in range(swaps):
        wanted = swapped(show.seats.seating, tuple(screens()))
        fingers.press(Stroke((), X))
        waited("a swap", partial(has_seating, show, wanted))
        waited("two seats", lambda: seated(show))
        waited("the keyboard", lambda: fingers.where() == int(show.console.winId()))
    unplug()
    waited("one seat", lambda: shrunk(show) or alone(show))
    waited("the keyboard", lambda: fingers.where() == int(show.seats.front.winId()))
    step = show.player.target
    fingers.press(Stroke((), N))
    left = LONG
    while show.player.target == step and left:
        QTest.qWait(10)
        left -= 10
    return show.player.target == step + 1


def in_front(window: MainWindow) -> bool:
    """Return whether a window has the keyboard; it asks for it, as a click does."""
    window.activateWindow()  # the window manager may have come after it
    return window.isActiveWindow()


def has_seating(show: Presenting, wanted: Seating) -> bool:
    """Return whether the views were given these screens."""
    return show.seats.seating == wanted


def seated(show: Presenting) -> bool:
    """Return whether both views are on the screens that they were given."""
    seats = show.seats.seating
    places = (screen_of(show.console), screen_of(show.audience))
    known = QApplication.activeWindow() is show.console
    return known and places == (seats.console, seats.audience)


def alone(show: Presenting) -> bool:
    """Return whether only the class's view is there."""
    return len(screens()) == 1 and not show.console.isVisible()


if __name__ == "__main__":
    main()
    sys.exit(0)
