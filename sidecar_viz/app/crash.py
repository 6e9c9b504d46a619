"""What happens when there is a mistake in the program: it is said, and kept."""

from __future__ import annotations

import platform
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtWidgets import QWidget

from sidecar_viz import __version__
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.start.late_signatures import when_signatures_are_read

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

FILE = "crash-report.txt"


def catch_crashes(window: QWidget) -> None:
    """Show and write down every mistake that nobody expected."""
    told = _Told(window)

    def hook(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = report(kind, error, trace)
        with suppress(OSError, ValueError, AttributeError):  # closed, full or none
            sys.stderr.write(text)
        if issubclass(kind, Exception):
            told.tell(text, write_report(text, report_file()))

    sys.excepthook = hook


def report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return all that helps to find the mistake, and nothing about the user."""
    import traceback  # noqa: PLC0415 - not needed until then

    lines = [
        f"sidecar_viz {__version__}, Python {platform.python_version()}",
        f"Qt {qVersion()}, {platform.system()} {platform.release()}",
        f"PySide6 {PySide6.__version__}, signatures read {when_signatures_are_read()}",
        "",
        *traceback.format_exception(kind, error, trace),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


def report_file() -> Path:
    """Return where the last report is kept."""
    return data_file(FILE)


def write_report(text: str, file: Path) -> Path | None:
    """Write it down; None where that is not possible."""
    try:
        write_whole(file, text.encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return file


class _Told(QObject):
    """Shows the first report only: a mistake in every frame is one mistake."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QDialog | None = None

    def tell(self, text: str, file: Path | None) -> None:
        """Say it, with the report to copy; the window goes on."""
        if self._box is not None:
            return
        # Loaded here: it takes a tenth of the program's start.
        from PySide6.QtWidgets import QLabel, QMessageBox  # noqa: PLC0415

        where = self.tr("The report is in {file}.").format(file=file) if file else ""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(self.tr("There is a mistake in the program. You can go on."))
        box.setInformativeText(where)
        for label in box.findChildren(QLabel):  # a folder may be called "<b>"
            label.setTextFormat(Qt.TextFormat.PlainText)
        box.setDetailedText(text)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setWindowModality(Qt.WindowModality.NonModal)
        self._box = box
        box.show()
