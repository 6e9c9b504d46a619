"""What the class is shown beside the stage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.present.audience.side_panel import SidePanel, tracker_part
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import LIGHT


@pytest.mark.parametrize(
    ("step", "tones"),
    [
        (3, ["active", "active", "active", "idle"]),
        (6, ["done", "done", "idle", "idle"]),
    ],
)
def test_a_state_has_the_sign_and_the_colour_that_it_has_on_the_stage(
    sidecar_lesson: Lesson, step: int, tones: list[str]
) -> None:
    """As in the tracker of the window: words alone do not tell from afar."""
    part = tracker_part(course_of(sidecar_lesson), step)

    assert [row.tone for row in part.rows] == tones
    assert [row.hue for row in part.rows] == ["blue", "amber", "green", "violet"]


def test_states_are_drawn_in_their_colours(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Main runs in blue, the sidecar in amber; both colours are on the panel."""
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.resize(760, 600)
    panel.set_look(Look(LIGHT))
    panel.show_parts((tracker_part(course_of(sidecar_lesson), 3),))

    picture = panel.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = ((x, y) for x in range(760) for y in range(600))
    found = {picture.pixelColor(*place).name() for place in places}

    assert {LIGHT.hue("blue").text, LIGHT.hue("amber").text} <= found
