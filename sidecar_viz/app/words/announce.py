"""What a screen reader is told at each step: one polite, short message."""

from __future__ import annotations

import sys
from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from sidecar_viz.core.markup import plain, shortened

MOST_WORDS = 25
ASKED_FOR = 100  # words, of what somebody wanted to hear
WORDS_A_SECOND = 2.5  # that a voice speaks when it is not in a hurry


def announcement(text: str, most: int = MOST_WORDS) -> str:
    """Return what is said of *text*: without marks, at most so many words."""
    return shortened(plain(text), most)


def stages_speak() -> bool:
    """Tell whether readers speak what is told of the stage that has the keyboard.

    Orca does, and older ones know no announcements; elsewhere only these are spoken.
    """
    return sys.platform not in {"win32", "darwin"}


def comes_back(widget: QWidget) -> bool:
    """Tell whether the keyboard is about to come back to it from a closed dialog.

    There it is read, so what it says need not be announced as well.
    """
    focused = QApplication.focusWidget()
    gone = focused is None or not focused.isVisible()
    active = Qt.ApplicationState.ApplicationActive
    here = QApplication.applicationState() == active
    return gone and here and widget.window().focusWidget() is widget


def heard() -> bool:
    """Tell whether a screen reader, or whatever else reads the tree, is there."""
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - as below

    return QAccessible.isActive()


def speaking_time(text: str) -> float:
    """Return how long a voice needs for *text* (seconds); 0 where nobody listens."""
    return len(text.split()) / WORDS_A_SECOND if heard() else 0.0


def announce(
    widget: QWidget, text: str, most: int = MOST_WORDS, *, older: str = ""
) -> None:
    """Tell screen readers, without interrupting them, at most so many words.

    Readers that know no announcements are shown a notice with these words, or with
    those for *older* ones, if they need others.
    """
    # Nothing is said before the first frame, so this can wait.
    from sidecar_viz.app.qt.listeners import ask_listeners  # noqa: PLC0415

    if not text or not heard():
        return

    def tell(known: bool) -> None:  # noqa: FBT001 - what the answer is
        if not known:
            _notify(announcement(older or text, most))
        elif isValid(widget):
            _announce(widget, announcement(text, most))

    ask_listeners(tell)


def _announce(widget: QWidget, said: str) -> None:
    from PySide6.QtGui import (  # noqa: PLC0415 - not before something is said
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    event = QAccessibleAnnouncementEvent(widget, said)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def _notify(said: str) -> None:
    """Show a notice of the program's: of a dialog's, its title would be said again."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - as above

    shown = QAccessibleEvent(_notice(said), QAccessible.Event.ObjectShow)
    QAccessible.updateAccessibility(shown)


class Notice(QWidget):
    """Words that are heard and not seen, in no window."""

    heard_as: Final = "notice"


@cache
def _kept() -> list[Notice]:
    return []


def _notice(said: str) -> Notice:
    kept = _kept()
    if not kept or not isValid(kept[0]):
        kept[:] = [Notice()]
    kept[0].setAccessibleName(said)
    return kept[0]
