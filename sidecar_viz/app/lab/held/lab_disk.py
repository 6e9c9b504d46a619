"""Writes what labs have open into their file, and tells what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.saved.lab_file import KeptLab, Merged, merged_labs


class LabDisk(QObject):
    """The file of the labs, as the thread sees it that writes it.

    It holds nothing of the lab, so that a lab that is closed is gone.

    Signals:
        refused: the file cannot be written now, and why; None when it can again.
        damaged: what was kept is damaged, with its new names.
        left_out: the names of what is not kept any more, as there is too much.
    """

    refused: SignalOf[Path, OSError | ValueError | None] = signal(Path, OSError)
    damaged: SignalOf[Sequence[Path]] = signal(list)
    left_out: SignalOf[Sequence[str]] = signal(list)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    def merged(self, rows: Sequence[KeptLab], taken: frozenset[str]) -> bytes:
        """Encode the file with these rows, as `merged_labs` does; raises as that."""
        told = Merged()
        try:
            return merged_labs(self.file, rows, taken, told)
        finally:
            with suppress(RuntimeError):  # the program may be ending
                if told.aside:
                    self.damaged.emit(told.aside)
                if told.left_out:
                    self.left_out.emit([row.name for row in told.left_out])

    def tell_refused(self, path: Path, error: OSError | ValueError | None) -> None:
        """Tell that it cannot be written now; with None, that it can again."""
        with suppress(RuntimeError):
            self.refused.emit(path, error)
