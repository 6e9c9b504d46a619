"""The keys of one command: a button to take each away, and a place for a new one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sidecar_viz.app.dialog.key_catcher import KeyCatcher
from sidecar_viz.app.keys.actions import key_name, said
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.keys.own_keys import is_kept
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.key_chips import KeyChips
from sidecar_viz.app.widgets.line_layout import FlowLayout
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.paint.brush.fonts import SEMIBOLD


def tr(text: str) -> str:
    """Translate a text of the editor into the user's language."""
    return QCoreApplication.translate("key_editor", text)


class KeyEditor(Card):
    """Shows a command and its keys. Those to leave by cannot be taken away.

    Signals:
        pressed: a key that the command is to have, and what it is by its place.
        removed: a key that it is to lose, and all others of the same name.
        reset_wanted: it is to have its first keys again.
    """

    pressed: SignalOf[str, str] = signal(str, str)
    removed: SignalOf[str] = signal(str)
    reset_wanted: SignalOf[()] = signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._look = Look()
        self.words = PlainLabel("", self)
        self.words.setWordWrap(True)
        self.kept = KeyChips(self)
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.removers: dict[str, EdgedButton] = {}
        self.reset = EdgedButton(tr("Reset this command"), "", self)
        self.reset.clicked.connect(self.reset_wanted)
        self.catcher = KeyCatcher(tr("Click or Tab here, then press a new key"), self)
        self.words.setBuddy(self.catcher)
        self.catcher.caught.connect(self.pressed)
        self.message = PlainLabel("", self)
        self.message.setWordWrap(True)
        self._command: AnyCommand | None = None
        row = QHBoxLayout()
        row.addWidget(self.kept)
        row.addWidget(self._line, 1)
        row.addWidget(self.reset)
        self.column.addWidget(self.words)
        self.column.addLayout(row)
        self.column.addWidget(self.catcher)
        self.column.addWidget(self.message)

    def show_command(self, command: AnyCommand, *, own: bool) -> None:
        """Show a command; *own*: it has other keys than at first."""
        if self._command is None or self._command.id != command.id:
            self.message.setText("")
        self._command = command
        self.set_heading(said(command.text))
        self.words.setText(f"{said(command.help)}.")
        self.reset.setVisible(own)
        self._show_keys(command)

    def say(self, text: str) -> None:
        """Say what came of the last key."""
        self.message.setText(text)

    def set_look(self, look: Look) -> None:
        """Style the card and its parts."""
        super().set_look(look)
        self._look = look
        self._flow.setSpacing(look.px(8))
        self.kept.set_look(look)
        margins = self.column.contentsMargins()
        margins.setBottom(margins.top())
        self.column.setContentsMargins(margins)
        self.words.setFont(look.font(16))
        self.catcher.words.setFont(look.font(16, SEMIBOLD))
        self.message.setFont(look.font(16, SEMIBOLD))
        for button in (*self.removers.values(), self.reset):
            button.set_look(look)

    def _show_keys(self, command: AnyCommand) -> None:
        """Keep the buttons of keys that stay: one of them may have the focus."""
        kept = [key for key in command.keys if is_kept(key)]
        self.kept.show_keys([(key_name(key), tr("stays")) for key in kept])
        self.kept.setVisible(bool(kept))
        first = {key_name(key): key for key in reversed(command.keys)}
        keys = [
            key for key in command.keys if key in first.values() and key not in kept
        ]
        for key in [key for key in self.removers if key not in keys]:
            button = self.removers.pop(key)
            if button.hasFocus():
                self.catcher.setFocus()
            button.hide()
            button.deleteLater()
        for key in keys:
            if key not in self.removers:
                self._add_remover(key)

    def _add_remover(self, key: str) -> None:
        name = tr("Take {key} away").format(key=key_name(key))
        button = EdgedButton(f"{key_name(key)}  ×", "", self._line)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.set_look(self._look)
        button.clicked.connect(lambda: self.removed.emit(key))
        self.removers[key] = button
        self._flow.addWidget(button)
        button.show()
