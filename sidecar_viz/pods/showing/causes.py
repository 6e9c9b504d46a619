"""Who let whom begin or stop: the arrows between lanes."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.showing.lanes import Arrow


def arrows_of(pod: Pod, trace: Trace) -> tuple[Arrow, ...]:
    """Return every cause that leads from one container to another, in order of time.

    An init container's exit and a sidecar's start let the next one begin (R7, R8); an
    end lets the sidecar stop whose turn it is (R42).
    """
    return tuple(dict.fromkeys(_arrows(pod, trace)))


def _arrows(pod: Pod, trace: Trace) -> Iterator[Arrow]:
    opened: dict[float, list[str]] = {}
    turns: dict[str, tuple[str, ...]] = {}
    ended: dict[float, list[str]] = {}
    waiting = {c.name for c in pod.containers}
    before = _before(pod)
    for doing in trace.doings:
        match doing.what:
            case "started" | "hook-over":
                opened.setdefault(doing.t, []).append(doing.who)
            case "ends":
                opened.setdefault(doing.t, []).append(doing.who)
                ended.setdefault(doing.t, []).append(doing.who)
                waiting.add(doing.who)
            case "turn":
                turns[doing.who] = tuple(doing.about.split(", "))
            case "pulling" | "begins" if doing.who in waiting:
                waiting.discard(doing.who)
                gate = before.get(doing.who)
                if gate is not None and gate in opened.get(doing.t, ()):
                    yield Arrow(doing.t, gate, doing.who)
            case "signal" if doing.who in turns:
                freed = [n for n in ended.get(doing.t, ()) if n in turns[doing.who]]
                if freed:
                    yield Arrow(doing.t, freed[-1], doing.who)
                del turns[doing.who]


def arrow_meant(
    arrows: tuple[Arrow, ...], t: float, actor: str, until: float | None
) -> Arrow | None:
    """Return the arrow that a reason speaks of: of this second, or still to come.

    Args:
        arrows: all of a run.
        t: the second.
        actor: the container that the reason is about.
        until: the second at which what it says is over, if that is known.
    """
    now = [arrow for arrow in arrows if arrow.t == t]
    if now:
        return next((one for one in now if one.effect == actor), now[-1])
    ahead = [a for a in arrows if a.t > t and actor in (a.effect, a.cause)]
    if until is not None:
        ahead = [a for a in ahead if a.t <= until] or ahead[:1]
    return ahead[0] if ahead else None


def _before(pod: Pod) -> dict[str, str]:
    """Return who opens each container's gate: the entry before it (R6, R10)."""
    order = [c.name for c in pod.inits]
    found = dict(zip(order[1:], order, strict=False))
    if order:
        found.update({c.name: order[-1] for c in pod.regular})
    return found
