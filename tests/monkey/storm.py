"""Random keys, clicks and drags in the real window, and what is left afterwards."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import random
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.lab.lab_commands import LAB_COMMANDS
from sidecar_viz.app.window.main_window import MainWindow
from tests.monkey.hand import Hand
from tests.monkey.mischief import Mischief, open_labs

LEFT_OUT = ("quit", "open", "save_results")
"""Commands that end the program, or only show the system's own file dialog."""
TEXT = tuple("abcdefghijklmnopqrstuvwxyz0123456789.,;:?!+-*/#")
PLAIN_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Escape, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F6),
)
LOGGED = 40  # events before a mistake that are told
LULLS = 12  # times that the memory is looked at, everything being closed
WARM = 3  # lulls until all was used once: what is loaded then is no growth
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Outcome(NamedTuple):
    """What a storm left."""

    events: int
    mistakes: tuple[str, ...]
    grown: float  # MiB, once everything was used
    dead: tuple[str, ...]  # keys that no longer do what they should


class Storm:
    """Seeded: the same seed makes the same events."""

    def __init__(self, window: MainWindow, home: Path, seed: int) -> None:
        """Aim at this window, all that it opens, and files in the folder *home*."""
        self._window = window
        self._dice = random.Random(seed)  # noqa: S311 - not for secrets
        self._mischief = Mischief(window, home, self._dice)
        self._hand = Hand(window)
        self._commands = [
            combination_of(key)
            for command in COMMANDS
            if command.id not in LEFT_OUT
            for key in (*command.stage, *command.anywhere)
        ]
        self._lab_commands = [
            combination_of(key)
            for row in LAB_COMMANDS
            for key in (*row.picture, *row.anywhere)
        ]
        self._closing = QTimer(window, interval=50)  # some hold all else up
        self._closing.timeout.connect(_close_file_dialogs)
        self._closing.start()
        self.log: deque[str] = deque(maxlen=LOGGED)

    def run(self, events: int, mistakes: Callable[[], list[str]]) -> Outcome:
        """Press, click and drag so often; *mistakes* tells what went wrong so far.

        *mistakes* is asked after each event.
        """
        levels: list[float] = []
        lull = max(1, events // LULLS)
        for number in range(1, events + 1):
            self._once()
            if number % lull == 0:
                self.calm()
                levels.append(memory())
            if mistakes():
                break
        self.calm()
        dead = tuple(self.dead_keys())
        return Outcome(events, tuple(mistakes()), risen(levels), dead)

    def calm(self) -> None:
        """Close what is open and go back to the plain window."""
        window = self._window
        for lab in open_labs():
            lab.close()
        self._mischief.calm()
        for _ in range(12):
            for other in _others(window):
                QTest.keyClick(other, Qt.Key.Key_Escape)
            window.activateWindow()
            _settle()
            QTest.keyClick(window, Qt.Key.Key_Escape)
            _settle()
        window.showNormal()
        window.activateWindow()
        window.raise_()
        QTest.qWaitForWindowActive(window)
        for _ in range(3):  # a pinned actor, then digits that wait for Enter
            QTest.keyClick(window, Qt.Key.Key_Escape)
            _settle()

    def dead_keys(self) -> list[str]:
        """Something has the focus, and next and previous still move, by keys alone."""
        window, player = self._window, self._window.player
        window.change(predict_first=False, motion="none")
        dead = []
        if QApplication.focusWidget() is None:
            dead.append("nothing has the focus")
        player.jump(1)
        for name, key, wanted in (
            ("PgDown", Qt.Key.Key_PageDown, 2),
            ("PgUp", Qt.Key.Key_PageUp, 1),
        ):
            QTest.keyClick(window, key)
            _settle()
            if player.target != wanted:
                dead.append(f"{name}: at {player.target} instead of {wanted}")
        return dead

    def _once(self) -> None:
        target = self._target()
        kind = self._dice.random()
        if kind < 0.27:
            self._press_command(target)
        elif kind < 0.45:
            self._press(target, self._dice.choice(PLAIN_KEYS), self._modifier())
        elif kind < 0.55:
            QTest.keyClicks(_focused(target), self._dice.choice(TEXT))
        elif kind < 0.79:
            self._click(target)
        elif kind < 0.84:
            self._drag(target)
        elif kind < 0.96:
            self.log.append(self._mischief.once())
        else:
            QTest.keyClick(_focused(target), Qt.Key.Key_Escape)
        _settle()

    def _press_command(self, target: QWidget) -> None:
        in_lab = any(lab is target or lab.isAncestorOf(target) for lab in open_labs())
        combination = self._dice.choice(
            self._lab_commands if in_lab else self._commands
        )
        self._press(target, combination.key(), combination.keyboardModifiers())

    def _press(
        self, target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier
    ) -> None:
        quits = key == Qt.Key.Key_Q and modifier == MODIFIERS[2]
        closes = key == Qt.Key.Key_F4 and modifier == MODIFIERS[3]
        if not (quits or closes):
            self.log.append(f"{type(target).__name__} {modifier} {key}")
            QTest.keyClick(_focused(target), key, modifier)

    def _modifier(self) -> Qt.KeyboardModifier:
        return MODIFIERS[max(0, self._dice.randrange(-4, 4))]

    def _click(self, target: QWidget) -> None:
        hit, place = self._hit(target)
        self.log.append(f"{type(target).__name__} click {type(hit).__name__} {place}")
        double = self._dice.random() < 0.1
        (self._hand.double_click if double else self._hand.click)(hit, place)

    def _drag(self, target: QWidget) -> None:
        hit, place = self._hit(target)
        to = hit.mapFrom(target, self._place(target))
        words = f"{type(target).__name__} drag {type(hit).__name__} {place} {to}"
        self.log.append(words)
        self._hand.drag(hit, place, to)

    def _hit(self, target: QWidget) -> tuple[QWidget, QPoint]:
        """Choose a place in a window: the widget that is there, and where in it."""
        place = self._place(target)
        widget: QWidget | None = target.childAt(place)
        hit = target if widget is None else widget
        return hit, hit.mapFrom(target, place)

    def _place(self, target: QWidget) -> QPoint:
        return QPoint(
            self._dice.randrange(max(1, target.width())),
            self._dice.randrange(max(1, target.height())),
        )

    def _target(self) -> QWidget:
        """A menu that is open, a dialog, or the window."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        others = _others(self._window)
        if others and self._dice.random() < 0.8:
            return self._dice.choice(others)
        return self._window


def combination_of(key: str) -> QKeyCombination:
    """The first key of a command's shortcut, with what is held down."""
    combination: QKeyCombination = cast("Any", QKeySequence(key))[0]
    return combination


def _others(window: QWidget) -> list[QWidget]:
    """Other windows on the screen, none of the system's own."""
    every = [
        one
        for one in QApplication.topLevelWidgets()
        if one is not window and one.isVisible() and not isinstance(one, QFileDialog)
    ]
    _close_file_dialogs()
    return sorted(every, key=lambda one: (type(one).__name__, one.objectName()))


def _close_file_dialogs() -> None:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QFileDialog):
            one.close()


def _focused(target: QWidget) -> QWidget:
    found: QWidget | None = target.focusWidget()
    return target if found is None else found


def _settle() -> None:
    for _ in range(2):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def risen(levels: Sequence[float]) -> float:
    """How much the lowest level rose from the first half to the second, in MiB.

    Pictures of whole screens are kept and dropped all the time; what leaks never
    goes away, so it is the lowest levels that show it.
    """
    warm = levels[WARM:]
    half = len(warm) // 2
    return min(warm[half:]) - min(warm[:half]) if half else 0.0


def memory() -> float:
    """How much memory is the process's own, in MiB; 0 where nobody tells.

    What is free but not given back to the system does not count.
    """
    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
    file = Path("/proc/self/statm")
    if not file.exists():
        return 0.0
    resident, shared = file.read_text("ascii").split()[1:3]
    return (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE") / 2**20
