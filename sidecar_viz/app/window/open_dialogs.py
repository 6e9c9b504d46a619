"""The dialogs: loaded when first wanted, values in, signals out."""

from __future__ import annotations

# Every dialog is imported where it is opened: the window must not wait for them.
# ruff: noqa: PLC0415
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.source import LookSource, Styled
from sidecar_viz.app.preferences.preferences import OwnKeys, Preferences
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from sidecar_viz.app.quiz.dialog import QuizDialog
    from sidecar_viz.core.beside.find import Passage
    from sidecar_viz.core.course.course import Course


@runtime_checkable
class Lettered(Protocol):
    """A dialog that has single letters or digits for keys."""

    def set_letters(self, *, letters: bool) -> None:
        """Let them be keys while *letters* is true."""


@runtime_checkable
class ShowsPreferences(Protocol):
    """A dialog that shows preferences, and what becomes of them elsewhere."""

    def show_preferences(self, preferences: Preferences) -> None:
        """Show these."""


MakeDialog = Callable[[Look, QWidget], "QDialog"]


class Dialogs(QObject):
    """Opens one dialog of a kind at a time; none blocks the window.

    Who closes a dialog is back where it was asked for: in the window, or in the dialog
    that led to it. A dialog has the look of the window that it was opened over, and
    keeps it.

    Signals:
        quiz_made: the QuizDialog, before it is shown.
    """

    quiz_made: SignalOf[QuizDialog] = signal(object)

    def __init__(
        self,
        window: QWidget,
        looks: LookSource,
        commands: Callable[[], Iterable[AnyCommand]],
    ) -> None:
        """Open dialogs over a window; *commands* gives them with their keys then."""
        super().__init__(window)
        self._commands = commands
        self._window, self._looks = window, looks
        self._open: dict[str, QDialog] = {}
        self._led_here: dict[str, str] = {}
        self._letters = True

    def set_letters(self, *, letters: bool) -> None:
        """Let single letters be keys while *letters* is true, in open dialogs, too."""
        self._letters = letters
        for dialog in self._open.values():
            if isinstance(dialog, Lettered):
                dialog.set_letters(letters=letters)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show preferences that are others now, where they are open."""
        for dialog in self._open.values():
            if isinstance(dialog, ShowsPreferences):
                dialog.show_preferences(preferences)

    def quiz(self, lesson: Lesson, proof_wanted: Callable[[int, str], None]) -> None:
        """Ask the lesson's questions."""
        from sidecar_viz.app.quiz.dialog import QuizDialog

        if lesson.quiz and not self._raised("quiz"):
            dialog = QuizDialog(lesson, self._looks.look, self._window)
            dialog.proof_wanted.connect(proof_wanted)
            self.quiz_made.emit(dialog)
            self._show("quiz", dialog)

    def help(self, keys_wanted: Callable[[], None]) -> None:
        """Show all keys; *keys_wanted* lets the user choose others."""
        from sidecar_viz.app.help.help_dialog import HelpDialog

        if not self._raised("help"):
            dialog = HelpDialog(self._commands(), self._looks.look, self._window)
            dialog.keys_wanted.connect(keys_wanted)
            self._show("help", dialog)

    def keys(
        self,
        commands: Sequence[AnyCommand],
        current: Callable[[], Preferences],
        changed: Callable[[OwnKeys], None],
        told: Callable[[str], None],
    ) -> None:
        """Let the user choose keys; *commands* have their first ones.

        *told* says to screen readers what came of a key.
        """
        from sidecar_viz.app.help.keys_dialog import KeysDialog

        if not self._raised("keys"):
            own, look = current().own_keys, self._looks.look

            def learned() -> tuple[tuple[str, str], ...]:
                return current().learned_keys

            dialog = KeysDialog(commands, own, learned, look, self._window)
            dialog.changed.connect(changed)
            dialog.told.connect(told)
            self._show("keys", dialog)

    def about(self) -> None:
        """Say what this program is."""
        from sidecar_viz.app.help.about_dialog import AboutDialog

        if not self._raised("about"):
            self._show("about", AboutDialog(self._looks.look, self._window))

    def preferences(
        self,
        current: Preferences,
        changed: Callable[[Preferences], None],
        keys_wanted: Callable[[], None],
    ) -> None:
        """Let the user choose; *keys_wanted* leads to the keys."""
        from sidecar_viz.app.preferences.dialog import PreferencesDialog

        if not self._raised("preferences"):
            dialog = PreferencesDialog(current, self._looks.look, self._window)
            dialog.changed.connect(changed)
            dialog.keys_wanted.connect(keys_wanted)
            self._show("preferences", dialog)

    def what_if(
        self, lesson: Lesson, current: str, chosen: Callable[[str], None]
    ) -> None:
        """Choose what goes wrong."""
        from sidecar_viz.app.choosing.what_if_dialog import WhatIfDialog

        if lesson.what_ifs and not self._raised("what_if"):
            look = self._looks.look
            dialog = WhatIfDialog(lesson, current, look, self._window)
            dialog.chosen.connect(chosen)
            self._show("what_if", dialog)

    def overview(
        self, timeline: Timeline, step: int, chosen: Callable[[int], None]
    ) -> None:
        """Show all steps side by side."""
        from sidecar_viz.app.choosing.overview_dialog import overview_dialog

        if not self._raised("overview"):
            look = self._looks.look
            dialog = overview_dialog(timeline, step, chosen, look, self._window)
            self._show("overview", dialog)

    def go_to(
        self, timeline: Timeline, step: int, chosen: Callable[[int], None]
    ) -> None:
        """Choose a step by its title."""
        from sidecar_viz.app.choosing.go_to_dialog import go_to_dialog

        if not self._raised("go_to"):
            look, names = self._looks.look, titles(timeline.course)
            dialog = go_to_dialog(names, step, chosen, look, self._window)
            self._show("go_to", dialog)

    def find(self, course: Course, chosen: Callable[[Passage], None]) -> None:
        """Find words in the lesson."""
        from sidecar_viz.app.choosing.find_dialog import find_dialog

        if not self._raised("find"):
            dialog = find_dialog(course, chosen, self._looks.look, self._window)
            self._show("find", dialog)

    def library(self, make: MakeDialog) -> None:
        """Choose one of all lessons."""
        self.adopt("library", make)

    def file(self, folder: str, chosen: Callable[[Path], object]) -> None:
        """Choose a lesson's file."""
        if self._raised("file"):
            return
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Lessons (*.yaml *.yml)")
        dialog = QFileDialog(self._window, self.tr("Open a lesson"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        self._show("file", dialog)

    def adopt(self, name: str, make: MakeDialog) -> None:
        """Show a dialog of another part of the program, one of a *name* at a time.

        *make* gets the look of the window that it is to be over, and that window.
        """
        if not self._raised(name):
            self._show(name, make(self._looks.look, self._window))

    def over(self, window: QWidget, looks: LookSource) -> None:
        """Open dialogs over this window, and in its look, from now on."""
        self._window, self._looks = window, looks

    def close_all(self) -> None:
        """Close what is open, for another lesson."""
        for dialog in tuple(self._open.values()):
            dialog.close()

    def names(self) -> tuple[str, ...]:
        """List the names of the dialogs that are open."""
        return tuple(self._open)

    def close_top(self) -> bool:
        """Close what was opened last, but no quiz; tell whether there was anything."""
        for name, dialog in reversed(tuple(self._open.items())):
            if name != "quiz":
                dialog.close()
                return True
        return False

    def _raised(self, name: str) -> bool:
        dialog = self._open.get(name)
        if dialog is None:
            return False
        self._note_way(name)
        dialog.raise_()
        dialog.activateWindow()
        return True

    def _show(self, name: str, dialog: QDialog) -> None:
        self._note_way(name)
        self._open[name] = dialog
        if isinstance(dialog, Lettered):
            dialog.set_letters(letters=self._letters)
        if isinstance(dialog, Styled):
            self._looks.changed.connect(dialog.set_look)
        dialog.finished.connect(lambda _code: self._forget(name))
        dialog.show()
        dialog.activateWindow()  # where no window manager does it

    def _note_way(self, name: str) -> None:
        """Remember the dialog in which another, of this *name*, is asked for."""
        here = (n for n, dialog in self._open.items() if dialog.isActiveWindow())
        led_here = next(here, "")
        if led_here != name:
            self._led_here[name] = led_here

    def _forget(self, name: str) -> None:
        dialog = self._open.pop(name, None)
        if dialog is not None:
            dialog.deleteLater()
        before: QWidget | None = self._open.get(self._led_here.pop(name, ""))
        if before is None or not before.isVisible():
            before = self._window
        before.activateWindow()
