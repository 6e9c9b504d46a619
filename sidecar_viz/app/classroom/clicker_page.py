"""Each button of a clicker pressed once: what it sends, and what it is to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sidecar_viz.app.dialog.key_catcher import KeyCatcher
from sidecar_viz.app.keys.actions import key_name
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.keys.key_uses import KeyUses, Pairs
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.line_layout import FlowLayout
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import BOLD, SEMIBOLD


class ClickerPage(QWidget):
    """Shows what a button sends and learns it.

    Signals:
        learned: all learned keys, each with its command.
    """

    learned: SignalOf[Pairs] = signal(object)

    def __init__(
        self,
        learned: Pairs,
        commands: Callable[[], Iterable[AnyCommand]],
        parent: QWidget,
    ) -> None:
        """Begin with what was *learned*; *commands* gives them with their keys then."""
        super().__init__(parent)
        self._commands = commands
        self.pairs, self.key = learned, ""
        self.catcher = KeyCatcher(
            self.tr("Press each button of the clicker once"), self
        )
        self.message = PlainLabel("", self)
        self.known = PlainLabel("", self)
        for label in (self.message, self.known):
            label.setWordWrap(True)
        self.buttons = {
            name: EdgedButton(self._uses.name_of(name), "", self)
            for name in self._uses.learnable
        }
        self.forget = EdgedButton(self.tr("Forget learned keys"), "", self)
        choices = QWidget(self)
        self._row = FlowLayout(choices)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on, n=name: self.teach(n))
            self._row.addWidget(button)
        self._row.addWidget(self.forget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.catcher)
        self._column.addWidget(self.message)
        self._column.addWidget(choices)
        self._column.addWidget(self.known)
        self.catcher.caught.connect(self._catch)
        self.forget.clicked.connect(lambda: self._take(()))
        self._show()

    @property
    def _uses(self) -> KeyUses:
        return KeyUses(self._commands())

    def _catch(self, key: str, place: str) -> None:
        """Take a key as what counts; what may learn something else, as it is."""
        uses = self._uses
        free = uses.untaught(key)
        self.show_key(key if free else uses.meant(key, place, self.pairs))

    def show_key(self, key: str) -> None:
        """Say what a button sent, and what that does."""
        self.key = key
        if not key:
            self.message.setText(self.tr("It sends a key that cannot be taught."))
            self._show()
            self.message.show()
            return
        use = self._uses.used_for(key, self.pairs)
        said = self.tr("It sends {key}. That works already: {use}.")
        if not use:
            said = self.tr("It sends {key}, which does nothing yet. Let it do this:")
        untaught = self._uses.untaught(key)
        if untaught and not use:
            use = untaught
            said = self.tr("It sends {key}: {use}. It may also learn to do this:")
        self.message.setText(said.format(key=key_name(key), use=use))
        self._show()

    def teach(self, command_id: str) -> None:
        """Let the last key do this; a key that is taken is refused by name."""
        use = self._uses.used_for(self.key, self.pairs)
        if use:
            said = self.tr("{key} is taken: {use}.")
            self.message.setText(said.format(key=key_name(self.key), use=use))
            return
        self._take(self._uses.with_key(self.pairs, self.key, command_id))
        self.catcher.setFocus()
        self.show_key(self.key)

    def set_look(self, look: Look) -> None:
        """Style the words and the buttons."""
        self._column.setSpacing(look.px(10))
        self._row.setSpacing(look.px(10))
        self.catcher.words.setFont(look.font(22, BOLD))
        self.message.setFont(look.font(18, SEMIBOLD))
        self.known.setFont(look.font(16))
        for button in (*self.buttons.values(), self.forget):
            button.set_look(look)

    def _take(self, pairs: Pairs) -> None:
        if pairs != self.pairs:
            self.pairs = pairs
            self._show()
            self.learned.emit(pairs)

    def _show(self) -> None:
        free = bool(self.key) and not self._uses.used_for(self.key, self.pairs)
        for button in self.buttons.values():
            button.setEnabled(free)
        self.forget.setVisible(bool(self.pairs))
        known = self.tr("Learned: {keys}.").format(keys=self._uses.shown(self.pairs))
        self.known.setText(known if self.pairs else "")
        self.known.setVisible(bool(self.pairs))
        self.message.setVisible(bool(self.key))
