"""What a break is in a script: its actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sidecar_viz.pods.asking.breaking.words import USUAL, BreakId
from sidecar_viz.pods.asking.reasons.scene import Scene
from sidecar_viz.pods.given.script import Action, When


def actions_of(
    scene: Scene, chosen: BreakId, who: str | None, value: int | None
) -> tuple[Action, ...]:
    """Return the actions of a break at the scene's second.

    What needs a running process waits until the container runs again.
    """
    number = value if value is not None else USUAL.get(chosen, 0)
    if who is None:
        return OF_PODS[chosen](scene, value)
    when = When(seconds=scene.t)
    if chosen in NEED_A_PROCESS and not scene.stands[who].runs:
        when = When(seconds=scene.t, state=(who, "running"))
    return OF_CONTAINERS[chosen](scene, when, who, number)


NEED_A_PROCESS = ("exit", "kill", "oom", "hang")
Made = tuple[Action, ...]


def _image(scene: Scene, when: When, who: str, more: str, *, good: bool = True) -> Made:
    image = f"{scene.pod.by_name[who].image}{more}"
    return (
        Action(
            do="set-image",
            container=who,
            image=image,
            pull="ok" if good else "fail",
            when=when,
        ),
    )


def _failing_hook(scene: Scene, when: When, who: str, _: int) -> Made:
    hook = scene.pod.by_name[who].post_start
    return (
        Action(
            do="set-hook",
            container=who,
            hook="pre-stop" if hook is None else "post-start",
            exit_code=1,
            when=when,
        ),
    )


OF_CONTAINERS: Mapping[BreakId, Callable[[Scene, When, str, int], Made]] = {
    "exit": lambda _, when, who, number: (
        Action(do="exit", container=who, exit_code=number, when=when),
    ),
    "kill": lambda _, when, who, __: (
        Action(do="signal", container=who, signal="SIGKILL", when=when),
    ),
    "oom": lambda _, when, who, __: (Action(do="oom", container=who, when=when),),
    "hang": lambda _, when, who, __: (Action(do="hang", container=who, when=when),),
    "not-ready": lambda _, when, who, __: (
        Action(do="set-probe", container=who, probe="readiness", when=when),
    ),
    "ready-again": lambda _, when, who, __: (
        Action(
            do="set-probe",
            container=who,
            probe="readiness",
            result="success",
            when=when,
        ),
    ),
    "slow-start": lambda _, when, who, number: (
        Action(do="slow-start", container=who, seconds=number, when=when),
    ),
    "bad-image": lambda scene, when, who, _: _image(
        scene, when, who, "-typo", good=False
    ),
    "mend-image": lambda scene, when, who, _: _image(scene, when, who, ""),
    "new-image": lambda scene, when, who, _: _image(scene, when, who, "-new"),
    "slow-hook": lambda _, when, who, number: (
        Action(
            do="set-hook", container=who, hook="pre-stop", seconds=number, when=when
        ),
    ),
    "failing-hook": _failing_hook,
}


def _delete(scene: Scene, value: int | None) -> Made:
    when = When(seconds=scene.t)
    return (Action(do="delete", grace_period_seconds=value, when=when),)


OF_PODS: Mapping[BreakId, Callable[[Scene, int | None], Made]] = {
    "delete": _delete,
    "delete-now": lambda scene, _: _delete(scene, 0),
    "missing-object": lambda _, __: (),  # one for each: see breaks_for
    "object-again": lambda _, __: (),
    "evict": lambda scene, _: (Action(do="evict", when=When(seconds=scene.t)),),
    "node-reboot": lambda scene, _: (
        Action(do="sandbox-lost", when=When(seconds=scene.t)),
    ),
    "kubelet-restart": lambda scene, _: (
        Action(do="kubelet-restart", when=When(seconds=scene.t)),
    ),
}
