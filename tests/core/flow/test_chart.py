"""Flows of any shape are laid out so that nothing overlaps and nothing is crossed."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidecar_viz.core.flow.chart import Chart, Measures, chart_of
from sidecar_viz.core.flow.rows import rows_of
from sidecar_viz.core.geometry import Rect

LETTER = 8.0
"""How wide a letter is in these tests, where no font is needed."""
WORDS = ("", "", "Yes", "No", "after a while", "unrecoverable", "next line of the log")
BOXES = ("Start", "App writes a line", "Communication", "Is it ready, or not?")


def wrapped(text: str, room: float) -> tuple[float, int]:
    """Width and number of lines of a text in which every letter is as wide."""
    lines, line = 1, 0.0
    widest = 0.0
    for word in text.split():
        long = len(word) * LETTER
        if line and line + LETTER + long > room:
            lines, line = lines + 1, 0.0
        line += long + (LETTER if line else 0.0)
        widest = max(widest, line)
    return widest, lines


def measures(texts: dict[str, str], width: float, scale: float = 1.0) -> Measures:
    """Measure texts whose letters are all alike, *scale* times as large."""

    def size(text: str, room: float) -> tuple[float, float]:
        wide, lines = wrapped(text, room / scale)
        return wide * scale, ceil(lines * 18 * scale)

    def least(text: str) -> float:
        return max((len(word) * LETTER * scale for word in text.split()), default=0.0)

    return Measures(
        width=width,
        gap=24.0,
        between=14.0,
        lane=14.0,
        track=9.0,
        box_height=lambda node, wide: size(texts[node], wide - 24)[1] + 20,
        box_least=lambda node: least(texts[node]) + 24,
        label_size=size,
        label_least=least,
    )


def laid_out(
    texts: dict[str, str],
    edges: list[tuple[str, str, str]],
    width: float = 300.0,
    scale: float = 1.0,
) -> Chart:
    """Lay out a flow of boxes and arrows (from, to, words)."""
    ends = [(source, target) for source, target, _ in edges]
    labels = [label for _, _, label in edges]
    return chart_of([*texts], ends, labels, measures(texts, width, scale))


def crossings(chart: Chart) -> list[str]:
    """Name every arrow that crosses a box, touching edges aside."""
    return [
        f"{arrow.edge} through {box}"
        for arrow in chart.arrows
        for (x0, y0), (x1, y1) in pairwise(arrow.points)
        for box, rect in chart.boxes.items()
        if Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        .inset(-0.01)
        .overlaps(rect.inset(0.5))
    ]


def overlaps(chart: Chart) -> list[str]:
    """Name every two boxes, and words and anything, that overlap."""
    found = [
        f"{one} and {other}"
        for one, other in combinations(chart.boxes, 2)
        if chart.boxes[one].overlaps(chart.boxes[other])
    ]
    words = {arrow.edge: arrow.label for arrow in chart.arrows if arrow.label}
    for edge, label in words.items():
        inner = label.inset(0.5)
        found += [
            f"{edge} on {box}" for box, r in chart.boxes.items() if inner.overlaps(r)
        ]
        found += [
            f"words {edge} and {other}"
            for other, rect in words.items()
            if other > edge and inner.overlaps(rect.inset(0.5))
        ]
        for arrow in chart.arrows:
            for (x0, y0), (x1, y1) in pairwise(arrow.points):
                line = Rect(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
                if line.inset(-0.01).overlaps(inner):
                    found.append(f"words {edge} on arrow {arrow.edge}")
    return found


@st.composite
def flows(draw: st.DrawFn) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Draw a flow of 1 to 15 boxes with arrows between any of them."""
    ids = [f"n{number}" for number in range(draw(st.integers(1, 15)))]
    texts = {node: draw(st.sampled_from(BOXES)) for node in ids}
    arrow = st.tuples(
        st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(WORDS)
    )
    return texts, draw(st.lists(arrow, max_size=22))


@settings(deadline=None, max_examples=150)
@given(
    flow=flows(),
    width=st.sampled_from((150.0, 216.0, 300.0, 680.0)),
    scale=st.sampled_from((1.0, 2.0)),
)
def test_no_box_overlaps_and_no_arrow_crosses(
    flow: tuple[dict[str, str], list[tuple[str, str, str]]], width: float, scale: float
) -> None:
    """Boxes, arrows and words of any flow keep off each other, at 200 % text, too."""
    chart = laid_out(*flow, width, scale)

    assert set(chart.boxes) == set(flow[0])
    assert overlaps(chart) == []
    assert crossings(chart) == []


