"""The manifest below the tables: the lines that the reason reads are lit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.lab.views.text.manifest_text import ManifestText
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.plain_label import PlainLabel


class Excerpt(QFrame):
    """Shows the manifest, to be read and copied, with the lines that matter now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self._name = PlainLabel("", self)
        self._name.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.text = ManifestText(self)
        self.text.setReadOnly(True)
        # With a caret, screen readers read it line by line.
        caret = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.text.setTextInteractionFlags(self.text.textInteractionFlags() | caret)
        self._name.setBuddy(self.text)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._name)
        self._column.addWidget(self.text, 1)

    def show_text(self, name: str, text: str) -> None:
        """Show another manifest."""
        self._name.setText(
            self.tr("{name}, lines that the rule reads").format(name=name)
        )
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def light(self, lines: Iterable[int]) -> None:
        """Light the lines that decide what is seen, the first of them in sight."""
        self.text.light(frozenset(lines))

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(6), side, look.px(8))
        self._name.setFont(look.font(14.5))
        self.text.set_look(look)
