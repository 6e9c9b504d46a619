"""The fields of a dialog: for what is looked for, and for numbers."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QWidget

from sidecar_viz.app.look.look import Look

INSET = 8  # of the design: as the style sheet has it for fields of text


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


def inset_number(field: QAbstractSpinBox, look: Look) -> None:
    """Let a number stand in its field as letters do in others.

    A style sheet's padding only makes a field of numbers larger.
    """
    field.lineEdit().setTextMargins(look.px(INSET), 0, 0, 0)
