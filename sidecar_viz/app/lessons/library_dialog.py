"""The library: every lesson with its picture, its length and how far one came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidgetItem, QWidget

from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.dialog.tile import CURRENT
from sidecar_viz.app.dialog.tile_list import picture_list
from sidecar_viz.app.lessons.library_delegate import (
    ABOUT,
    DONE,
    REFUSED,
    SHARE,
    LessonDelegate,
)
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.core.timeline import Timeline
from sidecar_viz.export.stills import still
from sidecar_viz.files.library.shelf import Entry

LIVELIEST = 0.7  # how far in the lesson its picture is taken


class LibraryDialog(PictureGrid):
    """Lets one of the lessons be chosen, or a file.

    Signals:
        chosen: the Path of a lesson.
        file_wanted: a lesson from elsewhere shall be opened.
    """

    chosen = Signal(object)
    file_wanted = Signal()
    least_tile = 380

    def __init__(
        self,
        entries: Sequence[Entry],
        shown: Path | None,
        progress: Mapping[str, Progress],
        folder: Path,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Show *entries*; *folder* is where the user's own lessons belong."""
        super().__init__(_tr("Lessons"), look, parent)
        self._entries = tuple(entries)
        grid = picture_list(self)
        grid.setAccessibleName(self.tr("Lessons"))
        delegate = LessonDelegate(grid)
        here = 0
        for number, entry in enumerate(self._entries):
            current = shown is not None and entry.path == shown
            done = progress.get(entry.lesson.id) if entry.lesson else None
            item = _item(entry, done or Progress(), current=current)
            grid.addItem(item)
            here = number if current else here
        delegate.words = tuple(
            (
                str(grid.item(n).text()),
                str(grid.item(n).data(ABOUT)),
                str(grid.item(n).data(DONE)),
            )
            for n in range(grid.count())
        )
        grid.setCurrentRow(here)
        self._begin(grid, delegate, self._foot(folder))
        bind(self, {"Ctrl+O": self._want_file})

    def picture(self, place: int) -> QImage | None:
        """A lively moment of the lesson; a lesson that cannot be shown has none."""
        lesson = self._entries[place].lesson
        if lesson is None:
            return None
        timeline = Timeline(lesson)
        stage = timeline.rest(round(len(lesson.steps) * LIVELIEST))
        return still(lesson, stage, self.picture_pixels(), self.look.theme)

    def take(self, place: int) -> None:
        """Open that lesson."""
        self.accept()
        self.chosen.emit(self._entries[place].path)

    def restyle_foot(self) -> None:
        """The foot has the look of the rest."""
        look = self.delegate.look
        self.file.set_look(look)
        self.chips.set_look(look)
        self.own.setFont(look.font(15))

    def _foot(self, folder: Path) -> QWidget:
        foot = QWidget(self)
        self.file = EdgedButton(self.tr("Open a file…"), "Ctrl O", foot)
        self.file.clicked.connect(self._want_file)
        self.own = QLabel(
            self.tr("Your own lessons appear here from {folder}").format(folder=folder),
            foot,
        )
        self.own.setTextFormat(Qt.TextFormat.PlainText)
        self.own.setWordWrap(True)
        self.own.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.chips = KeyChips(foot, ends=True)
        self.chips.show_keys(
            (("Enter", self.tr("open")), ("Esc", self.tr("close"))),
        )
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file)
        row.addWidget(self.own, 1)
        row.addWidget(self.chips)
        return foot

    def _want_file(self) -> None:
        self.accept()
        self.file_wanted.emit()


def _item(entry: Entry, progress: Progress, *, current: bool) -> QListWidgetItem:
    about, done = _about(entry), _done(entry, progress, current=current)
    item = QListWidgetItem(entry.title)
    item.setData(ABOUT, about)
    item.setData(DONE, done)
    item.setData(SHARE, progress.share)
    item.setData(CURRENT, current)
    item.setData(REFUSED, entry.lesson is None)
    said = ", ".join(filter(None, (entry.title, about, done)))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
    return item


def _about(entry: Entry) -> str:
    lesson = entry.lesson
    if lesson is None:
        return str(entry.path)
    minutes = _tr("~{n} min").format(n=lesson.minutes) if lesson.minutes else ""
    own = _tr("your own") if entry.own else ""
    return " · ".join(filter(None, (lesson.subject, minutes, own)))


def _done(entry: Entry, progress: Progress, *, current: bool) -> str:
    """How far somebody came, in words."""
    if entry.lesson is None:
        one, more = _tr("Cannot be shown: 1 problem"), _tr("Cannot be shown: {n}")
        many = _tr("{n} problems").format(n=entry.problems)
        return one if entry.problems == 1 else more.format(n=many)
    parts = [_tr("Shown now") if current else ""]
    if progress.seen:
        parts.append(_tr("All steps seen"))
    elif progress.begun:
        words = _tr("Step {n} of {end} seen")
        parts.append(words.format(n=progress.furthest, end=progress.end))
    elif not current:
        parts.append(_tr("Not begun"))
    if progress.right:
        words = _tr("quiz {n} of {all}")
        parts.append(words.format(n=progress.right, all=progress.questions))
    return " · ".join(filter(None, parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("library", text)
