"""A run laid out as a time line: its axis, its rows, and what is marked."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sidecar_viz.paint.lab.axis import Axis
from sidecar_viz.paint.lab.rows import Rows
from sidecar_viz.pods.given.pod import Kind
from sidecar_viz.pods.showing.run import Run

ICONS: dict[Kind, Literal["layers", "pulse", "cube", "eye"]] = {
    "init": "pulse",
    "sidecar": "layers",
    "regular": "cube",
    "ephemeral": "eye",
}
"""The icon of each kind of container."""


LONG = 6.0  # font sizes: less room than this is for whole words only


class Mark(Struct, frozen=True):
    """A number at a second, in a lane or, with no *who*, at the pod."""

    t: float
    number: int
    who: str = ""


class TimeLine(Struct, frozen=True):
    """A run laid out: its axis and its rows.

    *focused* is the lane looked at, *marks* are where it differs from another run;
    *before* is the run before the last edit, shown by thin bars.
    """

    run: Run
    axis: Axis
    rows: Rows
    focused: str = ""
    marks: tuple[Mark, ...] = ()
    before: Run | None = None
