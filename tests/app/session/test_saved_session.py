"""What a sudden end must not cost comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import Session, answers_of, replayed
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.session_file import load_session, session_bytes
from sidecar_viz.files.saved.whole import write_whole
from tests.app.conftest import LESSON, MakeWindow
from tests.app.programs import program_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def kept(**fields: object) -> None:
    """Leave a session behind, as a program that was killed."""
    session = Session(str(LESSON), "sidecar", **fields)  # type: ignore[arg-type]
    write_whole(data_file("session.json"), session_bytes(session))


def test_a_change_is_written_soon(window: MainWindow) -> None:
    """Lesson, step and what-if are in the file; nothing waits for the disk."""
    program = program_of(window)
    program.begin_session(restore=False)
    keeper = program.session
    window.player.jump(4)
    window.show_what_if(window.lesson.what_ifs[0].id)
    keeper.finish()

    found = load_session(data_file("session.json"))

    assert (found.lesson, found.lesson_id, found.step) == (str(LESSON), "sidecar", 4)
    assert found.what_if == window.lesson.what_ifs[0].id


def test_where_it_was_killed_is_shown_again(window: MainWindow) -> None:
    """The what-if and the step."""
    kept(step=5, what_if=window.lesson.what_ifs[0].id)
    program_of(window).begin_session(restore=True)

    assert window.player.target == 5
    assert window.player.timeline.course.what_if == window.lesson.what_ifs[0]


def test_what_was_asked_for_comes_first(window: MainWindow) -> None:
    """A lesson or step named on the command line is not moved away from."""
    kept(step=5)
    program_of(window).begin_session(restore=False)

    assert window.player.target == 0


def test_another_lesson_is_opened_again(
    make_window: MakeWindow, lesson: Lesson
) -> None:
    """The window began with one lesson, the session was in another."""
    kept(step=3)
    window = make_window(lesson)
    window.path = None
    program_of(window).begin_session(restore=True)

    assert window.lesson.id == "sidecar"
    assert window.player.target == 3


def test_a_lesson_that_is_gone_costs_nothing(window: MainWindow) -> None:
    """The window stays as it is; so with a step that is too far."""
    session = Session("/nowhere/lesson.yaml", "nowhere", 3)
    write_whole(data_file("session.json"), session_bytes(session))
    program_of(window).begin_session(restore=True)

    assert (window.lesson.id, window.player.target) == ("sidecar", 0)


def test_a_step_too_far_is_the_last(window: MainWindow) -> None:
    """The lesson may have become shorter."""
    kept(step=999, what_if="gone")
    program_of(window).begin_session(restore=True)

    assert window.player.target == window.player.timeline.end


def test_other_parts_keep_plain_values(window: MainWindow) -> None:
    """A slot gets its value back, whenever it is added."""
    kept(slots={"ink": {"2": [[0.5, 0.25]]}})
    program = program_of(window)
    program.begin_session(restore=True)
    keeper = program.session
    taken: list[object] = []
    keeper.add_slot("ink", lambda: {"3": []}, taken.append)
    keeper.finish()

    assert taken == [{"2": [[0.5, 0.25]]}]
    assert load_session(data_file("session.json")).slots == {"ink": {"3": []}}


def test_another_lesson_begins_with_nothing(window: MainWindow, lesson: Lesson) -> None:
    """Votes and answers belong to their lesson."""
    keeper = program_of(window).session
    keeper.keep_vote(new_vote("q", 0, 2))
    window.show_lesson(lesson, Path("small.yaml"))

    assert keeper.votes == {}
    assert keeper.session().lesson_id == "small"


def test_a_quiz_goes_on_where_it_was(window: MainWindow) -> None:
    """Answers are given once more; the first open question is asked."""
    first = window.lesson.quiz[0]
    right = next(n for n, option in enumerate(first.options) if option.right)
    kept(quiz={first.id: Answer((right,), "right", hinted=True), "gone": Answer((1,))})
    program = program_of(window)
    program.begin_session(restore=True)
    keeper = program.session
    window.commands["quiz"].trigger()
    dialog = window.findChild(QuizDialog)
    assert isinstance(dialog, QuizDialog)
    assert dialog.attempt.answers[0] == Answer((right,), "right", hinted=True)
    assert dialog.body.place == 1

    dialog.body.hint()
    keeper.finish()

    second = window.lesson.quiz[1].id
    assert load_session(data_file("session.json")).quiz[second] == Answer(hinted=True)
    window.dialogs.close_all()


def test_odd_answers_are_left_out(sidecar_lesson: Lesson) -> None:
    """Options that are not there, and claims of being right without a try."""
    ids = [question.id for question in sidecar_lesson.quiz]
    odd = {
        ids[0]: Answer((7, -1), "right"),
        ids[1]: Answer((), "revealed", looked=True),
    }
    found = replayed(sidecar_lesson, odd)

    assert found.answers[0] == Answer()
    assert found.answers[1] == Answer((), "revealed", looked=True)
    assert answers_of(found) == {ids[1]: found.answers[1]}


def test_a_place_that_cannot_be_written_stops_nobody(
    window: MainWindow, tmp_path: Path
) -> None:
    """The lesson goes on; nothing is kept, and no error is shown."""
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    keeper = SavedSession(window, blocked / "session.json")
    keeper.touch()
    keeper.finish()

    assert blocked.read_bytes() == b""
    window.player.step(1)
    assert window.player.target == 1


def test_a_file_that_holds_another_lesson_now_is_not_stepped(
    window: MainWindow,
) -> None:
    """The step belonged to the lesson that was in it."""
    session = Session(str(LESSON), "another", step=5)
    write_whole(data_file("session.json"), session_bytes(session))

    program_of(window).begin_session(restore=True)

    assert window.player.target == 0
