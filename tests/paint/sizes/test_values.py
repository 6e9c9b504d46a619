"""Values have room on every form, at every level of detail."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.sizes.levels import LEVELS, Level
from sidecar_viz.paint.sizes.measure import (
    Figure,
    figures,
    own_size,
    rows_of,
    tab_width,
    value_width,
)

TEXT = """
format: 2
id: made
title: Made
actors:
  - {{id: one, name: One, kind: {kind}{values}}}
  - {{id: pod, name: Pod, kind: pod{values}}}
  - {{id: in, name: In, parent: pod}}
steps:
  - {{id: a, title: A{step}}}
"""
LONG = "a value of many letters"


def found(kind: str, *, valued: bool, long: bool = False) -> dict[str, Figure]:
    """The figures of a lesson with an actor of a kind, and a frame."""
    step = f", actors: [{{id: one, values: {{ip: {LONG}}}}}]" if long else ""
    values = ", values: {ip: , restarts: 0}" if valued else ""
    text = TEXT.format(kind=kind, values=values, step=step)
    return figures(read_lesson(text.encode(), "made.yaml"))


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize("kind", ["container", "box", "client", "queue", "counter"])
def test_a_card_has_a_row_for_each_value(kind: str, level: Level) -> None:
    """Also where there is little room: they are what the lesson is about."""
    rows = rows_of(found(kind, valued=True)["one"], level)

    assert [index for part, _, index in rows if part == "value"] == [0, 1]


@pytest.mark.parametrize("kind", ["container", "box", "volume", "network"])
def test_the_widest_text_of_all_has_room(kind: str) -> None:
    """A card is as wide as a value can become in any step."""
    short, long = found(kind, valued=True), found(kind, valued=True, long=True)

    assert value_width(long["one"], 0) > value_width(short["one"], 0)
    for level in LEVELS:
        assert own_size(long["one"], level)[0] >= value_width(long["one"], 0)


def test_values_beside_a_drawing_and_in_a_frame_s_label_have_room() -> None:
    """A store grows downward, a label to the right."""
    bare, valued = found("volume", valued=False), found("volume", valued=True)

    assert own_size(valued["one"], LEVELS[0])[1] > own_size(bare["one"], LEVELS[0])[1]
    assert tab_width(valued["pod"]) > tab_width(bare["pod"])
