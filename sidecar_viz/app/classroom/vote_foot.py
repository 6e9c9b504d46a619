"""The foot of a vote: what is suggested, the keys, the buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.classroom.vote_words import (
    LETTERS,
    next_words,
    reason,
    suggestion,
    tr,
)
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.learning.vote import Vote
from sidecar_viz.paint.brush.fonts import SEMIBOLD

ADVICE = 28


class VoteFoot(QWidget):
    """Shows what can be done now; whoever holds it connects the buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = True
        self.message = PlainLabel("", self)
        self.message.setWordWrap(True)
        self.chips = KeyChips(self)
        self.projector = EdgedButton(tr("On the projector"), "Alt P", self)
        self.projector.setCheckable(True)
        self.anew = EdgedButton(tr("Begin anew"), "Alt N", self)
        self.again = EdgedButton(tr("Vote again"), "R", self)
        self.back = EdgedButton(tr("Back"), "PgUp", self)
        self.onward = KeyButton("", "PgDn", self, primary=True)
        self._row = QHBoxLayout()
        self._row.addWidget(self.chips, 1)
        self.buttons = (self.projector, self.anew, self.again, self.back, self.onward)
        for button in self.buttons:
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.message)
        self._column.addLayout(self._row)

    def set_letters(self, *, letters: bool) -> None:
        """Name single letters as keys while *letters* is true; the vote must follow."""
        self._letters = letters
        self.again.set_key("R" if letters else "Alt R")

    def show_vote(self, vote: Vote, *, last: bool, private: bool) -> None:
        """Show what comes next; *private*: the class sees another display."""
        told = (reason(vote) if private else "", suggestion(vote))
        self.say(" ".join(filter(None, told)))
        self.onward.setText(next_words(vote, last=last))
        self.onward.setAccessibleName(self.onward.text())
        self.onward.updateGeometry()
        open_again = vote.stage == "bars" and vote.onward().stage != "recount"
        self.again.setVisible(open_again or vote.stage == "both")
        self.anew.setVisible(vote.stage == "answer")
        self._show_keys(vote)

    def say(self, text: str) -> None:
        """Show a sentence, or none."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def set_look(self, look: Look) -> None:
        """Style the message, the keys and the buttons."""
        self._column.setSpacing(look.px(10))
        self._row.setSpacing(look.px(10))
        self.message.setFont(look.font(ADVICE, SEMIBOLD))
        self.chips.set_look(look)
        for button in self.buttons:
            button.set_look(look)

    def _show_keys(self, vote: Vote) -> None:
        if not vote.counting:
            self.chips.show_keys((("Esc", tr("close")),))
            return
        last = LETTERS[len(vote.first) - 1]
        chosen = (f"A–{last}", tr("option")) if self._letters else ("↑ ↓", tr("option"))
        keys = (chosen, ("0–9", tr("votes")), ("+ −", tr("one more, less")))
        self.chips.show_keys((*keys, ("Enter", tr("next"))))
