"""The process flow as SVG for eyes, and as a list for screen readers."""

from __future__ import annotations

from itertools import pairwise

from sidecar_viz.core.flow.chart import Arrow, Measures, chart_of
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Flow, FlowEdge, FlowNode
from sidecar_viz.core.markup import escaped
from sidecar_viz.export.page.html import rich, text
from sidecar_viz.export.page.words import SAID
from sidecar_viz.paint.brush.fonts import MEDIUM, SEMIBOLD
from sidecar_viz.paint.brush.text import width, wrapped

WIDE, GAP = 440.0, 26.0
TEXT, LABEL, LINE = 15.0, 13.0, 1.26
PAD, ABOVE, ROUND, POINT = 14.0, 9.0, 12.0, 11.0
MORE_PAD = {"decision": 6.0, "start": 4.0, "end": 6.0}
MOST_LINES = 40
HEAD = 5.0


def flow_html(flow: Flow) -> str:
    """Write the flow; "" where the lesson has none.

    Boxes have the attribute data-box: the player marks them as lit, past or failed.
    """
    if not flow.nodes:
        return ""
    edges = flow.edges or tuple(
        FlowEdge(source=one.id, target=other.id) for one, other in pairwise(flow.nodes)
    )
    note = f"<p>{rich(flow.caption)}</p>" if flow.caption else ""
    return _picture(flow, edges) + _list(flow, edges) + note


def _picture(flow: Flow, edges: tuple[FlowEdge, ...]) -> str:
    nodes = {node.id: node for node in flow.nodes}
    pairs = [(edge.source, edge.target) for edge in edges]
    words = [edge.words for edge in edges]
    chart = chart_of([*nodes], pairs, words, _measures(nodes))
    arrows = "".join(_arrow(arrow, words[arrow.edge]) for arrow in chart.arrows)
    boxes = "".join(_box(nodes[key], box) for key, box in chart.boxes.items())
    wide, high = chart.size
    return (
        f'<svg class="flow" viewBox="-2 -2 {wide + 4:.0f} {high + 4:.0f}"'
        f' width="{wide + 4:.0f}" aria-hidden="true">{arrows}{boxes}</svg>'
    )


def _measures(nodes: dict[str, FlowNode]) -> Measures:
    def box_height(node: str, wide: float) -> float:
        return len(_lines(nodes[node], wide)) * LINE * TEXT + 2 * ABOVE

    def box_least(node: str) -> float:
        longest = max(nodes[node].label.split(), key=len, default="")
        return width(longest, SEMIBOLD) * TEXT + 2 * _pad(nodes[node]) + 2

    def label_size(words: str, room: float) -> tuple[float, float]:
        lines = wrapped(words, room / LABEL, MEDIUM, MOST_LINES)
        wide = max((width(line, MEDIUM) for line in lines), default=0.0) * LABEL
        return min(room, wide) + 2, LINE * LABEL * len(lines) + 2

    def label_least(words: str) -> float:
        longest = max(words.split(), key=len, default="")
        return width(longest, MEDIUM) * LABEL + 2

    return Measures(
        WIDE, GAP, 14.0, 15.0, 9.0, box_height, box_least, label_size, label_least
    )


def _pad(node: FlowNode) -> float:
    return PAD + MORE_PAD.get(node.kind, 0.0)


def _lines(node: FlowNode, wide: float) -> tuple[str, ...]:
    room = (wide - 2 * _pad(node)) / TEXT
    return wrapped(node.label, room, SEMIBOLD, MOST_LINES) or ("",)


def _box(node: FlowNode, box: Rect) -> str:
    lines = _lines(node, box.width)
    top = box.y + box.height / 2 - LINE * TEXT * len(lines) / 2
    words = "".join(
        f'<text x="{box.x + _pad(node):.1f}"'
        f' y="{top + LINE * TEXT * (at + 0.5) + 0.355 * TEXT:.1f}">'
        f"{text(line)}</text>"
        for at, line in enumerate(lines)
    )
    return (
        f'<g data-box="{escaped(node.id)}" class="{node.kind}">'
        f"{_outline(node, box)}{words}</g>"
    )


def _outline(node: FlowNode, box: Rect) -> str:
    if node.kind == "decision":
        middle = box.y + box.height / 2
        points = (
            (box.x, middle),
            (box.x + POINT, box.y),
            (box.right - POINT, box.y),
            (box.right, middle),
            (box.right - POINT, box.bottom),
            (box.x + POINT, box.bottom),
        )
        corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        return f'<polygon points="{corners}"/>'
    radius = min(box.height / 2, 24.0) if node.kind in ("start", "end") else ROUND
    outline = _rect(box, radius)
    return outline + (_rect(box.inset(4.0), radius - 4.0) if node.kind == "end" else "")


def _rect(box: Rect, radius: float) -> str:
    return (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}"'
        f' height="{box.height:.1f}" rx="{radius:.1f}"/>'
    )


def _arrow(arrow: Arrow, words: str) -> str:
    *points, (x, y) = arrow.points
    line = " ".join(f"{a:.1f},{b:.1f}" for a, b in (*points, (x, y - HEAD)))
    head = f"{x - HEAD:.1f},{y - 1.5 * HEAD:.1f} {x + HEAD:.1f},{y - 1.5 * HEAD:.1f}"
    label = ""
    if arrow.label is not None:
        room = arrow.label
        lines = wrapped(words, room.width / LABEL, MEDIUM, MOST_LINES)
        label = "".join(
            f'<text class="way" x="{room.x:.1f}"'
            f' y="{room.y + LINE * LABEL * (at + 0.5) + 0.355 * LABEL:.1f}">'
            f"{text(one)}</text>"
            for at, one in enumerate(lines)
        )
    return (
        f'<polyline points="{line}"/>'
        f'<polygon class="head" points="{head} {x:.1f},{y - 1:.1f}"/>{label}'
    )


def _list(flow: Flow, edges: tuple[FlowEdge, ...]) -> str:
    names = {node.id: node.label for node in flow.nodes}
    ways: dict[str, list[str]] = {}
    for edge in edges:
        name = text(names[edge.target])
        way = f"{name} ({text(edge.words)})" if edge.words else name
        ways.setdefault(edge.source, []).append(way)
    rows = "".join(
        f'<li data-box="{escaped(node.id)}">{text(node.label)}'
        f'<span class="time"></span>{_leads(ways.get(node.id))}</li>'
        for node in flow.nodes
    )
    return f'<ol class="unseen">{rows}</ol>'


def _leads(names: list[str] | None) -> str:
    return "" if not names else ". " + SAID["leads-to"].format(names=", ".join(names))
