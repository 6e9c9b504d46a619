"""What a sudden end must not cost comes back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.session.notice_bar import NoticeBar
from sidecar_viz.app.session.saved_session import SavedSession
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.session import (
    Session,
    answers_of,
    replayed,
    work_key,
)
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.session_file import load_session, session_bytes
from sidecar_viz.files.saved.whole import write_whole
from tests.app.at_dialogs import asked_for
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


def test_another_lesson_for_a_moment_costs_nothing(
    window: MainWindow, lesson: Lesson
) -> None:
    """Votes, answers and ink of each lesson are there when it comes back."""
    program = program_of(window)
    keeper, first = program.session, window.lesson
    program.show.tools.draw(((0.1, 0.2), (0.3, 0.4)))
    ink = program.show.tools.ink
    vote = new_vote(first.quiz[0].id, 0, 2).counted(0, 7)
    keeper.keep_vote(vote)
    keeper.quiz = {first.quiz[0].id: Answer((1,))}
    assert ink.strokes

    window.show_lesson(lesson, Path("small.yaml"))
    assert (keeper.votes, keeper.quiz, program.show.tools.ink.strokes) == ({}, {}, ())
    window.show_lesson(first, LESSON)

    assert keeper.votes == {vote.question: vote}
    assert keeper.quiz == {first.quiz[0].id: Answer((1,))}
    assert program.show.tools.ink == ink


def test_work_in_other_lessons_outlives_a_sudden_end(
    window: MainWindow, lesson: Lesson
) -> None:
    """It is written with the lesson that is shown, and found when it is shown again."""
    keeper = program_of(window).session
    vote = new_vote("q", 0, 2).counted(0, 7)
    keeper.keep_vote(vote)
    window.show_lesson(lesson, Path("small.yaml"))
    keeper.finish()

    found = load_session(data_file("session.json"))
    assert (found.lesson_id, found.votes) == ("small", ())
    again = SavedSession(window, data_file("session.json"))
    window.show_lesson(window.lesson, LESSON)
    assert again.votes == {}
    assert found.others[work_key(str(LESSON), "sidecar")].votes == (vote,)
    again.finish()


def test_a_copy_with_the_same_id_is_another_lesson(
    window: MainWindow, tmp_path: Path
) -> None:
    """Its votes, answers and ink are its own."""
    program = program_of(window)
    keeper = program.session
    program.show.tools.draw(((0.1, 0.2), (0.3, 0.4)))
    keeper.keep_vote(new_vote("q", 0, 2))

    window.show_lesson(window.lesson, tmp_path / "copy.yaml")

    assert keeper.votes == {}
    assert program.show.tools.ink.strokes == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_path_that_is_not_utf_8_is_kept(window: MainWindow, tmp_path: Path) -> None:
    """As names in Latin-1 are; the lesson is opened again."""
    place = tmp_path / os.fsdecode(b"n\xff\xfe.lesson.yaml")
    place.write_bytes(LESSON.read_bytes())
    program = program_of(window)
    assert window.opener.open(place)
    window.player.jump(3)
    program.begin_session(restore=False)
    program.session.finish()
    assert window.left_where().last_lesson == place.as_uri()

    window.show_lesson(window.lesson, LESSON)
    again = SavedSession(window, data_file("session.json"))
    again.restore()
    assert (window.path, window.player.target) == (place, 3)
    again.finish()


def test_a_damaged_file_is_told_of(window: MainWindow) -> None:
    """With the name under which it was kept."""
    file = data_file("session.json")
    file.parent.mkdir(parents=True)
    file.write_text("{")
    said: list[str] = []
    window.voice.said.connect(said.append)

    program_of(window).begin_session(restore=True)

    assert len(said) == 1
    assert str(file.with_name("session.damaged.json")) in said[0]
    assert [one.message.text() for one in window.findChildren(NoticeBar)] == said


def test_a_quiz_goes_on_where_it_was(window: MainWindow) -> None:
    """Answers are given once more; the first open question is asked."""
    first = window.lesson.quiz[0]
    right = next(n for n, option in enumerate(first.options) if option.right)
    kept(quiz={first.id: Answer((right,), "right", hinted=True), "gone": Answer((1,))})
    program = program_of(window)
    program.begin_session(restore=True)
    keeper = program.session
    dialog = asked_for(window, "quiz", QuizDialog)
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
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """The lesson goes on; it is said once, and kept as soon as it can be."""
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    keeper = SavedSession(window, blocked / "session.json")
    said: list[str] = []
    window.voice.said.connect(said.append)
    keeper.touch()
    keeper.finish()
    qtbot.waitUntil(lambda: said != [])
    keeper.keep_vote(new_vote("q", 0, 2))
    keeper.finish()

    assert blocked.read_bytes() == b""
    window.player.step(1)
    assert window.player.target == 1
    blocked.unlink()
    keeper.finish()
    assert len(load_session(blocked / "session.json").votes) == 1
    assert len([text for text in said if "can be kept" in text]) == 1
    (notice,) = window.findChildren(NoticeBar)
    qtbot.waitUntil(notice.isHidden)


def test_a_file_that_holds_another_lesson_now_is_not_stepped(
    window: MainWindow,
) -> None:
    """The step belonged to the lesson that was in it."""
    session = Session(str(LESSON), "another", step=5)
    write_whole(data_file("session.json"), session_bytes(session))

    program_of(window).begin_session(restore=True)

    assert window.player.target == 0
