"""A desktop's portal, and the program that asks it: prints what that was told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtCore import ClassInfo, QDeadlineTimer, QObject, Qt, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusVariant
from PySide6.QtGui import QGuiApplication

from sidecar_viz.app.preferences.system_motion import (
    NAME,
    PATH,
    SERVICE,
    SETTINGS,
    SystemMotion,
)

# The stubs of PySide do not know that ClassInfo decorates classes.
_interface: Any = ClassInfo  # type: ignore[assignment, unused-ignore]


@_interface({"D-Bus Interface": SETTINGS})
class Portal(QDBusAbstractAdaptor):
    """Answers `Read`; what *answer* says holds until it is changed."""

    def __init__(self, holder: QObject, answer: str) -> None:
        super().__init__(holder)
        self.answer = answer

    @Slot(str, str, result="QDBusVariant")
    def Read(self, _space: str, key: str) -> QDBusVariant:
        """Say what the desktop wants; most desktops know only one of the two."""
        if key == "reduced-motion":
            return QDBusVariant(0)
        return QDBusVariant(self.answer != "less")


def main(address: str, answer: str) -> None:
    """Ask, wait for what comes; then as one who comes back to the program."""
    app = QGuiApplication(sys.argv[:1])
    bus = QDBusConnection.connectToBus(address, "portal")
    holder = QObject()
    portal = Portal(holder, answer)
    if answer != "none":
        bus.registerObject(PATH, holder)
        bus.registerService(SERVICE)
    motion, told = SystemMotion(), list[bool]()
    motion.answered.connect(told.append)
    motion.follow(app)
    wait_for_answers(app)
    portal.answer = "any" if answer == "less" else "less"
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    wait_for_answers(app)
    print(f"asked for less motion: {told}")


def wait_for_answers(app: QGuiApplication) -> None:
    """Return when the bus was left, at the latest after ten seconds."""
    end = QDeadlineTimer(10_000)
    while QDBusConnection(NAME).isConnected() and not end.hasExpired():
        app.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
