"""The look that a window has now."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.source import LookSource
from sidecar_viz.paint.brush.theme import DARK


def test_only_another_look_is_told() -> None:
    """Whoever follows is not styled for nothing."""
    window = QObject()
    source, told = LookSource(window), list[Look]()
    source.changed.connect(told.append)
    dark, large = Look(DARK), Look(DARK, 1.0, 2.0)

    for look in (dark, Look(DARK), large, large):
        source.show(look)

    assert told == [dark, large]
    assert source.look is large
