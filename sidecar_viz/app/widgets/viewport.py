"""A viewport made in Python, so that asking for it costs nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give *area* a viewport that Python knows.

    Asked for one that Qt made itself, PySide makes the classes of everything
    that it could be: 10 ms of the start.
    """
    # WORKAROUND PySide6: .github/upstream/pyside-subclasses.md
    area.setViewport(QWidget())
