"""Keeps what is open in the lab, so that a sudden end costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.opened import Opened, read_given
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.folders import data_file, path_of, path_text
from sidecar_viz.files.saved.lab_file import FILE, KeptLab, kept_bytes, load_kept_lab
from sidecar_viz.files.saved.writer import Writer
from sidecar_viz.pods.given.script_text import script_text

PATIENCE = 2.0  # seconds that the end waits for the disk
SOON = 300  # milliseconds from a change to its writing; later changes go with it


def lab_file() -> Path:
    """Return where the lab is kept."""
    return data_file(FILE)


class Keeping(QObject):
    """Writes the lab down soon after each change, and when it is closed.

    Attributes:
        kept: the bytes that were written last.
    """

    def __init__(
        self,
        model: LabModel,
        second: Callable[[], float],
        text: Callable[[], str],
        file: Path,
    ) -> None:
        """Keep it in a *file*; *second* and *text* tell what is shown and edited."""
        super().__init__(model)
        self._model, self._second, self._text = model, second, text
        self._file = file
        self.kept = b""
        self._writer = Writer(lambda _path, _error: None)
        self.destroyed.connect(self._writer.close)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.keep)

    def touch(self) -> None:
        """Write it down soon."""
        self._soon.start()

    def keep(self) -> None:
        """Write it down now, if it is something else than before."""
        self._soon.stop()
        opened = self._model.opened
        kept = KeptLab(
            name=opened.name,
            manifest=opened.text,
            script=script_text(opened.script),
            text=self._text(),
            version=opened.version,
            second=self._second(),
            path=path_text(opened.path) if opened.path else "",
            wanted=opened.wanted or "",
            about=opened.about,
        )
        made = kept_bytes(kept)
        if made != self.kept:
            self.kept = made
            self._writer.put(self._file, made)

    def close(self) -> None:
        """Write it down, and wait for the disk."""
        self.keep()
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
    """Return what was open last, and where it stood; None if there is nothing."""
    kept = load_kept_lab(lab_file())
    again = opened_again(kept) if kept is not None else None
    return (again, kept) if kept is not None and again is not None else None
