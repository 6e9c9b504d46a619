"""The tools alone: one in hand, a pen that draws, a view that comes nearer."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.present.tools.tools import NEARER, Tools
from sidecar_viz.paint.layout.zoom import WHOLE, View


@pytest.fixture
def tools(qapp: QtBot) -> Tools:
    """Have no tool in hand."""
    del qapp
    return Tools()


def test_a_line_is_seen_while_it_is_drawn(tools: Tools) -> None:
    """And it is kept when the pen is lifted, on the step it was drawn on."""
    tools.toggle("pen")
    tools.pen_down((0.1, 0.1))
    tools.point_at((0.5, 0.5))
    assert len(tools.strokes) == 1
    assert not tools.ink.on(0)

    tools.pen_up()
    assert tools.ink.on(0) == tools.strokes
    tools.show_step(1)
    assert not tools.strokes
    tools.show_step(0)
    assert len(tools.strokes) == 1


def test_without_the_pen_nothing_is_drawn(tools: Tools) -> None:
    """A press with the laser is no line."""
    tools.toggle("laser")
    tools.pen_down((0.1, 0.1))

    assert tools.strokes == ()


def test_the_tool_in_hand_is_put_away_by_its_own_key(tools: Tools) -> None:
    """Another's key takes the other."""
    taken: list[str] = []
    tools.taken.connect(taken.append)
    for tool in ("laser", "pen", "pen"):
        tools.toggle(tool)

    assert taken == ["laser", "pen", ""]
    assert not tools.put_away()


def test_notches_lead_nearer_and_back(tools: Tools) -> None:
    """Each is a quarter nearer; one back from the first is the whole stage."""
    tools.nearer(1)
    assert tools.view.factor == pytest.approx(NEARER)
    tools.nearer(1)
    assert tools.view.factor == pytest.approx(NEARER**2)
    tools.nearer(-1)
    tools.nearer(-1)
    assert tools.view is WHOLE


def test_stepping_back_says_whether_that_is_new(tools: Tools) -> None:
    """Esc goes on to the next layer where it is not."""
    assert not tools.step_back()
    tools.look(View(2.0, 0.5, 0.5))
    assert tools.step_back()
    assert tools.seen is WHOLE
