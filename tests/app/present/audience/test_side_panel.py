"""What the class is shown beside the stage."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.present.audience.listing import line_colours
from sidecar_viz.app.present.audience.side_panel import (
    SidePanel,
    sample_part,
    tracker_part,
)
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson, Sample
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


def test_a_listing_has_the_colours_of_its_language_in_each_line() -> None:
    """Words are coloured where they stand in their line; what is none is not."""
    text = "kind: Pod\n\nspec:\n  - a: b\n"
    sample = Sample(id="s", language="yaml", text=text)

    found = line_colours(sample, LIGHT)

    blue, green = LIGHT.hue("blue").text, LIGHT.hue("green").text
    lines = text.splitlines()
    words = [
        [(line[start : start + length], colour) for start, length, colour in runs]
        for line, runs in zip(lines, found, strict=True)
    ]
    assert words == [
        [("kind", blue), (":", LIGHT.muted), ("Pod", green)],
        [],
        [("spec", blue), (":", LIGHT.muted)],
        [("-", LIGHT.muted), ("a", blue), (":", LIGHT.muted), ("b", green)],
    ]


def test_a_listing_is_drawn_in_its_colours(
    qtbot: QtBot, sidecar_lesson: Lesson
) -> None:
    """Also where the class reads it: keys are blue, values green."""
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.resize(760, 900)
    panel.set_look(Look(LIGHT))
    panel.show_parts((sample_part(course_of(sidecar_lesson), 3),))

    picture = panel.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = ((x, y) for x in range(760) for y in range(900))
    found = {picture.pixelColor(*place).name() for place in places}

    assert {LIGHT.hue("blue").text, LIGHT.hue("green").text} <= found
