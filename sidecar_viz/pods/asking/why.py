"""Answers "why?" at any second of a run."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.pods.asking.reasons.held_running import (
    held_by_a_back_off,
    held_by_a_gate,
    held_by_a_regular,
    held_by_liveness,
    held_by_readiness,
)
from sidecar_viz.pods.asking.reasons.held_starts import (
    held_by_a_hook_of_start,
    held_by_a_pull,
    held_by_a_sidecar,
    held_by_a_volume,
    held_by_an_image,
    held_by_an_init,
)
from sidecar_viz.pods.asking.reasons.held_stops import (
    held_by_a_hook,
    held_by_a_signal,
    held_by_a_turn,
)
from sidecar_viz.pods.asking.reasons.just import just_now
from sidecar_viz.pods.asking.reasons.of_the_pod import done_just_now, end_just_now
from sidecar_viz.pods.asking.reasons.quiet import held_by_nothing_any_more, running_on
from sidecar_viz.pods.asking.reasons.said import Why
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.said_of_change import said_of_change
from sidecar_viz.pods.asking.why_bar import why_bar
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.recorder import Trace

__all__ = ["Why", "said_of_change", "why_at", "why_bar"]

Reason = Callable[[Scene], Why | None]
CHANGED: tuple[Reason, ...] = (end_just_now, done_just_now, just_now)
"""What is explained first: what has changed at this very second."""
HELD: tuple[Reason, ...] = (
    held_by_nothing_any_more,
    held_by_a_hook,
    held_by_a_turn,
    held_by_a_signal,
    held_by_a_volume,
    held_by_a_pull,
    held_by_an_init,
    held_by_a_sidecar,
    held_by_a_hook_of_start,
    held_by_an_image,
    held_by_a_back_off,
    held_by_liveness,
    held_by_readiness,
    held_by_a_regular,
    held_by_a_gate,
)
"""What holds the next thing back; the first that does is told."""


def why_at(pod: Pod, script: Script, trace: Trace, t: float) -> Why:
    """Return what has just caused this, or what holds the next thing back.

    What changes at second *t* itself comes first; else the first reason of `HELD`.
    """
    scene = Scene(pod, script, trace, t)
    for reason in (*CHANGED, *HELD):
        found = reason(scene)
        if found is not None:
            return found
    return running_on(scene)
