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
    """Return what Tab comes to in a widget, as its children lie; the widget for none.

    Qt's own chain of the focus leads through the window, too. PySide 6.11 then keeps
    the window's Python part for ever, with all that this holds.
    """
    tab, window = Qt.FocusPolicy.TabFocus, part.window()
    every = part.findChildren(QWidget)
    here = [one for one in every if one.window() is window]  # not a choice box's list
    return [one for one in here if one.focusPolicy() & tab] or [part]
