"""Which panels a lesson needs, and how much of the window each gets."""

from __future__ import annotations

import pytest

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.shares import Room, ShownParts
from sidecar_viz.core.lesson import Lesson

HD = Room(1920, 1080, 1.0, 1.0)


@pytest.mark.parametrize(
    "room",
    [
        Room(1280, 720, 0.6667, 1.03),
        Room(1499, 2000, 0.78, 1.0),
        Room(1920, 1080, 1.0, 2.0),
        Room(3840, 2160, 2.0, 2.0),
    ],
)
def test_without_room_the_panel_is_a_drawer(room: Room) -> None:
    """In a narrow window, and where larger text needs the width."""
    assert room.drawer
    assert not HD.drawer
    assert not Room(1500, 844, 0.78, 1.0).drawer
    assert not Room(3840, 2160, 2.0, 1.0).drawer


def test_what_a_lesson_leaves_empty_is_not_shown(lesson: Lesson) -> None:
    """No table, no flow, nothing behind tabs."""
    shown = ShownParts().of(lesson)

    assert (shown.flow, shown.table, shown.panel) == (False, False, False)
    assert shown.behind_tabs(chain=False) == ()


def test_a_flow_that_is_no_chain_stands_behind_a_tab() -> None:
    """The table always does, the flow only where it branches; as they are wanted."""
    assert ShownParts().behind_tabs(chain=True) == ("table",)
    assert ShownParts().behind_tabs(chain=False) == ("table", "flow")
    assert ShownParts(flow=False).behind_tabs(chain=False) == ("table",)
    assert ShownParts(table=False).behind_tabs(chain=False) == ("flow",)


def test_the_divider_stays_where_it_was_left() -> None:
    """In thousandths of the width; what an older version kept is no wish."""
    free = HD.panel_width((), Look(), 1886)
    assert HD.panel_width((600, 400), Look(), 1000) == 400
    assert HD.panel_width((100, 500, 400), Look(), 1886) == free
    assert HD.panel_width((0, 1000), Look(), 1886) == free
    assert free < 0.3 * 1886
