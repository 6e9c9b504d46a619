"""Choose by typing: a field, and below it a list of what is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.field import search_field, style_field
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.words.announce import announce
from sidecar_viz.paint.brush.fonts import MEDIUM

MEASURES = Measures(
    width=620, height=620, side=28, top=24, bottom=20, spacing=12, heading=26
)
PAGE = 8  # rows that PgUp and PgDown go
T = TypeVar("T")


class PickWords(Struct, frozen=True):
    """What the dialog says: what is chosen, what to type, that nothing matches."""

    heading: str
    hint: str
    nothing: str


class PickDialog(QDialog, Generic[T]):
    """A field to type into, and a list of what it means."""

    def __init__(
        self,
        words: PickWords,
        rows: Callable[[str], Iterable[tuple[str, T]]],
        chosen: Callable[[T], object],
        look: Look,
        parent: QWidget | None = None,
        *,
        first: int = 0,
    ) -> None:
        """Make the dialog.

        Args:
            words: what it says.
            rows: gives for what is typed each row's text and value.
            chosen: is called with the value of the row that was chosen.
            look: that of the window below.
            parent: a widget of the window below.
            first: the row that is current as long as nothing is typed.
        """
        super().__init__(parent)
        self._rows, self._chosen, self._first = rows, chosen, first
        self._values: list[T] = []
        self.frame = DialogFrame(self, words.heading, MEASURES)
        self.field = search_field(words.hint, self)
        self.none = PlainLabel(words.nothing, self)
        self.none.setWordWrap(True)
        self.list = _list(words.heading, self)
        self.frame.add(self.field)
        self.frame.name(self.field)
        self.frame.add(self.none)
        self.frame.add(self.list, stretch=1)
        self.frame.column.addStretch(0)
        self.frame.add_keys(
            (
                ("↑ ↓", self.tr("move")),
                ("Enter", self.tr("go there")),
                ("Esc", self.tr("close")),
            )
        )
        self.field.textChanged.connect(self._show_matches)
        self.list.chosen.connect(self._take)
        self._bind_keys()
        self.set_look(look)
        self._show_matches("")

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.list.setStyleSheet(list_sheet(look))
        style_field(self.field, look, 20)
        self.none.setFont(look.font(18))
        self.list.setFont(look.font(18, MEDIUM))
        self.list.setSpacing(look.px(3))

    def click_next(self) -> None:
        """Go a page down."""
        self._walk(PAGE)

    def click_previous(self) -> None:
        """Go a page up."""
        self._walk(-PAGE)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Up": lambda: self._walk(-1),
            "Down": lambda: self._walk(1),
            "PgUp": self.click_previous,
            "PgDown": self.click_next,
            "Return": lambda: self._take(self.list.currentRow()),
            "Enter": lambda: self._take(self.list.currentRow()),
        }
        for shortcut in bind(self, keys):
            shortcut.setAutoRepeat(True)

    def _show_matches(self, typed: str) -> None:
        rows = tuple(self._rows(typed))
        self._values = [value for _, value in rows]
        self.list.clear()
        self.list.addItems([text for text, _ in rows])
        asked = bool(typed.strip())
        self.none.setVisible(asked and not rows)
        self.list.setVisible(bool(rows))
        self.list.setCurrentRow(min(0 if asked else self._first, len(rows) - 1))
        if asked:
            self._tell_matches(len(rows))

    def _tell_matches(self, count: int) -> None:
        """Tell how many rows match, and which of them Enter takes."""
        found = self.tr("%n found.", "", count) if count else self.none.text()
        announce(self, f"{found} {self._current_text()}".strip())

    def _current_text(self) -> str:
        row = self.list.currentRow()
        return self.list.item(row).text() if row >= 0 else ""

    def _walk(self, by: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + by)))
        announce(self, self._current_text())  # the keyboard stays in the field

    def _take(self, row: int) -> None:
        if row >= 0:
            self.accept()
            self._chosen(self._values[row])

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, no higher than the list, ready to be typed into."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.frame.column.activate()
            px = self.frame.look.px
            lines = self.list.count() * (self.list.sizeHintForRow(0) + 2 * px(3))
            unused = self.list.viewport().height() - lines - px(12)
            if self.list.count() and unused > 0:
                self.frame.place(unused=unused)
            self.field.setFocus()


def _list(name: str, parent: QWidget) -> PressList:
    made = PressList(parent)
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def list_sheet(look: Look) -> str:
    """Style a list's lines: the current one is filled and edged."""
    theme = look.theme
    return (
        f"QListWidget {{ color: {theme.ink}; outline: none; }}"
        f"QListWidget::item {{ padding: {look.px(7)}px {look.px(10)}px;"
        f" border: 2px solid transparent; border-radius: {look.px(8)}px; }}"
        f"QListWidget::item:hover {{ background: {theme.row}; }}"
        f"QListWidget::item:selected {{ background: {theme.accent_soft};"
        f" color: {theme.ink}; border: 2px solid {theme.accent}; }}"
    )
