"""Puts the two windows on their screens, and keeps them there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMenu

from sidecar_viz.app.keys.actions import Actions, by_id, said
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.present.audience.audience import AudienceView
from sidecar_viz.app.present.console.console import ConsoleView
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.screens.screens import (
    ScreenWatch,
    label,
    make_active,
    put_on,
    screen_of,
    screens,
)
from sidecar_viz.app.screens.seating import (
    Seating,
    console_toggled,
    placed,
    seated,
    swapped,
    without,
)

LANDED = 500  # milliseconds after which a window is where it will be

ShowView = AudienceView | ConsoleView


class Seats(QObject):
    """Who sits where while presenting.

    Signals:
        taken: the windows have other places now.
        chosen: the name of the screen that the teacher gave the audience's view.
        warned: what the teacher should know about the screens, or "".
    """

    taken = Signal()
    chosen: SignalOf[str] = signal(str)
    warned: SignalOf[str] = signal(str)

    def __init__(
        self, audience: AudienceView, console: ConsoleView, actions: Actions
    ) -> None:
        super().__init__(console)
        self._actions = actions
        self.audience, self.console = audience, console
        self.seating = Seating()
        self.hidden = False
        self.active = False
        self._watch = ScreenWatch(self)
        self._watch.going.connect(self._go)
        self._watch.changed.connect(self._rearrange)
        self._landed = QTimer(self)
        self._landed.setSingleShot(True)
        self._landed.setInterval(LANDED)
        self._landed.timeout.connect(self._check_landing)

    @property
    def front(self) -> ShowView:
        """The window that the teacher looks at."""
        return self.console if self.console.isVisible() else self.audience

    @property
    def one_view(self) -> bool:
        """Whether the teacher looks at what the class sees, and at nothing else."""
        return self.seating.console is None

    def begin(self, here: str, wanted: str) -> None:
        """Take the first seats, for a teacher *here* and with the screen *wanted*."""
        self.active = True
        self.seat(seated(tuple(screens()), here, wanted))

    def end(self) -> None:
        """Leave the screens."""
        self.active = self.hidden = False
        self._landed.stop()
        self.audience.hide()
        self.console.hide()

    def swap(self) -> None:
        """Swap the screens, or give the audience's view a screen again."""
        self._choose(swapped(self.seating, tuple(screens())))

    def place(self, name: str) -> None:
        """Put the audience's view on one screen."""
        self._choose(placed(self.seating, tuple(screens()), name))

    def _choose(self, seating: Seating) -> None:
        self.seat(seating)
        if seating.audience is not None:
            self.chosen.emit(seating.audience)

    def toggle_console(self) -> None:
        """Show the console, or put it away."""
        self.seat(console_toggled(self.seating, tuple(screens())))

    def hide_audience(self, *, wanted: bool) -> None:
        """Take the audience's view off its screen, or put it back."""
        if wanted == self.hidden or self.seating.shrunk:
            return
        self.hidden = wanted
        if not wanted:
            self.seat(self.seating)
            return
        if self.seating.console is None:
            self.audience.showMinimized()
        else:
            self.audience.hide()
        self.taken.emit()

    def seat(self, seating: Seating) -> None:
        """Put each view on its screen; what has none is not shown."""
        self.seating = seating
        there = screens()
        console = there.get(seating.console or "")
        audience = there.get(seating.audience or "")
        self.hidden = self.hidden and audience is not None
        if console is None:
            self.console.hide()
        if audience is None:
            self.audience.hide()
        elif not self.hidden:
            put_on(self.audience, audience)
        if console is not None:
            put_on(self.console, console)
        self.focus()
        self.warned.emit(self._free_screen())
        self.taken.emit()
        self._landed.start()

    def to_front(self) -> None:
        """Bring the windows up and give the stage the keyboard."""
        self.hide_audience(wanted=False)
        for view in (self.audience, self.console):
            if view.isVisible():
                view.raise_()
        self.focus()

    def focus(self) -> None:
        """Give the stage of the teacher's window the keyboard."""
        self.front.activateWindow()
        make_active(self.front)
        self.front.stage.setFocus()

    def other_window(self) -> None:
        """Give the window that does not have it the keyboard."""
        other = self.audience if self.console.isActiveWindow() else self.console
        if other.isVisible():
            other.activateWindow()
            other.stage.setFocus()

    def full_screen(self) -> None:
        """Fill the teacher's screen, or be a window on it."""
        front = self.front
        (front.showNormal if front.isFullScreen() else front.showFullScreen)()

    def offer_screens(self) -> None:
        """Let the teacher choose the audience's screen."""
        front = self.front
        menu = QMenu(front)
        for number, (name, screen) in enumerate(screens().items(), start=1):
            action = menu.addAction(f"&{number}  {label(name, screen)}")
            action.setCheckable(True)
            action.setChecked(name == self.seating.audience)
            action.triggered.connect(lambda _on=False, name=name: self.place(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(front.mapToGlobal(front.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def _go(self, screen: QScreen) -> None:
        """Hide the class's view when its screen goes: the teacher's is not for it."""
        if self.active and self.console.isVisible() and _is_on(self.audience, screen):
            self.audience.hide()

    def _rearrange(self) -> None:
        """Other screens are there now, or others in size."""
        if self.active:
            self.seat(without(self.seating, tuple(screens())))

    def _free_screen(self) -> str:
        """Return what to say about a screen that nobody sits at, or that is missing."""
        seating = self.seating
        if seating.console is not None and seating.audience is not None:
            return ""
        taken = (seating.console, seating.audience)
        if any(name not in taken for name in screens()):
            told = self.tr("There is a second screen. Press **{key}** to use it.")
            return told.format(key=self._key("swap"))
        if seating.shrunk:
            told = self.tr(
                "There is no second screen; only you see this. Plug one in and press"
                " **{key}**, or press **{console}** for the whole screen."
            )
            return told.format(key=self._key("swap"), console=self._key("console"))
        return ""

    def _key(self, command_id: CommandId) -> str:
        """Return the key of a command now; without one, the command's name."""
        actions = self._actions
        name = said(by_id(actions.commands)[command_id].text)
        return actions.key_of(command_id) or name

    def _check_landing(self) -> None:
        """Keep the keyboard, and say so when the audience's view stands elsewhere."""
        for view in (self.audience, self.console) if self.active else ():
            make_active(view)
        wanted = self.seating.audience
        known = self.active and not self.hidden and wanted in screens()
        if known and screen_of(self.audience) != wanted:
            told = self.tr(
                "The audience's view is on another screen. Press **{key}** to swap."
            )
            self.warned.emit(told.format(key=self._key("swap")))


def _is_on(view: ShowView, screen: QScreen) -> bool:
    return view.screen() is screen
