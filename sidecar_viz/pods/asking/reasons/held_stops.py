"""What is waited for while containers are stopped (R38 to R50)."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.said import GRACE, Field, Why, listed
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.reasons.standing import Standing
from sidecar_viz.pods.asking.reasons.stops import ORDER
from sidecar_viz.pods.deciding.stopping import LEAST_GRACE
from sidecar_viz.pods.telling.as_text import seconds


def held_by_a_hook(scene: Scene) -> Why | None:
    """A preStop hook holds back a SIGTERM that needs no turn any more (R40, R43)."""
    for one in _stopping(scene):
        alone = scene.pod.by_name[one.who].kind != "sidecar" or not _others(scene, one)
        if one.hook == "preStop" and one.signalled is None and alone:
            over = scene.later(one.who, "hook-over", "hook-cut", "ends")
            until = over.t if over else None
            said = f"{one.who} gets no SIGTERM yet, because its preStop hook runs."
            more = "The hook uses up the same grace as SIGTERM."
            if until is not None:
                more = f"It is over at {seconds(until)}. {more}"
            fields: tuple[Field, ...] = ((one.who, ("lifecycle", "preStop")), GRACE)
            return Why(
                said, more, "hooks", ("R40", "R44"), (one.who,), fields, until, one.who
            )
    return None


def held_by_a_turn(scene: Scene) -> Why | None:
    """The next sidecar waits for the one that is ending now (R42)."""
    ending = [one.who for one in _stopping(scene) if one.signalled is not None]
    waiting = [one for one in _stopping(scene) if one.turn]
    for one in reversed(waiting):
        holders = [name for name in one.turn if scene.stands[name].runs]
        if not holders or (ending and not set(holders) & set(ending)):
            continue
        verb = "has" if len(holders) == 1 else "have"
        said = f"{one.who} still runs, because {listed(holders)} {verb} not ended yet."
        over = scene.later(one.who, "signal", "ends")
        sidecars = [
            n for n in (one.who, *holders) if scene.pod.by_name[n].kind == "sidecar"
        ]
        return Why(
            said,
            ORDER,
            "stop order",
            ("R42",),
            (one.who, *holders),
            tuple((name, ("restartPolicy",)) for name in sidecars),
            over.t if over else None,
            one.who,
        )
    return None


def held_by_a_signal(scene: Scene) -> Why | None:
    """A process works on after SIGTERM; SIGKILL comes when the grace is over (R44)."""
    for one in _stopping(scene):
        if one.signalled is None:
            continue
        over = scene.later(one.who, "ends")
        until = over.t if over else None
        kill = _kill_at(scene, one)
        deaf = scene.script.life(one.who).on_sigterm == "ignore"
        said = f"{one.who} still runs, because it works on after its SIGTERM."
        more = "What it still has to do is assumed; a manifest does not say it."
        rules: tuple[str, ...] = ("R40", "R44")
        if deaf:
            said = f"{one.who} still runs, because it ignores SIGTERM."
            rules = ("R44", "R46")
        if kill is not None:
            left = seconds(round(kill - scene.t, 6))
            more = f"SIGKILL would come at {seconds(kill)}, in {left}."
            if kill - one.signalled <= LEAST_GRACE:
                more = f"{more} Little was left, but {LEAST_GRACE} s are always given."
            if deaf:
                more = more.replace("would come", "comes")
        if scene.completing and scene.deleted is None:
            more = f"All regular containers are done. {more}"
            rules = (*rules, "R50")
        return Why(
            said, more, "grace period", rules, (one.who,), (GRACE,), until, one.who
        )
    return None


def _stopping(scene: Scene) -> list[Standing]:
    return [s for s in scene.stands.values() if s.runs and s.stopping is not None]


def _others(scene: Scene, one: Standing) -> bool:
    return any(
        other.who != one.who and (other.signalled is not None or other.hook)
        for other in _stopping(scene)
        if scene.pod.by_name[other.who].kind != "sidecar"
    )


def _kill_at(scene: Scene, one: Standing) -> float | None:
    """Return when SIGKILL is due: what is left of the grace, but 2 s at least."""
    if one.signalled is None or one.stopping is None:
        return None
    if one.why_stopped:
        found = scene.later(one.who, "signal", about="SIGKILL")
        return found.t if found else None
    begun, grace = one.stopping, scene.pod.grace
    told = scene.deleted or scene.evicted
    if told is not None:
        begun, grace = max(begun, told[0]), told[1]
    return max(begun + grace, one.signalled + LEAST_GRACE)
