"""A desktop's screen saver, for the test of keeping awake: prints what it hears."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusConnection,
)

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


# The stubs of PySide do not know that ClassInfo decorates classes.
_interface: Any = ClassInfo  # type: ignore[assignment, unused-ignore]


@_interface({"D-Bus Interface": NAME})
class Saver(QDBusAbstractAdaptor):
    """Answers `Inhibit`."""

    @Slot(str, str, result="uint")
    def Inhibit(self, application: str, _why: str) -> int:
        """Print who asks."""
        print(f"inhibited by {application}", flush=True)
        return 7


def main() -> None:
    """Serve until ended."""
    app = QCoreApplication(sys.argv[:1])
    bus = QDBusConnection.connectToBus(sys.argv[1], "saver")
    holder = QObject()
    saver = Saver(holder)
    bus.registerObject(PATH, holder)
    bus.registerService(NAME)
    print("ready", flush=True)
    app.exec()
    del saver


if __name__ == "__main__":
    main()
