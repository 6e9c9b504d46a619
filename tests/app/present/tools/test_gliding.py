"""Coming near and going back: the way there, seen on the class's stage."""

from __future__ import annotations

from statistics import fmean

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.paint.layout.zoom import WHOLE
from tests.app.present.conftest import Begin, press

Key = Qt.Key
NEAR = (*(Key.Key_Tab,) * 5, Key.Key_Z)
COARSE = 32  # pixels: letters are soft on the way, areas are not


def still(show: Presenting) -> QImage:
    """Grab what the class sees."""
    return show.audience.stage.grab().toImage()


def apart(one: QImage, other: QImage) -> float:
    """Measure how much two pictures differ in what is large: 0 to 255 levels."""
    small = [
        bytes(
            picture.scaled(
                *(COARSE, COARSE),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            .convertToFormat(QImage.Format.Format_Grayscale8)
            .constBits()
        )
        for picture in (one, other)
    ]
    return fmean(abs(x - y) for x, y in zip(*small, strict=True))


def test_the_view_glides_and_arrives_where_a_cut_would(
    begin: Begin, qtbot: QtBot
) -> None:
    """On the way it is between the two; what is seen at the end is the same."""
    calm = begin(3)
    press(calm, *NEAR)
    cut = still(calm)
    calm.end()
    show = begin(3, motion="full")
    show.player.scrubbing = True  # nothing else moves
    tools, ways = show.tools, []
    tools.glided.connect(lambda: ways.append(tools.seen.factor))

    press(show, *NEAR)
    assert tools.gliding
    assert tools.seen == WHOLE
    assert tools.view == show.audience.presented.view_of("network")
    qtbot.waitUntil(lambda: not tools.gliding)

    assert ways == sorted(ways)
    assert all(1.0 <= factor <= tools.view.factor for factor in ways)
    assert tools.seen == tools.view
    show.player.set_motion("none")
    assert still(show) == cut


@pytest.mark.parametrize("motion", ["gentle", "none"])
def test_with_less_motion_it_cuts(begin: Begin, motion: str) -> None:
    """To glide is what makes people dizzy."""
    show = begin(3, motion=motion)
    press(show, *NEAR)

    assert not show.tools.gliding
    assert show.tools.seen == show.tools.view != WHOLE


def test_on_the_way_the_stage_is_drawn_as_it_is_seen(begin: Begin) -> None:
    """Half the way is the picture that a cut to there shows, only softer."""
    show = begin(3)
    tools = show.tools
    near = show.audience.presented.view_of("network")
    for there, back in ((near, WHOLE), (WHOLE, near)):
        tools.look(back)
        left = still(show)
        tools.look(there, glide=True)
        tools.seen = back.toward(there, 0.5)
        gliding = still(show)
        tools.look(tools.seen)
        cut = still(show)

        assert apart(gliding, cut) < 2.0
        assert apart(left, cut) > 6.0


def test_a_nervous_thumb_on_the_way(begin: Begin, qtbot: QtBot) -> None:
    """Turned round before it arrives, it comes back to all of the stage."""
    show = begin(3)
    whole = still(show)
    tools = show.tools
    near = show.audience.presented.view_of("network")
    for _ in range(3):
        tools.look(near, glide=True)
        still(show)
        tools.look(WHOLE, glide=True)
        still(show)
    qtbot.waitUntil(lambda: not tools.gliding)

    assert tools.seen == WHOLE
    assert still(show) == whole


def test_pointing_is_right_on_the_way(begin: Begin) -> None:
    """The pen draws where the mouse is seen to be."""
    show = begin(3)
    stage, tools = show.audience.stage, show.tools
    presented = show.audience.presented
    tools.look(presented.view_of("network"), glide=True)
    tools.seen = WHOLE.toward(tools.view, 0.5)
    press(show, Key.Key_D)

    overlay = presented.overlay()
    assert overlay.spot(stage.width() / 2, stage.height() / 2) == pytest.approx(
        (tools.seen.x, tools.seen.y)
    )


def test_a_step_on_the_way_is_shown_at_once(begin: Begin) -> None:
    """The picture that is drawn larger is of the step before."""
    show = begin(3)
    tools = show.tools
    tools.look(show.audience.presented.view_of("network"), glide=True)
    still(show)
    press(show, Key.Key_End)

    assert not tools.gliding
    assert tools.seen == tools.view
    on_the_way = still(show)
    tools.look(WHOLE)
    tools.look(show.audience.presented.view_of("network"))
    assert on_the_way == still(show)
