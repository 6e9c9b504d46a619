"""A window shows what was done in another one, as soon as that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.preferences import load_preferences, preferences_file
from sidecar_viz.app.preferences.writer import PreferencesWriter
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.session.other_windows import OtherWindows
from sidecar_viz.core.learning.quiz import Answer
from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.folders import data_file
from sidecar_viz.files.saved.progress_file import load_progress
from sidecar_viz.files.saved.session_file import load_session
from tests.app.conftest import MakeWindow
from tests.app.programs import program_of
from tests.app.session.conftest import MakeTwo, others

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LINE = ((0.1, 0.2), (0.3, 0.4))


def remark(program: Program) -> str:
    """Return what the caption says beside the step's words."""
    return program.window.views.work.caption._remark


def test_a_choice_counts_in_every_window(make_two: MakeTwo) -> None:
    """It is said by the name that it has in the preferences; nothing else is."""
    one, two = make_two()
    said: list[str] = []
    two.window.voice.said.connect(said.append)

    one.window.change(theme="dark", text_scale=1.5)
    others(two).look()

    assert two.window.preferences.theme == "dark"
    assert two.window.look.theme.dark
    assert two.window.look.text == 1.5
    assert remark(two) == said[-1] == "From another window: Colours, Text size."
    assert remark(one) == ""


def test_keys_and_the_class_s_picture_count_everywhere(make_two: MakeTwo) -> None:
    """They are not in the preferences' list, and are said all the same."""
    one, two = make_two()

    one.window.change(brightness=0.1, own_keys=(("quiz", ("Ctrl+J",)),))
    others(two).look()

    assert two.window.preferences.brightness == 0.1
    assert [key.toString() for key in two.window.commands["quiz"].shortcuts()] == [
        "Ctrl+J"
    ]
    assert remark(two) == ("From another window: keys or the picture for the class.")


def test_what_a_window_shows_and_where_it_is_stays_its_own(make_two: MakeTwo) -> None:
    """Who hides a table in one window still sees it in the other."""
    one, two = make_two()

    one.window.change(show_table=False, drawer=True, columns=(1, 2, 3), last_step=4)
    others(two).look()

    assert two.window.preferences.show_table
    assert two.window.preferences.columns == ()
    assert remark(two) == ""


def test_of_each_choice_the_newer_one_counts(make_two: MakeTwo) -> None:
    """What both chose in turn is as it was chosen last, in both and in the file."""
    one, two = make_two()

    one.window.change(theme="dark")
    two.window.change(theme="contrast", speed=2.0)
    others(one).look()
    one.window.change(text_scale=1.2)
    others(two).look()

    for program in (one, two):
        chosen = program.window.preferences
        assert (chosen.theme, chosen.speed, chosen.text_scale) == ("contrast", 2.0, 1.2)
    found = load_preferences(preferences_file())
    assert (found.theme, found.speed, found.text_scale) == ("contrast", 2.0, 1.2)


def test_what_was_only_taken_over_is_not_chosen_here(make_two: MakeTwo) -> None:
    """Whoever chose it may choose otherwise, and nobody writes over that."""
    one, two = make_two()
    one.window.change(theme="dark")
    others(two).look()

    one.window.change(theme="contrast")
    two.window.change(text_scale=1.2)

    assert load_preferences(preferences_file()).theme == "contrast"


def test_a_theme_for_this_run_stays(make_window: MakeWindow) -> None:
    """It was asked for when this window was started; the rest is taken."""
    window = make_window(theme="light")
    writer = PreferencesWriter(
        preferences_file(),
        window.preferences,
        for_this_run="light",
        later=program_of(window).session.keep,
        damaged=print,
    )
    other = window.preferences.but(theme="dark", text_scale=1.3)
    PreferencesWriter(
        preferences_file(),
        window.preferences,
        for_this_run=None,
        later=program_of(window).session.keep,
        damaged=print,
    ).write(other)

    OtherWindows(window, program_of(window).session, writer)

    assert window.preferences.theme == "light"
    assert window.preferences.text_scale == 1.3
    writer.write(window.preferences.but(text_scale=1.4))
    assert load_preferences(preferences_file()).theme == "dark"


def test_a_damaged_file_changes_nothing(make_two: MakeTwo) -> None:
    """It is not put aside by a look, either: that is left to the next writing."""
    one, two = make_two()
    one.window.change(theme="dark")
    for file in (preferences_file(), data_file("session.json")):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"[")

    others(two).look()

    assert two.window.preferences.theme == "light"
    assert preferences_file().read_bytes() == b"["
    assert data_file("session.json").read_bytes() == b"["


