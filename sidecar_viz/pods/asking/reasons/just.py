"""What has changed at this very second: its cause, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import structs

from sidecar_viz.pods.asking.reasons.answers import (
    cause_of_failure,
    cause_of_ready,
    cause_of_started,
    cause_of_unready,
)
from sidecar_viz.pods.asking.reasons.cause import Cause
from sidecar_viz.pods.asking.reasons.effects import effect_of
from sidecar_viz.pods.asking.reasons.hooks import cause_of_cut, cause_of_over
from sidecar_viz.pods.asking.reasons.said import Why, listed, sentence
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.reasons.starts import (
    cause_of_failed_pull,
    cause_of_next,
    cause_of_pull,
    cause_of_start,
    cause_of_wait,
)
from sidecar_viz.pods.asking.reasons.stops import (
    cause_of_end,
    cause_of_signal,
    cause_of_stop,
)
from sidecar_viz.pods.running.recorder import Deed, Doing

CAUSES: Mapping[Deed, Callable[[Scene, Doing], Cause]] = {
    "ends": cause_of_end,
    "signal": cause_of_signal,
    "hook-over": cause_of_over,
    "hook-cut": cause_of_cut,
    "stopping": cause_of_stop,
    "begins": cause_of_start,
    "pull-failed": cause_of_failed_pull,
    "waits": cause_of_wait,
    "started": cause_of_started,
    "unready": cause_of_unready,
    "ready": cause_of_ready,
    "pulling": cause_of_pull,
    "failed": cause_of_failure,
}
"""What is done with a container and has a cause worth saying."""


def just_now(scene: Scene) -> Why | None:
    """Return why what happens at this second does; None if nothing does.

    Of several things the first counts, as the others follow from it; a failed answer
    only if nothing else happens.
    """
    begun = {d.who for d in scene.just if d.what == "begins"}
    told = [
        d
        for d in scene.just
        if d.what in CAUSES and not (d.what == "pulling" and d.who in begun)
    ]
    for doing in sorted(told, key=lambda d: d.what == "failed"):
        return _why(scene, doing)
    return None


def cause_of(scene: Scene, doing: Doing) -> Cause:
    """Return why something was done with a container."""
    return CAUSES[doing.what](scene, doing)


def _why(scene: Scene, doing: Doing) -> Why:
    cause = cause_of(scene, doing)
    effect = effect_of(scene, doing)
    if effect is None:
        return _told(sentence(cause.said), cause, cause.who, doing)
    if doing.what == "stopping" and not doing.about:
        return _told(sentence(_of_all(scene, cause)), cause, cause.who, doing)
    said = f"{cause.said.partition(', because ')[0]}, so {effect.said}"
    who = tuple(dict.fromkeys((*cause.who, *effect.who)))
    rule = _rule_of(scene, doing, cause, effect.doing)
    return _told(sentence(said), rule, who, doing)


def _of_all(scene: Scene, cause: Cause) -> str:
    """Say of all that are stopped with the pod what is said of one."""
    names = list(dict.fromkeys(d.who for d in scene.just if d.what == "stopping"))
    reason = cause.said.partition(" is stopped")[2]
    return f"{listed(names)} {'is' if len(names) == 1 else 'are'} stopped{reason}"


def _rule_of(scene: Scene, doing: Doing, cause: Cause, effect: Doing | None) -> Cause:
    """Return whose rule explains it: for an end the rule of what follows it.

    What killed a process for its memory is named with it.
    """
    if effect is None or doing.what != "ends" or effect.what not in CAUSES:
        return cause
    own = effect.who == doing.who or effect.what == "signal"
    found = cause_of(scene, effect) if own else cause_of_next(scene, effect)
    if cause.rule != "memory":
        return found
    return structs.replace(
        found, rules=(*cause.rules, *found.rules), fields=(*cause.fields, *found.fields)
    )


def _told(said: str, rule: Cause, who: tuple[str, ...], doing: Doing) -> Why:
    return Why(
        said, rule.more, rule.rule, rule.rules, who, rule.fields, None, doing.who
    )
