"""The window on one keyboard: presses every key of the table, prints what is asked for.

Started by `tests.keyboards`, in a process of its own: Qt reads the keyboard once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.keys.by_place import ByPlace
from sidecar_viz.app.keys.focused_keys import FocusedKeys
from sidecar_viz.app.keys.places import PLACES
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.files.reading.lesson_file import load_lesson
from tests.keyboards.fingers import (
    ALT,
    BEYOND_KERNEL,
    CONTROL,
    NAMED,
    SHIFT,
    Fingers,
    Stroke,
)

LESSON = Path(__file__).parents[2] / "lessons" / "sidecar" / "lesson.yaml"
HELD = {"Ctrl": CONTROL, "Shift": SHIFT, "Alt": ALT}
NUMBERS = {sign: number + BEYOND_KERNEL for number, sign in PLACES.items()}
OF_A = NUMBERS["A"]
LAST = "F9"  # no command's key: once it is heard, so was all before it
PLAIN = "--plain"  # without what is tried here, to see what it changes
SECOND = "--second"  # with the second layout
PATIENCE = 10_000  # milliseconds


def strokes(fingers: Fingers, key: str, every: frozenset[str]) -> Iterator[Stroke]:
    """Give the ways in which somebody would press a key of the table.

    What a sign is written with may be another of *every* key by its place: Thai's "?"
    is Shift+M, as each key counts as the letter that lies there.
    """
    head, _, sign = key.removesuffix("+").rpartition("+")
    sign = sign or "+"
    held = tuple(HELD[name] for name in head.split("+") if name)
    if sign in NAMED:
        yield Stroke(held, NAMED[sign])
        return
    printed = [
        stroke
        for stroke in fingers.keys_with(sign.lower())
        if sign.isalnum() or not _is_read_by_place(fingers, stroke, every)
    ]
    for stroke in printed:
        yield Stroke((*held, *stroke.held), stroke.key)
    here = sign in NUMBERS and fingers.writes_other_script(NUMBERS[sign])
    if sign in NUMBERS and (sign.isdecimal() or here or not printed):
        yield Stroke(held, NUMBERS[sign])


def _is_read_by_place(fingers: Fingers, stroke: Stroke, every: frozenset[str]) -> bool:
    """Return whether a key that writes a sign is a digit, or another letter."""
    place = PLACES.get(stroke.key - BEYOND_KERNEL, "")
    if stroke.held:
        shifted = stroke.held == (SHIFT,) and f"Shift+{place}" in every
        return shifted and place.isalpha() and fingers.writes_other_script(OF_A)
    return place.isdecimal() or (place.isalpha() and fingers.writes_other_script(OF_A))


class Heard:
    """Every command that is asked for; none of them is done."""

    def __init__(self, window: MainWindow) -> None:
        self.names: list[str] = []
        self.done = False
        for name, action in window.commands.by_id.items():
            action.triggered.disconnect()
            action.triggered.connect(lambda _on, n=name: self.names.append(n))
            action.setEnabled(True)
        window.digits.digit.connect(lambda digit: self.names.append(str(digit)))
        last = QShortcut(QKeySequence(LAST), window)
        last.setContext(Qt.ShortcutContext.ApplicationShortcut)
        last.activated.connect(self._end)

    def after(self, fingers: Fingers, stroke: Stroke) -> list[str]:
        """Press a key; return what it asked for."""
        self.names, self.done = [], False
        fingers.press(stroke)
        fingers.press(Stroke((), NAMED[LAST]))
        end = QDeadlineTimer(PATIENCE)
        while not self.done and not end.hasExpired():
            QApplication.processEvents()
        if not self.done:
            raise SystemExit(f"no key is heard any more after {stroke}")
        return self.names

    def _end(self) -> None:
        self.done = True


def main() -> None:
    """Print as JSON what did not do what it should: key, place, what it did."""
    app = QApplication(sys.argv)
    program = connected_program(load_lesson(LESSON), LESSON, Preferences(motion="none"))
    window = program.window
    window.show()
    window.activateWindow()
    by_place = None if PLAIN in sys.argv else FocusedKeys(app, ByPlace(lambda: ()))
    end = QDeadlineTimer(PATIENCE)
    while not window.views.work.stage.hasFocus() and not end.hasExpired():
        app.processEvents()
    heard, fingers = Heard(window), Fingers(os.environ["DISPLAY"])
    if SECOND in sys.argv:
        fingers.use_second_layout()
    wanted: list[tuple[str, str]] = [(digit, digit) for digit in "1234567890"]
    wanted += [(c.id, key) for c in window.commands.commands for key in c.keys]
    every = frozenset(key for _, key in wanted)
    tried, wrong = 0, []
    for name, key in wanted:
        for stroke in strokes(fingers, key, every):
            tried += 1
            did = heard.after(fingers, stroke)
            if did != [name]:
                wrong.append((key, "+".join(map(str, (*stroke.held, stroke.key))), did))
    del by_place
    json.dump({"tried": tried, "wrong": wrong}, sys.stdout)


if __name__ == "__main__":
    main()
