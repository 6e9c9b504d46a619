"""The window on one keyboard: presses every key of the table, prints what is asked for.

Started by `tests.keyboards`, in a process of its own: Qt reads the keyboard once.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.keys.by_place import ByPlace
from sidecar_viz.app.keys.focused_keys import FocusedKeys
from sidecar_viz.app.keys.places import PLACES
from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab.lab_actions import opened_lab
from sidecar_viz.app.lab.lab_command import said
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.lab_application import hear_keys
from sidecar_viz.app.preferences.preferences import Preferences
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
Wanted = list[tuple[str, str]]  # what a key does, and the key
LAST = "F9"  # no command's key: once it is heard, so was all before it
PLAIN = "--plain"  # without what is tried here, to see what it changes
SECOND = "--second"  # with the second layout
IN_LAB = "--lab"  # the pod lab's window
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

    def __init__(self, window: QWidget, actions: Iterable[tuple[str, QAction]]) -> None:
        self.names: list[str] = []
        self.done = False
        for name, action in actions:
            action.triggered.disconnect()
            action.triggered.connect(lambda _on, n=name: self.names.append(n))
            action.setEnabled(True)
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


def of_lessons() -> tuple[QWidget, QWidget, Heard, Wanted]:
    """Show a lesson: window, stage, what it hears, and which keys mean what."""
    program = connected_program(load_lesson(LESSON), LESSON, Preferences(motion="none"))
    window = program.window
    heard = Heard(window, window.commands.by_id.items())
    window.digits.digit.connect(lambda digit: heard.names.append(str(digit)))
    wanted: Wanted = [(digit, digit) for digit in "1234567890"]
    wanted += [(c.id, key) for c in window.commands.commands for key in c.keys]
    return window, window.views.work.stage, heard, wanted


def of_lab() -> tuple[QWidget, QWidget, Heard, Wanted]:
    """Show a pod in the lab, and the same of it."""
    lab = opened_lab(first_example(), Preferences(motion="none"))
    window = lab.window
    widgets: tuple[QWidget, ...] = (window, *window.findChildren(QWidget))
    keyed = {id(a): a for one in widgets for a in one.actions() if a.shortcuts()}
    heard = Heard(window, ((action.text(), action) for action in keyed.values()))
    wanted = [(said(row.text), key) for row in LAB_COMMANDS for key in row.keys]
    return window, window.stage, heard, wanted


def main() -> None:
    """Print as JSON what did not do what it should: key, place, what it did."""
    app = QApplication(sys.argv)
    window, stage, heard, wanted = (of_lab if IN_LAB in sys.argv else of_lessons)()
    window.show()
    window.activateWindow()
    if PLAIN not in sys.argv and IN_LAB in sys.argv:
        hear_keys(app)  # as `sidecar-viz lab` does
    elif PLAIN not in sys.argv:
        FocusedKeys(app, ByPlace(lambda: ()))
    end = QDeadlineTimer(PATIENCE)
    while not stage.hasFocus() and not end.hasExpired():
        app.processEvents()
    fingers = Fingers(os.environ["DISPLAY"])
    if SECOND in sys.argv:
        fingers.use_second_layout()
    every = frozenset(key for _, key in wanted)
    tried, wrong = 0, []
    for name, key in wanted:
        for stroke in strokes(fingers, key, every):
            tried += 1
            did = heard.after(fingers, stroke)
            if did != [name]:
                wrong.append((key, "+".join(map(str, (*stroke.held, stroke.key))), did))
    json.dump({"tried": tried, "wrong": wrong}, sys.stdout)


if __name__ == "__main__":
    main()
