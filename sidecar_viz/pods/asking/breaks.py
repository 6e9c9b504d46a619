"""What can be broken at a second, when it takes hold, and what will change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import structs

from sidecar_viz.pods.asking.breaking.actions import NEED_A_PROCESS, actions_of
from sidecar_viz.pods.asking.breaking.against import (
    missing_objects,
    reason_against,
    runs_again_at,
)
from sidecar_viz.pods.asking.breaking.foreseeing import NOTHING, Foreseeing
from sidecar_viz.pods.asking.breaking.guessing import Guess, guess_of
from sidecar_viz.pods.asking.breaking.scripts import with_break
from sidecar_viz.pods.asking.breaking.words import (
    OF_CONTAINERS,
    OF_PODS,
    USUAL,
    WORDS,
    Break,
    BreakId,
)
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Script, Verb, When
from sidecar_viz.pods.running.recorder import Trace

OF_OBJECTS: Mapping[BreakId, Verb] = {
    "missing-object": "object-missing",
    "object-again": "object-available",
}
__all__ = [
    "Break",
    "BreakId",
    "Guess",
    "breaks_for",
    "foreseen",
    "guessed",
    "with_break",
]

LIKE_THE_RUN = ("ready-again", "mend-image", "object-again")
"""What is offered only where it mends something."""


def breaks_for(
    pod: Pod,
    script: Script,
    trace: Trace,
    t: float,
    who: str | None,
    *,
    effects: bool = True,
) -> tuple[Break, ...]:
    """Return what can be done at a second to container *who*, or to the pod.

    What has no effect is among them, with its reason; each effect is found by playing
    the pod with it. Without *effects* nothing is played, so that a menu of a large pod
    is there at once: then `foreseen` tells of one.
    """
    scene = Scene(pod, script, trace, t)
    foreseeing = Foreseeing(scene) if effects else None
    found = [
        one
        for chosen in (OF_CONTAINERS if who else OF_PODS)
        for one in _breaks(scene, chosen, who)
    ]
    if foreseeing is not None:
        found = [_with_effect(foreseeing, one, None) for one in found]
    return tuple(one for one in found if not (one.id in LIKE_THE_RUN and one.no_effect))


def foreseen(
    pod: Pod,
    script: Script,
    trace: Trace,
    t: float,
    chosen: Break,
    value: int | None = None,
) -> Break:
    """Return a break with its effect, with another exit code or seconds if given."""
    foreseeing = Foreseeing(Scene(pod, script, trace, t))
    return _with_effect(foreseeing, chosen, value)


def guessed(
    pod: Pod,
    script: Script,
    trace: Trace,
    t: float,
    chosen: Break,
    value: int | None = None,
) -> Guess:
    """Return what may be thought to come of a break, and what does."""
    scene = Scene(pod, script, trace, t)
    of_all = breaks_for(pod, script, trace, t, chosen.who, effects=False)
    others = [one for one in of_all if one.actions != chosen.actions]
    return guess_of(scene, chosen, others, value)


def _with_effect(foreseeing: Foreseeing, one: Break, value: int | None) -> Break:
    if one.no_effect:
        return one
    effect = foreseeing.effect_of(one, value)
    if effect == NOTHING:
        return structs.replace(one, no_effect=NOTHING, takes_hold=None)
    return structs.replace(one, effect=effect)


def _breaks(scene: Scene, chosen: BreakId, who: str | None) -> Iterator[Break]:
    """Yield a break; of those about ConfigMaps and Secrets one for each of them."""
    if chosen not in OF_OBJECTS or not scene.pod.objects:
        yield _break(scene, chosen, who)
        return
    for name in scene.pod.objects:
        made = _break(scene, chosen, who)
        verb = OF_OBJECTS[chosen]
        action = Action(do=verb, object=name, when=When(seconds=scene.t))
        gone = name in missing_objects(scene)
        against = made.no_effect
        if not against and gone == (chosen == "missing-object"):
            against = f"{name} is {'missing' if gone else 'there'} already."
        yield structs.replace(
            made,
            word=made.word.replace("ConfigMap or Secret", name),
            actions=(action,),
            no_effect=against,
            takes_hold=None if against else made.takes_hold,
        )


def _break(scene: Scene, chosen: BreakId, who: str | None) -> Break:
    value = scene.pod.grace if chosen == "delete" else USUAL.get(chosen)
    actions = actions_of(scene, chosen, who, value)
    against = reason_against(scene, chosen, who)
    holds = None if against else _takes_hold(scene, chosen, who)
    return Break(chosen, WORDS[chosen], who, holds, "", against, actions, value)


def _takes_hold(
    scene: Scene, chosen: BreakId, who: str | None
) -> float | Literal["now"]:
    if who is None:
        return "now"
    hook = chosen in ("slow-hook", "failing-hook")
    if hook and scene.pod.by_name[who].pre_stop is not None:
        stop = scene.later(who, "stopping")
        return "now" if stop is None else stop.t
    needs = chosen in NEED_A_PROCESS and not scene.stands[who].runs
    if needs or hook or chosen == "slow-start":
        again = runs_again_at(scene, who)
        return "now" if again is None else again
    return "now"
