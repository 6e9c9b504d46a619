"""Choose by typing: a field, and below it a list of what is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.dialog.field import search_field, style_field
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.place import in_the_middle
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import dress
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM

WIDTH, HEIGHT, MARGIN, SPACING = 620, 620, 28, 12
VALUE = Qt.ItemDataRole.UserRole


class PickDialog(QDialog):
    """A field to type into, and a list of what it means; subclasses say which.

    A subclass calls _begin() once it can tell rows for what is typed.
    """

    def __init__(
        self, heading: str, hint: str, nothing: str, look: Look, parent: QWidget | None
    ) -> None:
        """Make the dialog.

        Args:
            heading: what is chosen.
            hint: what to type.
            nothing: what is said when nothing matches.
            look: that of the window below.
            parent: a widget of the window below.
        """
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(heading)
        self.heading = QLabel(heading, self)
        self.field = search_field(hint, self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(heading)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = QLabel(nothing, self)
        self.none.setWordWrap(True)
        self.chips = KeyChips(self)
        self.chips.show_keys(
            (
                ("↑ ↓", self.tr("move")),
                ("Enter", self.tr("go there")),
                ("Esc", self.tr("close")),
            )
        )
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.field, self.none):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        self._column.addWidget(self.chips)

    def rows(self, typed: str) -> Iterable[tuple[str, object]]:
        """What is meant by what is *typed*: its text and its value (for subclasses)."""
        raise NotImplementedError

    def take(self, value: object) -> None:
        """A row with this value was chosen (for subclasses)."""
        raise NotImplementedError

    def first_row(self, typed: str) -> int:
        """The row that is current at first."""
        del typed
        return 0

    def click_next(self) -> None:
        """Go a page down."""
        self._walk(8)

    def click_previous(self) -> None:
        """Go a page up."""
        self._walk(-8)

    def _begin(self) -> None:
        self.field.textChanged.connect(self._show_matches)
        self.list.itemClicked.connect(self._take)
        self._bind_keys()
        self.set_look(self._look)
        self._show_matches("")

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Up": lambda: self._walk(-1),
            "Down": lambda: self._walk(1),
            "PgUp": lambda: self._walk(-8),
            "PgDown": lambda: self._walk(8),
            "Return": self._take_current,
            "Enter": self._take_current,
        }
        for shortcut in bind(self, keys):
            shortcut.setAutoRepeat(True)

    def _show_matches(self, typed: str) -> None:
        self.list.clear()
        for text, value in self.rows(typed):
            item = QListWidgetItem(text)
            item.setData(VALUE, value)
            self.list.addItem(item)
        found = self.list.count()
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.list.setCurrentRow(min(self.first_row(typed), found - 1))

    def _walk(self, by: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + by)))

    def _take_current(self) -> None:
        item = self.list.currentItem()
        # Qt's stubs promise an item, but an empty list has none.
        if self.list.count():
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        self.accept()
        self.take(item.data(VALUE))

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self._look = look
        dress(self, look)
        self.list.setStyleSheet(list_sheet(look))
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(24), side, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.heading.setFont(look.font(26, BOLD))
        style_field(self.field, look, 20)
        self.none.setFont(look.font(18))
        self.list.setFont(look.font(18, MEDIUM))
        self.list.setSpacing(look.px(3))
        self.chips.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, ready to be typed into."""
        super().showEvent(event)
        if not event.spontaneous():
            look = self._look
            grown = 1.0 + (look.text - 1.0) * 0.5
            width, height = look.px(WIDTH * grown), look.px(HEIGHT * grown)
            self.setGeometry(in_the_middle(self, width, height))
            self._column.activate()
            lines = self.list.count() * (self.list.sizeHintForRow(0) + 2 * look.px(3))
            unused = self.list.viewport().height() - lines - look.px(12)
            if self.list.count() and unused > 0:
                self.setGeometry(in_the_middle(self, width, height - unused))
            self.field.setFocus()


def list_sheet(look: Look) -> str:
    """How the lines of a list look: the current one filled and edged."""
    theme = look.theme
    return (
        f"QListWidget {{ color: {theme.ink}; outline: none; }}"
        f"QListWidget::item {{ padding: {look.px(7)}px {look.px(10)}px;"
        f" border: 2px solid transparent; border-radius: {look.px(8)}px; }}"
        f"QListWidget::item:hover {{ background: {theme.row}; }}"
        f"QListWidget::item:selected {{ background: {theme.accent_soft};"
        f" color: {theme.ink}; border: 2px solid {theme.accent}; }}"
    )
