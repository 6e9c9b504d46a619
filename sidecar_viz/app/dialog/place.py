"""Where a dialog is put: clear of what it speaks of, always on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

MARGIN = 12
HEADER = 64  # of the design: what is at the top of the window stays to be seen


def beside_the_tables(dialog: QWidget, width: int, height: int, ui: float) -> QRect:
    """Find a place beside the window below, or at its left over the stage."""
    window, screen = _window(dialog), _screen(dialog)
    width, height = min(width, screen.width()), min(height, screen.height())
    left = window.left() + MARGIN
    if screen.right() - window.right() >= width + MARGIN:
        left = window.right() + MARGIN
    top = window.top() + round(HEADER * ui) + MARGIN
    return _kept(QRect(left, top, width, height), screen)


def room_above(dialog: QWidget, width: int) -> int:
    """Limit a width to what is seen of the window below."""
    return min(width, _window(dialog).width(), _screen(dialog).width())


def at_the_top(dialog: QWidget, width: int, height: int) -> QRect:
    """Find a place of this size over the head of the window below."""
    window, screen = _window(dialog), _screen(dialog)
    left = window.left() + (window.width() - width) // 2
    return _kept(QRect(left, window.top(), width, height), screen)


def in_the_middle(dialog: QWidget, width: int, height: int) -> QRect:
    """Find a place of at most this size in the middle of the window below."""
    window, screen = _window(dialog), _screen(dialog)
    room = QRect(0, 0, min(width, screen.width()), min(height, screen.height()))
    room.moveCenter(window.center())
    return _kept(room, screen)


def _window(dialog: QWidget) -> QRect:
    parent = dialog.parentWidget()
    return parent.window().frameGeometry() if parent else _screen(dialog)


def _screen(dialog: QWidget) -> QRect:
    """Measure the screen inside a frame as wide as that of the window below."""
    parent = dialog.parentWidget()
    room = (parent or dialog).screen().availableGeometry()
    if parent is None:
        return room
    below = parent.window()
    outer, inner = below.frameGeometry(), below.geometry()
    return room.adjusted(
        max(0, inner.left() - outer.left()),
        max(0, inner.top() - outer.top()),
        min(0, inner.right() - outer.right()),
        min(0, inner.bottom() - outer.bottom()),
    )


def _kept(place: QRect, screen: QRect) -> QRect:
    """Move the place so that all of it is on the screen."""
    place.moveLeft(
        max(screen.left(), min(place.left(), screen.right() - place.width()))
    )
    lowest = screen.bottom() - place.height()
    place.moveTop(max(screen.top(), min(place.top(), lowest)))
    return place
