"""The one way to move: uncover, take what was typed, close the question, move."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.play.player import Player
from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.play.steering import Steering
from sidecar_viz.app.widgets.bars import PredictBar
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson


class Sheet:
    """Something over the picture."""

    def __init__(self) -> None:
        self.covers = False

    def uncover(self) -> bool:
        """Take it away; whether it was there."""
        covered, self.covers = self.covers, False
        return covered


class Room:
    """A player without motion, what asks before it, and what covers it."""

    def __init__(self, qtbot: QtBot, lesson: Lesson, patience: int = 60_000) -> None:
        self.inside = inside = QWidget()
        qtbot.addWidget(inside)
        bar = PredictBar(inside)
        self.player = Player(Timeline(lesson))
        self.player.set_motion("none")
        self.predictor = Predictor(self.player, bar)
        self.sheet = Sheet()
        self.steering = Steering(
            self.player, self.predictor, self.sheet, patience=patience
        )
        self.remarks: list[str] = []
        self.steering.remarked.connect(self.remarks.append)


@pytest.fixture
def room(qtbot: QtBot, sidecar_lesson: Lesson) -> Room:
    """Stand at the start of the sidecar lesson."""
    return Room(qtbot, sidecar_lesson)


MOVES = ["next", "previous", "first", "last", "toggle_playing"]


@pytest.mark.parametrize("name", MOVES)
def test_a_key_that_moves_uncovers_first(room: Room, name: str) -> None:
    """It does nothing else then: question and number stay."""
    room.player.jump(3)
    room.predictor.set_wanted(True)
    assert room.predictor.ask()
    room.steering.type_digit(0)
    room.sheet.covers = True

    getattr(room.steering, name)()

    assert not room.sheet.covers
    assert room.predictor.asking
    assert room.player.target == 3
    assert not room.player.playing
    assert room.steering.forget_typed()


@pytest.mark.parametrize("name", MOVES[1:])
def test_other_moves_forget_number_and_question(room: Room, name: str) -> None:
    """What was typed was not meant for them."""
    room.player.jump(3)
    room.predictor.set_wanted(True)
    assert room.predictor.ask()
    room.steering.type_digit(0)

    getattr(room.steering, name)()

    assert not room.predictor.asking
    assert not room.steering.forget_typed()
    room.player.set_playing(playing=False)


def test_next_takes_the_number_that_was_typed(room: Room) -> None:
    """Digit by digit; it is told what makes them count."""
    room.steering.type_digit(0)
    room.steering.type_digit(6)
    room.steering.next()

    assert room.player.target == 6
    assert room.remarks == [
        "Go to step 0: press Enter",
        "Go to step 06: press Enter",
        "",
    ]


def test_a_step_that_is_not_there_is_named(room: Room) -> None:
    """The step stays."""
    room.player.jump(2)
    room.steering.type_digit(9)
    room.steering.next()

    assert room.player.target == 2
    last = room.player.timeline.end
    assert room.remarks[-1] == f"There is no step 9; the last one is {last}."


def test_a_number_left_alone_is_said_no_longer(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """What no longer counts is not shown; then Next is Next again."""
    room = Room(qtbot, sidecar_lesson, patience=1)
    room.steering.type_digit(3)
    qtbot.waitUntil(lambda: room.remarks == ["Go to step 3: press Enter", ""])

    room.steering.next()

    assert room.player.target == 1


@pytest.mark.parametrize("name", ["previous", "first"])
def test_a_move_that_leads_nowhere_forgets_the_number_too(
    room: Room, name: str
) -> None:
    """At the start: the number no longer counts, so nothing says that it does."""
    room.steering.type_digit(4)
    getattr(room.steering, name)()

    assert room.remarks[-1] == ""
    room.steering.next()
    assert room.player.target == 1


@pytest.mark.parametrize("moves", [lambda r: r.steering.jump, lambda r: r.player.jump])
def test_a_number_is_gone_once_another_step_is_shown(
    room: Room, moves: Callable[[Room], Callable[[int], None]]
) -> None:
    """Chosen in a list or come to by itself: Next leads on from there."""
    room.steering.type_digit(4)
    moves(room)(2)

    assert room.remarks[-1] == ""
    room.steering.next()
    assert room.player.target == 3


def test_what_is_said_of_a_step_that_is_not_there_is_put_away(room: Room) -> None:
    """By Esc, or by a move that leads nowhere."""
    room.steering.type_digit(9)
    room.steering.next()
    assert room.steering.forget_typed()
    assert room.remarks[-1] == ""
    assert not room.steering.forget_typed()


def test_next_asks_before_it_moves(room: Room) -> None:
    """A second Next always goes on."""
    room.predictor.set_wanted(True)
    room.steering.next()
    assert (room.predictor.asking, room.player.target) == (True, 0)
    room.steering.next()
    assert (room.predictor.asking, room.player.target) == (False, 1)


def test_a_digit_answers_a_question_first(room: Room) -> None:
    """With none asked it is a step's number."""
    room.predictor.set_wanted(True)
    room.steering.next()
    room.steering.type_digit(1)
    room.steering.type_digit(1)

    assert room.player.target == 1
    assert room.remarks == []


def test_what_is_chosen_by_itself_moves_under_the_cover(room: Room) -> None:
    """Teachers prepare what they show next; the question is closed."""
    room.predictor.set_wanted(True)
    assert room.predictor.ask()
    room.sheet.covers = True

    room.steering.jump(5)

    assert room.player.target == 5
    assert room.sheet.covers
    assert not room.predictor.asking


def test_another_cover_may_take_the_window_s_place(room: Room) -> None:
    """While presenting it is the class's; afterwards the window's again."""
    own, other = room.sheet, Sheet()
    room.steering.set_cover(other)
    own.covers = other.covers = True
    room.steering.next()
    assert (own.covers, other.covers, room.player.target) == (True, False, 0)

    room.steering.set_cover(None)
    room.steering.next()
    assert (own.covers, room.player.target) == (False, 0)


def test_key_moments_are_found_both_ways(room: Room) -> None:
    """From the nearest to the next; at the ends the step stays."""
    visited = []
    for by in (1, 1, -1):
        room.steering.to_moment(by)
        visited.append(room.player.target)

    assert visited[0] < visited[1]
    assert visited[2] == visited[0]
    room.player.first()
    room.steering.to_moment(-1)
    assert room.player.target == 0


def test_ten_tenths_of_a_step_are_the_next_step(room: Room) -> None:
    """Creeping loses nothing by rounding."""
    for _ in range(10):
        room.steering.creep(0.1)

    assert (room.player.playhead.position, room.player.target) == (1.0, 1)


def test_creeping_stays_between_steps(room: Room) -> None:
    """A tenth on, a tenth back."""
    room.player.jump(2)
    room.steering.creep(0.1)
    room.steering.creep(0.1)
    assert room.player.playhead.position == pytest.approx(2.2)
    room.steering.creep(-0.1)
    assert room.player.playhead.position == pytest.approx(2.1)


def test_a_jump_to_the_same_step_closes_the_question_too(room: Room) -> None:
    """Whoever chooses where they stand wants no question there."""
    room.player.jump(3)
    room.predictor.set_wanted(True)
    assert room.predictor.ask()

    room.steering.jump(3)

    assert not room.predictor.asking
