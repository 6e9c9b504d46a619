"""What of the pictures before and after the stage is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from sidecar_viz.core.course.timeline import Timeline
    from sidecar_viz.core.stage import Stage


class Curtain:
    """Chooses between the stage and what lies over it.

    Attributes:
        ended: whether the ending is shown, after the last step.
        lifted: whether the opening is away, so that all actors are seen.
    """

    def __init__(self) -> None:
        self.ended = self.lifted = False

    def stage(self, timeline: Timeline, position: float) -> Stage:
        """Return the stage at *position*, with what lies over it."""
        if self.ended:
            return timeline.rest(timeline.final)
        stage = timeline.stage_at(position)
        if self.lifted and stage.scene is not None:
            return replace(stage, scene=None, shown=0.0)
        return stage
