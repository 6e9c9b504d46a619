"""A part of a view for assistive technology that is no widget and has no parts."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from shiboken6 import VoidPtr

NO_INTERFACE = VoidPtr(0)


class Doings(QAccessibleActionInterface):
    """What a switch or a voice can do with a part of a view."""

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Name no keys: Enter is pressed where the keyboard is."""
        del actionName
        return []


class HeardPart(QAccessibleInterface):
    """Something in a view that can be named, and has no parts itself."""

    def __init__(
        self, whole: QAccessibleInterface, doings: Doings | None = None
    ) -> None:
        super().__init__()
        self._whole, self._doings = whole, doings

    def isValid(self) -> bool:
        """Tell that it can be asked: it goes with its view."""
        return True

    def object(self) -> QObject:
        """Give no object: it has none of its own, for which Qt takes None."""
        return cast("QObject", None)

    def window(self) -> QWindow:
        """Give the window of the view."""
        return self._whole.window()

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: what it says cannot be written to."""
        del kind, text

    def parent(self) -> QAccessibleInterface:
        """Give the view."""
        return self._whole

    def childCount(self) -> int:
        """Count no parts: it has none of its own."""
        return 0

    def child(self, index: int) -> QAccessibleInterface:
        """Give no part; Qt takes None for that."""
        del index
        return cast("QAccessibleInterface", None)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find no part, whatever is asked for."""
        del child
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Find no part, wherever it is asked for."""
        del x, y
        return cast("QAccessibleInterface", None)

    def foregroundColor(self) -> QColor:
        """Give no colour of words: it may have several."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Give no colour of the ground: it may have several."""
        return QColor()

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Give what can be done with it, if anything."""
        if (
            kind == QAccessible.InterfaceType.ActionInterface
            and self._doings is not None
        ):
            return cast("int", self._doings)  # PySide takes the object, not a number
        # WORKAROUND PySide6 (.github/upstream/pyside-interface-cast.md): it takes the
        # address of a plain 0 or None for that of an interface.
        return cast("int", NO_INTERFACE)
