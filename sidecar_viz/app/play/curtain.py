"""What of a moment is shown: the stage or what lies over it, and from how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from sidecar_viz.core.course.timeline import Timeline
    from sidecar_viz.core.stage import Stage


class Curtain:
    """Chooses between the stage and what lies over it, and what the camera may do.

    Attributes:
        ended: whether the ending is shown, after the last step.
        lifted: whether the opening is away, so that all actors are seen.
        held: whether the camera stays with the whole stage.
        calm: whether moves are too short to fade anything, or to come near to it.
    """

    def __init__(self) -> None:
        self.ended = self.lifted = self.held = self.calm = False

    def stage(self, timeline: Timeline, position: float) -> Stage:
        """Return the stage at *position*, with what lies over it."""
        if self.ended:
            return timeline.rest(timeline.final)
        stage = timeline.stage_at(position)
        if self.lifted and stage.scene is not None:
            stage = replace(stage, scene=None, shown=0.0)
        if self.calm and stage.shot is not None:
            return replace(stage, shot=None)
        if self.held and stage.shot is not None:
            return replace(stage, shot=replace(stage.shot, near=0.0))
        return stage
