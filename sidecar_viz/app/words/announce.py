"""What a screen reader is told at each step: one polite, short message."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from sidecar_viz.core.markup import plain, shortened

MOST_WORDS = 25
WORDS_A_SECOND = 2.5  # that a voice speaks when it is not in a hurry


def announcement(text: str) -> str:
    """Return what is said of *text*: without marks, at most 25 words."""
    return shortened(plain(text), MOST_WORDS)


def stages_speak() -> bool:
    """Tell whether readers speak what is told of the stage that has the keyboard.

    Orca does, and older ones know no announcements; elsewhere only these are spoken.
    """
    return sys.platform not in {"win32", "darwin"}


def speaking_time(text: str) -> float:
    """Return how long a voice needs for *text* (seconds); 0 where nobody listens."""
    from PySide6.QtGui import QAccessible  # noqa: PLC0415 - as below

    return len(text.split()) / WORDS_A_SECOND if QAccessible.isActive() else 0.0


def announce(widget: QWidget, text: str) -> None:
    """Tell screen readers, without interrupting them."""
    # Nothing is said before the first frame, so these classes can wait.
    from PySide6.QtGui import (  # noqa: PLC0415
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    if not text or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, announcement(text))
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
