"""A flow laid out, in rows or as a chain; kept for widths that come again."""

from __future__ import annotations

from itertools import pairwise

from sidecar_viz.app.flow.across import head_room
from sidecar_viz.app.flow.paint import ACROSS, UPRIGHT, measures_of
from sidecar_viz.app.look.look import Look
from sidecar_viz.core.flow.chain import chain_of
from sidecar_viz.core.flow.chart import Chart, chart_of
from sidecar_viz.core.lesson import Flow, FlowEdge

MOST_ARROWS = 100
MOST_CHARTED = 8  # widths and gaps that are kept laid out
NOTHING = Chart((0.0, 0.0), {}, (), ())


class Layouts:
    """Lays one flow out.

    Attributes:
        flow: its boxes, and the arrows that are drawn.
        across: whether the boxes lie in one row, over the line of steps.
    """

    def __init__(self) -> None:
        self.flow = Flow()
        self.across = False
        self._kept: dict[tuple[float, ...], Chart] = {}

    def show(self, flow: Flow) -> None:
        """Take another flow; one without arrows is a chain.

        Of very many arrows only those to the next box are drawn: more could not be
        followed by the eye, and a screen reader hears all of them.
        """
        edges = flow.edges or tuple(
            FlowEdge(source=one.id, target=other.id)
            for one, other in pairwise(flow.nodes)
        )
        if len(edges) > MOST_ARROWS:
            after = {one.id: two.id for one, two in pairwise(flow.nodes)}
            edges = tuple(e for e in edges if after.get(e.source) == e.target)
        self.flow = Flow(nodes=flow.nodes, edges=edges)
        self._kept.clear()

    def lie(self, *, across: bool) -> None:
        """Lay the boxes in one row, or one under the other."""
        self.across = across
        self._kept.clear()

    def laid_out(self, look: Look, width: int, gap: float, start: str) -> Chart:
        """Return the flow laid out.

        Args:
            look: the sizes of boxes and words.
            width: the pixels that there are.
            gap: the pixels between rows.
            start: what the start is called, in front of a chain.
        """
        key = (look.ui, look.text, width, gap)
        if key not in self._kept:
            if len(self._kept) >= MOST_CHARTED:
                self._kept.clear()
            self._kept[key] = self._made(look, width, gap, start)
        return self._kept[key]

    def _made(self, look: Look, width: int, gap: float, start: str) -> Chart:
        nodes = {node.id: node for node in self.flow.nodes}
        style = ACROSS if self.across else UPRIGHT
        measures = measures_of(nodes, look, width, gap, style)
        if self.across:
            return chain_of([*nodes], measures, head_room(start, look))
        edges = [(edge.source, edge.target) for edge in self.flow.edges]
        labels = [edge.words for edge in self.flow.edges]
        return chart_of([*nodes], edges, labels, measures)
