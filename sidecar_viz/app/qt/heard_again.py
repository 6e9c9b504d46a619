"""Has the interfaces that Qt made before our factories were there made by them."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def hear_again(widget: QWidget, *ours: type[QAccessibleInterface]) -> None:
    """Have the interface of a widget made anew, if somebody listens.

    Where nobody does, nobody has asked for one, and none is made here.

    Args:
        widget: the widget.
        ours: what our factories make; one of these stays.
    """
    # WORKAROUND PySide6 (.github/upstream/pyside-accessible-factory.md): it never frees
    # what a factory made.
    if not QAccessible.isActive():
        return
    before = QAccessible.queryAccessibleInterface(widget)
    if not isinstance(before, ours):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(before))
