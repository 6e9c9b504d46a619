"""The white cards that the window's panels stand on."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD


class Card(QFrame):
    """A rounded card with a heading and a column of things under it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 - Qt's own signature
        self.look = Look()
        self.heading = PlainLabel("", self)
        self.heading.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.heading)
        self.set_heading(heading)

    def set_heading(self, heading: str) -> None:
        """Name the card."""
        self.heading.setText(heading.upper())
        self.heading.setVisible(bool(heading))
        self.setAccessibleName(heading)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.look = look
        side, top = look.px(18), look.px(13)
        self.column.setContentsMargins(side, top, side, look.px(7))
        self.column.setSpacing(look.px(8))
        self.heading.setFont(heading_font(look))


def heading_font(look: Look) -> QFont:
    """Small, bold, spaced: the font of a card's heading."""
    font = QFont(look.font(14, SEMIBOLD))
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    return font
