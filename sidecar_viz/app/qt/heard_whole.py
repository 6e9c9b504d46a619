"""A view for assistive technology that paints its parts itself, and names them."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from sidecar_viz.app.qt.heard_part import HeardPart


class HeardWhole(QAccessibleWidget):
    """What assistive technology sees of a view: its children are its parts.

    A factory makes another one each time that it is asked. Qt asks again after a slot
    in Python has given the view another meta-object, keeps what it has, too, and in
    the end deletes each: the same one given twice was deleted twice, and all died.

    Attributes:
        parts: what is in it, in the order in which it is read.
    """

    parts: list[HeardPart]

    def forget(self) -> None:
        """Have no parts any more; Qt must not keep what Python lets go."""
        parts, self.parts = self.parts, []
        for part in parts:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))

    def childCount(self) -> int:
        """Count the parts."""
        return len(self.parts)

    def child(self, index: int) -> QAccessibleInterface:
        """Give the part at a place in the list."""
        inside = 0 <= index < len(self.parts)
        # Qt takes None for "no child"; its Python stub does not know that.
        part = self.parts[index] if inside else None
        return cast("QAccessibleInterface", part)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Find the place of a part in the list; -1 for none of ours."""
        parts: list[QAccessibleInterface] = [*self.parts]
        return parts.index(child) if child in parts else -1
