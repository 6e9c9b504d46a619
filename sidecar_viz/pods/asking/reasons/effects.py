"""What else happens in a second, in words: what a cause has brought about at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from sidecar_viz.pods.asking.reasons.said import listed
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.deciding.conditions import READY
from sidecar_viz.pods.running.recorder import Deed, Doing
from sidecar_viz.pods.telling.as_text import seconds

STATUS = "status"  # of the pod, which is no doing
STARTS: tuple[str, ...] = ("pulling", "begins")
FOLLOWS: Mapping[Deed, tuple[str, ...]] = {
    "signal": ("ends",),
    "hook-over": STARTS,
    "begins": (*STARTS, STATUS),
    "started": (*STARTS, STATUS),
    "ready": (STATUS,),
    "unready": (STATUS,),
    "pull-failed": ("waits",),
}
"""What each deed can bring about at once; an end anything."""


class Effect(Struct, frozen=True):
    """What follows at once, whom it names, and the doing that it is; None: a status."""

    said: str
    who: tuple[str, ...] = ()
    doing: Doing | None = None


def effect_of(scene: Scene, cause: Doing | None) -> Effect | None:
    """Return what follows a cause in its second; None if nothing does.

    None as the cause is what was done to the pod from outside.
    """
    after = scene.just
    if cause is None:
        return next(_effects(scene, after, ""), None)
    place = next(n for n, doing in enumerate(after) if doing is cause)
    found = _effects(scene, after[place + 1 :], cause.who)
    return next((one for one in found if _may_follow(cause, one)), None)


def _may_follow(cause: Doing, effect: Effect) -> bool:
    """Return whether a cause of this kind brings about such an effect."""
    what = effect.doing.what if effect.doing is not None else STATUS
    if cause.what == "stopping":
        return effect.who != (cause.who,) and what != "ends"
    if cause.what == "hook-over" and cause.about == "preStop":
        return what == "signal" and effect.who == (cause.who,)
    return cause.what == "ends" or what in FOLLOWS.get(cause.what, ())


def _effects(scene: Scene, after: tuple[Doing, ...], own: str) -> Iterator[Effect]:
    ends = [d for d in after if d.what == "ends" and d.who == own]
    told = [d for d in after if d.what == "signal" and d.about != "SIGKILL"]
    hooks = [d for d in after if (d.what, d.about) == ("hook", "preStop")]
    if own and ends:
        yield Effect("it ends at once", (own,), ends[0])
    if hooks and own not in _names(told):
        verb = "runs its preStop hook" if len(hooks) == 1 else "run their preStop hooks"
        yield Effect(f"{listed(_names(hooks))} {verb}", _names(hooks), hooks[0])
    if told:
        verb = "gets" if len(_names(told)) == 1 else "get"
        said = "it" if _names(told) == (own,) else listed(_names(told))
        yield Effect(f"{said} {verb} SIGTERM", _names(told), told[0])
    stopped = [d for d in after if d.what == "stopping"]
    if stopped:
        said = f"the kubelet stops {listed(_names(stopped))}"
        yield Effect(said, _names(stopped), stopped[0])
    for doing in after:
        yield from _next_start(doing, own)
    yield from _of_the_pod(scene)


def _next_start(doing: Doing, own: str) -> Iterator[Effect]:
    who = doing.who
    if who == own and doing.what == "waits" and doing.until is not None:
        wait = seconds(round(doing.until - doing.t, 6))
        said = f"it waits {wait} before it is started again"
        if doing.about == "ImagePullBackOff":
            said = f"it is tried again after {wait}"
        yield Effect(said, (who,), doing)
    if doing.what == "begins":
        said = "it is started again at once" if who == own else f"{who} starts"
        yield Effect(said, (who,), doing)
    if doing.what == "pulling":
        yield Effect(f"the image of {who} is pulled", (who,), doing)


def _names(doings: list[Doing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(doing.who for doing in doings))


def _of_the_pod(scene: Scene) -> Iterator[Effect]:
    phase = scene.status.phase
    if scene.old_phase is not None and scene.old_phase != phase:
        yield Effect(f"the phase turns {phase}")
    older = scene.trace.status_at(scene.t - 1e-7).conditions
    was, now = older[READY][0], scene.status.conditions[READY][0]
    if was != now and scene.t > 0:
        yield Effect(f"the pod is {'' if now == 'True' else 'not '}Ready")
