"""Presenting on one screen, by a clicker's keys and by the keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.preferences.preferences import NAMES
from sidecar_viz.app.present.chosen import SEEN
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.quiz.dialog import QuizDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.words.step_words import step_words
from tests.app.at_dialogs import in_front
from tests.app.present.conftest import Begin, at_hand, press
from tests.app.programs import program_of

ROOT = Path(__file__).parents[3]
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)

UNSEEN = {
    *(
        "motion",
        "hold_camera",
        "split_view",
        "speed",
        "single_letter_keys",
        "real_cluster_notes",
        "show_flow",
    ),
    *("show_table", "show_tabs", "drawer", "audience_screen", "learned_keys"),
    "columns",
    "own_keys",
    *("geometry", "last_lesson", "last_step", "save_choice"),
}
"""Preferences that change nothing in a picture on show, or reach it another way."""


def test_the_show_follows_every_preference_that_is_not_named_here() -> None:
    """A new preference is in SEEN, or somebody decided that it need not be."""
    assert set(NAMES) - UNSEEN == SEEN


def test_nothing_is_made_before_somebody_presents(window: MainWindow) -> None:
    """Tools are off, their keys too, and no second window exists."""
    QTest.keyClick(window.views.work.stage, Key.Key_L)

    assert not window.commands["laser"].isEnabled()
    assert not window.findChildren(Presenting)


def test_f5_and_esc_keep_the_step(begin: Begin, qtbot: QtBot) -> None:
    """A clicker's one button: present, come back, again and again, at one step."""
    show = begin(3)
    window = show.window
    for _ in range(3):
        assert window.presenting
        assert show.audience.isVisible()
        assert show.audience.isFullScreen()
        assert not window.isVisible()

        press(show, Key.Key_Escape)
        assert not window.presenting
        assert window.isVisible()
        assert not show.audience.isVisible()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Key.Key_F5)
        qtbot.waitUntil(lambda: at_hand(show))

    assert window.player.target == 3


def test_f5_while_presenting_changes_nothing(begin: Begin) -> None:
    """Pressed twice by a nervous thumb, it presents all the same."""
    show = begin(2)

    press(show, Key.Key_F5, Key.Key_F5)

    assert show.window.presenting
    assert show.player.target == 2


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_Space, Key.Key_Right])
def test_a_walk_by_one_key(show: Presenting, key: Qt.Key) -> None:
    """To the ending, where the key does nothing more; the words follow each step."""
    for step in range(1, 7):
        press(show, key)
        assert show.player.target == step
        words = step_words(show.player.timeline.course, step)
        assert words.title in show.audience.band.title.text()
    press(show, key, key)

    assert show.player.target == 6
    assert "the app stays as it is" in show.audience.band.title.text()


def test_black_is_taken_away_without_a_step(show: Presenting) -> None:
    """B or full stop, then PgDn: the class sees the same step again."""
    press(show, Key.Key_PageDown)
    for key in (Key.Key_B, Key.Key_Period, Key.Key_W, Key.Key_Comma):
        press(show, key)
        assert show.audience.cover.isVisible(), key

        press(show, Key.Key_PageDown)
        assert not show.audience.cover.isVisible()

    assert show.player.target == 1


def test_the_preview_says_that_the_class_sees_no_picture(show: Presenting) -> None:
    """A lit picture beside a class that sees black would be taken for theirs."""
    veil = show.console.box.veil
    said: list[str] = []
    for key in (Key.Key_B, Key.Key_W, Key.Key_W):
        press(show, key)
        said.append("" if veil.isHidden() else veil.text())

    assert [words.split()[-1:] for words in said] == [["black"], ["white"], []]
    assert veil.geometry() == show.console.stage.geometry()


def test_the_same_key_again_uncovers(show: Presenting) -> None:
    """Black, white, white: nothing covered."""
    press(show, Key.Key_B, Key.Key_W)
    assert show.audience.cover.colour == "white"

    press(show, Key.Key_W)

    assert not show.audience.cover.isVisible()


