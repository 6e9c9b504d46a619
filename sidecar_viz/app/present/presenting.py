"""Presenting: two windows that follow one player, and what lies over them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.present.aloud import Aloud, Picture
from sidecar_viz.app.present.audience.audience import AudienceView
from sidecar_viz.app.present.chosen import Chosen
from sidecar_viz.app.present.console.console import ConsoleView
from sidecar_viz.app.present.following import Following
from sidecar_viz.app.present.for_class import ForClass
from sidecar_viz.app.present.keys import PresentKeys
from sidecar_viz.app.present.seats import Seats
from sidecar_viz.app.present.still_sign import StillSign
from sidecar_viz.app.present.tools.ink_session import keep_ink
from sidecar_viz.app.present.tools.pointing import Pointing
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.present.typed_number import TypedNumber
from sidecar_viz.app.present.warnings import Warnings
from sidecar_viz.app.present.zooming import Zooming
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.screens.awake import Awake
from sidecar_viz.app.screens.screens import screen_of
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.app.widgets.tips import Tips
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.ink import Ink

TOOLS: tuple[CommandId, ...] = ("laser", "spotlight", "pen")


class Presenting(QObject):
    """Shows a window's lesson to a room, and what the teacher needs beside it.

    Signals:
        front_changed: the window that the teacher works in from now on.
    """

    front_changed: SignalOf[QWidget] = signal(QWidget)

    def __init__(self, window: MainWindow, session: SavedSession, tips: Tips) -> None:
        super().__init__(window)
        self._tips = tips
        self.window = window
        self.player = window.player
        self.tools = Tools(self)
        self.audience = AudienceView(self.tools)
        self.console = ConsoleView(self.tools, window.commands.commands)
        self.seats = Seats(self.audience, self.console, window.commands)
        self.for_class = ForClass(window, self.seats)
        self.for_class.remarked.connect(self.show_remark)
        self._typed = TypedNumber(window.steering, self.seats)
        self.zooming = Zooming(self.player, self.tools, self.seats)
        self.following = Following(window, self.audience, self.console, self.tools)
        self._still = StillSign(
            window.player, window.commands, self.seats, self.following
        )
        self.awake = Awake(self)
        self.frozen_at: int | None = None
        self._aloud = Aloud(window)
        self._keys = [
            PresentKeys(view, view.stage, window.commands)
            for view in (self.audience, self.console)
        ]
        self._chosen = Chosen(window, self.following, self._still, self._keys)
        self.console.connect_actions(window.commands.by_id)
        self.console.show_keys(window.commands)
        tips.watch(self.console)
        self.pointing = Pointing(
            window.highlighter,
            self.tools,
            (self.audience.presented, self.console.presented),
        )
        self.pointing.picked.connect(self.zooming.pick)
        self._lesson = (window.path, window.lesson.id)
        self._connect_player()
        self._connect_window()
        keep_ink(session, self.tools)
        Warnings(self.following, self.seats, self.awake, window.opener, session.notices)
        window.destroyed.connect(self.audience.deleteLater)
        window.destroyed.connect(self.console.deleteLater)

    def begin(self) -> None:
        """Present from the step we are at; asked again, only come to the front."""
        window = self.window
        if window.presenting:
            self.seats.to_front()
            return
        window.presenting = True
        window.dialogs.close_all()
        window.steering.forget_typed()
        self._chosen.take_letters()
        self._enable()
        window.steering.set_cover(self)
        self.following.begin()
        self.seats.begin(screen_of(window), window.preferences.audience_screen)
        window.hide()
        self.awake.keep_awake()
        self.check()

    def end(self) -> None:
        """Come back to the window, at the same step; ink and time are kept."""
        window = self.window
        if not window.presenting:
            return
        window.presenting = False
        window.steering.set_cover(None)
        window.steering.forget_typed()
        self.tools.put_away()
        self.tools.step_back()
        self.audience.show_colour("")
        self.freeze(wanted=False)
        window.dialogs.close_all()
        window.front = window
        window.dialogs.over(window, window.looks)
        window.show()
        self.seats.end()
        self.following.end()
        self.awake.release()
        self.check()
        self._enable()
        window.activateWindow()
        window.views.work.stage.setFocus()
        self.front_changed.emit(window)

    def leave_layer(self) -> None:
        """Put away what lies on top; with nothing left, end."""
        if self._tips.put_away() or self.window.dialogs.close_top():
            return
        if self._typed.forget() or self.tools.put_away() or self.uncover():
            return
        if self.window.steering.put_away():
            return
        if self.frozen_at is not None:
            self.freeze(wanted=False)
        elif self.seats.hidden:
            self.seats.hide_audience(wanted=False)
        elif not self.tools.step_back() and not self.window.predictor.close():
            self.end()

    def uncover(self) -> bool:
        """Take black or white away; whether there was any."""
        covered = bool(self.audience.cover.colour)
        if covered:
            self.cover("")
        return covered

    def cover(self, colour: str) -> None:
        """Show the audience "black" or "white"; the same again takes it away."""
        now = self.audience.cover.colour
        self.audience.show_colour("" if now == colour else colour)
        self.check()

    def freeze(self, *, wanted: bool) -> None:
        """Let the audience's picture stand still, or follow again."""
        if wanted != (self.frozen_at is not None):
            if wanted:
                self.tools.arrive()
                if self.player.scrubbing:
                    self.player.release_scrub()
                self.player.arrive()  # the words of a step belong to its end
            self.frozen_at = self.player.target if wanted else None
            self._typed.leave_band()
            self.audience.freeze(wanted=wanted)
        self.check()

    def toggle_frozen(self) -> None:
        """Freeze the audience's picture, or let it follow again."""
        self.freeze(wanted=self.frozen_at is None)

    def hide(self) -> None:
        """Take the audience's view off its screen, or put it back."""
        seats = self.seats
        if seats.seating.shrunk:
            said = self.tr("Only you see this: there is nothing to hide.")
            self.following.show_note("screens", said)
        else:
            seats.hide_audience(wanted=not seats.hidden)

    def check(self) -> None:
        """Show in commands, buttons and headings what is on."""
        commands, colour = self.window.commands, self.audience.cover.colour
        states: dict[CommandId, bool] = {
            "freeze": self.frozen_at is not None,
            "hide_audience": self.seats.hidden,
            **{tool: tool == self.tools.tool for tool in TOOLS},
        }
        for name, on in states.items():
            action = commands[name]
            if action.isChecked() != on:
                action.blockSignals(True)  # noqa: FBT003 - Qt's own signature
                action.setChecked(on)
                action.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.console.show_states({**states, "black": colour == "black"})
        picture = Picture(
            cover=colour,
            frozen_at=self.frozen_at,
            hidden=self.seats.hidden,
            alone=self.seats.seating.shrunk,
            tool=self.tools.tool,
        )
        self._typed.show()
        self._still.show()
        self._aloud.tell(picture)
        self.following.heading = picture.where()
        self.console.box.show_veil(picture.unlike() if colour else "")
        self.following.show_words()

    def _enable(self) -> None:
        """Commands for presenting work exactly while somebody presents."""
        actions = self.window.commands
        for command in actions.commands:
            if command.only_on_show:
                actions[command.id].setEnabled(self.window.presenting)

    def begin_with_console(self) -> None:
        """Present with the console, on the only screen too: to rehearse."""
        self.begin()
        if self.seats.seating.console is None:
            self.seats.toggle_console()

    def quit(self) -> None:
        """Come back, and close the window."""
        self.end()
        self.window.close()

    def _connect_player(self) -> None:
        player = self.player
        player.step_changed.connect(self._show_step)
        player.begun.connect(self._begin_move)
        player.stage_changed.connect(self._show_stage)
        self.seats.taken.connect(self._take_seats)
        self.seats.chosen.connect(lambda name: self.window.change(audience_screen=name))
        self.tools.taken.connect(lambda _tool: self.check())

    def _connect_window(self) -> None:
        window = self.window
        window.course_shown.connect(self._show_course)
        window.highlighter.remark.connect(self.show_remark)
        window.predictor.answered.connect(self.show_remark)
        for view in (self.audience, self.console):
            view.closed.connect(self.end)
            view.installEventFilter(self)
        for keys in self._keys:
            keys.digits.digit.connect(window.steering.type_digit)

    def _show_step(self, step: int) -> None:
        if self.window.presenting:
            self.for_class.begin_step()
            self.following.show_step(step)

    def _begin_move(self, stage: object) -> None:
        if self.window.presenting:
            self.following.begin_move(stage)  # type: ignore[arg-type]

    def _show_stage(self, stage: object) -> None:
        if self.window.presenting:
            self.following.show_stage(stage)  # type: ignore[arg-type]

    def _show_course(self, timeline: object) -> None:
        shown = (self.window.path, self.window.lesson.id)
        if shown != self._lesson:
            self._lesson = shown
            self.tools.keep(Ink())
        if self.window.presenting:
            self.tools.step_back()
            self.following.show_course(timeline)  # type: ignore[arg-type]

    def _take_seats(self) -> None:
        front = self.seats.front
        self.window.front = front
        front.stage.tell(self.window.voice.told)
        self.window.dialogs.over(front, front.looks)
        self.front_changed.emit(front)
        self.following.restyle()
        self.check()

    def show_remark(self, remark: str) -> None:
        """Write something in the place of the caption, for class and teacher."""
        self.audience.band.show_remark(remark)
        self.console.show_remark(remark)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the stage of a window that comes to the front the keyboard."""
        if event.type() == QEvent.Type.WindowActivate:
            for view in (self.audience, self.console):
                if view is watched:
                    view.stage.setFocus()
        return super().eventFilter(watched, event)
