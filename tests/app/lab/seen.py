"""What is seen in a lab, and the modifiers of its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from sidecar_viz.app.lab.lab import Lab

SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog(lab: Lab) -> QDialog:
    """Return the dialog that is open."""
    found = [one for one in lab.window.findChildren(QDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def rows(lab: Lab) -> list[tuple[str, ...]]:
    """Return the rows of the table in front."""
    return list(lab.window.tables.view.rows_model.shown.rows)


def told(lab: Lab) -> str:
    """Return the text that a dialog shows."""
    return dialog(lab).findChildren(QPlainTextEdit)[0].toPlainText()
