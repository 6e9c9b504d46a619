"""A simulation to be told, and the moments that are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from msgspec import Struct

from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.story.changes import changes_of_trace
from sidecar_viz.pods.story.listing import Listing
from sidecar_viz.pods.story.moments import Moment, moments_of, stopped_at


class Told(Struct, frozen=True):
    """A simulation to be told: what was played, and the text of the manifest.

    *until*: the second up to which it is told.
    """

    pod: Pod
    script: Script
    trace: Trace
    listing: Listing
    version: str
    until: float = inf


def moments_to_tell(told: Told, stops: Sequence[float] = ()) -> tuple[Moment, ...]:
    """Return the moments of a simulation; with *stops*, one up to each of them."""
    changes = [
        change
        for change in changes_of_trace(told.pod, told.script, told.trace)
        if change.t <= told.until
    ]
    if stops:
        return stopped_at(told.pod, changes, stops)
    return moments_of(told.pod, changes)
