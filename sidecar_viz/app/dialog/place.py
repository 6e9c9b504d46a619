"""Where a dialog is put: clear of what it speaks of, always on the screen."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStyle, QWidget

MARGIN = 12
HEADER = 64  # of the design: what is at the top of the window stays to be seen


@runtime_checkable
class LeavesRoom(Protocol):
    """A window in which a dialog can stand beside the picture."""

    def leave_room(self, width: int) -> QRect:
        """Keep at least so many pixels free at the right of the picture.

        Give the place that is free now, on the screen; with 0 keep none.
        """


def beside_the_picture(dialog: QWidget, width: int, height: int, ui: float) -> QRect:
    """Find a place beside the window below, or in it beside the picture.

    The window makes room if it can: nothing of the picture is covered.
    """
    window, screen = _window(dialog), _screen(dialog)
    width, height = min(width, screen.width()), min(height, screen.height())
    top = window.top() + round(HEADER * ui) + MARGIN
    if screen.right() - window.right() >= width + MARGIN:
        left = window.right() + MARGIN
        return _kept(QRect(left, top, width, height), screen)
    below = dialog.parentWidget()
    if below is not None and isinstance(below.window(), LeavesRoom):
        free = cast("LeavesRoom", below.window()).leave_room(width)
        title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return _kept(free.adjusted(0, title, 0, 0), screen)
    left = window.right() - width - MARGIN
    return _kept(QRect(left, top, width, height), screen)


def give_room_back(dialog: QWidget) -> None:
    """Let the window below use all of its room again."""
    below = dialog.parentWidget()
    if below is not None and isinstance(below.window(), LeavesRoom):
        cast("LeavesRoom", below.window()).leave_room(0)


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
    """Measure the screen inside a frame as wide as that of the window below.

    A window that fills the screen has none, but what is opened over it has.
    """
    parent = dialog.parentWidget()
    room = (parent or dialog).screen().availableGeometry()
    if parent is None:
        return room
    below = parent.window()
    if below.isFullScreen():
        title = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return room.adjusted(0, title, 0, -MARGIN)
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
