"""All parts of the program in a window; what can wait is made when first wanted."""

from __future__ import annotations

# Nobody who only looks at a lesson must wait for the library, votes or presenting.
# ruff: noqa: PLC0415
from functools import cached_property
from typing import TYPE_CHECKING

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.program.layers import Layers
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.announce import ASKED_FOR

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sidecar_viz.app.classroom.class_commands import ClassCommands
    from sidecar_viz.app.hands.by_hand import ByHand
    from sidecar_viz.app.hands.predicting import PredictionBadges
    from sidecar_viz.app.hands.quiz_badges import QuizBadges
    from sidecar_viz.app.lab.open_labs import OpenLabs
    from sidecar_viz.app.lessons.editing import Editing
    from sidecar_viz.app.lessons.open_library import OpenLibrary
    from sidecar_viz.app.present.presenting import Presenting
    from sidecar_viz.app.program.offers import Offers
    from sidecar_viz.app.program.panes import Panes
    from sidecar_viz.app.program.split import Split
    from sidecar_viz.app.quiz.dialog import QuizDialog
    from sidecar_viz.app.saving.saving import Saving
    from sidecar_viz.app.session.learned_keys import LearnedKeys
    from sidecar_viz.app.session.prediction_mark import PredictionMarks
    from sidecar_viz.app.session.saved_session import SavedSession
    from sidecar_viz.app.session.trail import Trail
    from sidecar_viz.app.widgets.tips import Tips
    from sidecar_viz.core.lesson import Lesson


