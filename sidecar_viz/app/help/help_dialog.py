"""Help: all keys, a word on clickers, and where lessons are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.field import search_field, style_field
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.keys import bind
from sidecar_viz.app.help.help_notes import good_to_know, presenting
from sidecar_viz.app.help.help_page import HelpCard, HelpColumns, help_groups
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.words.announce import announce

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sidecar_viz.app.keys.command import AnyCommand
    from sidecar_viz.app.look.look import Look

MEASURES = Measures(
    width=1360, height=960, side=28, top=22, bottom=20, spacing=14, heading=26
)
SPACING, TWO_COLUMNS = 14, 1000


class HelpDialog(QDialog):
    """Shows the table of commands; what is typed narrows it down.

    Signals:
        keys_wanted: the user wants to choose other keys.
    """

    keys_wanted: SignalOf[()] = signal()

    def __init__(
        self,
        commands: Iterable[AnyCommand],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.frame = DialogFrame(self, self.tr("All keys"), MEASURES)
        self.field = search_field(self.tr("Find a key or a command"), self)
        self.frame.add(self.field)
        self.frame.name(self.field)
        self.page = self.frame.add_page()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setAccessibleName(self.tr("All keys"))
        self._commands, self._letters = tuple(commands), True
        self.none = PlainLabel(
            self.tr("No key or command is called so."), self.page.inside
        )
        self.none.hide()
        self.page.column.addWidget(self.none)
        self._fill()
        self.page.column.addStretch(1)
        self.page.column.setContentsMargins(4, 4, 4, 4)
        self.change = EdgedButton(self.tr("Change keys…"), "", self)
        self.change.clicked.connect(self.keys_wanted)
        self.change.clicked.connect(self.accept)
        self.frame.add_buttons((self.change,), (self.frame.close_button(),))
        self.field.textChanged.connect(self._filter)
        bind(self, {"F1": self.reject, "?": self.reject, "Ctrl+F": self._find})
        self.set_look(look)

    def _fill(self) -> None:
        """Write down all keys that work."""
        inside, every, letters = self.page.inside, self._commands, self._letters
        groups = help_groups(every, letters=letters)
        self.columns = HelpColumns([HelpCard(*one, inside) for one in groups], inside)
        self.present = presenting(every, inside, letters=letters)
        self.notes = good_to_know(inside, letters=letters)
        for n, part in enumerate((self.columns, self.present, self.notes), start=1):
            self.page.column.insertWidget(n, part)

    def set_letters(self, *, letters: bool) -> None:
        """Name single letters while they are keys, and only then."""
        if letters == self._letters:
            return
        self._letters = letters
        for part in (self.columns, self.present, self.notes):
            part.hide()
            part.deleteLater()
        self._fill()
        self.set_look(self.frame.look)
        self._filter(self.field.text())

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _filter(self, typed: str) -> None:
        found = sum(card.filter(typed) for card in self.columns.cards)
        self.none.setVisible(not found)
        for notes in (self.present, self.notes):
            notes.setVisible(not typed.strip())
        self.page.to_top()
        if typed.strip():
            shown = [row for card in self.columns.cards for row in card.found]
            told = " ".join((self.tr("%n found.", "", found), *shown))
            announce(self, told if found else self.none.text())

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.page.column.setSpacing(look.px(SPACING))
        self.none.setFont(look.font(18))
        style_field(self.field, look, 16)
        self.columns.set_look(look)
        self.present.set_look(look)
        self.notes.set_look(look)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, ready to be read."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.frame.look.roomy(TWO_COLUMNS)
        self.columns.arrange(2 if wide else 1)
