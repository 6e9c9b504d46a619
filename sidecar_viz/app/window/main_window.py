"""The window: puts the views together and connects them to the player."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Unpack

from PySide6.QtCore import QEvent, QRect, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.keys.actions import Actions
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.keys.digit_keys import DigitKeys
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.app.look.source import LookSource
from sidecar_viz.app.look.style import apply_style
from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.play.speeds import next_speed
from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.preferences.preferences import (
    NAMES,
    Changes,
    PreferenceName,
    Preferences,
)
from sidecar_viz.app.preferences.system_look import SystemLook
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.window.dropped import dropped_file
from sidecar_viz.app.window.geometry import place, placement, set_least_size
from sidecar_viz.app.window.highlighter import Highlighter
from sidecar_viz.app.window.open_dialogs import Dialogs
from sidecar_viz.app.window.opener import LessonOpener
from sidecar_viz.app.window.proofs import Proofs
from sidecar_viz.app.window.shares import PARTS, ShownParts
from sidecar_viz.app.window.views import Views
from sidecar_viz.app.window.voice import Voice
from sidecar_viz.app.words.next_lesson import next_title
from sidecar_viz.app.words.step_words import ending_words, reading_time, step_words
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import isolated
from sidecar_viz.files.saved.folders import path_text

if TYPE_CHECKING:
    pass

SMALLEST = (800, 480)


class MainWindow(QWidget):
    """Shows one lesson. wiring.connected_program makes one that works.

    Attributes:
        front: the window that is worked in: this one, or one that presents.

    Signals:
        preferences_changed: the Preferences, and the names of those that changed.
        course_shown: the Timeline that is played from now on.
        closing: the window is about to close.
        leaving: another lesson, or another file of it, is about to be shown.
    """

    heard_as: Final = "window"

    preferences_changed: SignalOf[Preferences, frozenset[PreferenceName]] = signal(
        object, object
    )
    course_shown: SignalOf[Timeline] = signal(object)
    closing: SignalOf[()] = signal()
    leaving: SignalOf[()] = signal()

    def __init__(
        self,
        lesson: Lesson,
        path: Path | None,
        preferences: Preferences,
        commands: Sequence[AnyCommand],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        set_least_size(self, SMALLEST)
        self.setAcceptDrops(True)
        self.lesson, self.path = lesson, path
        self.preferences = preferences
        self.presenting = False
        self.front: QWidget = self
        self.player = Player(Timeline(lesson), self)
        place(self, preferences.geometry)
        self.system = SystemLook(self)
        self.looks = LookSource(self)
        self.looks.show(self._look_now())
        apply_style(self, self.look)
        self.views = Views(self, commands)
        self.proofs = Proofs(self.player, self.show_what_if)
        self.predictor = Predictor(self.player, self.views.predict)
        self.steering = Steering(self.player, self.predictor, self.views.blank)
        self.highlighter = Highlighter(self.predictor, self)
        self.dialogs = Dialogs(self, self.looks, lambda: self.commands.commands)
        self.opener = LessonOpener(self)
        self.commands = Actions(self, self.views.work.stage_card, commands)
        self.commands.add_menus(self.views.menu)
        stage = self.views.work.stage
        self.voice = Voice(self.player, stage, lambda: self.front, self._shown, self)
        self.digits = DigitKeys(self.views.work.stage_card, lambda: stage.hot)
        self.system.changed.connect(self._follow_system)
        self.views.set_look(self.look)

    @property
    def look(self) -> Look:
        """The look that the window has now."""
        return self.looks.look

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys for which the user chose what they do."""
        learned = (key for key, _ in self.preferences.learned_keys)
        return (*learned, *self.commands.added_keys())

    def _shown(self) -> bool:
        """Return whether the lesson is shown to anybody."""
        return self.isVisible() or self.presenting

    def begin(self, step: int) -> None:
        """Show the lesson at this step, once everything is connected."""
        player = self.player
        player.playhead = player.playhead.jumped(step, player.timeline.end)
        self.play(player.timeline)
        self._follow(frozenset(NAMES))
        self.views.work.stage.setFocus()

    def play(self, timeline: Timeline, *, keep_step: bool = True) -> None:
        """Show and play another timeline, at the same step if it is wanted."""
        self.voice.turn(self.player.timeline.course, timeline.course)
        self.setWindowTitle(isolated(timeline.lesson.title))
        self.highlighter.show_course(timeline.course)
        self.views.show_course(timeline.course)
        self.course_shown.emit(timeline)
        self.player.load(timeline, keep_step=keep_step)
        if self.predictor.wanted:
            self.predictor.keep_place()

    def show_lesson(self, lesson: Lesson, path: Path | None) -> None:
        """Show another lesson; the same one read again stays where it is."""
        same = path == self.path
        if not same or lesson.id != self.lesson.id:
            self.leaving.emit()
        self.lesson, self.path = lesson, path
        self.predictor.close()
        self.dialogs.close_all()
        self.views.problems.hide()
        kept = self.player.timeline.course.what_if if same else None
        found = next((w for w in lesson.what_ifs if kept and w.id == kept.id), None)
        self.play(Timeline(lesson, found), keep_step=same)
        if not same and not self.presenting:
            self.views.work.stage.setFocus()  # arrows step, wherever the focus was

    @Slot(str)  # what Qt learns of later makes the window another to screen readers
    def show_what_if(self, what_if_id: str) -> None:
        """Show a what-if, or with "" the lesson, at the same step."""
        course = self.player.timeline.course
        if what_if_id == (course.what_if.id if course.what_if else ""):
            return
        found = next((w for w in self.lesson.what_ifs if w.id == what_if_id), None)
        self.predictor.close()
        self.play(Timeline(self.lesson, found))

    def show_step(self, step: int) -> None:
        """Say in every view what this step is about, or what remains after it."""
        course = self.player.timeline.course
        self.player.dwelling.reading = reading_time(step_words(course, step))
        self.views.show_step(course, step)
        if self.player.ended:
            self.views.show_ending(ending_words(course, next_title(course.lesson)))
        self.voice.tell_step(step)

    def speed_by(self, by: int) -> None:
        """Play the next faster (+1) or slower (-1), and tell how fast that is."""
        self.change(speed=next_speed(self.player.speed, by))
        self.voice.say(f"{self.views.work.controller.speed.text()}.")

    def change(self, **changes: Unpack[Changes]) -> None:
        """Change preferences, follow them, and tell whoever keeps them."""
        self.take_preferences(self.preferences.but(**changes))

    def take_preferences(self, preferences: Preferences) -> None:
        """Follow other preferences, in what is different."""
        changed = self.preferences.changes_to(preferences)
        if changed:
            self.preferences = preferences
            self._follow(changed)
            self.dialogs.show_preferences(preferences)
            self.preferences_changed.emit(preferences, changed)

    @Slot(bool)
    def hide_tables(self, hidden: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Hide what flow and tables say of steps to come, or as it is chosen."""
        self.views.work.hide_to_come(hidden=hidden or self.preferences.predict_first)

    def leave_room(self, width: int) -> QRect:
        """Keep at least so many pixels free beside the picture; give the place."""
        return self.views.work.leave_room(width)

    def set_full_screen(self, *, full: bool) -> None:
        """Use the whole screen, or come back."""
        if full != self.isFullScreen():
            (self.showFullScreen if full else self.showNormal)()
        self.commands["full_screen"].setChecked(full)

    def restyle(self) -> None:
        """Take colours and sizes anew, if they are others."""
        look = self._look_now()
        if look != self.look:
            apply_style(self, look)
            self.looks.show(look)
            self.views.set_look(look)

    def _follow_system(self) -> None:
        """Take the colours and the motion that the system asks for now."""
        self.restyle()
        self.player.set_motion(self.system.motion(self.preferences.motion))

    def left_where(self) -> Preferences:
        """Return the preferences, with where the window was left."""
        work = self.views.work
        return self.preferences.but(
            columns=work.columns,
            geometry=placement(self),
            last_lesson=path_text(self.path) if self.path else "",
            last_step=self.player.target,
            speed=self.player.speed,
        )

    def _look_now(self) -> Look:
        chosen = self.preferences
        ui = ui_scale(self.width(), self.height())
        return Look(self.system.theme(chosen.theme), ui, chosen.text_scale)

    def _follow(self, changed: frozenset[PreferenceName]) -> None:
        """Hand on the preferences that *changed*, each to whom it concerns."""
        chosen, work = self.preferences, self.views.work
        if changed & {"theme", "text_scale"}:
            self.restyle()
        if "motion" in changed:
            self.player.set_motion(self.system.motion(chosen.motion))
        if "hold_camera" in changed:
            self.player.hold_camera(held=chosen.hold_camera)
        if "speed" in changed:
            self.player.set_speed(chosen.speed)
        others = "own_keys" in changed and self.commands.take_own_keys(chosen.own_keys)
        if others or "single_letter_keys" in changed:
            self._let_letters_be_keys(letters=chosen.single_letter_keys)
        if "predict_first" in changed:
            self.predictor.set_wanted(chosen.predict_first)
            work.hide_to_come(hidden=chosen.predict_first)
        if "real_cluster_notes" in changed:
            work.caption.show_real_notes(wanted=chosen.real_cluster_notes)
        self.commands.follow(chosen, changed)
        if changed & PARTS:
            work.show_parts(ShownParts.wanted(chosen))

    def _let_letters_be_keys(self, *, letters: bool) -> None:
        self.commands.set_letters(letters=letters)
        self.digits.set_letters(letters=letters)
        self.dialogs.set_letters(letters=letters)
        self.views.show_keys(self.commands, letters=letters)

    def showEvent(self, event: QEvent) -> None:
        """Fit the screen that it is shown on."""
        set_least_size(self, SMALLEST)
        super().showEvent(event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw everything larger in a larger window."""
        super().resizeEvent(event)
        self.restyle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        dropped_file(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file that was dropped."""
        file = dropped_file(event)
        if file is not None:
            self.opener.open(file)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window was left."""
        self.player.set_playing(playing=False)
        left = self.left_where()
        self.preferences_changed.emit(left, self.preferences.changes_to(left))
        self.closing.emit()
        super().closeEvent(event)
