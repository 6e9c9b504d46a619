"""Cells have room for all that they can become, on every card."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.paint.sizes.cells import HIGH, LINE, CellGrid, parts_of
from sidecar_viz.paint.sizes.levels import LEVELS, Level
from sidecar_viz.paint.sizes.measure import Figure, figures, own_size, rows_of

TEXT = """
format: 2
id: made
title: Made
actors:
  - {{id: a, name: A, kind: {kind}, cells: {{form: {form}, items: [{items}]{more}}}}}
steps:
  - {{id: one, title: One, actors: [{{id: a, push: ["{push}"]}}]}}
  - {{id: two, title: Two, actors: [{{id: a, pop: 1}}]}}
"""


def made(
    form: str, push: str = "x", kind: str = "box", items: str = "a", more: str = ""
) -> Figure:
    """The figure of an actor with cells to which something is added."""
    text = TEXT.format(kind=kind, form=form, items=items, push=push, more=more)
    return figures(read_lesson(text.encode(), "made.yaml"))["a"]


def grid(figure: Figure) -> CellGrid:
    """The cells on it."""
    assert figure.grid is not None
    return figure.grid


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name)
@pytest.mark.parametrize("kind", ["box", "container", "database", "network", "queue"])
def test_every_card_has_them_at_every_level(kind: str, level: Level) -> None:
    """Also a store and a network, which are drawn as cards then."""
    rows = rows_of(made("row", kind=kind), level)

    assert [part for part, _, _ in rows].count("cells") == 1


def test_there_is_room_for_as_many_as_there_can_be() -> None:
    """Or for as many as are asked for."""
    assert grid(made("row")).slots == 2
    assert grid(made("row", more=", slots: 5")).slots == 5
    assert grid(made("stack")).height > 2 * HIGH
    assert grid(made("table", items="1 | a", more=", head: n | m")).height > 3 * LINE


def test_there_is_room_for_the_widest_text() -> None:
    """Each cell of a row is as wide as the widest, a table's as its column's."""
    row, table = (
        grid(made("row", push="a long text")),
        grid(made("table", "1 | long one")),
    )

    assert len(set(row.columns)) == 1
    assert row.width > 2 * grid(made("row")).columns[0]
    assert table.columns[0] < table.columns[1]
    assert own_size(made("row", push="a long text"), LEVELS[0])[0] >= row.width


def test_a_row_of_a_table_is_split_at_its_bars() -> None:
    """Nothing else is."""
    assert parts_of(grid(made("table")).cells, "1 | Ada") == ("1", "Ada")
    assert parts_of(grid(made("text")).cells, "ls | wc") == ("ls | wc",)
