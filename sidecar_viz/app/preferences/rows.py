"""The rows of the preferences: a name, a sentence, and something to press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.table import Setting
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.line_layout import FlowLayout
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.widgets.radio import RadioGroup
from sidecar_viz.app.widgets.switch import Switch
from sidecar_viz.paint.brush.fonts import SEMIBOLD

NAME, WORDS = 18, 16


class Choices(RadioGroup):
    """Buttons of which one is down.

    Signals:
        picked: the place of the button that was pressed.
    """

    picked: SignalOf[int] = signal(int)

    def __init__(self, name: str, texts: Sequence[str], parent: QWidget) -> None:
        super().__init__(name, parent)
        self._line = FlowLayout(self)
        self.buttons = [EdgedButton(text, "", self) for text in texts]
        self.take(self.buttons)
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
            self._line.addWidget(button)
        self.group.idClicked.connect(self.picked)

    def set_look(self, look: Look) -> None:
        """Style the buttons."""
        self._line.setSpacing(look.px(6))
        for button in self.buttons:
            button.set_look(look)


class SettingRow(QWidget):
    """A setting with its words and its control.

    Signals:
        set_to: the new value.
    """

    set_to: SignalOf[str | float] = signal(object)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self._name = PlainLabel(setting.name, self)
        self._words = PlainLabel(setting.words, self)
        self._words.setWordWrap(True)
        self._words.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.switch: Switch | None = None
        self.choices: Choices | None = None
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        if setting.choices:
            texts = [text for _, text in setting.choices]
            self.choices = Choices(setting.name, texts, self)
            self.choices.setAccessibleDescription(setting.words)
            self.choices.picked.connect(self._pick)
            self._column.addWidget(self.choices)
        else:
            self.switch = Switch(setting.name, self)
            self.switch.setAccessibleDescription(setting.words)
            self.switch.clicked.connect(self._switch)
            head.addWidget(self.switch)
        self._explain(self.choices or self.switch)

    def _explain(self, control: QWidget | None) -> None:
        """Let the words be the control's: read with it, not all at opening."""
        if control is not None:
            self._name.setBuddy(control)
            self._words.setBuddy(control)

    def show_value(self, value: object) -> None:
        """Show what is set, without telling it."""
        if self.switch is not None:
            self.switch.setChecked(bool(value))
        if self.choices is not None:
            shown = round(value, 2) if isinstance(value, float) else value
            values = [one for one, _ in self.setting.choices]
            self.choices.show_picked(values.index(shown) if shown in values else -1)

    def set_look(self, look: Look) -> None:
        """Style the words and the control."""
        self._column.setSpacing(look.px(6))
        self._name.setFont(look.font(NAME, SEMIBOLD))
        self._words.setFont(look.font(WORDS))
        control = self.choices or self.switch
        if control is not None:
            control.set_look(look)

    def _pick(self, place: int) -> None:
        self.set_to.emit(self.setting.choices[place][0])

    def _switch(self) -> None:
        if self.switch is not None:
            self.set_to.emit(self.switch.isChecked())
