"""The foot of the quiz: the keys, and the buttons that go with the question."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.quiz.words import LETTERS, tr
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.choice_paint import RING
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.key_chips import KeyChips

SPACING = 10


class QuizFoot(QWidget):
    """Shows what can be done now; whoever holds it connects the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = True
        self._options = 0
        self.chips = KeyChips(self)
        self.hint = EdgedButton(tr("Hint"), "H", self)
        self.show_me = EdgedButton(tr("Show me"), "S", self)
        self.reveal = EdgedButton(tr("Reveal"), "PgDn", self)
        self.again = EdgedButton(tr("Start again"), "R", self)
        self.onward = KeyButton(tr("Next question"), "Enter", self, primary=True)
        self.shut = KeyButton(tr("Close"), "Esc", self, primary=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(RING, 0, RING, 0)
        self._row.addWidget(self.chips, 1)
        self.buttons = (
            *(self.hint, self.show_me, self.reveal),
            *(self.again, self.onward, self.shut),
        )
        for button in self.buttons:
            self._row.addWidget(button)

    def set_letters(self, *, letters: bool) -> None:
        """Name single letters as keys while *letters* is true."""
        self._letters = letters
        for button, key in ((self.hint, "H"), (self.show_me, "S"), (self.again, "R")):
            button.set_key(key if letters else "")
        if self._options:
            self._show_answer_keys()

    def show_open(self, options: int, *, hint: bool, proof: bool) -> None:
        """Show the buttons of a question that waits for its answer."""
        self._show_only(self.reveal, *self._help(hint=hint, proof=proof))
        self._options = options
        self._show_answer_keys()

    def show_done(self, *, last: bool, hint: bool, proof: bool) -> None:
        """Show the buttons after an answer; after the *last* one: the summary."""
        self._options = 0
        self.onward.setText(tr("See the result") if last else tr("Next question"))
        self._show_only(self.onward, *self._help(hint=hint, proof=proof))
        self.chips.show_keys((("PgUp", tr("back")), ("Esc", tr("close"))))

    def show_summary(self) -> None:
        """Show the buttons of the quiz's end."""
        self._options = 0
        self._show_only(self.again, self.shut)
        self.chips.show_keys((("↑ ↓", tr("look at a question again")),))

    def _show_answer_keys(self) -> None:
        keys = f"A–{LETTERS[self._options - 1]}" if self._letters else tr("Space")
        self.chips.show_keys(((keys, tr("answer")), ("↑ ↓", tr("move"))))

    def show_nothing(self) -> None:
        """There is no quiz."""
        self._show_only(self.shut)
        self.chips.show_keys(())

    def set_look(self, look: Look) -> None:
        """Style the keys and the buttons."""
        self._row.setSpacing(look.px(SPACING))
        self.chips.set_look(look)
        for button in self.buttons:
            button.set_look(look)

    def _help(self, *, hint: bool, proof: bool) -> tuple[KeyButton, ...]:
        wanted = ((self.hint, hint), (self.show_me, proof))
        return tuple(button for button, there in wanted if there)

    def _show_only(self, *buttons: KeyButton) -> None:
        for button in self.buttons:
            button.setVisible(button in buttons)
