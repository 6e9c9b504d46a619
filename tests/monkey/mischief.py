"""What happens to a program beside keys and clicks: files, screens, foreign keys."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from sidecar_viz.app.keys.places import BEYOND_KERNEL_IN_X, PLACES
from sidecar_viz.app.lab.lab_window import LabWindow
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.library.places import data_folder

LESSONS = ("sidecar", "job", "adapter", "ambassador", "init-containers")
TEXTS = (1.0, 1.3, 2.0)
SIZES = ((800, 480), (1280, 720), (1600, 900))
HALF = "800/300x600/200"
WRITTEN: Mapping[str, str] = {
    "fr": "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù`*wxcvbn,;:!",
    "de": "1234567890ß'qwertzuiopü+asdfghjklöä^#yxcvbnm,.-",
    # ruff: noqa: RUF001
    "cz": "+ěščřžýáíé=´qwertzuiopú)asdfghjklů§;¨yxcvbnm,.-",
    "ru": "1234567890-=йцукенгшщзхъфывапролджэё\\ячсмитьбю.",
    "gr": "1234567890-=;ςερτυθιοπ[]ασδφγηξκλ΄'`\\ζχψωβνμ,./",
    "ara": "1234567890-=ضصثقفغعهخحجدشسيبلاتنمكطذ\\ئءؤرلىةوزظ",
}
"""What the keys of `PLACES` write on the keyboards of some countries, row by row."""
HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Mischief:
    """Does something to the program from outside, at random."""

    def __init__(self, window: MainWindow, home: Path, dice: random.Random) -> None:
        """Play with this window and with files in the folder *home*."""
        self._window = window
        self._dice = dice
        self._file = home / "watched.lesson.yaml"
        self._pods = [Path(shutil.copy(one, home)) for one in pods()]
        self._plugged = True
        self._kinds: tuple[Callable[[], str], ...] = (
            *(self._foreign_key, self._foreign_key, self._foreign_key),
            *(self._what_if, self._lesson, self._resize, self._text_size),
            *(self._file_changes, self._file_is_opened) * 2,
            self._switch,
            *(self._lab, self._lab),
            *((self._screen,) if has_screens_to_pull() else ()),
        )

    def once(self) -> str:
        """Do one of them, and say which."""
        return self._dice.choice(self._kinds)()

    def calm(self) -> None:
        """Plug the screen in, and show a lesson that is there, at the usual size."""
        if not self._plugged:
            self._screen()
        self._window.change(text_scale=1.0, single_letter_keys=True)
        self._window.opener.open(bundled("sidecar"))

    def _foreign_key(self) -> str:
        layout = self._dice.choice(tuple(WRITTEN))
        place = self._dice.randrange(len(PLACES))
        held = self._dice.choice(HELD)
        text = WRITTEN[layout][place]
        number = tuple(PLACES)[place] + BEYOND_KERNEL_IN_X
        if held == Qt.KeyboardModifier.ControlModifier and text.upper() == "Q":
            return "no end"
        target = QApplication.focusWidget() or self._window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            written = "" if held == Qt.KeyboardModifier.ControlModifier else text
            key = ord(text.upper()[0])
            event = QKeyEvent(kind, key, held, number, 0, 0, written)
            if isValid(target):  # the press may have closed its dialog
                QCoreApplication.sendEvent(target, event)
        return f"the key of {text} in {layout}, {held}"

    def _what_if(self) -> str:
        known = ["", *(what_if.id for what_if in self._window.lesson.what_ifs)]
        chosen = self._dice.choice(known)
        self._window.show_what_if(chosen)
        return f"what-if {chosen or 'left'}"

    def _lesson(self) -> str:
        name = self._dice.choice(LESSONS)
        self._window.opener.open(bundled(name))
        return f"lesson {name}"

    def _resize(self) -> str:
        size = self._dice.choice(SIZES)
        if not self._window.isFullScreen():
            self._window.resize(*size)
        return f"size {size}"

    def _text_size(self) -> str:
        scale = self._dice.choice(TEXTS)
        self._window.change(text_scale=scale)
        return f"text {scale}"

    def _switch(self) -> str:
        on = self._dice.random() < 0.5
        if self._dice.random() < 0.5:
            self._window.change(single_letter_keys=on)
            return f"letters {on}"
        self._window.change(predict_first=on)
        return f"predict {on}"

    def _file_changes(self) -> str:
        """An editor saves, breaks, shortens or removes the file."""
        source = bundled(self._dice.choice(LESSONS))
        kind = self._dice.choice(("whole", "half", "empty", "gone", "new"))
        if kind == "whole":
            shutil.copyfile(source, self._file)
        elif kind == "half":
            text = source.read_bytes()
            self._file.write_bytes(text[: len(text) // 2])
        elif kind == "empty":
            self._file.write_bytes(b"")
        elif kind == "gone":
            self._file.unlink(missing_ok=True)
        else:
            beside = self._file.with_suffix(".new")
            shutil.copyfile(source, beside)
            beside.replace(self._file)
        return f"the file is {kind}"

    def _file_is_opened(self) -> str:
        self._window.opener.open(self._file)
        return "the file is opened"

    def _lab(self) -> str:
        """A lab is opened; in one that is open, a pod is dropped or its text torn."""
        labs = open_labs()
        if not labs:
            self._window.commands["pod_lab"].trigger()
            return "a lab is opened"
        lab = self._dice.choice(labs)
        kind = self._dice.choice(("drop", "tear", "size", "text"))
        if kind == "drop":
            lab.dropped.emit(self._dice.choice(self._pods))  # it may be saved over
        elif kind == "size":
            lab.resize(*self._dice.choice(SIZES))
        elif kind == "text":
            lab.editor.text.setPlainText(
                self._dice.choice(self._pods).read_text("utf-8")
            )
        else:
            lines = lab.editor.text.toPlainText().split("\n")
            lines.pop(self._dice.randrange(len(lines)))
            lab.editor.text.setPlainText("\n".join(lines))
        return f"lab: {kind}"

    def _screen(self) -> str:
        if self._plugged:
            xrandr("--delmonitor", "Projector")
        else:
            plug_in()
        self._plugged = not self._plugged
        return f"second screen {self._plugged}"


def open_labs() -> list[LabWindow]:
    """List the windows of labs that can be seen."""
    every = QApplication.topLevelWidgets()
    found = [one for one in every if isinstance(one, LabWindow) and one.isVisible()]
    return sorted(found, key=lambda one: one.windowTitle())


def pods() -> list[Path]:
    """List the sample pods that come with the program."""
    return sorted((data_folder() / "resources" / "pods").glob("*.podlab.yaml"))


def has_screens_to_pull() -> bool:
    """Return whether the screens are an X server's that RandR can cut in two."""
    xcb = os.environ.get("QT_QPA_PLATFORM") == "xcb"
    return xcb and shutil.which("xrandr") is not None


def cut_in_two() -> None:
    """Make two screens of the X server's one."""
    xrandr("--setmonitor", "Laptop", f"{HALF}+0+0", "screen")
    plug_in()


def plug_in() -> None:
    """Put the second screen in."""
    xrandr("--setmonitor", "Projector", f"{HALF}+800+0", "none")


def xrandr(*words: str) -> None:
    """Change the screens."""
    subprocess.run(["xrandr", *words], check=True, stdout=subprocess.DEVNULL)


def bundled(name: str) -> Path:
    """Return the file of a lesson that comes with the program."""
    return data_folder() / "lessons" / name / "lesson.yaml"
