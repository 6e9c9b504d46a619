"""A splitter over which the pointer comes and goes without anything painted anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSplitter

HOVERS = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.HoverLeave)


class CalmSplitter(QSplitter):
    """A splitter whose handle alone shows that the pointer is over it.

    The style sheet's colour for that makes Qt paint everything in the splitter anew
    whenever the pointer comes in or goes out: the whole window, twice at its start.
    """

    def event(self, event: QEvent) -> bool:
        """Leave hovering to the handle."""
        return event.type() in HOVERS or super().event(event)
