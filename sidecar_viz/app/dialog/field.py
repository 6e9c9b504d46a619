"""The field of a dialog in which one types what is looked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from sidecar_viz.app.look.look import Look


def search_field(hint: str, parent: QWidget) -> QLineEdit:
    """Make an empty field with a hint in it."""
    field = QLineEdit(parent)
    field.setPlaceholderText(hint)
    field.setAccessibleName(hint)
    return field


def style_field(field: QLineEdit, look: Look, size: float) -> None:
    """Give the field its text size, and its hint more contrast than Qt would."""
    colour = look.theme.muted
    field.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {colour}; }}")
    field.setFont(look.font(size))