def test_esc_peels_one_layer_at_a_time(begin: Begin, qtbot: QtBot) -> None:
    """Help, tool, black, frozen, near, and then the window; the step stays."""
    show = begin(2)
    press(show, Key.Key_Z)
    press(show, Key.Key_F, modifier="shift")
    press(show, Key.Key_B, Key.Key_T)
    press(show, Key.Key_F1)
    assert show.window.dialogs.names()

    show.window.commands["leave"].trigger()
    assert not show.window.dialogs.names()
    qtbot.waitUntil(show.audience.stage.hasFocus)
    press(show, Key.Key_Escape)
    assert not show.tools.tool
    press(show, Key.Key_Escape)
    assert not show.audience.cover.colour
    press(show, Key.Key_Escape)
    assert show.frozen_at is None
    press(show, Key.Key_Escape)
    assert show.tools.view.whole
    assert show.window.presenting
    press(show, Key.Key_Escape)

    assert not show.window.presenting
    assert show.player.target == 2


def test_digits_and_enter_go_to_a_step(show: Presenting) -> None:
    """As in the window."""
    press(show, Key.Key_4, Key.Key_Return)

    assert show.player.target == 4


def test_freeze_lets_the_teacher_go_on(begin: Begin) -> None:
    """The class sees the old picture until it is let go."""
    show = begin(1)
    press(show, Key.Key_F, modifier="shift")
    assert show.audience.cover.frozen is not None

    press(show, Key.Key_PageDown)
    assert show.player.target == 2
    assert show.audience.cover.isVisible()
    press(show, Key.Key_F, modifier="shift")

    assert not show.audience.cover.isVisible()
    assert not show.window.commands["freeze"].isChecked()


def test_freeze_in_mid_move_holds_where_it_leads(begin: Begin) -> None:
    """The words of a step never stand over the picture of the one before."""
    show = begin(1, motion="full")
    press(show, Key.Key_PageDown)
    show.player.advance(0.1)
    assert not show.player.playhead.resting
    press(show, Key.Key_F, modifier="shift")

    assert show.player.playhead.position == 2
    frozen = show.audience.cover.frozen
    assert frozen is not None
    press(show, Key.Key_F, modifier="shift")
    show.player.set_motion("none")
    assert frozen.toImage() == show.audience.grab().toImage()


def test_freeze_lets_a_held_place_go(begin: Begin) -> None:
    """Nobody sees the middle of a move under the words of its end."""
    show = begin(0)
    show.player.scrub(1.7)
    press(show, Key.Key_F, modifier="shift")

    assert show.player.playhead.position == 2
    assert show.frozen_at == 2


def test_predict_first_asks_on_the_projector(begin: Begin) -> None:
    """The question takes the caption's place; a second Next goes on."""
    show = begin(0, predict_first=True)
    press(show, Key.Key_PageDown)
    assert show.player.target == 0
    assert "changes" in show.audience.band.text.text()

    press(show, Key.Key_PageDown)

    assert show.player.target == 1


def test_a_what_if_is_presented_too(begin: Begin) -> None:
    """Its words are struck, and leaving it keeps the step."""
    show = begin(4)
    show.window.show_what_if("volume-not-mounted")
    assert "<s>" in show.audience.band.title.text()

    press(show, Key.Key_R, modifier="alt")

    assert "<s>" not in show.audience.band.title.text()
    assert show.player.target == 4


def test_another_lesson_may_be_opened(show: Presenting, lesson: object) -> None:
    """Both views take its actors and steps."""
    show.window.show_lesson(lesson, None)  # type: ignore[arg-type]

    assert show.audience.stage.lesson is lesson
    assert show.console.stage.lesson is lesson
    assert show.console.steps.count() == 3


def test_overview_and_go_to_open_over_the_audience(show: Presenting) -> None:
    """Each is over the window that presents, and Esc brings the stage back."""
    for key in (Key.Key_O, Key.Key_G):
        press(show, key)
        opened = show.window.dialogs.names()
        assert opened
        assert show.window.dialogs.close_top()
        show.seats.focus()


