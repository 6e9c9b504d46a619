"""The lanes of a time line in words, for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.app.lab.views.heard import Doing, Heard
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.pods.showing.heard import lane_said, pod_lane_said


def heard_lanes(line: TimeLine, t: float, known: float, wide: float) -> Iterator[Heard]:
    """Say of every lane what is so at *t*, and all of it up to the second *known*.

    A lane is *wide* (pixels), as the whole time line is.
    """
    does: tuple[Doing, ...] = ("press", "focus", "break")
    for lane in line.run.pod_lanes:
        if (row := line.rows.pod.get(lane.name)) is not None:
            box = (0.0, row.top, wide, row.high)
            yield Heard(f"pod {lane.name}", *pod_lane_said(lane, t, known), box)
    for own in line.run.lanes:
        row = line.rows.lanes[own.name]
        box = (0.0, row.top, wide, row.high)
        yield Heard(own.name, *lane_said(own, t, known), box, does)
