"""The step controller: buttons, speed or standing still, predict first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from sidecar_viz.app.keys.actions import Actions
from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.play.speeds import SPEEDS
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.buttons import IconButton, KeyButton
from sidecar_viz.app.window.scrubber import Scrubber


class Controller(QFrame):
    """Everything to move through the lesson with the mouse.

    The line of marks belongs to it, but lies where it has the width of the window.

    While all stands still, that is said in the place of the speed, with the key that
    lets it go on.

    Signals:
        speed_wanted: the speed that was chosen.
        moving_wanted: what stands still is to go on.
    """

    speed_wanted: SignalOf[float] = signal(float)
    moving_wanted: SignalOf[()] = signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Steps"))
        self.scrubber = Scrubber(self)
        self.buttons: dict[CommandId, IconButton] = {
            "first": IconButton("first", self.tr("Start"), self),
            "previous": IconButton("back", self.tr("Previous step"), self),
            "play": IconButton("play", self.tr("Play"), self, primary=True),
            "next": IconButton("next", self.tr("Next step"), self),
            "last": IconButton("last", self.tr("Last step"), self),
        }
        self.speed = KeyButton("", "", self, compact=True)
        self._still, self._still_key, self._still_tip = False, "", ""
        self.speed.clicked.connect(self._press_speed)
        self.predict = KeyButton(self.tr("Predict first"), "Y", self, compact=True)
        self.predict.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons.values():
            self._row.addWidget(button)
        self._row.addWidget(self.speed)
        self._row.addWidget(self.predict)
        self._looks: list[IconButton | KeyButton] = [
            *self.buttons.values(),
            self.speed,
            self.predict,
        ]
        self.show_speed(1.0)

    def connect_actions(self, actions: Mapping[CommandId, QAction]) -> None:
        """Let the buttons do what the commands of the same name do."""
        for name, button in self.buttons.items():
            button.clicked.connect(actions[name].trigger)
        self.moving_wanted.connect(actions["still"].trigger)
        self.predict.clicked.connect(actions["predict"].trigger)
        actions["predict"].toggled.connect(self.predict.setChecked)

    def show_tips(self, actions: Actions) -> None:
        """Say in tooltips what each button does, and its key."""
        for name, button in self.buttons.items():
            button.setToolTip(actions[name].toolTip())
        self.predict.setToolTip(actions["predict"].toolTip())
        self.predict.set_key(actions.key_of("predict"))
        self._still_key = actions.sign_of("still")
        self._still_tip = actions["still"].toolTip()
        self._name_speed()

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show that it plays, or that it could."""
        if playing:
            self.buttons["play"].show_icon("pause", self.tr("Pause"))
        else:
            self.buttons["play"].show_icon("play", self.tr("Play"))

    def show_still(self, still: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Show that all stands still, and how it goes on; or the speed again."""
        self._still = still
        self._name_speed()

    def show_step(self, step: int, end: int, title: str, *, more: bool = False) -> None:
        """Show where we are; what leads nowhere is switched off.

        Args:
            more: whether something comes after the last step.
        """
        self.scrubber.show_end(end)
        self.scrubber.show_step(step, title)
        self.buttons["first"].setEnabled(step > 0)
        self.buttons["previous"].setEnabled(step > 0)
        self.buttons["next"].setEnabled(step < end or more)
        self.buttons["last"].setEnabled(step < end or more)

    def show_speed(self, speed: float) -> None:
        """Show the speed."""
        self._speed = speed
        self._name_speed()

    def _name_speed(self) -> None:
        if self._still:
            said = self.tr("Still")
            told = self.tr("Nothing moves; lets it go on")
        else:
            said = self.tr("Speed {speed}×").format(speed=f"{self._speed:g}")
            told = self.tr("How fast the steps are played; opens a menu")
        self.speed.setText(said)
        self.speed.set_key(self._still_key if self._still else "")
        self.speed.setToolTip(self._still_tip if self._still else "")
        self.speed.setCheckable(self._still)
        self.speed.setChecked(self._still)
        self.speed.setAccessibleName(said)
        self.speed.setAccessibleDescription(told)

    def _press_speed(self) -> None:
        if self._still:
            self.moving_wanted.emit()
        else:
            self._offer_speeds()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._row.setSpacing(look.px(10))
        self.scrubber.set_look(look)
        for button in self._looks:
            button.set_look(look)

    def fit(self, room: int) -> None:
        """Leave away what a *room* (pixels) has no place for: menus and keys have it.

        Predict first goes first, then the speed; the way through the steps stays.
        """
        gap = self._row.spacing()
        left = room + gap
        left -= sum(b.sizeHint().width() + gap for b in self.buttons.values())
        for button in (self.speed, self.predict):
            left -= button.sizeHint().width() + gap
            button.setVisible(left >= 0)

    def _offer_speeds(self) -> None:
        menu = QMenu(self)
        for speed in SPEEDS:
            action = menu.addAction(f"{speed:g}×")
            action.setData(speed)
            action.setCheckable(True)
            action.setChecked(abs(speed - self._speed) < 0.01)
        menu.triggered.connect(lambda chosen: self.speed_wanted.emit(chosen.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.speed.mapToGlobal(self.speed.rect().topLeft()))
        for action in menu.actions():
            if action.isChecked():
                menu.setActiveAction(action)
