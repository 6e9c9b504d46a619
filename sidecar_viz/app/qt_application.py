"""The QApplication, made before the window's modules are loaded.

Without a session bus Qt starts a process to find one, and each page of memory that
Python had in use by then is copied when it is written next: the fewer, the better.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sidecar_viz import __version__
from sidecar_viz.start.display import let_go

DESKTOP_ID = "io.github.sidecar_viz.SidecarViz"  # also in packaging/linux


class Application(QApplication):
    """Says beforehand that it is asked to quit, by the desktop or as a session ends.

    Signals:
        quitting: all windows are about to be asked whether they close.
    """

    quitting = Signal()

    def event(self, event: QEvent) -> bool:
        """Say it before anybody is asked."""
        if event.type() == QEvent.Type.Quit:
            self.quitting.emit()
        return super().event(event)


def make_application() -> Application:
    """Make the QApplication, with the names that desktops know the program by."""
    QCoreApplication.setApplicationName("sidecar-viz")
    QCoreApplication.setApplicationVersion(__version__)
    QCoreApplication.setOrganizationName("sidecar-viz")
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    # WORKAROUND PySide6 (.github/upstream/pyside-subclasses.md): as an argument, for
    # setStyle would make Python classes of all styles, which takes 6 ms.
    app = Application([*sys.argv[:1], "-style", "Fusion"])
    let_go()
    QGuiApplication.setApplicationDisplayName("sidecar_viz")
    return app
