"""What the teacher has to see where there is one view, for teacher and class."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.core.course.course import course_of
from tests.app.present.conftest import Begin, at_hand, press

Key = Qt.Key
STILL, THREE = "Still; **M** lets it go on", "Go to step 3: press Enter"
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def signs(show: Presenting) -> str:
    """Return what the corner says, if it can be seen."""
    sign, cover = show.audience.sign, show.audience.cover
    over = show.audience.children()
    covered = cover.isVisible() and over.index(cover) > over.index(sign)
    return sign.said() if sign.isVisible() and not covered else ""


def test_m_shows_a_sign_in_the_only_view(show: Presenting) -> None:
    """In the corner, inside the window; M again takes it away."""
    assert signs(show) == ""
    press(show, Key.Key_M)
    assert signs(show) == STILL
    assert show.audience.rect().contains(show.audience.sign.geometry())
    show.window.change(own_keys=(("still", ("J",)),))
    assert signs(show) == "Still; **J** lets it go on"
    show.window.change(own_keys=(("still", ()),))
    assert signs(show) == "Still"
    show.window.change(own_keys=())

    press(show, Key.Key_M)
    assert signs(show) == ""


def test_what_stood_still_before_the_show_is_signed_from_its_start(
    begin: Begin, qtbot: QtBot
) -> None:
    """It is in the console alone while there is one."""
    show = begin()
    show.end()
    show.window.commands["still"].trigger()
    show.begin()
    qtbot.waitUntil(lambda: at_hand(show))
    assert signs(show) == STILL

    press(show, Key.Key_S)
    qtbot.waitUntil(lambda: at_hand(show))
    assert show.audience.sign.said() == ""
    assert "Everything stands still" in show.console.note.text()
    press(show, Key.Key_S)
    qtbot.waitUntil(lambda: at_hand(show))
    assert signs(show) == STILL


def test_a_number_is_seen_over_a_picture_that_stands_still(show: Presenting) -> None:
    """It leads where it says; Esc takes it away before the picture goes on."""
    show.toggle_frozen()
    press(show, Key.Key_3)
    assert signs(show) == THREE
    press(show, Key.Key_Escape)
    assert (signs(show), show.frozen_at) == ("", 0)

    press(show, Key.Key_3, Key.Key_Return)
    assert (signs(show), show.frozen_at) == ("", 0)
    assert show.player.target == 3


def test_a_number_and_a_sign_are_no_part_of_the_picture(show: Presenting) -> None:
    """What was typed before F moves to the corner, and back to the band."""
    bare = show.audience.grab().toImage()
    press(show, Key.Key_M, Key.Key_3)
    show.toggle_frozen()
    frozen = show.audience.cover.frozen
    assert frozen is not None
    assert frozen.toImage() == bare
    assert show.audience.band.remark() == ""
    assert signs(show) == f"{THREE}   ·   {STILL}"

    show.toggle_frozen()
    assert show.audience.band.remark() == THREE
    assert signs(show) == STILL


def test_nothing_is_seen_on_black(show: Presenting) -> None:
    """Black is black; what lies under it comes back with the picture."""
    show.toggle_frozen()
    press(show, Key.Key_M, Key.Key_B, Key.Key_3)
    assert signs(show) == ""
    black = show.audience.grab().toImage()
    assert black.pixelColor(black.width() - 30, black.height() - 30).value() == 0
    press(show, Key.Key_Escape)

    assert signs(show) == f"{THREE}   ·   {STILL}"


def test_the_corner_leaves_the_words_of_every_lesson_free(
    show: Presenting,
) -> None:
    """It stands above the band, in which words may reach to the end."""
    view = show.audience
    press(show, Key.Key_M)
    assert not view.band.geometry().intersects(view.sign.geometry())

    lesson = show.window.lesson
    view.show_course(course_of(replace(lesson, steps=lesson.steps * 3)))

    assert not view.band.geometry().intersects(view.sign.geometry())
    assert signs(show) == STILL


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_corner_is_always_inside_the_view(begin: Begin, text: float) -> None:
    """The longest words break into lines, at any size of text."""
    show = begin(text_scale=text)
    view = show.audience
    view.showNormal()
    view.resize(480, 300)
    show.toggle_frozen()
    press(show, Key.Key_M, Key.Key_9, Key.Key_9, Key.Key_Return)

    assert "There is no step 99" in signs(show)
    assert view.rect().contains(view.sign.geometry())
