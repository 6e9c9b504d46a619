"""A small sign in a corner of the class's view: what the teacher has to see there."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.core.markup import rich
from sidecar_viz.paint.brush.band import band_colours
from sidecar_viz.paint.brush.theme import MONO

TEXT, PAD, INSET = 26, 10, 16  # pixels at 1080p
GAP = "   ·   "

About = Literal["typed", "still"]
PLACES: Final[tuple[About, ...]] = ("typed", "still")


class Sign(QLabel):
    """Says a few words at the bottom right; without words it is not there.

    It lies over a picture that stands still, and takes no clicks.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._said: dict[About, str] = {}
        self._inset = INSET
        self._covered, self._free = False, 0
        self.hide()

    def say(self, about: About, text: str) -> None:
        """Say something *about* a thing, or with "" no longer."""
        self._said[about] = text
        self._show()

    def cover(self, *, covered: bool) -> None:
        """Be out of sight while the whole view is covered in a colour."""
        self._covered = covered
        self._show()

    def said(self) -> str:
        """Return what it says, in light markup."""
        parts = (self._said.get(about, "") for about in PLACES)
        return GAP.join(filter(None, parts))

    def set_look(self, look: Look) -> None:
        """Take colours and sizes."""
        colours = band_colours(look.theme)
        self.setFont(look.font(TEXT))
        self.setStyleSheet(
            f"background: {colours.ground}; color: {colours.title};"
            f" border: {look.px(2)}px solid {colours.dim};"
            f" border-radius: {look.px(PAD)}px;"
            f" padding: {look.px(PAD / 2)}px {look.px(PAD)}px;"
        )
        self._inset = look.px(INSET)
        self._show()

    def put_in_corner(self, free: int) -> None:
        """Stand in the corner; as many pixels stay *free* under it."""
        self._free = free
        self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        inset, room = self._inset, parent.width() - 2 * self._inset
        self.setWordWrap(False)
        size = self.sizeHint()
        if size.width() > room:
            self.setWordWrap(True)
            size = QSize(room, self.heightForWidth(room))
        corner = QPoint(parent.width() - inset, parent.height() - self._free - inset)
        self.setGeometry(QRect(corner - QPoint(size.width(), size.height()), size))
        self.raise_()

    def _show(self) -> None:
        said = self.said()
        self.setText(rich(said, MONO))
        seen = bool(said) and not self._covered
        self.setVisible(seen)
        if seen:
            self._place()
