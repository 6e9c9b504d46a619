"""A desktop's portal, and the program that asks it: prints what that was told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtCore import ClassInfo, QDeadlineTimer, QObject, Slot
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
    """Answers `Read`."""

    def __init__(self, holder: QObject, answer: str) -> None:
        super().__init__(holder)
        self._answer = answer

    @Slot(str, str, result="QDBusVariant")
    def Read(self, _space: str, key: str) -> QDBusVariant:
        """Say what the desktop wants; most desktops know only one of the two."""
        if key == "reduced-motion":
            return QDBusVariant(0)
        return QDBusVariant(self._answer != "less")


def main(address: str, answer: str) -> None:
    """Ask, and wait for what comes."""
    app = QGuiApplication(sys.argv[:1])
    bus = QDBusConnection.connectToBus(address, "portal")
    holder = QObject()
    portal = Portal(holder, answer)
    if answer != "none":
        bus.registerObject(PATH, holder)
        bus.registerService(SERVICE)
    motion, told = SystemMotion(), [0]
    motion.found.connect(lambda: told.append(1))
    motion.ask()
    end = QDeadlineTimer(10_000)
    while QDBusConnection(NAME).isConnected() and not end.hasExpired():
        app.processEvents()
    print(f"asked for less motion: {sum(told)}")
    del portal


if __name__ == "__main__":
    main(*sys.argv[1:])
