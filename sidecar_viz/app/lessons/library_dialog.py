"""The library: every lesson with its picture, its length and how far one came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QListWidgetItem, QWidget

from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.dialog.tile import CURRENT
from sidecar_viz.app.dialog.tiles import Tiles
from sidecar_viz.app.lessons.library_tile import (
    ABOUT,
    DONE,
    REFUSED,
    SHARE,
    LessonTile,
    Words,
)
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf
from sidecar_viz.app.qt.while_open import while_open
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.files.library.shelf import Entry
from sidecar_viz.paint.brush.theme import Theme

LIVELIEST = 0.7  # how far in the lesson its picture is taken
LEAST_TILE = 380
BESIDE = 1.25  # up to this scale of text the foot has room for words beside buttons


def library_dialog(
    entries: Sequence[Entry],
    shown: Path | None,
    progress: Mapping[str, Progress],
    foot: LibraryFoot,
    chosen: Callable[[Path], object],
    look: Look,
    parent: QWidget | None = None,
    *,
    joined: SignalOf[()] | None = None,
) -> PictureGrid:
    """Make a dialog that lets one of the lessons be chosen.

    Args:
        entries: the lessons.
        shown: the file of the one that is shown now.
        progress: how far somebody came, by the ids of lessons.
        foot: stands below the lessons; its buttons, and their keys, close the dialog.
        chosen: is called with the file of a lesson.
        look: that of the window below.
        parent: a widget of the window below.
        joined: tells that it is another progress now.
    """
    here = [shown is not None and entry.path == shown for entry in entries]
    items = tuple(QListWidgetItem(entry.title) for entry in entries)
    words = LessonTile(_write(items, entries, here, progress))
    current = max((place for place, now in enumerate(here) if now), default=0)

    def picture(place: int, pixels: tuple[int, int], theme: Theme) -> QImage | None:
        return _picture(entries[place], pixels, theme)

    def take(place: int) -> None:
        chosen(entries[place].path)

    name = _tr("Lessons")
    tiles = Tiles(name, items, words, picture, current, LEAST_TILE)
    dialog = PictureGrid(name, tiles, take, foot, look, parent)

    def show_progress() -> None:
        """Show what was seen in another window meanwhile; the choice stays."""
        words.take(_write(items, entries, here, progress))
        dialog.list.doItemsLayout()

    if joined is not None:
        while_open(dialog, joined, show_progress)
    for button in (foot.file, foot.lab):
        button.clicked.connect(dialog.accept)
    bind(dialog, {"Ctrl+O": foot.file.click, "Ctrl+Shift+L": foot.lab.click})
    return dialog


class LibraryFoot(QWidget):
    """Buttons for other files and for the pod lab, where one's own belong, and keys."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Make the foot; *folder* is where the user's own lessons belong."""
        super().__init__(parent)
        self.file = EdgedButton(self.tr("Open a file…"), "Ctrl O", self)
        self.lab = EdgedButton(self.tr("Pod lab…"), "Ctrl Shift L", self)
        own = self.tr("Your own lessons appear here from {folder}")
        self.own = PlainLabel(own.format(folder=folder), self)
        self.own.setWordWrap(True)
        self.own.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.chips = KeyChips(self, ends=True)
        self.chips.show_keys(
            (("Enter", self.tr("open")), ("Esc", self.tr("close"))),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(2, 1)
        for column, part in enumerate((self.file, self.lab, self.own, self.chips)):
            self._grid.addWidget(part, 0, column)

    def set_look(self, look: Look) -> None:
        """Style the buttons, the words and the keys."""
        self.file.set_look(look)
        self.lab.set_look(look)
        self.chips.set_look(look)
        self.own.setFont(look.font(15))
        self._grid.removeWidget(self.own)
        if look.reading > BESIDE:
            self._grid.addWidget(self.own, 1, 0, 1, 4)
        else:
            self._grid.addWidget(self.own, 0, 2)


def _picture(entry: Entry, pixels: tuple[int, int], theme: Theme) -> QImage | None:
    """Paint a lively moment of a lesson; one that cannot be shown has none."""
    if entry.lesson is None:
        return None
    stage = Timeline(entry.lesson).rest(round(len(entry.lesson.steps) * LIVELIEST))
    return still(entry.lesson, stage, pixels, theme)


def _progress(entry: Entry, progress: Mapping[str, Progress]) -> Progress:
    found = progress.get(entry.lesson.id) if entry.lesson else None
    return found or Progress()


def _write(
    items: Sequence[QListWidgetItem],
    entries: Sequence[Entry],
    here: Sequence[bool],
    progress: Mapping[str, Progress],
) -> list[Words]:
    """Write on each tile how far somebody came; return the words of all."""
    every = []
    for item, entry, current in zip(items, entries, here, strict=True):
        far = _progress(entry, progress)
        words = (entry.title, _about(entry), _done(entry, far, current=current))
        item.setData(ABOUT, words[1])
        item.setData(DONE, words[2])
        item.setData(SHARE, far.share)
        item.setData(CURRENT, current)
        item.setData(REFUSED, entry.problems > 0)
        said = ", ".join(filter(None, words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        every.append(words)
    return every


def _about(entry: Entry) -> str:
    lesson = entry.lesson
    if lesson is None:
        return str(entry.path)
    minutes = _tr("~{n} min").format(n=lesson.minutes) if lesson.minutes else ""
    own = _tr("your own") if entry.own else ""
    return " · ".join(filter(None, (lesson.subject, minutes, own)))


def _done(entry: Entry, progress: Progress, *, current: bool) -> str:
    """Say how far somebody came."""
    if entry.lesson is None and not entry.problems:
        return _tr("Not looked at yet")
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
