"""A room for the storm: a home of its own, the real window, ears for mistakes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QtMsgType, QUrl, Slot, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sidecar_viz.app.application import opened_program
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.files.library.places import data_folder
from sidecar_viz.paint.brush.fonts import load_fonts
from tests.monkey.mischief import cut_in_two, has_screens_to_pull
from tests.monkey.storm import Outcome, Storm

LOUD = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtWarningMsg)
HARMLESS = ("This plugin does not support", "propagateSizeHints")


class Opened(QObject):
    """Takes the files that would be opened in other programs."""

    @Slot(QUrl)
    def take(self, _url: QUrl) -> None:
        """Open nothing."""


class Ears:
    """Hears every exception and every warning of Qt."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self.mistakes: list[str] = []

    def listen(self) -> None:
        """Begin."""
        sys.excepthook = self._hook
        sys.unraisablehook = lambda told: self._hook(
            told.exc_type, told.exc_value, told.exc_traceback
        )
        qInstallMessageHandler(self._message)

    def stop(self) -> None:
        """Let mistakes be told as everywhere again."""
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _hook(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.mistakes.append("".join(traceback.format_exception(kind, error, trace)))

    def _message(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind in LOUD and not any(part in text for part in HARMLESS):
            self.mistakes.append(f"Qt: {text}")


def run_storm(
    home: Path, events: int, seed: int, alive: Callable[[], object]
) -> tuple[Outcome, int, list[str]]:
    """Open the window and let the storm loose; what it left, screens, its log.

    *alive* is called after each event.
    """
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        os.environ[name] = str(home)
    os.chdir(home)
    if has_screens_to_pull():
        cut_in_two()
    app = make_application()
    data = data_folder()
    load_fonts(data / "resources" / "fonts")
    chosen = Preferences(motion="gentle", theme="light")
    program, _ = opened_program(None, data, chosen)
    window = program.window
    window.show()
    app.processEvents()
    program.begin_session(restore=False)
    opened = Opened(app)
    # The stub asks for bytes, which are refused.
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]
    ears = Ears()
    ears.listen()
    storm = Storm(window, home, seed)

    def mistakes() -> list[str]:
        alive()
        return ears.mistakes

    try:
        outcome = storm.run(events, mistakes)
    finally:
        ears.stop()
    screens = len(QGuiApplication.screens())
    window.close()
    return outcome, screens, list(storm.log)
