"""The screens that there are, by name, and windows put on them."""

from __future__ import annotations

import warnings

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.qt.signals import SignalOf, signal

SETTLED = 60  # milliseconds after which a row of changes is taken for over


class ScreenWatch(QObject):
    """Tells when a screen comes or goes.

    Signals:
        going: the QScreen that goes, while windows may still stand on it.
        changed: other screens are there now, or others in size.
    """

    going: SignalOf[QScreen] = signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self.changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._come)
            application.screenRemoved.connect(self._go)

    def _come(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle.start)
        self._settle.start()

    def _go(self, screen: QScreen) -> None:
        self.going.emit(screen)
        self._settle.start()


def screens() -> dict[str, QScreen]:
    """Return every screen under a name of its own."""
    found: dict[str, QScreen] = {}
    for screen in QGuiApplication.screens():
        plain, number = screen.name() or "screen", 1
        name = plain
        while name in found:
            number += 1
            name = f"{plain} {number}"
        found[name] = screen
    return found


def screen_of(widget: QWidget) -> str:
    """Return the name of the screen that a window stands on."""
    here = widget.screen()
    found = (name for name, screen in screens().items() if screen is here)
    return next(found, next(iter(screens()), ""))


def put_on(window: QWidget, screen: QScreen) -> None:
    """Fill a screen with a window."""
    if window.isVisible() and window.screen() is screen and window.isFullScreen():
        return
    if window.isVisible():
        window.hide()  # a window that is full screen does not change its screen
    window.setScreen(screen)
    # Which screen is filled: where there is nobody to decide, the place does.
    window.setGeometry(screen.geometry())
    window.showFullScreen()


def make_active(window: QWidget) -> None:
    """Let a window that has the desktop's keyboard have Qt's, too.

    One that is hidden and shown again in a moment, to change its screen, never loses
    the desktop's keyboard: Qt is not told that it has it, and its keys would be dead.
    """
    there = QGuiApplication.focusWindow() is window.windowHandle()
    if there and QApplication.activeWindow() is not window:
        # WORKAROUND Qt (.github/upstream/qt-active-window.md): activateWindow does
        # nothing then, and the only way that there is counts as deprecated.
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            QApplication.setActiveWindow(window)


def label(name: str, screen: QScreen) -> str:
    """Return a screen as it is written for people."""
    size = screen.size() * screen.devicePixelRatio()
    maker = " ".join(filter(None, (screen.manufacturer(), screen.model())))
    return f"{maker or name} · {size.width()} × {size.height()}"
