"""What can be broken at a second, when it takes hold, and what will change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import structs

from sidecar_viz.pods.asking.breaking.actions import NEED_A_PROCESS, actions_of
from sidecar_viz.pods.asking.breaking.against import reason_against, runs_again_at
from sidecar_viz.pods.asking.breaking.happenings import (
    Happening,
    Pair,
    different,
    happenings,
)
from sidecar_viz.pods.asking.breaking.scripts import with_actions
from sidecar_viz.pods.asking.breaking.words import (
    OF_CONTAINERS,
    OF_PODS,
    USUAL,
    WORDS,
    Break,
    BreakId,
)
from sidecar_viz.pods.asking.reasons.said import sentence
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Action, Script
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.as_text import seconds

__all__ = ["Break", "BreakId", "breaks_for", "with_break"]

MOST_TOLD = 2  # changes in the sentence about what a break does
NOTHING = "Nothing would change: all comes as it would have come."
LIKE_THE_RUN = ("ready-again", "mend-image")  # only where they mend something


def breaks_for(
    pod: Pod, script: Script, trace: Trace, t: float, who: str | None
) -> tuple[Break, ...]:
    """Return what can be done at a second to container *who*, or to the pod.

    What has no effect is among them, with its reason; each effect is found by playing
    the pod with it.
    """
    scene = Scene(pod, script, trace, t)
    before = happenings(pod, trace)
    found = (
        _break(scene, before, chosen, who)
        for chosen in (OF_CONTAINERS if who else OF_PODS)
    )
    return tuple(one for one in found if not (one.id in LIKE_THE_RUN and one.no_effect))


def with_break(
    script: Script, trace: Trace, t: float, chosen: Break, value: int | None = None
) -> Script:
    """Return the script with a break at a second; all before that stays as it is.

    *value* is the exit code, the grace or the seconds, if others than usual. Breaks
    add up: what was done in the run up to *t* comes before it, all else after it.
    """
    actions = tuple(_valued(action, value) for action in chosen.actions)
    waits = any(a.when is not None and a.when.state is not None for a in actions)
    holds = chosen.takes_hold
    at = holds if waits and isinstance(holds, float) else t
    return with_actions(script, trace, at, actions)


def _break(
    scene: Scene, before: tuple[Happening, ...], chosen: BreakId, who: str | None
) -> Break:
    value = scene.pod.grace if chosen == "delete" else USUAL.get(chosen)
    actions = actions_of(scene, chosen, who, value)
    against = reason_against(scene, chosen, who)
    holds = _takes_hold(scene, chosen, who)
    made = Break(chosen, WORDS[chosen], who, holds, "", against, actions, value)
    if not against:
        made = structs.replace(made, effect=_effect(scene, before, made))
        if made.effect == NOTHING:
            made = structs.replace(made, no_effect=NOTHING, effect="")
    return structs.replace(made, takes_hold=None) if made.no_effect else made


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


def _effect(scene: Scene, before: tuple[Happening, ...], made: Break) -> str:
    """Return what will change, in a sentence; the pod is played with the break."""
    script = with_break(scene.script, scene.trace, scene.t, made)
    after = happenings(scene.pod, simulate(scene.pod, script))
    pairs = different(before, after, scene.t)
    if not pairs:
        return NOTHING
    coming = [pair for pair in pairs if pair.other is not None]
    coming.sort(key=lambda pair: _place(pair.other or pair.some, made.who, after))
    telling = [pair for pair in coming if not _goes_without_saying(pair, coming)]
    missing = [pair for pair in pairs if pair.other is None]
    first = {(p.some.who, p.some.what): p for p in reversed([*telling, *missing])}
    kept = [p for p in (*telling, *missing) if first[p.some.who, p.some.what] is p]
    told = [_changed(pair) for pair in kept[:MOST_TOLD]]
    over = next((p for p in coming if p.some.what == "over"), None)
    if over is not None and _changed(over) not in told:
        told.append(_changed(over))
    return sentence(_joined(told))


def _place(
    one: Happening, who: str | None, after: tuple[Happening, ...]
) -> tuple[float, bool, int]:
    """Return where it is told: by time, first of who is broken, then by cause."""
    return (one.t, one.who != (who or one.who), after.index(one))


def _goes_without_saying(pair: Pair, others: list[Pair]) -> bool:
    """Return whether a change is told by that of a container beside it."""
    changed = pair.other or pair.some
    if changed.what in ("SIGTERM", "SIGKILL"):
        return any(
            p.other is not None and (p.other.who, p.other.what) == (changed.who, "ends")
            for p in others
        )
    return changed.what in ("Ready", "not Ready") and any(
        p.other is not None and p.other.who and p.other.t == changed.t for p in others
    )


def _changed(pair: Pair) -> str:
    one, other = pair.one, pair.other
    if other is None:
        return pair.some.denied
    if one is None or one.about != other.about:
        return other.timed
    return f"{other.timed}, not at {seconds(one.t)}"


def _joined(told: list[str]) -> str:
    said = "; ".join(told)
    return said if said.startswith(tuple(_names(told))) else said[:1].upper() + said[1:]


def _names(told: list[str]) -> Iterator[str]:
    """Yield beginnings that are names of containers, which stay as they are."""
    for one in told:
        if not one.startswith(("the ", "no ")):
            yield one


def _valued(action: Action, value: int | None) -> Action:
    """Return an action with what was chosen in the field that its verb has for it."""
    if value is None:
        return action
    if action.do == "exit":
        return structs.replace(action, exit_code=value)
    if action.do == "delete":
        return structs.replace(action, grace_period_seconds=value)
    if action.do in ("slow-start", "set-hook") and action.exit_code is None:
        return structs.replace(action, seconds=value)
    return action
