"""Which looks a body has, and how one on its way is blended of them."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.words import LIVELINESS

STEPS = 16
UNSEEN = 1 / 256
"""How far (0..1) from a look nobody sees a difference."""
ENDS = (0.0, 1.0)
SOLIDITIES = (0.0, 0.5, 1.0)
"""A ghost, the middle where its dashes end, and what is there."""
LIVES = tuple(sorted(set(LIVELINESS.values())))
"""How lively (0..1) actors are that are not just changing."""


def is_whole(state: ActorState) -> bool:
    """Return whether an actor is a ghost or there, and not on the way."""
    return state.solidity in ENDS and state.life in LIVES


def blended(state: ActorState) -> tuple[tuple[ActorState, float], ...]:
    """Return the looks that make up a state's, from the back, with their opacities.

    A body that starts or stops is then painted two or three times, and copied in
    between: from one of these looks to the next one all its colours change evenly. Who
    changes in both goes in steps too small to be seen.
    """
    if state.solidity in SOLIDITIES or state.life in LIVES:
        solid, next_solid, part = _around(state.solidity, SOLIDITIES)
        life, next_life, lively = _around(state.life, LIVES)
        behind = replace(state, solidity=solid, life=life)
        if part + lively <= 0.0:
            return ((behind, 1.0),)
        front = replace(state, solidity=next_solid, life=next_life)
        return ((behind, 1.0), (front, part + lively))
    look = replace(
        state,
        solidity=round(state.solidity * STEPS) / STEPS,
        life=round(state.life * STEPS) / STEPS,
    )
    return ((look, 1.0),)


def _around(amount: float, looks: tuple[float, ...]) -> tuple[float, float, float]:
    """Return the looks before and after an amount, and its way (0..1) between them.

    What cannot be seen yet is not made: so a move's first frame needs nothing new.
    """
    near = next((look for look in looks if abs(amount - look) < UNSEEN), None)
    if near is not None:
        return near, near, 0.0
    low, high = next(
        (low, high) for low, high in pairwise(looks) if low < amount < high
    )
    return low, high, (amount - low) / (high - low)
