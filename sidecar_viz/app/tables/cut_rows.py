"""Lets rows that a table's edges cut fade into the ground: they go on beyond."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QTableView


def cut_above(view: QTableView) -> QRect:
    """Return what is seen of a row that the upper edge cuts; empty for none."""
    row = view.rowAt(0)
    top = view.rowViewportPosition(row) if row >= 0 else 0
    if top >= 0:
        return QRect()
    return QRect(0, 0, view.viewport().width(), top + view.rowHeight(row))


def cut_below(view: QTableView) -> QRect:
    """Return what is seen of a row that the lower edge cuts; empty for none."""
    viewport = view.viewport().rect()
    row = view.rowAt(viewport.bottom())
    top = view.rowViewportPosition(row) if row >= 0 else 0
    if top <= 0 or top + view.rowHeight(row) <= viewport.height():
        return QRect()
    return viewport.adjusted(0, top, 0, 0)


def fade_cut_rows(painter: QPainter, view: QTableView, ground: QColor) -> None:
    """Lay the *ground* over rows that are cut, more and more towards the edge."""
    clear = QColor(ground)
    clear.setAlpha(0)
    for cut, seen, gone in (
        (cut_above(view), QRect.bottomLeft, QRect.topLeft),
        (cut_below(view), QRect.topLeft, QRect.bottomLeft),
    ):
        if not cut.isEmpty():
            fade = QLinearGradient(seen(cut), gone(cut))
            fade.setColorAt(0.0, clear)
            fade.setColorAt(0.8, ground)
            painter.fillRect(cut, fade)
