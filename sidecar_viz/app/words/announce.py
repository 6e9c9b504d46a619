"""What a screen reader is told at each step: one polite, short message."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

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


def heard() -> bool:
    """Tell whether a screen reader, or whatever else reads the tree, is there."""
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - as below

    return QAccessible.isActive()


def speaking_time(text: str) -> float:
    """Return how long a voice needs for *text* (seconds); 0 where nobody listens."""
    return len(text.split()) / WORDS_A_SECOND if heard() else 0.0


def announce(widget: QWidget, text: str, most: int = MOST_WORDS) -> None:
    """Tell screen readers, without interrupting them, at most so many words."""
    # Nothing is said before the first frame, so these classes can wait.
    from PySide6.QtGui import (  # noqa: PLC0415
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, announcement(text, most))
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
