"""What the end of a hook lets go on (R9, R40, R43, R45)."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.cause import Cause
from sidecar_viz.pods.asking.reasons.said import GRACE, Field
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.running.recorder import Doing


def cause_of_over(scene: Scene, doing: Doing) -> Cause:
    """Say what the end of a hook means."""
    who, field = doing.who, _field(doing)
    if doing.about == "postStart":
        said = f"The postStart hook of {who} is over"
        more = "It held back all that is started after it."
        return Cause(said, more, "hooks", ("R9",), (field,), (who,))
    said = f"The preStop hook of {who} is over"
    more = "The hook comes before SIGTERM and uses up the same grace."
    turns = [d for d in scene.just if d.who == who and d.what == "turn"]
    if turns:
        said = f"{said}, and it waits for its turn"
        more = "Sidecars stop after the regular containers, the last one first."
        return Cause(said, more, "stop order", ("R42", "R43"), (field,), (who,))
    return Cause(said, more, "hooks", ("R40", "R44"), (field,), (who,))


def cause_of_cut(scene: Scene, doing: Doing) -> Cause:
    """Say why a hook is cut off."""
    who, field = doing.who, _field(doing)
    said = f"The {doing.about} hook of {who} is cut off"
    if scene.stands[who].runs:
        more = "The grace was over before the hook was."
        fields = (field, GRACE)
        return Cause(said, more, "grace period", ("R40", "R44"), fields, (who,))
    more = "A hook ends with its process."
    return Cause(said, more, "hooks", ("R45",), (field,), (who,))


def _field(doing: Doing) -> Field:
    return (doing.who, ("lifecycle", doing.about))
