"""The order in which Tab goes through parts that are made late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_after(before: QWidget, part: QWidget) -> None:
    """Let Tab come to *part*, and all that is in it, right after *before* is left."""
    last = _inside(before)[-1]
    for one in _inside(part):
        QWidget.setTabOrder(last, one)
        last = one


def _inside(part: QWidget) -> list[QWidget]:
    """Return what Tab comes to in a widget, in that order; the widget for none."""
    found = []
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        if part.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
        one = one.nextInFocusChain()
    return found or [part]
