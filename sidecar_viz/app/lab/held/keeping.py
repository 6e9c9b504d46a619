"""Keeps what is open in the lab, so that a sudden end costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import uuid4

from msgspec import Struct, structs
from PySide6.QtCore import QObject, QTimer

from sidecar_viz.app.lab.held.lab_disk import LabDisk
from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.opened import (
    Opened,
    as_shown,
    read_given,
    saved_state,
    shown_text,
)
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.content import read_bytes
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.folders import data_file, path_of, path_text
from sidecar_viz.files.saved.lab_file import (
    FILE,
    KeptLab,
    lab_key,
    load_kept_labs,
)
from sidecar_viz.files.saved.writer import Writer
from sidecar_viz.pods.checking.versions import known_version
from sidecar_viz.pods.given.script_text import script_text

PATIENCE = 2.0  # seconds that the end waits for the disk
SOON = 300  # milliseconds from a change to its writing; later changes go with it


def lab_file() -> Path:
    """Return where the lab is kept."""
    return data_file(FILE)


class Typed(Struct, frozen=True):
    """The texts as they are being typed, which may have mistakes."""

    manifest: str
    script: str = ""  # "" while it says what is played


class Keeping(QObject):
    """Writes the lab down soon after each change, and when it is closed.

    Attributes:
        disk: tells what comes of the writing.
        kept: what was written last.
    """

    def __init__(
        self,
        model: LabModel,
        second: Callable[[], float],
        typed: Callable[[], Typed],
        file: Path,
    ) -> None:
        """Keep it in a *file*; *second* and *typed* tell what is shown and edited."""
        super().__init__(model)
        self._model, self._second, self._typed = model, second, typed
        self.disk = LabDisk(file)
        self.kept: KeptLab | None = None
        self._own: dict[tuple[str, str], KeptLab] = {}  # maybe not on the disk yet
        self._called, self._written = uuid4().hex, 0
        self._writer = Writer(self.disk.tell_refused)
        self.destroyed.connect(self._writer.close)
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)
        model.leaving.connect(self._leave)
        model.moving.connect(self._move)

    @property
    def waiting(self) -> tuple[KeptLab, ...]:
        """What may not be on the disk yet, as where that is full."""
        return () if self._writer.resting else tuple(self._own.values())

    def touch(self) -> None:
        """Write it down soon, unless it was closed."""
        if not self._closed:
            self._soon.start()

    def keep(self) -> None:
        """Write it down now, if it is something else than before."""
        self._soon.stop()
        kept = self._made()
        if kept != self.kept:
            self._put(kept)

    def _put(self, kept: KeptLab) -> None:
        self.kept = kept
        if self._writer.resting:
            self._own = {}
        self._written += 1
        mark = f"{self._called}.{self._written}"
        self._own.pop(kept.key, None)
        self._own[kept.key] = structs.replace(kept, mark=mark)
        rows, taken = tuple(self._own.values()), frozenset(self._model.restored)
        self._writer.put(self.disk.file, partial(self.disk.merged, rows, taken))

    def _made(self) -> KeptLab:
        model, typed = self._model, self._typed()
        text = typed.manifest
        other = as_shown(text) != as_shown(model.draft) or bool(typed.script)
        opened = model.opened
        return KeptLab(
            name=opened.name,
            manifest=opened.text,
            script=script_text(opened.script),
            text=text,
            version=opened.version,
            second=self._second(),
            path=path_text(opened.path) if opened.path else "",
            wanted=opened.wanted or "",
            about=opened.about,
            base="" if opened.path else shown_text(model.saved.data),
            unsaved=model.changed or other,
            typed=typed.script,
        )

    def _leave(self) -> None:
        """Write down what is left before something else is opened."""
        self.keep()
        self._writer.finish(PATIENCE)

    def _move(self) -> None:
        """Keep no more what was unsaved of a file: it is saved as another one."""
        self._put(structs.replace(self._made(), unsaved=False))

    def close(self) -> None:
        """Write it down, and wait for the disk."""
        self.keep()
        self._closed = True
        self._writer.finish(PATIENCE)
        self._writer.close()


def opened_again(kept: KeptLab) -> Opened | None:
    """Return what was kept, as it was open; None if it cannot be played any more."""
    try:
        return read_given(
            kept.manifest.encode("utf-8"),
            kept.name,
            path=path_of(kept.path) if kept.path else None,
            script=(kept.script.encode("utf-8"), kept.name),
            wanted=kept.wanted or None,
            version=kept.version,
            about=kept.about,
        )
    except (LessonError, ManifestError):
        return None


def last_lab() -> tuple[Opened, KeptLab] | None:
    """Return what was open last as it was saved, and how it was left.

    Returns None if there is nothing.
    """
    rows = _kept_labs()
    if not rows:
        return None
    kept = rows[-1]
    saved = _as_saved(kept)
    if saved is None and (again := opened_again(kept)) is not None:
        saved = structs.replace(again, given=b"")  # nobody knows what is saved
    return (saved, kept) if saved is not None else None


def kept_of(opened: Opened, own: Sequence[KeptLab] = ()) -> KeptLab | None:
    """Return what was not saved of something that was opened; None for nothing.

    Where two labs had it open at once, that of the one that wrote last. A lab's *own*
    go before what is on the disk.
    """
    path = path_text(opened.path) if opened.path else ""
    key = lab_key(path, opened.name, shown_text(saved_state(opened).data))
    rows = reversed([*_kept_labs(), *own])
    return next((row for row in rows if row.unsaved and row.key == key), None)


def _kept_labs() -> list[KeptLab]:
    """Return what was kept, each for a version of Kubernetes that can be chosen."""
    return [
        structs.replace(row, version=known_version(row.version))
        for row in load_kept_labs(lab_file())
    ]


def _as_saved(kept: KeptLab) -> Opened | None:
    """Open the file again, or what had none as it was at first."""
    path = path_of(kept.path) if kept.path else None
    try:
        data = read_bytes(path) if path is not None else kept.base.encode("utf-8")
        return read_given(
            data,
            kept.name,
            path=path,
            wanted=kept.wanted or None,
            version=kept.version,
        )
    except (LessonError, ManifestError):
        return None
