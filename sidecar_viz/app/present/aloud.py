"""What the audience sees now, in words: for the console, and told aloud."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.present.tools.tools import Tool
from sidecar_viz.app.window.main_window import MainWindow


class Picture(Struct, frozen=True):
    """The state of the audience's picture.

    *cover* is the name of the colour over it, or "". *frozen_at* is the step at which
    it stands still, or None. *alone* says that nobody but the teacher can see it.
    *tool* is the one in hand, or "".
    """

    cover: str = ""
    frozen_at: int | None = None
    hidden: bool = False
    alone: bool = False
    tool: Tool = ""

    def unlike(self) -> str:
        """Return what the audience sees instead of what the teacher does, or ""."""
        if self.hidden and not self.alone:
            return _tr("Hidden from the class")
        if self.cover == "black":
            black = _tr("The picture is black")
            return black if self.alone else _tr("The class sees black")
        if self.cover:
            white = _tr("The picture is white")
            return white if self.alone else _tr("The class sees white")
        if self.frozen_at is None:
            return ""
        still = _tr("The picture still shows step {n}")
        told = still if self.alone else _tr("The class still sees step {n}")
        return told.format(n=self.frozen_at)

    def where(self) -> str:
        """Return where the picture is seen and what of it, in two or three words."""
        if self.alone:
            return _tr("Only here")
        return self.unlike() or _tr("On the projector")

    def told(self) -> str:
        """Return a sentence for who cannot see it."""
        again = _tr("The picture shows the lesson again")
        again = again if self.alone else _tr("The class sees the lesson again")
        return f"{self.unlike() or again}."


class Aloud:
    """Tells screen readers what changed for the audience, and which tool is in hand."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._told = Picture()

    def tell(self, now: Picture) -> None:
        """Tell what is other than it was, while somebody presents."""
        before, self._told = self._told, now
        window = self._window
        if not window.presenting:
            return
        if now.unlike() != before.unlike():
            window.voice.say(now.told())
        if now.tool != before.tool:
            changed = now.tool or before.tool
            for command in window.commands.commands:
                if command.id == changed:
                    window.voice.say_state(command, on=bool(now.tool))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presenting", text)
