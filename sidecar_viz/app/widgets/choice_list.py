"""Choices one below the other, walked through with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.choice_card import ChoiceCard
from sidecar_viz.app.widgets.choice_paint import Choice

SPACING = 8


class ChoiceList(QWidget):
    """Holds a card for each choice.

    Signals:
        chosen: the place of the choice that was pressed.
        focused: the card that has the keyboard's focus now.
    """

    chosen: SignalOf[int] = signal(int)
    focused: SignalOf[QWidget] = signal(QWidget)

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._look = Look()
        self._small = small
        self.cards: list[ChoiceCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these; a card that stays keeps its focus."""
        for _ in range(len(self.cards), len(choices)):
            self._add_card()
        for _ in range(len(choices), len(self.cards)):
            card = self.cards.pop()
            card.hide()
            card.deleteLater()
        for card, choice in zip(self.cards, choices, strict=True):
            card.show_choice(choice)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._look = look
        self._column.setSpacing(look.px(SPACING))
        for card in self.cards:
            card.set_look(look)

    @property
    def place(self) -> int:
        """Which card has the focus; -1 for none."""
        return next((i for i, card in enumerate(self.cards) if card.hasFocus()), -1)

    def go_to(self, place: int) -> None:
        """Give the focus to one card."""
        if self.cards:
            self.cards[max(0, min(len(self.cards) - 1, place))].setFocus()

    def walk(self, by: int) -> None:
        """Give the focus to the card so many further on; the ends are ends."""
        here = self.place
        if here < 0:
            here = -1 if by > 0 else len(self.cards)
        self.go_to(here + by)

    def _add_card(self) -> None:
        place = len(self.cards)
        card = ChoiceCard(Choice("", ""), self, small=self._small)
        card.set_look(self._look)
        card.clicked.connect(lambda: self.chosen.emit(place))
        card.focused.connect(lambda: self.focused.emit(card))
        self.cards.append(card)
        self._column.addWidget(card)
