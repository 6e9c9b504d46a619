"""What is waited for before a container starts (R1 to R11, R16, R19, R20)."""

from __future__ import annotations

from sidecar_viz.pods.asking.reasons.said import Field, Why
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.asking.reasons.starts import (
    PULL_AT_TURN,
    policy_fields,
    row_position,
    whole_wait,
)
from sidecar_viz.pods.given.pod import Container, Probe
from sidecar_viz.pods.telling.as_text import seconds


def held_by_a_volume(scene: Scene) -> Why | None:
    """A volume that cannot be mounted holds back all (R2)."""
    volume = scene.failing_volume()
    if not volume or scene.over:
        return None
    said = f'No container runs, because the volume "{volume}" cannot be mounted.'
    more = "Volumes come before the sandbox and every container; it is tried again."
    return Why(
        said, more, "volumes first", ("R2",), (), (("", ("volumes", volume)),), None
    )


def held_by_a_pull(scene: Scene) -> Why | None:
    """An image is being pulled (R5)."""
    for one in scene.stands.values():
        if one.place != "pulling":
            continue
        who = one.who
        over = scene.later(who, "pulled", "pull-failed")
        until = over.t if over else None
        waiting = _next_after(scene, who)
        said = f"{who} does not run yet, because its image is being pulled."
        more = PULL_AT_TURN
        if until is not None:
            more = f"It takes until {seconds(until)}. {more}"
        return Why(
            said,
            more,
            "image pull",
            ("R5",),
            (who, *waiting[:1]),
            ((who, ("image",)),),
            until,
            who,
        )
    return None


def held_by_an_init(scene: Scene) -> Why | None:
    """An init container runs, or waits to be started again (R7, R16, R19)."""
    for container in scene.pod.inits:
        one = scene.stands[container.name]
        if container.kind != "init" or scene.done(container):
            continue
        names = _next_after(scene, one.who)
        if one.runs and names:
            over = scene.later(one.who, "ends")
            said = f"{names[0]} waits, because {one.who} has not ended yet."
            more = (
                "After an init container the next one starts when it has ended with 0."
            )
            if over is None:
                more = f"It never ends. {more}"
            return Why(
                said,
                more,
                "init containers",
                ("R7",),
                (names[0], one.who),
                ((one.who, ()),),
                over.t if over else None,
                one.who,
            )
        if one.place == "waits":
            return _back_off_of_init(scene, container)
    return None


def _back_off_of_init(scene: Scene, container: Container) -> Why:
    one = scene.stands[container.name]
    if one.about != "CrashLoopBackOff":
        return _no_image(scene, container)
    until = one.until or scene.t
    left = seconds(round(until - scene.t, 6))
    said = f"{one.who} waits {left} more before it is started again."
    more = f"{row_position(whole_wait(one))}. Until it ends with 0, nothing follows."
    return Why(
        said,
        more,
        "back-off",
        ("R16", "R19"),
        (one.who,),
        policy_fields(container),
        one.until,
        one.who,
    )


def held_by_an_image(scene: Scene) -> Why | None:
    """An image cannot be pulled (R11, R20)."""
    for container in scene.pod.containers:
        one = scene.stands[container.name]
        if one.place == "waits" and one.about != "CrashLoopBackOff":
            return _no_image(scene, container)
    return None


def _no_image(scene: Scene, container: Container) -> Why:
    one = scene.stands[container.name]
    said = f"{one.who} does not run, because its image cannot be pulled."
    more = "Pulls are tried again after 10 s up to 300 s; the pod never fails by this."
    if one.about == "ErrImageNeverPull":
        more = "It is not on the node, and imagePullPolicy is Never."
    elif "Image" not in one.about:
        said = f"{one.who} cannot be made: {one.about}."
        more = "The kubelet tries again until what is missing is there."
    elif one.until is not None:
        left = seconds(round(one.until - scene.t, 6))
        more = f"The next try comes in {left}. The pod stays {scene.status.phase}."
    return Why(
        said,
        more,
        "image pull",
        ("R20",),
        (one.who,),
        ((one.who, ("image",)),),
        one.until,
        one.who,
    )


def held_by_a_sidecar(scene: Scene) -> Why | None:
    """A sidecar runs and is not started yet (R8)."""
    for container in scene.pod.inits:
        one = scene.stands[container.name]
        if container.kind != "sidecar" or not one.runs or one.started:
            continue
        names = _next_after(scene, one.who)
        probe = container.startup
        if not names or probe is None:
            continue
        said = f"{names[0]} waits, because {one.who} is not started yet."
        asked = scene.later(one.who, "passed", "failed", about="startup")
        return Why(
            said,
            _asked_again(scene, container, probe),
            "what gates a start",
            ("R8", "R23"),
            (names[0], one.who),
            ((one.who, ("startupProbe", "periodSeconds")),),
            asked.t if asked else None,
            one.who,
        )
    return None


def _asked_again(scene: Scene, container: Container, probe: Probe) -> str:
    one = scene.stands[container.name]
    asked = scene.later(one.who, "passed", "failed", about="startup")
    if asked is None:
        return "A sidecar is started when its startupProbe has passed."
    when = seconds(asked.t)
    listens = [t for t in scene.begun_by_now(one.who) if t >= (one.began or 0)]
    if listens and asked.what == "passed":
        return (
            f"It listens since {seconds(listens[-1])}, but the next question comes "
            f"at {when}: periodSeconds is {probe.period}."
        )
    count = one.failed("startup")
    return (
        f"Its startupProbe failed {count} of {probe.failures} times; it is asked "
        f"again at {when}: periodSeconds is {probe.period}."
    )


def held_by_a_hook_of_start(scene: Scene) -> Why | None:
    """A postStart hook holds back what is started after it (R9)."""
    for one in scene.stands.values():
        if one.hook != "postStart":
            continue
        over = scene.later(one.who, "hook-over", "hook-cut", "ends")
        names = _next_after(scene, one.who)
        said = f"The postStart hook of {one.who} still runs."
        if names:
            said = f"{names[0]} waits, because the postStart hook of {one.who} runs."
        more = "The kubelet looks at the next container only when the hook is over."
        field: Field = (one.who, ("lifecycle", "postStart"))
        return Why(
            said,
            more,
            "hooks",
            ("R9",),
            (*names[:1], one.who),
            (field,),
            over.t if over else None,
            one.who,
        )
    return None


def _next_after(scene: Scene, who: str) -> list[str]:
    """Return who has not begun and stands after a container in the order of start."""
    order = [c.name for c in (*scene.pod.inits, *scene.pod.regular)]
    if who not in order:
        return []
    after = order[order.index(who) + 1 :]
    return [n for n in after if not scene.stands[n].starts]
