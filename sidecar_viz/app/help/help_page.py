"""The rows of the help: what every key does, in one column or two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.keys.actions import key_name, said, stage_keys
from sidecar_viz.app.keys.command import GROUPS, AnyCommand
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.widgets.plain_label import PlainLabel

ROW_SIZE, COLUMN_SPACING = 16, 18


class HelpRow(Struct, frozen=True):
    """A sentence and its keys; *name* is what it is called in the menus."""

    text: str
    keys: tuple[str, ...]
    name: str = ""


def help_groups(
    commands: Iterable[AnyCommand], *, letters: bool = True
) -> list[tuple[str, list[HelpRow]]]:
    """Return the rows of each group that has keys; a key is named once in a row.

    Without *letters* single characters are no keys.
    """
    rows: dict[str, list[HelpRow]] = {group: [] for group in GROUPS}
    for command in commands:
        every = (*command.anywhere, *stage_keys(command, letters=letters))
        keys = dict.fromkeys(key_name(key) for key in every)
        if keys:
            rows[command.group].append(
                HelpRow(said(command.help), tuple(keys), said(command.text))
            )
    return [(said(group), found) for group, found in rows.items() if found]


class HelpCard(Card):
    """A group of rows under its heading."""

    def __init__(self, group: str, rows: list[HelpRow], parent: QWidget) -> None:
        super().__init__(group, parent)
        self.rows = [_RowView(row, self) for row in rows]
        for row in self.rows:
            self.column.addWidget(row)
        self.weight = len(rows) + 2

    def filter(self, typed: str) -> int:
        """Show only the rows that hold what is typed; returns how many there are."""
        words = typed.casefold().split()
        found = [all(word in row.searched for word in words) for row in self.rows]
        for row, there in zip(self.rows, found, strict=True):
            row.setVisible(there)
        self.setVisible(any(found))
        return sum(found)

    @property
    def found(self) -> list[str]:
        """The rows that are shown, in words."""
        return [f"{row.accessibleName()}." for row in self.rows if not row.isHidden()]

    def set_look(self, look: Look) -> None:
        """Style the heading and the rows."""
        super().set_look(look)
        for row in self.rows:
            row.set_look(look)


class _RowView(QWidget):
    heard_as: Final = "line"

    def __init__(self, row: HelpRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.searched = f"{row.name} {row.text} {' '.join(row.keys)}".casefold()
        self._text = PlainLabel(row.text, self)
        self._text.setWordWrap(True)
        self.setAccessibleName(f"{row.text}: {', '.join(row.keys)}")
        self._chips = KeyChips(self, ends=True)
        self._chips.show_keys([(key, "") for key in row.keys])
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._text, 1)
        self._line.addWidget(self._chips)

    def set_look(self, look: Look) -> None:
        self._line.setSpacing(look.px(12))
        self._text.setFont(look.font(ROW_SIZE))
        self._chips.set_look(look)


class HelpColumns(QWidget):
    """Cards in one column, or in two of about the same height."""

    def __init__(self, cards: list[HelpCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = cards
        self._sides = (QVBoxLayout(), QVBoxLayout())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, side in enumerate(self._sides):
            self._grid.addLayout(side, 0, column)
        self.columns = 0

    def arrange(self, columns: int) -> None:
        """Use so many columns, 1 or 2."""
        if columns == self.columns:
            return
        self.columns = columns
        for side in self._sides:
            while side.count():
                side.takeAt(0)
        half = sum(card.weight for card in self.cards) / 2
        used = 0.0
        for card in self.cards:
            second = columns > 1 and used + card.weight / 2 > half
            self._sides[1 if second else 0].addWidget(card)
            used += card.weight
        for column, side in enumerate(self._sides):
            side.addStretch(1)
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def set_look(self, look: Look) -> None:
        """Style the cards, and arrange them again."""
        self._grid.setHorizontalSpacing(look.px(COLUMN_SPACING))
        for side in self._sides:
            side.setSpacing(look.px(COLUMN_SPACING))
        for card in self.cards:
            card.set_look(look)
        columns, self.columns = self.columns, 0
        self.arrange(columns)  # what the layouts remember was for other sizes
