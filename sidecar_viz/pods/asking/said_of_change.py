"""What changes at a second in one short message, for who listens to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sidecar_viz.pods.deciding.conditions import READY
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Deed, Doing, Trace
from sidecar_viz.pods.telling.as_text import seconds
from sidecar_viz.pods.telling.changes import done_words

MOST_WORDS = 25
LEFT_FOR_MORE = 3  # words of "and 2 more"


def said_of_change(pod: Pod, trace: Trace, t: float) -> str:
    """Return what changes at a second, the changed thing first; "" if nothing does.

    At most 25 words: what does not fit is counted.
    """
    said = list(dict.fromkeys(_all(pod, trace, t)))
    kept: list[str] = []
    for number, one in enumerate(said):
        last = number == len(said) - 1
        room = MOST_WORDS - (0 if last else LEFT_FOR_MORE)
        if len(" ".join([*kept, one]).split()) > room:
            return f"{', '.join(kept)}, and {len(said) - number} more."
        kept.append(one)
    return f"{', '.join(kept)}." if kept else ""


def _all(pod: Pod, trace: Trace, t: float) -> Iterator[str]:
    for at, done in trace.actions:
        if at == t:
            yield done_words(done)
    codes = (how.exit_code for at, _, how in trace.exits if at == t)
    for doing in trace.doings:
        if doing.t != t:
            continue
        if doing.what == "ends":
            yield f"{doing.who} ended with {next(codes)}"
        elif doing.what in SAID and not _by_itself(pod, doing):
            yield SAID[doing.what](doing)
    yield from _of_the_pod(trace, t)


def _by_itself(pod: Pod, doing: Doing) -> bool:
    """Return whether it goes without saying, as no probe was asked for it."""
    container = pod.by_name[doing.who]
    if doing.what == "started":
        return container.startup is None
    return doing.what == "ready" and container.readiness is None


def _of_the_pod(trace: Trace, t: float) -> Iterator[str]:
    if t <= 0:
        return
    was, now = trace.status_at(t - 1e-7), trace.status_at(t)
    if was.phase != now.phase:
        yield f"phase {now.phase}"
    if was.conditions[READY][0] != now.conditions[READY][0]:
        yield "pod Ready" if now.conditions[READY][0] == "True" else "pod not Ready"
    if trace.deleted_at == t:
        yield "pod gone"


def _waits(doing: Doing) -> str:
    if doing.until is None:
        return f"{doing.who} waits, {doing.about}"
    return f"{doing.who} waits {seconds(doing.until - doing.t)}, {doing.about}"


SAID: Mapping[Deed, Callable[[Doing], str]] = {
    "pulling": lambda doing: f"{doing.who} pulls its image",
    "pull-failed": lambda doing: f"{doing.who} cannot pull its image",
    "waits": _waits,
    "begins": lambda doing: f"{doing.who} runs",
    "started": lambda doing: f"{doing.who} is started",
    "ready": lambda doing: f"{doing.who} is ready",
    "unready": lambda doing: f"{doing.who} is not ready",
    "failed": lambda doing: f"{doing.who} failed its {doing.about} probe",
    "stopping": lambda doing: f"{doing.who} is to stop",
    "signal": lambda doing: f"{doing.who} gets {doing.about}",
    "hook": lambda doing: f"{doing.who} runs its {doing.about} hook",
    "hook-over": lambda doing: f"{doing.who} is through its {doing.about} hook",
    "hook-cut": lambda doing: f"the {doing.about} hook of {doing.who} is cut off",
}
