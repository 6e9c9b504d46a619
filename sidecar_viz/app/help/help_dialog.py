"""Help: all keys, a word on clickers, and where lessons are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.dialog.look import Follower, field_sheet, look_over, theme_below
from sidecar_viz.app.dialog.place import in_the_middle
from sidecar_viz.app.help.help_notes import good_to_know, presenting
from sidecar_viz.app.help.help_page import HelpCard, HelpColumns, help_groups
from sidecar_viz.app.look.style import dress
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.paint.brush.fonts import BOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sidecar_viz.app.keys.actions import AnyCommand
    from sidecar_viz.paint.brush.theme import Theme

WIDTH, HEIGHT, MARGIN, SPACING = 1360, 960, 28, 14
TWO_COLUMNS = 1000


class HelpDialog(QDialog):
    """Shows the table of commands; what is typed narrows it down."""

    def __init__(
        self,
        commands: Iterable[AnyCommand],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        self._theme = theme
        self.heading = QLabel(self.tr("All keys"), self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a key or a command"))
        self.field.setAccessibleName(self.tr("Find a key or a command"))
        self.page = ScrollPage(self)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setAccessibleName(self.tr("All keys"))
        inside = self.page.inside
        cards = [HelpCard(group, rows, inside) for group, rows in help_groups(commands)]
        self.columns = HelpColumns(cards, inside)
        self.none = QLabel(self.tr("No key or command is called so."), inside)
        self.none.hide()
        self.present, self.notes = presenting(inside), good_to_know(inside)
        for part in (self.none, self.columns, self.present, self.notes):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.page.column.setContentsMargins(4, 4, 4, 4)
        self._column = QVBoxLayout(self)
        for widget in (self.heading, self.field, self.page):
            self._column.addWidget(widget)
        self.field.textChanged.connect(self._filter)
        bind(self, {"F1": self.reject, "?": self.reject, "Ctrl+F": self._find})
        self._restyle()
        self._follower = Follower(self, self._follow)

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _filter(self, typed: str) -> None:
        found = [card.filter(typed) for card in self.columns.cards]
        self.none.setVisible(not any(found))
        for notes in (self.present, self.notes):
            notes.setVisible(not typed.strip())
        self.page.to_top()

    def _follow(self) -> None:
        self._theme = theme_below(self) or self._theme
        self._restyle()

    def _restyle(self) -> None:
        self._look = look = look_over(self.parentWidget(), self._theme)
        dress(self, look)
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(22), side, look.px(20))
        self._column.setSpacing(look.px(SPACING))
        self.page.column.setSpacing(look.px(SPACING))
        self.heading.setFont(look.font(26, BOLD))
        self.none.setFont(look.font(18))
        self.field.setStyleSheet(field_sheet(look.theme))
        self.field.setFont(look.font(16))
        self.columns.set_look(look)
        self.present.set_look(look)
        self.notes.set_look(look)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, ready to be read."""
        super().showEvent(event)
        if not event.spontaneous():
            grown = 1.0 + (self._look.text - 1.0) * 0.5
            width, height = self._look.px(WIDTH * grown), self._look.px(HEIGHT * grown)
            self.setGeometry(in_the_middle(self, width, height))
            self.page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._look.roomy(TWO_COLUMNS)
        self.columns.arrange(2 if wide else 1)
