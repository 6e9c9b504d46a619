"""Flows in one row, and where the steps' marks stand under them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sidecar_viz.core.flow.chain import chain_of, is_chain, marks_along
from sidecar_viz.core.flow.chart import Measures
from sidecar_viz.core.lesson import Flow, FlowEdge, FlowNode, Lesson


def measures(width: float, least: float = 80.0) -> Measures:
    """Make boxes 40 high, with 20 between them."""
    return Measures(
        width=width,
        gap=0.0,
        between=20.0,
        lane=0.0,
        track=0.0,
        box_height=lambda _node, _wide: 40.0,
        box_least=lambda _node: least,
        label_size=lambda _words, _room: (0.0, 0.0),
        label_least=lambda _words: 0.0,
    )


def flow_of(*edges: tuple[str, str, str]) -> Flow:
    """Make a flow of three boxes."""
    nodes = tuple(FlowNode(id=name, label=name) for name in "abc")
    made = (FlowEdge(source=a, target=b, label=label) for a, b, label in edges)
    return Flow(nodes=nodes, edges=tuple(made))


def test_only_a_line_of_boxes_is_a_chain(sidecar_lesson: Lesson) -> None:
    """Branches, loops and words at arrows need rows; without arrows it is one."""
    onward = (("a", "b", ""), ("b", "c", ""))
    assert is_chain(flow_of(*onward))
    assert is_chain(flow_of())
    assert is_chain(sidecar_lesson.flow)
    assert not is_chain(flow_of(*onward, ("c", "a", "")))
    assert not is_chain(flow_of(("a", "b", ""), ("a", "c", "")))
    assert not is_chain(flow_of(("a", "b", "yes"), ("b", "c", "")))
    assert not is_chain(Flow())


def test_boxes_of_a_chain_fill_the_row() -> None:
    """Alike in size, apart, behind the head, with an arrow from each to the next."""
    chart = chain_of("abc", measures(700.0), 60.0)
    boxes = list(chart.boxes.values())

    assert {box.width for box in boxes} == {200.0}
    assert boxes[0].x == 60.0
    assert boxes[-1].right == 700.0
    assert chart.size == (700.0, 40.0)
    assert [arrow.points for arrow in chart.arrows] == [
        ((one.right, 20.0), (other.x, 20.0)) for one, other in pairwise(boxes)
    ]


def test_no_box_becomes_too_narrow_for_its_words() -> None:
    """The row is wider than the room then, which says that it does not fit."""
    assert chain_of("abc", measures(200.0), 60.0).size[0] == 60.0 + 3 * 80.0 + 2 * 20.0


@pytest.mark.parametrize(
    ("wanted", "marks"),
    [
        ((None, 100.0, 300.0), (20.0, 100.0, 300.0)),
        ((None, None, 220.0), (20.0, 120.0, 220.0)),
        ((None, 100.0, None, None), (20.0, 100.0, 400 / 3 + 100, 800 / 3 + 100)),
        ((None, 200.0, 200.0, 200.0), (20.0, 160.0, 200.0, 240.0)),
        ((10.0, 300.0), (20.0, 300.0)),
    ],
)
def test_marks_stand_where_they_are_wanted(
    wanted: tuple[float | None, ...], marks: tuple[float, ...]
) -> None:
    """Between their neighbours, or side by side, where they cannot."""
    assert marks_along(wanted, 20.0, 500.0, 40.0) == pytest.approx(marks)


@pytest.mark.parametrize(
    "wanted",
    [
        (None, 300.0, 100.0),
        (None, 100.0, 130.0),
        (None, 40.0),
        (None, 480.0, 480.0, 480.0),
    ],
)
def test_marks_without_order_or_room_stand_elsewhere(
    wanted: tuple[float | None, ...],
) -> None:
    """A step that goes back along the flow, or one too close: all stand evenly."""
    assert marks_along(wanted, 20.0, 500.0, 40.0) == ()
