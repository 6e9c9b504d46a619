"""How high the lanes of a time line are, and where each one lies."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QRectF

from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import width as width_of
from sidecar_viz.pods.showing.lanes import LaneName
from sidecar_viz.pods.showing.run import Run

HEAD, DEEDS = 2.0, 1.0  # ems: of the axis, and above it for what was done
POD_LANE, LOW_POD_LANE = 1.75, 1.45  # ems
LEAST, LANE, HIGHEST = 2.35, 3.1, 3.9  # ems
LEAST_LOW, LOW_LANE = 1.2, 1.9  # ems: of a lane without ticks
LEAST_BAR = 1.05  # ems of a bar, where its lane has them
NAMES, MOST_NAMES = 9.6, 20.0  # ems: how wide the names are
NAMES_PART = 0.16  # nor may they be wider than this part of the picture
FOOT = 1.4  # ems below the lanes, to say what lies beyond
TINY = 0.5  # pixels
SIGN = 3.2  # ems beside a name
MANY = 6  # with more containers than these, or no room, only one lane has its ticks
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

    @property
    def beyond(self) -> tuple[int, int]:
        """Return how many containers' lanes lie above and below what is seen."""
        above = sum(row.top < self.top - TINY for row in self.lanes.values())
        return above, sum(not self.shows(name) for name in self.lanes) - above

    @property
    def scrolled(self) -> float:
        """Return how many pixels of lanes lie above what is seen."""
        return self.top - min((row.top for row in self.lanes.values()), default=0.0)

    def shows(self, name: str) -> bool:
        """Return whether a container's lane is seen: whole, or not at all."""
        row = self.lanes[name]
        return row.top >= self.top - TINY and row.top + row.high <= self.bottom + TINY

    def away(self, name: str) -> float:
        """Return how far (pixels down) to scroll to a container's lane; 0 if seen."""
        row = self.lanes.get(name)
        if row is None:
            return 0.0
        over, down = row.top + row.high - self.bottom, row.top - self.top
        return min(over, down) if over > 0 else min(0.0, down)

    def clip(self, em: float) -> QRectF:
        """Return where lanes may be painted: flags of the first seen stand above it."""
        return self._from(self.top - em)

    def between(self, em: float) -> QRectF:
        """Return where what leads from lane to lane may be painted.

        From a lane that is not seen it comes from the edge.
        """
        return self._from(self.top) if self.beyond[0] else self.clip(em)

    def _from(self, top: float) -> QRectF:
        return QRectF(0, top, self.head.width(), self.bottom - top)

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
    above = DEEDS if run.deeds else 0.0
    head = QRectF(0, 0, width, (HEAD + above) * em)
    wanted = HEAD + above + POD_LANE * len(shown) + LANE * len(run.lanes) + 1
    tight = height / em < wanted
    pod_high = (LOW_POD_LANE if tight else POD_LANE) * em
    pod: dict[LaneName, Row] = {}
    top = head.bottom()
    for lane in run.pod_lanes:
        if lane.name not in shown:
            continue
        pod[lane.name] = Row(top, pod_high, pod_high * 0.72, ticks=False)
        top += pod_high
    top += 0.3 * em
    number, room = max(1, len(run.lanes)), (height - top) / em - 0.6
    low = number > MANY or room / number < LEAST
    lanes: dict[str, Row] = {}
    full, flat = _heights(room, number, low=low, focused=focused)
    highs = [(full if not low or n == focused else flat) * em for n in run.lane]
    scrolled = _whole(highs, scrolled)
    y = top - scrolled
    for name, high in zip(run.lane, highs, strict=True):
        wide = not low or (name == focused and full >= LEAST)
        bar = 1.5 * full / LANE if wide else low_bar(high / em)
        lanes[name] = Row(y, high, bar * em, ticks=wide)
        y += high
    bottom = y + 0.2 * em
    if bottom > height - 0.4 * em + TINY or scrolled:
        ends = [r.top + r.high for r in lanes.values()]
        most = height - FOOT * em
        bottom = max((end for end in ends if end <= most + TINY), default=most)
    return Rows(
        _names(run, width / em) * em,
        width - SIDE * em,
        head,
        pod,
        lanes,
        top,
        bottom,
        y + scrolled - top,
    )


def low_bar(lane: float) -> float:
    """Return how high the bar of a low *lane* is (both in ems): words stand in it."""
    return max(1.25 * lane / LOW_LANE, min(LEAST_BAR, lane - 0.2))


def _whole(highs: list[float], scrolled: float) -> float:
    """Return how much is scrolled so that a lane begins at the top, or 0."""
    starts = [sum(highs[:number]) for number in range(len(highs))]
    return next(
        (s for s in starts if s >= scrolled - TINY), starts[-1] if starts else 0
    )


def _heights(
    room: float, number: int, *, low: bool, focused: str
) -> tuple[float, float]:
    """Return how high a lane is, and one without ticks, so that all fit if they can.

    The one looked at is never higher than what can be seen at once.
    """
    if not low:
        return max(LEAST, min(HIGHEST, room / number)), LOW_LANE
    if focused and room + 0.6 - FOOT < LANE:
        return max(LEAST_LOW, room + 0.6 - FOOT), LEAST_LOW
    others = number - 1 if focused else number
    left = room - LANE if focused else room
    return LANE, max(LEAST_LOW, min(LOW_LANE, left / max(1, others)))


def _names(run: Run, wide: float) -> float:
    """Return how many ems the names of the lanes get: what the longest one needs."""
    longest = max((width_of(n, SEMIBOLD, mono=True) for n in run.lane), default=0.0)
    most = max(NAMES, min(MOST_NAMES, wide * NAMES_PART))
    return max(NAMES, min(most, longest * 0.94 + SIGN))
