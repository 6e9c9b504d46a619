"""Go to a step: by its number, or by a part of its title."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sidecar_viz.app.dialog_keys import bind
from sidecar_viz.app.dialog_look import Follower, field_sheet, look_over
from sidecar_viz.app.dialog_place import in_the_middle
from sidecar_viz.app.key_chips import KeyChips
from sidecar_viz.app.look import Look
from sidecar_viz.app.style import dress
from sidecar_viz.paint.fonts import BOLD, MEDIUM

WIDTH, HEIGHT, MARGIN, SPACING = 620, 620, 28, 12
NUMBER = Qt.ItemDataRole.UserRole


class GoToDialog(QDialog):
    """Lists the steps that match what is typed.

    Signals:
        chosen: the number of a step.
    """

    chosen = Signal(int)

    def __init__(
        self, titles: Sequence[str], step: int, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            titles: of the start and of every step.
            step: where we are.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go to step"))
        self._titles = tuple(titles)
        self._step = step
        self.heading = QLabel(self.tr("Go to step"), self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Number, or a part of the title"))
        self.field.setAccessibleName(self.tr("Number, or a part of the title"))
        self.field.setClearButtonEnabled(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = QLabel(self.tr("No step is called so."), self)
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
        self.field.textChanged.connect(self._show_matches)
        self.list.itemClicked.connect(self._take)
        self._bind_keys()
        self._restyle()
        self._show_matches("")
        self._follower = Follower(self, self._restyle)

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
        for number in matches(self._titles, typed):
            item = QListWidgetItem(f"{number}   {self._titles[number]}")
            item.setData(NUMBER, number)
            if number == self._step:
                item.setText(self.tr("{text}   (here)").format(text=item.text()))
            self.list.addItem(item)
        found = self.list.count()
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        here = 0 if typed.strip() else self._step
        self.list.setCurrentRow(min(here, found - 1))

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
        self.chosen.emit(int(item.data(NUMBER)))

    def _restyle(self) -> None:
        look = look_over(self.parentWidget())
        dress(self, look)
        self.list.setStyleSheet(list_sheet(look))
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(24), side, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.heading.setFont(look.font(26, BOLD))
        self.field.setStyleSheet(field_sheet(look.theme))
        self.field.setFont(look.font(20))
        self.none.setFont(look.font(18))
        self.list.setFont(look.font(18, MEDIUM))
        self.list.setSpacing(look.px(3))
        self.chips.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, ready to be typed into."""
        super().showEvent(event)
        if not event.spontaneous():
            look = look_over(self.parentWidget())
            grown = 1.0 + (look.text - 1.0) * 0.5
            width, height = look.px(WIDTH * grown), look.px(HEIGHT * grown)
            self.setGeometry(in_the_middle(self, width, height))
            self._column.activate()
            lines = self.list.count() * (self.list.sizeHintForRow(0) + 2 * look.px(3))
            unused = self.list.viewport().height() - lines - look.px(12)
            if unused > 0:
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


def matches(titles: Sequence[str], typed: str) -> list[int]:
    """The numbers of the steps meant by what is typed, the best first.

    A number means the step of this number, then those that begin with it; words
    mean the titles that hold all of them.
    """
    typed = typed.strip().casefold()
    if typed.isdecimal():
        wanted = str(int(typed))
        by_number = [n for n in range(len(titles)) if str(n).startswith(wanted)]
        if by_number:
            return by_number
    words = typed.split()
    return [
        number
        for number, title in enumerate(titles)
        if all(word in title.casefold() for word in words)
    ]
