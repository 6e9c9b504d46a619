"""Whether a screen reader hears announcements; Orca does from version 45 on."""

# QtDBus is loaded only when something is said aloud, and only where there is a bus.
# ruff: noqa: PLC0415

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from sidecar_viz.app.qt.session_bus import bus_answers

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

NAME = "sidecar-viz-listeners"
PATIENCE = 1000  # milliseconds for an answer
BUS = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
REGISTRY = (
    *("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"),
    *("org.a11y.atspi.Registry", "GetRegisteredEvents"),
)
Told = Callable[[bool], object]


def ask_listeners(then: Told) -> None:
    """Call *then* with whether announcements are heard, at once or a little later."""
    app = QCoreApplication.instance()
    if app is None:
        then(True)  # noqa: FBT003 - what the callback is told
        return
    (app.findChild(Listeners) or Listeners(app)).ask(then)


class Listeners(QObject):
    """Asks the registry of screen readers what they listen to, each time anew."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Told] = []
        self._call: QDBusPendingCallWatcher | None = None
        self._known: bool | None = None  # whether there is a bus to ask

    def ask(self, then: Told) -> None:
        """Call *then* with the answer; where nobody can be asked, they are heard."""
        if self._known is None:
            bus = QGuiApplication.platformName() in {"xcb", "wayland"}
            self._known = bus and bus_answers(os.environ)
        if not self._known:
            then(True)  # noqa: FBT003 - what the callback is told
            return
        self._waiting.append(then)
        if self._call is None:
            self._begin()

    def _begin(self) -> None:
        """Ask the bus of readers, or the session's where that is."""
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection(NAME)
        if bus.isConnected():
            self._send(bus, REGISTRY)
        elif address := os.environ.get("AT_SPI_BUS_ADDRESS", ""):
            self._connect(address)
        else:
            self._send(QDBusConnection.sessionBus(), BUS)

    def _connect(self, address: str) -> None:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.connectToBus(address, NAME)
        if bus.isConnected():
            self._send(bus, REGISTRY)
        else:
            self._known = False
            self._answer(heard=True)

    def _send(self, bus: QDBusConnection, asked: tuple[str, str, str, str]) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        message = QDBusMessage.createMethodCall(*asked)
        self._call = QDBusPendingCallWatcher(bus.asyncCall(message, PATIENCE), self)
        self._call.finished.connect(self._hear)

    def _hear(self, call: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusMessage

        answer = call.reply()
        call.finished.disconnect(self._hear)
        call.deleteLater()
        self._call = None
        replied = answer.type() == QDBusMessage.MessageType.ReplyMessage
        found = answer.arguments() if replied else []
        if found and isinstance(found[0], str):
            self._connect(found[0])
            return
        # WORKAROUND PySide6 (.github/upstream/pyside-dbus-argument.md): it cannot read
        # a list of structures, but writes it out.
        self._answer(heard=not found or "object:announcement" in repr(answer).lower())

    def _answer(self, *, heard: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(heard)
