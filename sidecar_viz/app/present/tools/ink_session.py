"""Ink outlives a sudden end: it is kept with the session."""

from __future__ import annotations

import msgspec

from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.core.ink import Ink

SLOT = "ink"


def keep_ink(session: SavedSession, tools: Tools) -> None:
    """Show the ink that was kept for this lesson, and keep it from now on."""

    def read() -> object:
        return msgspec.to_builtins(tools.ink) if tools.ink.strokes else None

    def take(kept: object) -> None:
        try:
            ink = msgspec.convert(kept or {}, Ink)
        except msgspec.ValidationError:
            return
        if all(stroke.points for stroke in ink.strokes):
            tools.keep(ink)

    session.add_slot(SLOT, read, take)
    tools.ink_kept.connect(session.touch)