def test_what_the_class_did_is_seen_in_every_window(make_two: MakeTwo) -> None:
    """Votes, answers, and lines; the step and the what-if are each window's own."""
    one, two = make_two()
    two.window.player.jump(1)
    two.session.finish()
    vote = new_vote("q", 0, 2).counted(0, 7)

    one.window.player.jump(3)
    one.session.keep_vote(vote)
    one.session.quiz = {"q": Answer(tries=(1,))}
    one.show.tools.draw(LINE)
    one.session.finish()
    _ = two.show
    others(two).look()

    assert two.session.votes == {"q": vote}
    assert two.session.quiz == {"q": Answer(tries=(1,))}
    assert [stroke.points for stroke in two.show.tools.ink.strokes] == [LINE]
    assert two.window.player.target == 1
    assert remark(two) == (
        "From another window: votes, answers of the quiz, lines that were drawn."
    )


def test_who_only_looks_writes_nothing(make_two: MakeTwo) -> None:
    """The next start begins where somebody worked; no two answer each other."""
    one, two = make_two()
    for step, program in enumerate((two, one)):
        _ = program.show
        program.window.player.jump(step + 2)
        program.session.finish()
    one.show.tools.draw(LINE)
    one.session.finish()
    before = data_file("session.json").read_bytes()

    others(two).look()
    two.session.finish()

    assert data_file("session.json").read_bytes() == before
    assert two.show.tools.ink == one.show.tools.ink


def test_what_was_taken_over_can_be_taken_away_again(make_two: MakeTwo) -> None:
    """A line that one window drew and the other erased is gone in both."""
    one, two = make_two()
    _ = two.show
    one.show.tools.draw(LINE)
    one.session.finish()
    others(two).look()

    two.show.tools.erase()
    two.session.finish()
    others(one).look()

    assert one.show.tools.ink.strokes == ()
    assert load_session(data_file("session.json")).slots == {}


def test_work_of_both_that_meets_is_kept(make_two: MakeTwo) -> None:
    """What this window did just before, and has not written yet, counts, too."""
    one, two = make_two()
    mine, theirs = new_vote("a", 0, 2).counted(0, 1), new_vote("b", 0, 2).counted(1, 2)
    one.session.keep_vote(theirs)
    one.session.finish()

    two.session.keep_vote(mine)
    others(two).look()
    assert two.session.votes == {"a": mine, "b": theirs}
    two.session.finish()

    assert set(load_session(data_file("session.json")).votes) == {mine, theirs}


def test_work_in_lessons_that_were_left_is_joined(make_two: MakeTwo) -> None:
    """It is there when the lesson is opened here."""
    one, two = make_two()
    vote = new_vote("q", 0, 2).counted(0, 7)
    path, lesson = one.window.path, one.window.lesson
    two.window.show_lesson(lesson, Path("elsewhere.yaml"))
    two.session.finish()

    one.session.keep_vote(vote)
    one.session.finish()
    others(two).look()
    assert two.session.votes == {}
    two.window.show_lesson(lesson, path)

    assert two.session.votes == {"q": vote}


def test_progress_is_the_better_of_both(make_two: MakeTwo) -> None:
    """The library opens with it, and what was seen here is not forgotten."""
    one, two = make_two()
    two.window.player.jump(2)
    one.window.player.jump(5)
    one.session.finish()

    others(two).look()

    assert two.session.progress.lessons["sidecar"].furthest == 5
    two.session.finish()
    file = data_file("progress.json")
    assert load_progress(file)["sidecar"].furthest == 5


def test_the_system_tells_of_a_file_that_was_written(
    make_two: MakeTwo, qtbot: QtBot
) -> None:
    """Nobody need come back to the window: it lies beside the other one."""
    one, two = make_two()
    one.window.change(text_scale=1.1)  # makes the folder
    others(two).look()

    one.window.change(text_scale=1.2)

    qtbot.waitUntil(lambda: two.window.preferences.text_scale == 1.2)


def test_a_window_that_comes_to_the_front_looks(
    make_two: MakeTwo, qtbot: QtBot
) -> None:
    """Where the system tells nothing, as when the folder is new."""
    one, two = make_two()
    assert others(two)._watcher.directories() == []
    one.window.activateWindow()
    qtbot.waitUntil(one.window.isActiveWindow)
    one.window.change(text_scale=1.2)
    assert two.window.preferences.text_scale == 1.0

    two.window.activateWindow()

    qtbot.waitUntil(lambda: two.window.preferences.text_scale == 1.2)
