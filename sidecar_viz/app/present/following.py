"""The two views follow the player: the audience at once, the console after it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.present.audience.audience import AudienceLook, AudienceView
from sidecar_viz.app.present.console.console import ConsoleView
from sidecar_viz.app.present.console.pictures import StepPictures
from sidecar_viz.app.present.timekeeper import Timekeeper
from sidecar_viz.app.present.tools.tools import Tools
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.next_lesson import next_title
from sidecar_viz.app.words.step_words import StepWords, ending_words, step_words, titles
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.markup import isolated
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.projector import Beam, adjusted
from sidecar_viz.paint.brush.theme import THEMES, Theme

LATER = 60  # milliseconds after which the console waits for the class no longer
SOON = 1  # milliseconds after the class's frame
NOWHERE = (-1, False)  # no step, and no ending
BETWEEN = 30  # milliseconds between two frames of the console, at least


def wait_after_the_class(since: int) -> int | None:
    """Return how long the console waits after the class's frame, in milliseconds.

    None while its last frame, *since* milliseconds ago, is too near: the class's
    frames come first.
    """
    return SOON if since >= BETWEEN else None


class Following(QObject):
    """Shows in both views what the player plays."""

    def __init__(
        self,
        window: MainWindow,
        audience: AudienceView,
        console: ConsoleView,
        tools: Tools,
    ) -> None:
        super().__init__(console)
        self._window, self._tools = window, tools
        self._player: Player = window.player
        self.audience, self.console = audience, console
        self.pictures = StepPictures(self)
        self.pictures.made.connect(self._show_picture)
        self.timekeeper = Timekeeper(window.player, console.clocks)
        self.heading = ""
        self.notes: dict[str, str] = {}
        self._timeline: Timeline | None = None
        self._stage: Stage | None = None
        self._shown_step = NOWHERE
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.catch_up)
        self._since = QElapsedTimer()
        self._since.start()
        audience.stage.painted.connect(self._let_console_follow)
        console.steps.chosen.connect(self._jump)
        console.resized.connect(self.restyle)
        audience.resized.connect(self._shape)
        console.picture.resized.connect(self._shape)

    def begin(self) -> None:
        """Follow from now on."""
        self.restyle()
        self.show_course(self._player.timeline)
        self.show_step(self._player.target)
        self.show_stage(self._player.stage())
        self.timekeeper.begin()

    def end(self) -> None:
        """Follow no longer."""
        self.timekeeper.end()
        self._later.stop()
        self.pictures.rest()

    def show_course(self, timeline: Timeline) -> None:
        """Show another lesson, or another course of it; a step must follow.

        Another lesson begins its time anew.
        """
        course = timeline.course
        self.timekeeper.follow(timeline)
        self.audience.show_course(course)
        if self.console.stage.lesson is not timeline.lesson:
            self.console.stage.show_lesson(timeline.lesson)
            self._stage = None
        self.console.steps.show_titles(titles(course))
        self._timeline, self._shown_step = timeline, NOWHERE

    def show_step(self, step: int) -> None:
        """Show the words of a step: the audience's now, the console's soon."""
        self._show_ink()
        self.audience.show_step(step)
        if self._player.ended:
            self.audience.show_ending(self._ending())
        self._later.start(LATER)

    def begin_move(self, stage: Stage) -> None:
        """Paint the first moment of a move for the audience, before its words."""
        self._show_ink()
        self.audience.stage.begin_move(stage)

    def _show_ink(self) -> None:
        """Show what was drawn on this step; the last one's is not the ending's."""
        self._tools.show_step(self._player.target + self._player.ended)

    def show_stage(self, stage: Stage) -> None:
        """Show a moment; the console's small copy takes about every second one."""
        self.audience.stage.show_stage(stage)
        self._stage = stage
        if not self._later.isActive():
            self._later.start(LATER)

    def catch_up(self) -> None:
        """Show in the console what the audience sees already."""
        self._since.restart()
        step, stage = self._player.target, self._stage
        if stage is not None:
            self.console.stage.show_stage(stage)
        if (step, self._player.ended) != self._shown_step:
            if self._shown_step[0] < 0:
                self._shape()  # another course has other pictures
            self._shown_step = (step, self._player.ended)
            self.show_words()

    def _let_console_follow(self) -> None:
        """Let the console follow: it has time until the class's next frame."""
        wait = wait_after_the_class(self._since.elapsed())
        if self._later.isActive() and wait is not None:
            self._later.start(wait)

    def show_words(self) -> None:
        """Write the console's words anew."""
        course, step = self._player.timeline.course, self._player.target
        where = self.heading or self.tr("On the projector")
        head = self.tr("{where} · step {step} of {end}").format(
            where=where, step=step, end=course.end
        )
        if self._player.ended:
            head = self.tr("{where} · the end").format(where=where)
            self.console.show_words(self._ending(), head)
        else:
            self.console.show_words(step_words(course, step), head)
        if step < course.end:
            title = isolated(titles(course)[step + 1])
            said = self.tr("Next · step {step} — {title}")
            self.console.next.set_heading(said.format(step=step + 1, title=title))
        elif self._player.timeline.ends and not self._player.ended:
            self.console.next.set_heading(self.tr("Next · what remains"))
        else:
            self.console.next.set_heading(self.tr("Next"))
        self._show_next()
        self.timekeeper.show()

    def _ending(self) -> StepWords:
        course = self._player.timeline.course
        return ending_words(course, next_title(course.lesson))

    def show_note(self, about: str, text: str) -> None:
        """Say something *about* a thing, or with "" no longer."""
        self.notes[about] = text
        self.console.show_note("  ".join(filter(None, self.notes.values())))

    def restyle(self) -> None:
        """Take colours, sizes and panels as they are chosen."""
        chosen = self._window.preferences
        shown = self.theme()
        self.audience.set_look(
            AudienceLook(
                shown,
                chosen.text_scale,
                chosen.caption_scale,
                chosen.captions,
                chosen.audience_panel,
                chosen.predict_first,
            )
        )
        own = self._window.look.theme
        self.console.set_look(own, chosen.text_scale, shown)
        self._shape()
        self.timekeeper.show()

    def theme(self) -> Theme:
        """Return the audience's colours."""
        chosen = self._window.preferences
        theme = self._window.look.theme
        if chosen.projector_colours:
            theme = THEMES["projector"]
        return adjusted(theme, Beam(chosen.brightness, chosen.contrast))

    def _shape(self) -> None:
        """Give the console's pictures the shape of the audience's stage."""
        size = self.audience.stage.size()
        timeline = self._player.timeline
        if timeline is not self._timeline or self.console.stage.lesson is None:
            return  # the player, or these views, go to another course just now
        if size.isEmpty():
            return
        self.console.set_shape((float(size.width()), float(size.height())))
        self.console.stage.set_text_scale(self.audience.stage_text())
        self.pictures.work_for(
            timeline,
            self.console.presented.whole(),
            self.theme(),
            self.console.picture.picture_size(),
            self.console.devicePixelRatioF(),
        )
        self._show_next()

    def _show_next(self) -> None:
        """Show the next step's picture; make the ones that will be asked for."""
        if not self.console.isVisible():
            return
        step, timeline = self._player.target, self._player.timeline
        if not self.pictures.are_of(timeline):
            self.console.picture.show_picture(None)
            return
        if step >= timeline.final or self._player.ended:
            end = self.tr("That was the end.") if self._player.ended else ""
            said = end or self.tr("That was the last step.")
            self.console.picture.show_picture(None, said)
        else:
            self.console.picture.show_picture(self.pictures.make(step + 1))
        self.pictures.want(step + 2, step, step + 3)

    def _show_picture(self, step: int) -> None:
        if step == self._player.target + 1:
            self.console.picture.show_picture(self.pictures.picture(step))

    def _jump(self, step: int) -> None:
        self._window.steering.jump(step)
        self.console.focus_stage()
