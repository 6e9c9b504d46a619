"""A lesson beside its author's own editor: saved there, it is shown here at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from sidecar_viz.app.lessons.edit_bar import EditBar
from sidecar_viz.app.lessons.file_watch import FileWatch
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.files.library.places import data_folder, user_folder
from sidecar_viz.files.making.starter import ENDING, StarterError, copied, write_new
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.reading.problems import LessonError, Problem
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.files.saved.whole import is_file, is_there

GRACE = 500  # milliseconds that an editor may leave no file, or an empty one

TORN = {"unreadable", "empty"}


class Editing(QObject):
    """Follows one file: the last good picture stays while there are mistakes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.watch: FileWatch | None = None
        self.bar = EditBar(window)
        window.views.put_bar(self.bar, window.look)
        self._last = b""
        self._grace = QTimer(self, singleShot=True, interval=GRACE)
        self._grace.timeout.connect(lambda: self.read(patient=False))
        self.bar.left.connect(window.commands["edit"].trigger)
        self.bar.editor_wanted.connect(self.open_editor)
        self.bar.copy_wanted.connect(self.make_copy)
        window.course_shown.connect(self._follow_lesson)

    def set_on(self, *, on: bool) -> None:
        """Watch the file that is shown, or that is being mended; or stop."""
        if on:
            self._begin(self._window.opener.mending or self._window.path)
        else:
            self._end()
            self.bar.hide()

    def open_editor(self) -> None:
        """Open the file in the editor that the system has for it."""
        if self.watch is None:
            return
        path = self.watch.path
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            said = self.tr("No editor was found for it; open {path} yourself.")
            self.bar.show_file(path.name, said.format(path=path))

    def make_copy(self) -> None:
        """Copy the program's lesson into the user's folder, and edit that.

        A copy that was made before is opened; nothing is written over.
        """
        path = self._window.path
        if path is None:
            return
        name = f"my-{self._window.lesson.id}"
        copy = user_folder() / f"{name}{ENDING}"
        try:
            if not is_there(copy):
                write_new(user_folder(), name, lambda n: copied(read_bytes(path), n))
        except (StarterError, LessonError) as error:
            self._window.views.problems.show_problems(path.name, (str(error),))
            return
        self._window.opener.open(copy)
        self._begin(copy)

    def read(self, *, patient: bool = True) -> None:
        """Read the file; with *patience* one that is not there is waited for."""
        if self.watch is None:
            return
        path, found = self.watch.path, b""
        try:
            found = read_bytes(path)
            if found == self._last:
                return
            read = read_lesson_file(found, str(path))
        except LessonError as error:
            if patient and {problem.code for problem in error.problems} <= TORN:
                self._grace.start()
                return
            self._last = found
            self._refuse(path, error.problems)
            return
        self._grace.stop()
        self._last = found
        remarks = check_lesson(read.lesson, read.document.place)
        self._window.opener.mending = None
        self._window.show_lesson(read.lesson, path)
        self._show(path, remarks)

    def _begin(self, path: Path | None) -> None:
        self._end()
        if path is None or is_bundled(path):
            self.bar.offer_copy(self._window.lesson.title)
            return
        self.watch = FileWatch(path.absolute(), self)
        self.watch.changed.connect(self.read)
        self.read(patient=False)

    def _end(self) -> None:
        self._last = b""
        self._grace.stop()
        if self.watch is not None:
            self.watch.stop()
            self.watch = None

    def _show(self, path: Path, remarks: tuple[Problem, ...]) -> None:
        time = datetime.now().astimezone().strftime("%H:%M:%S")
        state = self.tr("Read at {time}: good.").format(time=time)
        if remarks:
            lines = tuple(str(remark) for remark in remarks)
            self._window.views.problems.show_remarks(path.name, lines)
            words = self.tr("Read at {time}: shown, with {n} remarks.")
            state = words.format(time=time, n=len(remarks))
        self.bar.show_file(path.name, state)

    def _refuse(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self._window.opener.mending = path
        lines = tuple(str(problem) for problem in problems)
        self._window.views.problems.show_problems(path.name, lines)
        words = self.tr("The last good picture stays; problems: {n}.")
        self.bar.show_file(path.name, words.format(n=len(problems)))

    def _follow_lesson(self) -> None:
        """Another lesson was opened: that one is edited now."""
        QTimer.singleShot(0, self, self._follow_now)

    def _follow_now(self) -> None:
        edited = self.watch.path if self.watch else None
        shown = self._window.path
        on = self._window.commands["edit"].isChecked()
        if on and shown is not None and shown.absolute() != edited:
            self._begin(shown)


def is_bundled(path: Path) -> bool:
    """Return whether a file came with an installed program, not with a checkout."""
    data = data_folder()
    if is_file(data / "pyproject.toml"):
        return False
    return path.absolute().is_relative_to(data / "lessons")
