"""The teacher's console: now, next, notes, time, and every key as a button."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sidecar_viz.app.keys.actions import Actions, by_id, said
from sidecar_viz.app.keys.command import AnyCommand, CommandId
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.source import LookSource
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.present.console.letterbox import Letterbox, Picture, StageSize
from sidecar_viz.app.present.console.notes import NotesCard
from sidecar_viz.app.present.console.step_list import StepList
from sidecar_viz.app.present.console.timer_bar import Clocks
from sidecar_viz.app.present.tools.presented_stage import PresentedStage
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.line_layout import FlowLayout
from sidecar_viz.app.window.geometry import set_least_size
from sidecar_viz.app.words.step_words import StepWords, told_next
from sidecar_viz.core.markup import rich
from sidecar_viz.paint.brush.fonts import BOLD
from sidecar_viz.paint.brush.theme import MONO, Theme

BUTTONS: tuple[CommandId, ...] = (
    *("swap", "displays", "black", "freeze", "hide_audience"),
    *("laser", "spotlight", "pen", "zoom", "timer", "next_lesson"),
)
"""Which commands have a button; words and keys are those of their rows."""
SMALLEST = (800, 480)
STEPS_PART = 0.19  # of the width, at most
LARGE_ENOUGH = 1.4  # text this much larger needs no larger title
TARGET = 44  # of the design, that what is pressed during a show is high (WCAG 2.5.5)


class ConsoleView(QWidget):
    """What the teacher sees. A window of its own.

    Signals:
        resized: its pictures have another size now.
        closed: somebody closed the window.
    """

    heard_as: Final = "window"

    resized = Signal()
    closed = Signal()

    def __init__(self, tools: Tools, commands: Iterable[AnyCommand]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Presenter console"))
        self._commands = by_id(commands)
        set_least_size(self, SMALLEST)
        self.looks = LookSource(self)
        self.presented = PresentedStage(tools)
        self.stage = self.presented.view
        self.box = Letterbox(self.stage)
        self.steps = StepList()
        self.now, self.next = Card(""), Card("")
        self.title, self.caption = _label(), _label()
        self.picture = Picture()
        self.notes, self.clocks = NotesCard(), Clocks()
        self.note = _label()
        self._said, self._remark, self._number = "", "", -1
        self.buttons: dict[CommandId, KeyButton] = {}
        self.bar = Card("")
        self._stack()
        self.setFocusProxy(self.stage)

    def connect_actions(self, actions: Mapping[CommandId, QAction]) -> None:
        """Let the buttons do what the commands of the same name do."""
        for name, button in self.buttons.items():
            action = actions[name]
            button.clicked.connect(action.trigger)
            button.clicked.connect(self.focus_stage)

    def show_keys(self, actions: Actions) -> None:
        """Show on the buttons, and in their tips, the keys that work now."""
        for name, button in self.buttons.items():
            button.setToolTip(actions[name].toolTip())
            if name in BUTTONS:
                button.set_key(actions.sign_of(name))

    def focus_stage(self) -> None:
        """Give the stage the keyboard: a clicker's letters must reach it."""
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, words: StepWords, heading: str) -> None:
        """Show the words of the step; *heading* says where they are seen."""
        self.now.set_heading(heading)
        self.stage.set_description(words.describe)
        self.title.setText(rich(words.title, MONO))
        instead = words.caption if words.retitled else ""
        caption = f"{words.caption} {told_next(words)}".strip()
        self._said = instead or words.blocked or caption
        self.buttons["next_lesson"].setVisible(bool(words.following))
        self.show_remark("" if words.number != self._number else self._remark)
        self._number = words.number
        moments = tuple((m.question, m.answer) for m in words.moments)
        self.notes.show_notes(words.notes, moments)
        self.steps.show_step(words.number)

    def show_remark(self, remark: str) -> None:
        """Write what the class reads in the place of the caption, if anything."""
        self._remark = remark
        self.caption.setText(rich(remark or self._said, MONO))

    def show_note(self, text: str) -> None:
        """Say something that the teacher should know, or nothing."""
        self.note.setText(rich(text, MONO))
        self.note.setVisible(bool(text))

    def show_states(self, states: Mapping[CommandId, bool]) -> None:
        """Show which buttons are down."""
        for name, on in states.items():
            if name in self.buttons:
                self.buttons[name].setCheckable(True)
                self.buttons[name].setChecked(on)

    def set_shape(self, shape: StageSize) -> None:
        """Take the size of the audience's stage for all pictures."""
        self.presented.copy(shape)
        self.box.set_shape(shape)
        self.picture.set_shape(shape)

    def set_look(self, theme: Theme, text: float, shown: Theme) -> None:
        """Take colours and sizes; *shown* is what the audience's stage has."""
        look = Look(theme, ui_scale(self.width(), self.height()), text)
        self.stage.set_theme(shown)
        if look == self.looks.look:
            return
        apply_style(self, look)
        self.looks.show(look)
        gap = look.px(20)
        self._grid.setContentsMargins(gap, gap, gap, gap)
        self._grid.setSpacing(gap)
        for part in (self.now, self.next, self.notes, self.bar, self.clocks):
            part.set_look(look)
        self.bar.column.setContentsMargins(
            look.px(28), look.px(12), look.px(24), look.px(12)
        )
        self._bottom.setSpacing(look.px(36))
        self.picture.set_look(look)
        self.steps.set_look(look)
        self.title.setFont(look.font(30 * min(1.0, LARGE_ENOUGH / text), BOLD))
        self.steps.setMaximumWidth(round(self.width() * STEPS_PART))
        self.caption.setFont(look.font(19))
        self.box.veil.setFont(look.font(40, BOLD))
        self.note.setFont(look.font(17))
        self.note.setStyleSheet(f"color: {theme.warning.text}")
        self._flow.setSpacing(look.px(8))
        for button in self.buttons.values():
            button.set_look(look)
            button.setMinimumHeight(look.px(TARGET))

    def _stack(self) -> None:
        """Put everything where it stands."""
        shown = QVBoxLayout()  # the words right below their picture
        for part in (self.box, self.title, self.caption):
            shown.addWidget(part)
        shown.addStretch(1)
        row = QHBoxLayout()
        row.addLayout(shown, 1)
        row.addWidget(self.steps)
        self.now.column.addLayout(row, 1)
        self.caption.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.next.column.addWidget(self.picture, 1)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.now, 0, 0, 2, 1)
        self._grid.addWidget(self.next, 0, 1)
        self._grid.addWidget(self.notes, 1, 1)
        self._grid.addWidget(self.bar, 2, 0, 1, 2)
        self._grid.setColumnStretch(0, 64)
        self._grid.setColumnStretch(1, 36)
        self._grid.setRowStretch(0, 44)
        self._grid.setRowStretch(1, 56)
        keys = QWidget()
        self._flow = FlowLayout(keys)
        for name in BUTTONS:
            command = self._commands[name]
            self._add_button(name, EdgedButton(said(command.button)))
        end = said(self._commands["end_show"].button)
        self._add_button("end_show", KeyButton(end, "Esc", primary=True))
        side = QVBoxLayout()
        side.addStretch(1)
        side.addWidget(self.note)
        side.addWidget(keys)
        side.addStretch(1)
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self.clocks)
        self._bottom.addLayout(side, 1)
        self.bar.column.addLayout(self._bottom)
        self.note.hide()

    def _add_button(self, name: CommandId, button: KeyButton) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons[name] = button
        self._flow.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return the size of a laptop's screen."""
        return QSize(1280, 720)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen that it is shown on."""
        set_least_size(self, SMALLEST)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the pictures have another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends presenting; it is kept for the next time."""
        event.ignore()
        self.closed.emit()


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label