@settings(deadline=None, max_examples=80)
@given(flow=flows(), width=st.sampled_from((150.0, 300.0)))
def test_every_arrow_leads_from_its_box_to_its_box(
    flow: tuple[dict[str, str], list[tuple[str, str, str]]], width: float
) -> None:
    """Out of the lower edge of the one, into the upper edge of the other."""
    chart = laid_out(*flow, width)

    for arrow, (source, target, _) in zip(chart.arrows, flow[1], strict=True):
        (x0, y0), (x1, y1) = arrow.points[0], arrow.points[-1]
        start, end = chart.boxes[source], chart.boxes[target]
        assert y0 == start.bottom
        assert start.x < x0 < start.right
        assert y1 == end.y
        assert end.x < x1 < end.right


@settings(deadline=None, max_examples=80)
@given(flow=flows(), width=st.sampled_from((150.0, 216.0, 300.0)))
def test_no_word_is_cut(
    flow: tuple[dict[str, str], list[tuple[str, str, str]]], width: float
) -> None:
    """Boxes and labels are as wide as their widest word, at 200 % text, too."""
    chart = laid_out(*flow, width, 2.0)

    for box, text in flow[0].items():
        widest = max(len(word) for word in text.split()) * LETTER * 2.0
        assert chart.boxes[box].width >= widest + 24
    for arrow, (_, _, label) in zip(chart.arrows, flow[1], strict=True):
        widest = max((len(word) for word in label.split()), default=0) * LETTER * 2.0
        assert (arrow.label.width if arrow.label else 0.0) >= widest


@settings(deadline=None, max_examples=80)
@given(flow=flows(), width=st.sampled_from((216.0, 300.0, 680.0)))
def test_all_of_it_is_inside_of_its_size(
    flow: tuple[dict[str, str], list[tuple[str, str, str]]], width: float
) -> None:
    """What scrolls knows how large it is; nothing is left of or above zero."""
    chart = laid_out(*flow, width)
    rects = [*chart.boxes.values(), *(a.label for a in chart.arrows if a.label)]
    points = [point for arrow in chart.arrows for point in arrow.points]

    assert all(rect.x >= 0 and rect.y >= 0 for rect in rects)
    assert all(rect.right <= chart.size[0] + 0.01 for rect in rects)
    assert all(rect.bottom <= chart.size[1] + 0.01 for rect in rects)
    assert all(0 <= x <= chart.size[0] and 0 <= y <= chart.size[1] for x, y in points)


def test_a_chain_is_one_column_with_straight_arrows() -> None:
    """As wide as the room, one gap between each two, nothing sideways."""
    texts = {"a": "Start", "b": "Communication", "c": "Start"}
    chart = laid_out(texts, [("a", "b", ""), ("b", "c", "")])

    assert [box.width for box in chart.boxes.values()] == [300.0] * 3
    assert [len(arrow.points) for arrow in chart.arrows] == [2, 2]
    assert chart.boxes["b"].y - chart.boxes["a"].bottom == 24.0


@pytest.mark.parametrize(("width", "rows"), [(300.0, 3), (150.0, 4)])
def test_branches_stand_side_by_side_where_there_is_room(
    width: float, rows: int
) -> None:
    """Fan-out and fan-in: two in a row, or one under the other."""
    texts = {"a": "Ready?", "yes": "Go on", "no": "Wait", "end": "End"}
    edges = [
        ("a", "yes", "Yes"),
        ("a", "no", "No"),
        ("yes", "end", ""),
        ("no", "end", ""),
    ]
    chart = laid_out(texts, edges, width, 1.0 if width > 200 else 2.0)

    assert len(chart.rows) == rows
    assert [arrow.label is not None for arrow in chart.arrows] == [True, True] + [
        False
    ] * 2


def test_an_arrow_back_runs_at_the_right_side() -> None:
    """A loop passes beside every box between its ends, and comes in from above."""
    texts = {"a": "Try", "b": "Done?", "c": "End"}
    edges = [("a", "b", ""), ("b", "c", "Yes"), ("b", "a", "No")]
    chart = laid_out(texts, edges)
    back = chart.arrows[2].points

    lane = max(x for x, _ in back)
    assert lane > max(chart.boxes[box].right for box in ("a", "b"))
    assert back[-1][1] == chart.boxes["a"].y
    assert min(y for _, y in back) < chart.boxes["a"].y


def test_a_box_may_lead_to_itself() -> None:
    """Its arrow goes round it."""
    chart = laid_out({"a": "Start"}, [("a", "a", "again")])

    assert overlaps(chart) == crossings(chart) == []
    assert max(x for x, _ in chart.arrows[0].points) > chart.boxes["a"].right


def test_a_single_column_keeps_the_lessons_order() -> None:
    """The author's order is the one to read in."""
    rows = rows_of(["b", "a", "c"], [("a", "b"), ("a", "c")], 1)

    assert [[slot for slot in row if isinstance(slot, str)] for row in rows] == [
        ["b"],
        ["a"],
        ["c"],
    ]


def test_nothing_at_all_is_an_empty_chart() -> None:
    """A lesson may have no flow."""
    chart = laid_out({}, [])

    assert chart == Chart((0.0, 0.0), {}, (), ())