class Program:
    """Makes the parts of the program, each with what it needs.

    Attributes:
        window: the main window.
        player: the owner of the playhead.
        steering: what every wish to move goes through.
    """

    window: MainWindow
    layers: Layers

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.player: Player = window.player
        self.steering: Steering = window.steering
        self.layers = Layers(window, self.steering, self._put_away_tip)

    @cached_property
    def panes(self) -> Panes:
        """The way from pane to pane, and straight to a panel."""
        from sidecar_viz.app.program.panes import Panes

        return Panes(self.window)

    @cached_property
    def offers(self) -> Offers:
        """The dialogs on the lesson that is shown."""
        from sidecar_viz.app.program.offers import Offers

        return Offers(self.window, self.steering, self.panes)

    @cached_property
    def session(self) -> SavedSession:
        """What is kept of the lesson's state between two starts."""
        from sidecar_viz.app.session.saved_session import SavedSession, session_file

        return SavedSession(self.window, session_file())

    @cached_property
    def tips(self) -> Tips:
        """The tooltips of the buttons, in every window."""
        from sidecar_viz.app.widgets.tips import Tips

        return Tips(self.window)

    @cached_property
    def marks(self) -> PredictionMarks:
        """The marks of what was predicted, on every stage."""
        from sidecar_viz.app.session.prediction_mark import PredictionMarks

        window = self.window
        stage = window.views.work.stage
        return PredictionMarks(window.predictor, stage, lambda: window.look.theme)

    @cached_property
    def guesses(self) -> PredictionBadges:
        """The numbers of what can be predicted, on every stage."""
        from sidecar_viz.app.hands.predicting import PredictionBadges

        stage = self.window.views.work.stage
        return PredictionBadges(self.window.predictor, stage)

    @cached_property
    def letters(self) -> QuizBadges:
        """The letters of what can be answered on the picture, on every stage."""
        from sidecar_viz.app.hands.quiz_badges import QuizBadges

        window = self.window
        letters = QuizBadges(window.views.work.stage)
        letters.hiding.connect(window.hide_tables)
        return letters

    def _follow_quiz(self, dialog: QuizDialog) -> None:
        """Let a quiz that opens be answered on the picture, and played there."""
        self.letters.follow(dialog)
        dialog.body.failed.connect(self._play_wrong)

    def _play_wrong(self, step: int, what_if: str) -> None:
        """Show where a wrong answer fails; the quiz says why, and that is enough."""
        with self.window.voice.hushed():
            self.window.proofs.show(step, what_if)

    @cached_property
    def by_hand(self) -> ByHand:
        """The what-ifs that can be begun on the picture, on every stage."""
        from sidecar_viz.app.hands.by_hand import ByHand

        window = self.window
        by_hand = ByHand(window.views.work.stage)
        by_hand.show_course(self.player.timeline.course)
        window.course_shown.connect(lambda shown: by_hand.show_course(shown.course))
        by_hand.wanted.connect(window.show_what_if)
        by_hand.told.connect(lambda text: window.voice.say(text, ASKED_FOR))
        by_hand.told.connect(window.views.work.caption.show_remark)
        self.steering.let_choose(by_hand)
        return by_hand

    @cached_property
    def split(self) -> Split:
        """The lesson's own run beside a what-if, in every view."""
        from sidecar_viz.app.program.split import Split

        return Split(self.window)

    @cached_property
    def trail(self) -> Trail:
        """The item of the ledger that is followed, on every stage."""
        from sidecar_viz.app.session.trail import Trail

        trail = Trail(self.window.views.work.stage)
        trail.told.connect(self.window.voice.say)
        return trail

    @cached_property
    def learned_keys(self) -> LearnedKeys:
        """The keys that a clicker was taught."""
        from sidecar_viz.app.session.learned_keys import LearnedKeys

        return LearnedKeys(self.window)

    @cached_property
    def library(self) -> OpenLibrary:
        """The way to other lessons."""
        from sidecar_viz.app.lessons.open_library import OpenLibrary

        library = OpenLibrary(self.window, self.session)
        library.lab_wanted.connect(lambda: self.labs.open_lab(self.window.preferences))
        return library

    @cached_property
    def labs(self) -> OpenLabs:
        """The pod labs that are open beside this window."""
        from sidecar_viz.app.lab.open_labs import OpenLabs

        labs = OpenLabs(self.window)
        labs.lesson_shown.connect(self._present_run)
        self.window.preferences_changed.connect(labs.follow)
        return labs

    def _present_run(self, lesson: Lesson) -> None:
        """Show the run of a lab as a lesson, and present it."""
        self.window.show_lesson(lesson, None)
        self.window.commands["present"].trigger()

    def _come_back(self, front: QWidget) -> None:
        """Bring the lab whose run was presented to the front, once that is over."""
        if front is self.window and "labs" in vars(self):
            self.labs.come_back()

    @cached_property
    def saving(self) -> Saving:
        """What is saved for others: pages, films, paper, slides."""
        from sidecar_viz.app.saving.saving import Saving
        from sidecar_viz.app.saving.shown_lesson import ShownLesson

        return Saving(self.window, ShownLesson(self.window))

    @cached_property
    def editing(self) -> Editing:
        """The lesson beside its author's editor."""
        from sidecar_viz.app.lessons.editing import Editing

        return Editing(self.window)

    @cached_property
    def classroom(self) -> ClassCommands:
        """Votes, cards, the handout and the room check."""
        from sidecar_viz.app.classroom.class_commands import ClassCommands

        return ClassCommands(self.window, self.session)

    @cached_property
    def show(self) -> Presenting:
        """The class's view, the teacher's console, and what belongs to them."""
        from sidecar_viz.app.present.presenting import Presenting

        show = Presenting(self.window, self.session, self.tips)
        for view in (show.audience, show.console):
            self.marks.add_stage(view.stage)
            self.trail.add_stage(view.stage)
            self.by_hand.add_stage(view.stage)
            self.guesses.add_stage(view.stage)
            self.letters.add_stage(view.stage)
        self.split.show_class(show.audience)
        self.by_hand.told.connect(show.show_remark)
        show.front_changed.connect(self.learned_keys.over)
        show.front_changed.connect(self._come_back)
        return show

    def pull(self) -> None:
        """Show what can be pulled out; another question is put away first."""
        self.window.predictor.close()
        self.by_hand.ask(letters=self.window.preferences.single_letter_keys)

    def _put_away_tip(self) -> bool:
        """Hide a tooltip; not before Esc are tooltips made for that."""
        return self.tips.put_away()

    def begin_session(self, *, restore: bool) -> None:
        """Keep the session from now on; with *restore* show what was kept first."""
        if restore:
            self.session.restore()
        self.session.touch()
        self.tips.watch(self.window)
        _ = self.marks, self.learned_keys, self.trail, self.by_hand, self.guesses
        _ = self.split
        self.window.dialogs.quiz_made.connect(self._follow_quiz)
