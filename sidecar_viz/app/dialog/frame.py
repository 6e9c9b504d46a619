"""What dialogs have in common: a heading, parts below it, a foot, and their place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.dialog.place import in_the_middle
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.source import Styled
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.key_chips import KeyChips, KeyWord
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.paint.brush.fonts import BOLD

SCROLL_BAR = 24  # of the design: what a page needs beside its column, at most


class Measures(Struct, frozen=True):
    """Lengths of a dialog, in pixels of the design.

    *height* is not needed by a dialog that is as high as its page. *growth* is how
    much of the text's growth the dialog's size takes: none at 0, all of it at 1.
    """

    width: int
    height: int = 0
    growth: float = 0.5
    side: int = 32
    top: int = 26
    bottom: int = 22
    spacing: int = 16
    heading: int = 28


class DialogFrame:
    """Heads a dialog, stacks its parts below, styles them and finds its place."""

    def __init__(self, dialog: QDialog, heading: str, measures: Measures) -> None:
        dialog.setWindowTitle(heading)
        self.look = Look()
        self.heading = PlainLabel(heading, dialog)
        self.column = QVBoxLayout(dialog)
        self.column.addWidget(self.heading)
        self._dialog, self._measures = dialog, measures
        self._styled: list[Styled] = []

    def add(self, part: QWidget, *, stretch: int = 0) -> None:
        """Put a part below the others; one that takes a look gets the dialog's."""
        self.column.addWidget(part, stretch)
        if isinstance(part, Styled):
            self._styled.append(part)

    def name(self, control: QWidget) -> None:
        """Let the heading be the label of the control that the dialog is about."""
        self.heading.setBuddy(control)

    def add_page(self) -> ScrollPage:
        """Add a page that scrolls, and has what height is left."""
        page = ScrollPage(self._dialog)
        self.add(page, stretch=1)
        return page

    def add_keys(self, keys: Sequence[KeyWord]) -> KeyChips:
        """Add a line that says which keys do what; return it."""
        chips = KeyChips(self._dialog)
        chips.show_keys(keys)
        self.add(chips)
        return chips

    def add_buttons(
        self, left: Sequence[KeyButton], right: Sequence[KeyButton]
    ) -> None:
        """Add a foot with buttons at both of its ends."""
        foot = QHBoxLayout()
        for button in left:
            foot.addWidget(button)
        foot.addStretch(1)
        for button in right:
            foot.addWidget(button)
        self.column.addLayout(foot)
        self._styled += (*left, *right)

    def close_button(self) -> KeyButton:
        """Make a button that closes the dialog; add_buttons() gives it its place."""
        close = QCoreApplication.translate("dialog", "Close")
        button = KeyButton(close, "Esc", self._dialog, primary=True)
        button.clicked.connect(self._dialog.accept)
        return button

    def set_look(self, look: Look) -> None:
        """Style the dialog, its heading, and every part that takes a look."""
        self.look, lengths = look, self._measures
        apply_style(self._dialog, look)
        side, top, bottom = map(look.px, (lengths.side, lengths.top, lengths.bottom))
        self.column.setContentsMargins(side, top, side, bottom)
        self.column.setSpacing(look.px(lengths.spacing))
        self.heading.setFont(look.font(lengths.heading, BOLD))
        for part in self._styled:
            part.set_look(look)

    def place(self, *, unused: int = 0) -> None:
        """Put the dialog in the middle of the window below, less high by *unused*."""
        height = self._grown(self._measures.height) - unused
        self._put(self._grown(self._measures.width), height)

    def place_around(self, page: ScrollPage, *, spare: int) -> None:
        """Put it there as high as its page, and *spare* pixels more."""
        width = self._grown(self._measures.width)
        beside = 2 * self.look.px(self._measures.side) + self.look.px(SCROLL_BAR)
        rest = self._dialog.sizeHint().height() - page.sizeHint().height()
        self._put(width, page.height_for(width - beside) + rest + spare)

    def _grown(self, length: int) -> int:
        grown = 1.0 + (self.look.text - 1.0) * self._measures.growth
        return self.look.px(length * grown)

    def _put(self, width: int, height: int) -> None:
        self._dialog.setGeometry(in_the_middle(self._dialog, width, height))
