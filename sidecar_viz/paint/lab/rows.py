"""How high the lanes of a time line are, and where each one lies."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QRectF

from sidecar_viz.pods.showing.lanes import LaneName
from sidecar_viz.pods.showing.run import Run

HEAD, POD_LANE, LANE, LOW_LANE, HIGHEST = 2.9, 1.75, 3.1, 1.9, 3.9  # ems
NAMES = 9.6  # ems: how wide the names are
MANY = 6  # with more containers than these, only one lane has its ticks
SIDE = 0.8


class Row(Struct, frozen=True):
    """A lane's place: from *top*, *high* pixels; *bar* is how high its bars are."""

    top: float
    high: float
    bar: float
    ticks: bool = True

    @property
    def middle(self) -> float:
        """Return the middle of the bars."""
        return self.top + self.bar / 2 + (self.high - self.bar) * 0.18


class Rows(Struct, frozen=True):
    """All lanes of a time line. What lies beyond *bottom* is scrolled to."""

    left: float
    right: float
    head: QRectF
    pod: dict[LaneName, Row]
    lanes: dict[str, Row]
    top: float
    bottom: float
    high: float

    def lane_at(self, y: float) -> str:
        """Return the container whose lane a place is in; "" if there is none."""
        if not self.top <= y <= self.bottom:
            return ""
        found = (n for n, r in self.lanes.items() if r.top <= y < r.top + r.high)
        return next(found, "")


def rows_of(
    run: Run,
    size: tuple[float, float],
    em: float,
    shown: tuple[LaneName, ...] = get_args(LaneName),
    *,
    focused: str = "",
    scrolled: float = 0.0,
) -> Rows:
    """Lay out the lanes of a run.

    Args:
        run: what is shown.
        size: of the picture, in pixels.
        em: the size of its letters, in pixels.
        shown: which of the pod's own lanes are shown.
        focused: the container whose lane is looked at.
        scrolled: how many pixels of the containers' lanes lie above.
    """
    width, height = size
    head = QRectF(0, 0, width, HEAD * em)
    pod_high = POD_LANE * em
    pod: dict[LaneName, Row] = {}
    top = head.bottom()
    for lane in run.pod_lanes:
        if lane.name not in shown:
            continue
        pod[lane.name] = Row(top, pod_high, pod_high * 0.72, ticks=False)
        top += pod_high
    top += 0.3 * em
    low = len(run.lanes) > MANY
    lanes: dict[str, Row] = {}
    y = top - scrolled
    room = (height - top - 0.6 * em) / max(1, len(run.lanes)) / em
    full = max(LANE, min(HIGHEST, room))
    for name in run.lane:
        wide = not low or name == focused
        high = (full if wide else LOW_LANE) * em
        lanes[name] = Row(
            y, high, (1.5 * full / LANE if wide else 1.25) * em, ticks=wide
        )
        y += high
    bottom = min(height - 0.4 * em, y + 0.2 * em)
    return Rows(
        NAMES * em,
        width - SIDE * em,
        head,
        pod,
        lanes,
        top,
        bottom,
        y + scrolled - top,
    )
