"""The split view for the class."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.stage.view import StageView
from tests.app.present.conftest import Begin, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


@pytest.fixture
def split(begin: Begin) -> Presenting:
    """Present the first what-if at step 4, beside the lesson."""
    show = begin(4)
    show.window.show_what_if("volume-not-mounted")
    press(show, Key.Key_U, modifier="shift")
    return show


def twin_of(show: Presenting) -> StageView:
    """Find the lesson's stage in the class's view."""
    stages = show.audience.findChildren(StageView)
    (twin,) = (stage for stage in stages if stage is not show.audience.stage)
    return twin


def test_the_class_sees_both(split: Presenting) -> None:
    """Equally large, over the caption; both are ringed where they differ."""
    stage, twin = split.audience.stage, twin_of(split)

    assert twin.isVisible()
    assert twin.size() == stage.size()
    assert not twin.geometry().intersects(stage.geometry())
    assert max(twin.geometry().bottom(), stage.geometry().bottom()) < (
        split.audience.band.geometry().top()
    )
    assert "logs" in stage.picture.differing
    assert stage.picture.differing == twin.picture.differing

    press(split, Key.Key_Right)
    assert "receiver" in twin.picture.differing

    press(split, Key.Key_U, modifier="shift")
    assert not twin.isVisible()
    assert stage.picture.differing == frozenset()
    assert stage.width() == split.audience.width()


def test_a_show_that_begins_split_is_split_at_once(begin: Begin) -> None:
    """What differs is ringed without a further step."""
    show = begin(4, split_view=True)
    show.window.show_what_if("volume-not-mounted")
    show.end()
    show.begin()

    assert twin_of(show).isVisible()
    assert "logs" in show.audience.stage.picture.differing


def test_the_console_keeps_a_copy_of_the_what_if_alone(split: Presenting) -> None:
    """It takes the shape of the class's what-if; nothing stands beside it."""
    split.console.resize(1000, 600)
    stage, copy = split.audience.stage, split.console.stage
    assert split.console.findChildren(StageView) == [copy]
    whole, model = split.console.presented.whole().size, stage.size()

    assert whole == (float(model.width()), float(model.height()))


def test_the_lesson_is_zoomed_with_the_what_if(split: Presenting) -> None:
    """Both show the same part, from as near."""
    stage, twin = split.audience.stage, twin_of(split)
    before = twin.box_of("logs").width()
    press(split, Key.Key_Plus)
    split.tools.arrive()

    assert twin.box_of("logs") == stage.box_of("logs")
    assert twin.box_of("logs").width() > before
    assert twin.picture.held
    assert stage.picture.held


def test_the_pen_draws_on_the_what_if_alone(split: Presenting) -> None:
    """Enter draws round the actor that the keyboard is on."""
    press(split, Key.Key_D, Key.Key_Tab, Key.Key_Return)

    assert len(split.tools.strokes) == 1
    assert not twin_of(split).hasFocus()
    assert twin_of(split).picture.held


def test_black_covers_both(split: Presenting) -> None:
    """What was made later lies under what covers all."""
    press(split, Key.Key_B)
    audience = split.audience
    middle = twin_of(split).geometry().center()

    picture = audience.grab().toImage()
    assert picture.pixelColor(middle).name() == "#000000"


def test_light_is_only_where_one_points(split: Presenting) -> None:
    """The spotlight dims the lesson's stage and the headings as all else."""
    audience, twin = split.audience, twin_of(split)
    at = twin.geometry().bottomRight() - QPoint(12, 12)
    before = audience.grab().toImage().pixelColor(at).lightness()

    press(split, Key.Key_T)

    assert audience.grab().toImage().pixelColor(at).lightness() < before / 1.5
