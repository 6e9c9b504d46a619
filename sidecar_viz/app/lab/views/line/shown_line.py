"""What a time line shows, whatever its size: a run, and how it is looked at."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from sidecar_viz.app.lab.views.line.sight import Sight
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import Mark, TimeLine
from sidecar_viz.paint.lab.line.rows import FOOT, Rows, rows_of
from sidecar_viz.pods.showing.folds import Folded
from sidecar_viz.pods.showing.lanes import LaneName
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.showing.way import Way

LEAST_LANES = 3  # of containers; for them the pod's own lanes give way
PHASE: tuple[LaneName, ...] = ("Phase",)
"""The one lane of the pod's own that is always shown."""


class ShownLine(Struct, frozen=True):
    """A run, and how it is looked at.

    With a *way* it is on the scale of that, to be compared. *before* is the run before
    the last edit. *pod_lanes* are those of the pod's own that there may be room for,
    *focused* is the container whose lane is looked at, "" for none. *folding* is
    whether idle time is folded.
    """

    run: Run
    way: Way | None = None
    marks: tuple[Mark, ...] = ()
    before: Run | None = None
    pod_lanes: tuple[LaneName, ...] = get_args(LaneName)
    focused: str = ""
    folding: bool = True
    sight: Sight = Sight()

    def neighbour(self, by: int) -> str:
        """Name the lane so far below the one looked at; "" is above the first."""
        names = ["", *self.run.lane]
        at = names.index(self.focused) + by
        return names[max(0, min(len(names) - 1, at))]

    def laid_out(self, size: tuple[float, float], em: float) -> TimeLine:
        """Say where everything stands in a room of some pixels."""
        lanes = self.pod_lanes
        most = self._rows(size, em, lanes)
        seen = len(self.run.lanes) - sum(most.beyond)
        if seen < min(LEAST_LANES, len(self.run.lanes)):
            lanes = lanes[:1]
            most = self._rows(size, em, lanes)
        beyond = 0.0  # nothing is scrolled where all is seen
        if any(most.beyond):
            beyond = max(0.0, most.top + most.high - size[1] + FOOT * em)
        rows = self._rows(size, em, lanes, min(self.sight.scrolled, beyond))
        way = self.way or self.run.way
        folded = way.folded if self.folding else Folded(way.end)
        axis = Axis(
            folded, rows.left, rows.right, em, self.sight.zoom, self.sight.begin
        )
        return TimeLine(self.run, axis, rows, self.focused, self.marks, self.before)

    def _rows(
        self,
        size: tuple[float, float],
        em: float,
        lanes: tuple[LaneName, ...],
        scrolled: float = 0.0,
    ) -> Rows:
        return rows_of(
            *(self.run, size, em, lanes), focused=self.focused, scrolled=scrolled
        )
