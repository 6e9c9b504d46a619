"""Facts about a container at a second, the most urgent one first."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.pods.given.pod import Container, Hook, Probe
from sidecar_viz.pods.given.script import HookRun
from sidecar_viz.pods.running.recorder import Doing
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.lanes import ALIVE, Bar, ContainerLane
from sidecar_viz.pods.showing.run import Run


def facts_of(run: Run, container: Container, t: float) -> tuple[str, ...]:
    """Return what is to be known of a container at a second."""
    return tuple(_facts(run, container, run.lane[container.name], t))


def more_of(run: Run, container: Container, t: float) -> tuple[str, ...]:
    """Return what else can be said of a container where there is room for it."""
    return tuple(_more(run, container, run.lane[container.name], t))


def _more(
    run: Run, container: Container, lane: ContainerLane, t: float
) -> Iterator[str]:
    bar = lane.bar_at(t)
    if bar.fill == "over":
        return
    alive = bar.fill in ALIVE
    begun = max((s for s in lane.starts if s <= t), default=t)
    if alive:
        yield f"runs since {seconds(begun)}"
        grows = run.script.life(container.name).memory.grows
        if container.memory is not None and grows > 0:
            used = min(container.memory, grows * (t - begun))
            yield f"uses {used:.4g} of {container.memory:g} MiB"
    told = bar.fill == "stopping" or run.trace.status_at(t).deleting
    for name, probe in _asking(container, bar, told=told):
        yield f"{name}Probe every {seconds(probe.period)}"
    hooks = ("postStart", container.post_start), ("preStop", container.pre_stop)
    life = run.script.life(container.name)
    lives = {"postStart": life.post_start, "preStop": life.pre_stop}
    for name, hook in hooks:
        ahead = not any(h.name == name and h.begin <= t for h in lane.hooks)
        if hook is not None and ahead:
            yield f"{name} hook{_takes(hook, lives[name])}"


def _takes(hook: Hook, told: HookRun | None) -> str:
    """Say how long a hook is: by the manifest, or as it is assumed."""
    if hook.sleep:
        return f" sleeps {seconds(hook.sleep)}"
    return f" takes {seconds(told.run)}" if told is not None and told.run else ""


def _asking(
    container: Container, bar: Bar, *, told: bool
) -> Iterator[tuple[str, Probe]]:
    """Yield the probes that ask now, or will: the others wait for startup's.

    Of a container that is told to stop only readiness is asked (R39).
    """
    starting = bar.fill == "starting" and container.startup is not None
    ahead = bar.fill not in ALIVE
    for name, probe, counts in (
        ("startup", container.startup, starting or ahead),
        ("liveness", container.liveness, not starting and not told),
        ("readiness", container.readiness, not starting),
    ):
        if probe is not None and counts:
            yield name, probe


def _facts(
    run: Run, container: Container, lane: ContainerLane, t: float
) -> Iterator[str]:
    bar = lane.bar_at(t)
    yield from _hooks(lane, t)
    if bar.fill in ALIVE and bar.fill != "stopping":
        turn = _turn(run, container.name, t)
        if turn is not None:
            names = turn.about.split(", ")
            still = [n for n in names if run.lane[n].bar_at(t).fill in ALIVE]
            yield f"waits for {' and '.join(still)} to end"
    if bar.fill in ("wait", "back-off"):
        yield from _waiting(lane, bar, t)
    elif bar.fill == "pull":
        yield f"pulls its image since {seconds(bar.begin)}"
    elif bar.fill == "over":
        yield from _over(lane, t)
    elif bar.fill == "stopping":
        yield f"{bar.word} at {seconds(bar.begin)}"
    else:
        yield from _probes(container, lane, bar, t)
    restarts = len([s for s in lane.starts if s <= t]) - 1
    if restarts > 0:
        yield f"restarts {restarts}"


def _over(lane: ContainerLane, t: float) -> Iterator[str]:
    ended = lane.exit_at(t)
    if ended is not None:
        yield f"exit {ended.code} at {seconds(ended.t)}"
        yield f"ran {seconds(ended.ran)}"


def _waiting(lane: ContainerLane, bar: Bar, t: float) -> Iterator[str]:
    if bar.fill == "wait":
        yield bar.word
    else:
        verb = "pulls" if bar.word == "ImagePullBackOff" else "starts"
        yield f"{verb} again at {seconds(bar.end)}"
    ended = lane.exit_at(t)
    if ended is not None:
        yield f"last: {ended.reason}, exit {ended.code}"


def _probes(
    container: Container, lane: ContainerLane, bar: Bar, t: float
) -> Iterator[str]:
    """Yield how many questions in a row went wrong, of each probe that counts now."""
    begun = max((s for s in lane.starts if s <= t), default=0.0)
    probes = (
        ("startup", container.startup),
        ("liveness", container.liveness),
        ("readiness", container.readiness),
    )
    for name, probe in probes:
        if probe is None or (name == "startup") != (bar.fill == "starting"):
            continue
        answers = [k for k in lane.ticks if k.probe == name and begun <= k.t <= t]
        failed = 0
        for answer in answers:
            failed = 0 if answer.passed else failed + 1
        if failed:
            most = min(failed, probe.failures)
            yield f"{name}Probe: {most} of {probe.failures} failed"
        elif not answers:
            yield f"{name}Probe: not asked yet"


def _hooks(lane: ContainerLane, t: float) -> Iterator[str]:
    for hook in lane.hooks:
        if hook.begin <= t < hook.end:
            yield f"{hook.name} runs since {seconds(hook.begin)}"


def _turn(run: Run, name: str, t: float) -> Doing | None:
    """Return the wait for its turn that a container is in."""
    found = None
    for doing in run.doings[name]:
        if doing.t > t:
            break
        if doing.what in ("turn", "signal", "ends", "begins"):
            found = doing if doing.what == "turn" else None
    return found
