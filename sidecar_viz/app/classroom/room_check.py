"""The check of a room before class: displays, clicker, colours, text, sleep."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QWidget

from sidecar_viz.app.classroom.clicker_page import ClickerPage
from sidecar_viz.app.classroom.colour_strip import ColourStrip
from sidecar_viz.app.classroom.display_numbers import DisplayNumber, numbered
from sidecar_viz.app.classroom.text_sizes import TextSizes
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.screens.awake import Awake
from sidecar_viz.app.screens.screens import label, screen_of, screens
from sidecar_viz.app.screens.seating import Seating, seated, swapped
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.paint.brush.fonts import BOLD

MEASURES = Measures(width=1240, height=1000, spacing=14)


class RoomCheck(QDialog):
    """Five things to look at; what is chosen holds at once."""

    def __init__(self, window: MainWindow, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._window = window
        self._numbers: list[DisplayNumber] = []
        self.frame = DialogFrame(self, self.tr("Room check"), MEASURES)
        self.page = self.frame.add_page()
        self._heads: list[QLabel] = []
        self._labels: list[QLabel] = []
        self._make_displays()
        self._make_clicker()
        self._make_colours()
        self._make_text()
        self._make_awake()
        self.page.column.addStretch(1)
        self.shut = self.frame.close_button()
        self.frame.add_buttons((), (self.shut,))
        self.set_look(look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed)

    def show_numbers(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Put a big number on each display, or take them away."""
        for number in self._numbers:
            number.close()
            number.deleteLater()
        self._numbers = numbered(self.frame.look.theme) if on else []

    def check_awake(self) -> None:
        """Ask whether the screens can be kept awake, and let them sleep again."""
        self._awake.keep_awake()

    def _make_displays(self) -> None:
        head = self._head(self.tr("1  Displays"))
        self.displays = self._text("")
        self.numbers = self._button(self.tr("Show the numbers"))
        head.setBuddy(self.numbers)
        self.numbers.setCheckable(True)
        self.numbers.toggled.connect(self.show_numbers)
        self.swap = self._button(self.tr("Swap screens"))
        self.swap.clicked.connect(self._swap)
        self._window.preferences_changed.connect(self._show_displays)
        self._row(self.numbers, self.swap)
        self._show_displays()

    def _make_clicker(self) -> None:
        head = self._head(self.tr("2  Clicker"))
        self.clicker = ClickerPage(
            self._window.preferences.learned_keys,
            lambda: self._window.commands.commands,
            self,
        )
        head.setBuddy(self.clicker.catcher)
        self.clicker.learned.connect(
            lambda pairs: self._window.change(learned_keys=pairs)
        )
        self.page.column.addWidget(self.clicker)

    def _make_colours(self) -> None:
        self._head(self.tr("3  Colours"))
        self._text(
            self.tr(
                "Every grey should differ from its neighbours. Where colours look"
                " alike, words and shapes still tell them apart."
            )
        )
        self.colours = ColourStrip(self.page.inside)
        self.page.column.addWidget(self.colours)

    def _make_text(self) -> None:
        head = self._head(self.tr("4  Smallest text"))
        words = self._text(
            self.tr("Choose the smallest line that can be read from the last row.")
        )
        self.sizes = TextSizes(self.page.inside)
        head.setBuddy(self.sizes)
        words.setBuddy(self.sizes)
        self.sizes.show_size(self._window.preferences.text_scale)
        self.sizes.chosen.connect(self._take_size)
        self.page.column.addWidget(self.sizes)

    def _make_awake(self) -> None:
        head = self._head(self.tr("5  Keeping awake"))
        self.awake = self._text(self.tr("Not checked."))
        self._awake = Awake(self)
        self._awake.changed.connect(self._show_awake)
        self.ask_awake = self._button(self.tr("Check now"))
        head.setBuddy(self.ask_awake)
        self.awake.setBuddy(self.ask_awake)
        self.ask_awake.clicked.connect(self.check_awake)
        self._row(self.ask_awake)

    def _head(self, text: str) -> QLabel:
        label = PlainLabel(text, self.page.inside)
        self._heads.append(label)
        self.page.column.addWidget(label)
        return label

    def _text(self, text: str) -> QLabel:
        label = PlainLabel(text, self.page.inside)
        label.setWordWrap(True)
        self._labels.append(label)
        self.page.column.addWidget(label)
        return label

    def _button(self, text: str) -> EdgedButton:
        return EdgedButton(text, "", self.page.inside)

    def _row(self, *buttons: QWidget) -> None:
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.page.column.addLayout(row)

    def _show_displays(self) -> None:
        seats, lines = self._seating(), []
        marks = {
            seats.console: self.tr("for you: the console"),
            seats.audience: self.tr("for the class"),
        }
        for number, (name, screen) in enumerate(screens().items(), start=1):
            line = f"{number}  {label(name, screen)}"
            mark = marks.get(name, "") if len(screens()) > 1 else ""
            lines.append(f"{line} – {mark}" if mark else line)
        if len(lines) == 1:
            lines.append(self.tr("There is one display: the class sees this one."))
        self.displays.setText("\n".join(lines))
        self.displays.setAccessibleName(". ".join(lines))
        self.swap.setEnabled(len(screens()) > 1)

    def _seating(self) -> Seating:
        """Tell who sits where now, or will when presenting begins."""
        wanted = self._window.preferences.audience_screen
        return seated(tuple(screens()), screen_of(self._window), wanted)

    def _swap(self) -> None:
        """Swap the screens now, or for the next time that presenting begins."""
        if self._window.presenting:
            self._window.commands["swap"].trigger()
            return
        other = swapped(self._seating(), tuple(screens()))
        self._window.change(audience_screen=other.audience or "")

    def _screens_changed(self) -> None:
        self._show_displays()
        self.show_numbers(self.numbers.isChecked())

    def _take_size(self, scale: float) -> None:
        self._window.change(text_scale=scale)
        self.sizes.show_size(scale)

    def _show_awake(self, held: object) -> None:
        words = {
            True: self.tr("The screens will stay awake while you present."),
            False: self.tr(
                "This desktop does not let the program keep the screens awake: switch"
                " its screen saver off before class."
            ),
        }
        asking = self.tr("Asking the desktop…")
        self.awake.setText(words[held] if isinstance(held, bool) else asking)
        if isinstance(held, bool):
            self._awake.release()

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.page.column.setSpacing(look.px(10))
        self.page.column.setContentsMargins(4, 4, look.px(14), 4)
        for head in self._heads:
            head.setFont(look.font(22, BOLD))
        for one in self._labels:
            one.setFont(look.font(17))
        for button in (self.numbers, self.swap, self.ask_awake):
            button.set_look(look)
        self.clicker.set_look(look)
        self.colours.set_look(look)
        self.sizes.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle; the clicker can be pressed at once."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.clicker.catcher.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the numbers away."""
        super().hideEvent(event)
        self.numbers.setChecked(False)
        self._awake.release()
