"""A dialog that is open takes what another window did, but not what is worked on."""

from __future__ import annotations

import pytest

from sidecar_viz.app.classroom.vote_dialog import VoteDialog
from sidecar_viz.app.dialog.picture_grid import PictureGrid
from sidecar_viz.app.lessons.library_tile import SHARE
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.qt.heard_items import NAME
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.core.learning.quiz import Answer
from tests.app.session.conftest import MakeTwo, others

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def open_quiz(program: Program) -> QuizDialog:
    """Open the quiz of a window."""
    program.window.commands["quiz"].trigger()
    (dialog,) = program.window.findChildren(QuizDialog)
    return dialog


def answer_elsewhere(program: Program, *places: int) -> dict[str, Answer]:
    """Answer questions of the quiz right in another window; return the answers."""
    questions = program.window.lesson.quiz
    given = {
        questions[at].id: Answer(tries=questions[at].rights, progress="right")
        for at in places
    }
    program.session.quiz = given
    program.session.touch()
    program.session.finish()
    return given


def test_an_open_quiz_takes_what_was_answered_elsewhere(make_two: MakeTwo) -> None:
    """At once, but to the question that somebody is at here: that waits."""
    one, two = make_two()
    dialog = open_quiz(two)
    given = answer_elsewhere(one, 0, 1)

    others(two).look()
    assert [answer.done for answer in dialog.attempt.answers] == [False, True, False]
    assert not dialog.body.answer.touched
    assert dialog.body.bar.score.text().startswith("Score 1")
    assert two.session.quiz == given

    dialog.body.go_to(1)
    assert [answer.done for answer in dialog.attempt.answers] == [True, True, False]
    dialog.body.go_to(3)
    assert two.session.quiz == given


def test_an_answer_of_one_s_own_stays_in_an_open_quiz(make_two: MakeTwo) -> None:
    """What was tried here after it came counts, and is what is kept."""
    one, two = make_two()
    dialog = open_quiz(two)
    given = answer_elsewhere(one, 0, 1)
    others(two).look()
    wrong = 1 - two.window.lesson.quiz[0].rights[0]

    dialog.body.choose(wrong)
    dialog.body.go_to(1)

    asked, other = (question.id for question in two.window.lesson.quiz[:2])
    assert two.session.quiz == {asked: Answer(tries=(wrong,)), other: given[other]}


def test_the_result_of_a_quiz_is_that_of_all_windows(make_two: MakeTwo) -> None:
    """There nobody is at a question; what is done anew is not brought back."""
    one, two = make_two()
    dialog = open_quiz(two)
    dialog.body.go_to(3)
    answer_elsewhere(one, 0, 1, 2)

    others(two).look()
    assert dialog.attempt.scored().right == 3
    assert dialog.body.summary.headline.text() == "All 3 right"
    dialog.body.again()
    assert not any(answer.touched for answer in dialog.attempt.answers)
    assert two.session.quiz == {}


def test_an_open_vote_takes_votes_on_other_questions(make_two: MakeTwo) -> None:
    """That on the question of the moment waits, and goes if it is counted here."""
    one, two = make_two()
    two.window.commands["vote"].trigger()
    (dialog,) = two.window.findChildren(VoteDialog)
    fresh = list(dialog.round.votes.values())
    theirs = [vote.counted(0, 5) for vote in fresh]
    for vote in theirs:
        one.session.keep_vote(vote)
    one.session.finish()

    others(two).look()
    assert list(dialog.round.votes.values()) == [fresh[0], *theirs[1:]]
    dialog.go_to(1)
    assert list(dialog.round.votes.values()) == theirs

    mine = dialog.vote.counted(1, 3)
    dialog.round.take(mine)
    one.session.keep_vote(theirs[1].counted(1, 9))
    one.session.finish()
    others(two).look()
    dialog.round.take(mine.counted(1, 4))
    dialog.go_to(0)
    assert dialog.round.votes[mine.question] == mine.counted(1, 4)


def test_an_open_library_shows_how_far_one_came_elsewhere(make_two: MakeTwo) -> None:
    """The tile that was chosen stays chosen; a voice reads what stands there now."""
    one, two = make_two()
    two.window.commands["open"].trigger()
    (grid,) = two.window.findChildren(PictureGrid)
    grid.list.setCurrentRow(2)
    tile = grid.list.item(0)
    assert "All steps seen" not in tile.data(NAME)

    one.window.player.jump(6)
    one.session.finish()
    others(two).look()

    assert "Shown now · All steps seen" in tile.data(NAME)
    assert tile.data(SHARE) == 1
    assert grid.list.currentRow() == 2
    grid.close()
    two.session.progress.joined.emit()  # nobody listens any more
