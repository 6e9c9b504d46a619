"""The opening and the ending for the class, and beside them in the console."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sidecar_viz.app.present.presenting import Presenting
from tests.app.present.conftest import Begin, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def test_the_class_sees_the_ending(show: Presenting) -> None:
    """What to take home, what is missing and what follows; the stage is covered."""
    show.player.jump(6)
    press(show, Key.Key_PageDown)

    band = show.audience.band
    assert "the app stays as it is" in band.title.text()
    assert "Six lines did not get out." in band.text.text()
    assert "A native sidecar beside a plain one" in band.text.text()
    assert show.audience.stage.picture.covered
    press(show, Key.Key_PageUp)

    assert "Pod stops" in band.title.text()
    assert not show.audience.stage.picture.covered


@pytest.mark.parametrize("size", [(800, 480), (1280, 720), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_words_fit_the_band(
    begin: Begin, size: tuple[int, int], scale: float
) -> None:
    """They are longer than a step's title; the band stays as high as it is."""
    show = begin(text_scale=scale, caption_scale=scale)
    show.audience.resize(*size)
    show.player.jump(6)
    high = show.audience.band.height()

    press(show, Key.Key_PageDown)

    band = show.audience.band
    assert band.height() == high
    room = band.title.width()
    assert band.title.height() >= band.title.heightForWidth(room)
    assert band.text.geometry().bottom() <= band.height()
    assert band.text.height() >= band.text.heightForWidth(room)


def test_the_console_shows_the_ending_as_what_comes_next(show: Presenting) -> None:
    """Then as what is now; a button opens the next lesson only there."""
    show.begin_with_console()
    console, following = show.console, show.following
    show.player.jump(6)
    following.catch_up()
    assert console.next.heading.text() == "NEXT · WHAT REMAINS"
    assert following.pictures.picture(7) is not None
    assert not console.buttons["next_lesson"].isVisible()

    show.window.steering.next()
    following.catch_up()
    assert "the app stays as it is" in console.title.text()
    assert console.now.heading.text().endswith("THE END")
    assert console.picture.accessibleName() == "That was the end."
    assert console.stage.picture.covered
    assert console.buttons["next_lesson"].isVisible()

    show.window.steering.previous()
    following.catch_up()
    assert not console.buttons["next_lesson"].isVisible()
    assert "Pod stops" in console.title.text()


def test_ink_of_the_last_step_is_not_on_the_ending(show: Presenting) -> None:
    """It is there again when the step is."""
    show.player.jump(6)
    at_step = show.tools.step

    press(show, Key.Key_PageDown)
    assert show.tools.step == at_step + 1
    press(show, Key.Key_PageUp)

    assert show.tools.step == at_step
