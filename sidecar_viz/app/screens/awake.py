"""Keeps the screens awake while presenting, and says so where it cannot."""

from __future__ import annotations

# QtDBus is loaded only when somebody presents, and only where there is a bus.
# ruff: noqa: PLC0415
import os
import sys
from subprocess import Popen
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.qt.session_bus import bus_answers
from sidecar_viz.app.qt.signals import SignalOf, signal

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

NAME = "sidecar-viz-awake"
WHY = "A lesson is being presented"
SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
PATIENCE = 3000  # milliseconds that a service may take to answer
CAFFEINE = ("/usr/bin/caffeinate", "-d", "-w", str(os.getpid()))


class Awake(QObject):
    """Asks the desktop not to dim, lock or sleep; never waits for its answer.

    Signals:
        changed: whether the screens are kept awake (None: not known yet).
    """

    changed: SignalOf[bool | None] = signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept_awake: bool | None = None
        self._wanted = False
        self._watcher: QDBusPendingCallWatcher | None = None
        self._asked = 0
        self._helper: Popen[bytes] | None = None

    def keep_awake(self) -> None:
        """Keep awake from now on; `changed` tells whether that worked."""
        if self._wanted:
            return
        self._wanted = True
        if sys.platform == "darwin":
            self._helper = Popen(CAFFEINE)  # noqa: S603 - our own fixed words
            self._say(kept=True)
        elif sys.platform == "win32":
            self._say(kept=_keep_windows_awake(wanted=True))
        elif bus_answers(os.environ):
            self._say(kept=None)
            self._ask(0)
        else:
            self._say(kept=False)

    def release(self) -> None:
        """Let the screens sleep again: what was asked ends with the connection."""
        if not self._wanted:
            return
        self._wanted = False
        self._let_go()
        if self._helper is not None:
            self._helper.terminate()
            self._helper.wait()
            self._helper = None
        elif sys.platform == "win32":
            _keep_windows_awake(wanted=False)
        elif self.kept_awake is not False:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(NAME)
        self.kept_awake = None

    def _ask(self, number: int) -> None:
        """Ask one service after the other."""
        from PySide6.QtDBus import (
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        if number >= len(SERVICES):
            self._say(kept=False)
            QDBusConnection.disconnectFromBus(NAME)
            return
        kind = QDBusConnection.BusType.SessionBus
        bus = QDBusConnection.connectToBus(kind, NAME)
        if not bus.isConnected():
            self._say(kept=False)
            return
        service, path = SERVICES[number]
        message = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
        message.setArguments(["sidecar-viz", WHY])
        self._asked = number
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(message, PATIENCE), self)
        # Not a lambda with `self` in it: the watcher would own its parent then, whose
        # last reference went while the watcher is deleted, and deleted it once more.
        self._watcher.finished.connect(self._hear)

    def _hear(self, call: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusMessage

        answer: QDBusMessage = call.reply()
        self._let_go()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage:
            self._say(kept=True)
        else:
            self._ask(self._asked + 1)

    def _let_go(self) -> None:
        """Hear no more of the call that was made last, answered or not."""
        if self._watcher is not None:
            self._watcher.finished.disconnect(self._hear)
            self._watcher.deleteLater()
            self._watcher = None

    def _say(self, *, kept: bool | None) -> None:
        self.kept_awake = kept
        self.changed.emit(kept)


def _keep_windows_awake(*, wanted: bool) -> bool:
    import ctypes

    display_and_system = 0x80000003 if wanted else 0x80000000
    kernel = getattr(ctypes, "windll", None)
    if kernel is None:
        return False
    return bool(kernel.kernel32.SetThreadExecutionState(display_and_system))
