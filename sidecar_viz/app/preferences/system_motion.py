"""Whether the system asks for less motion; read after the first frame, and again."""

from __future__ import annotations

# QtDBus is loaded only where there is a bus.
# ruff: noqa: PLC0415
import os
import sys
from configparser import ConfigParser, Error
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from sidecar_viz.app.preferences.system_look import accessibility
from sidecar_viz.app.qt.session_bus import bus_answers
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.files.saved.whole import read_whole

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

NAME = "sidecar-viz-motion"
SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
ASKED = (
    ("org.freedesktop.appearance", "reduced-motion", True),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
"""What the desktop's portal is asked, and the answer that asks for less motion."""
BIGGEST_SETTINGS = 1_000_000  # bytes
PATIENCE = 3000  # milliseconds that the portal may take to answer
CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION


class SystemMotion(QObject):
    """Asks the system, and never waits for its answer.

    Signals:
        answered: whether the system asks for less motion; where nobody knows it, no
            more is told.
    """

    answered: SignalOf[bool] = signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: list[QDBusPendingCallWatcher] = []
        self._said: list[bool] = []
        self._open = 0
        self._has_bus = sys.platform.startswith("linux")

    def follow(self, app: QGuiApplication) -> None:
        """Ask now, and whenever it may be otherwise.

        That is when Qt says so, which it does from 6.12 on, and when somebody comes
        back to the program: from the settings, perhaps.
        """
        changed = getattr(accessibility(), "motionPreferenceChanged", None)
        if changed is not None:
            changed.connect(self.ask)
        app.applicationStateChanged.connect(self._return)
        self.ask()

    def ask(self) -> None:
        """Look where this system keeps it, unless its answer is awaited."""
        if self._calls:
            return
        if asked_by_qt() or asked_by_windows() or asked_by_gtk(config_home()):
            self.answered.emit(True)  # noqa: FBT003 - what the signal brings
            return
        # A bus that lets nobody in holds us up once.
        self._has_bus = self._has_bus and bus_answers(os.environ)
        if not (self._has_bus and self._ask_portal()):
            self.answered.emit(False)  # noqa: FBT003

    def _return(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _ask_portal(self) -> bool:
        """Ask the desktop; return whether an answer will come."""
        from PySide6.QtDBus import (
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        kind = QDBusConnection.BusType.SessionBus
        bus = QDBusConnection.connectToBus(kind, NAME)
        if not bus.isConnected():
            return False
        self._said = []
        for space, key, _ in ASKED:
            message = QDBusMessage.createMethodCall(SERVICE, PATH, SETTINGS, "Read")
            message.setArguments([space, key])
            call = QDBusPendingCallWatcher(bus.asyncCall(message, PATIENCE), self)
            self._calls.append(call)
            call.finished.connect(self._hear)
        self._open = len(self._calls)
        return True

    def _hear(self, call: QDBusPendingCallWatcher) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusVariant

        place = self._calls.index(call)
        arguments = call.reply().arguments()
        answer = arguments[0] if arguments else None
        while isinstance(answer, QDBusVariant):
            answer = answer.variant()
        if isinstance(answer, int):
            self._said.append(bool(answer) is ASKED[place][2])
        self._open -= 1
        if self._open:
            return
        self._calls.clear()
        QDBusConnection.disconnectFromBus(NAME)
        if self._said:
            self.answered.emit(any(self._said))


def asked_by_qt() -> bool:
    """Return what Qt knows of the system; it does from 6.12 on."""
    wanted = accessibility().property("motionPreference")
    return getattr(wanted, "name", "") == "ReducedMotion"


def asked_by_windows() -> bool:
    """Return whether Windows is told to show no animations."""
    import ctypes

    libraries = getattr(ctypes, "windll", None)
    if libraries is None:
        return False
    shown = ctypes.c_int(1)
    known = libraries.user32.SystemParametersInfoW(
        CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0
    )
    return bool(known) and not shown.value


def asked_by_gtk(folder: Path) -> bool:
    """Return whether GTK's settings in a *folder* switch animations off."""
    for version in ("gtk-4.0", "gtk-3.0"):
        found = read_whole(folder / version / "settings.ini", BIGGEST_SETTINGS)
        settings = ConfigParser(interpolation=None, strict=False)
        try:
            settings.read_string((found or b"").decode("utf-8"))
            wanted = settings.getboolean("Settings", "gtk-enable-animations")
        except (Error, ValueError):
            continue  # not there, or not for us to understand
        return not wanted
    return False


def config_home() -> Path:
    """Return the folder of the desktop's own settings."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