def test_replay_loop_and_scrub_work(begin: Begin) -> None:
    """The same commands as in the window."""
    show = begin(3, motion="full")
    press(show, Key.Key_R)
    assert 2.0 < show.player.playhead.position < 2.1
    show.player.advance(60.0)
    press(show, Key.Key_Left, modifier="ctrl")
    assert show.player.playhead.position == 2.9
    press(show, Key.Key_L, modifier="shift")
    assert show.player.looping
    press(show, Key.Key_L, modifier="shift")

    assert not show.player.looping


def test_the_console_s_buttons_show_only_keys_that_work(begin: Begin) -> None:
    """With letters off, what is left; also when they are switched off in mid-show."""
    show = begin(single_letter_keys=False)
    buttons, window = show.console.buttons, show.window
    names: tuple[CommandId, ...] = ("swap", "laser", "black")
    seen = [[buttons[name].key for name in names]]
    for letters in (True, False):
        window.change(single_letter_keys=letters)
        seen.append([buttons[name].key for name in names])

    off = ["", "Ctrl+L", ""]
    assert seen == [off, ["X", "L", "B"], off]


def test_letters_can_be_switched_off_here_too(begin: Begin) -> None:
    """Then B is no key, but PgDn and Ctrl+L are."""
    show = begin(0, single_letter_keys=False)

    press(show, Key.Key_B)
    press(show, Key.Key_L, modifier="ctrl")
    press(show, Key.Key_PageDown)

    assert not show.audience.cover.isVisible()
    assert show.tools.tool == "laser"
    assert show.player.target == 1


def test_closing_the_view_only_ends_presenting(show: Presenting) -> None:
    """Alt+F4 on the projector does not close the program."""
    show.audience.close()

    assert show.window.isVisible()
    assert not show.window.presenting


def test_ctrl_q_ends_everything(show: Presenting) -> None:
    """The window is closed as always, so that its place is kept."""
    kept: list[object] = []
    show.window.preferences_changed.connect(
        lambda chosen, _changed: kept.append(chosen)
    )

    press(show, Key.Key_Q, modifier="ctrl")

    assert kept
    assert not show.window.isVisible()
    assert not show.audience.isVisible()


def test_the_window_waits_for_nothing_of_this(tmp_path: Path) -> None:
    """A start loads no module of presenting, nor D-Bus."""
    code = (
        "import sys; from pathlib import Path;"
        "from sidecar_viz.app.application import opened_program;"
        "from sidecar_viz.app.qt_application import make_application;"
        "from sidecar_viz.app.preferences.preferences import Preferences;"
        "app = make_application();"
        f"program, _ = opened_program(None, Path({str(ROOT)!r}), Preferences());"
        "window = program.window;"
        "window.show(); app.processEvents();"
        "print([n for n in sys.modules if 'app.present' in n or 'DBus' in n])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.strip() == "[]"


def test_learned_keys_work_on_show(begin: Begin) -> None:
    """A clicker's own buttons: next, and black, which next takes away."""
    show = begin(0, learned_keys=(("F13", "next"), ("F14", "black")))
    program_of(show.window).begin_session(restore=False)
    press(show, Key.Key_F13)
    assert show.player.target == 1

    press(show, Key.Key_F14)
    assert show.audience.cover.colour == "black"
    press(show, Key.Key_F13)
    assert show.audience.cover.colour == ""
    assert show.player.target == 1

    show.end()
    QTest.keyClick(show.window, Key.Key_F13)
    assert show.player.target == 2


def test_learned_keys_work_in_a_dialog_on_show(begin: Begin, qtbot: QtBot) -> None:
    """They do there what the dialog's own keys do."""
    show = begin(0, learned_keys=(("F13", "next"),))
    program_of(show.window).begin_session(restore=False)
    show.window.commands["quiz"].trigger()
    dialog = show.seats.front.findChild(QuizDialog)
    assert isinstance(dialog, QuizDialog)
    qtbot.waitUntil(lambda: in_front(dialog))

    QTest.keyClick(dialog, Key.Key_F13)

    assert dialog.attempt.answers[0].progress == "revealed"
    assert show.player.target == 0
