"""A number that is typed on show, with one screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.presenting import Presenting
from tests.app.present.conftest import Begin, at_hand, press

Key = Qt.Key
THREE = "Go to step 3: press Enter"
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def read_by_class(show: Presenting) -> str:
    """Return what stands in the place of the caption."""
    return show.audience.band.remark()


def read_by_teacher(show: Presenting) -> str:
    """Return what stands in the place of the next step's picture."""
    return show.console.picture.instead()


def test_esc_forgets_the_number_and_goes_on_presenting(begin: Begin) -> None:
    """The next Esc ends; the number is nowhere then."""
    show = begin(1)
    press(show, Key.Key_3)
    assert read_by_class(show) == THREE
    press(show, Key.Key_Escape)
    assert show.window.presenting
    assert read_by_class(show) == ""

    press(show, Key.Key_Escape)

    assert not show.window.presenting
    assert show.player.target == 1


def test_esc_takes_black_away_before_a_number_that_it_covers(show: Presenting) -> None:
    """What nobody can see is not what lies on top."""
    press(show, Key.Key_B, Key.Key_3, Key.Key_Escape)
    assert not show.audience.cover.colour
    assert read_by_class(show) == THREE

    press(show, Key.Key_Escape)
    assert read_by_class(show) == ""
    assert show.window.presenting


def test_a_number_stays_on_its_side_of_a_show(begin: Begin, qtbot: QtBot) -> None:
    """Typed before F5 or before the end, it leads nowhere afterwards."""
    show = begin(1)
    window = show.window
    caption = window.views.work.caption
    press(show, Key.Key_3)
    show.end()
    assert caption.remark() == ""
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.views.work.stage, Key.Key_3)
    assert caption.remark() == THREE

    QTest.keyClick(window, Key.Key_F5)
    qtbot.waitUntil(lambda: at_hand(show))
    assert read_by_class(show) == ""
    press(show, Key.Key_Return)

    assert show.player.target == 2


def test_a_number_follows_the_teacher_to_the_console_and_back(
    show: Presenting, qtbot: QtBot
) -> None:
    """S: it stands where the teacher looks now, and nowhere else."""
    seen = [(read_by_class(show), read_by_teacher(show))]
    for key in (Key.Key_3, Key.Key_S, Key.Key_S, Key.Key_S, Key.Key_Return):
        press(show, key)
        qtbot.waitUntil(lambda: at_hand(show))
        seen.append((read_by_class(show), read_by_teacher(show)))

    nothing, large, small = ("", ""), (THREE, ""), ("", THREE)
    assert seen == [nothing, large, small, large, small, nothing]
    assert show.player.target == 3


def test_what_else_the_class_reads_stays_when_the_console_comes(
    show: Presenting,
) -> None:
    """Only the number is taken back."""
    press(show, Key.Key_3)
    show.audience.band.show_remark("Something else")
    press(show, Key.Key_S)

    assert read_by_class(show) == "Something else"
    assert read_by_teacher(show) == THREE
