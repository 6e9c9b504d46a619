"""Pictures that are kept: made once, and given up when not used for longest."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QImage, QPainter

from sidecar_viz.core.geometry import Rect
from sidecar_viz.paint.brush.pictures import Pictures

pytestmark = pytest.mark.usefixtures("qapp")


def test_who_was_not_used_for_longest_makes_room() -> None:
    """Not who came first: it may be in every frame."""
    made: list[str] = []

    def note(key: str, inside: QPainter) -> None:
        assert inside.isActive()
        made.append(key)

    pictures = Pictures(1.0, 2)
    target = QImage(40, 40, QImage.Format.Format_RGB32)
    with QPainter(target) as painter:
        for key in ("first", "other", "first", "third", "first", "other"):
            pictures.paint(painter, key, Rect(5.0, 5.0, 10.0, 10.0), partial(note, key))

    assert made == ["first", "other", "third", "other"]
