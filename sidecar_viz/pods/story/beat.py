"""A moment with all that its words and its picture need to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from math import inf

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.story.changes import CHANGED, Change, ChangeKind
from sidecar_viz.pods.story.moments import Moment
from sidecar_viz.pods.story.standing import Standings, after, at_first


class Group(Struct, frozen=True):
    """Changes of one kind that follow each other, of one container or several."""

    kind: ChangeKind
    changes: tuple[Change, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Whom it is about, each once."""
        return tuple(dict.fromkeys(c.name for c in self.changes if c.name))

    @property
    def first(self) -> Change:
        """The first of them."""
        return self.changes[0]


class Beat(Struct, frozen=True, dict=True):
    """A moment, what came before and comes after it, and how containers stand."""

    pod: Pod
    moment: Moment
    earlier: tuple[Change, ...]
    later: tuple[Change, ...]
    before: Standings
    after: Standings

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Its changes, those that can be said in one sentence together."""
        changes = self.moment.changes
        failed = {c.name for c in changes if c.text == "ErrImagePull"}
        killed = {c.name for c in changes if c.kind == "sigkill"}
        waiting = {c.name: c for c in changes if c.kind == "waits"}

        def told(change: Change) -> bool:
            match change.kind:
                case "pulling":
                    return change.name not in failed
                case "ends":
                    return change.name not in killed
                case "waits":
                    waits = waiting[change.name]
                    return change is waits or change.text == "ErrImagePull"
                case _:
                    return True

        return _grouped(filter(told, filter(_is_told, changes)))

    @cached_property
    def seen(self) -> tuple[Group, ...]:
        """Its changes as they are seen one after another: a pull that fails, too."""
        return _grouped(filter(_is_told, self.moment.changes))

    @cached_property
    def ending(self) -> bool:
        """Whether the pod is being stopped as a whole."""
        every = (*self.earlier, *self.moment.changes)
        return any(c.kind == "told-to-stop" and not c.text for c in every)

    @cached_property
    def grace_ends(self) -> float:
        """The second at which the pod's grace period is over, if it is stopped."""
        begun, grace = inf, float(self.pod.grace)
        for change in (*self.earlier, *self.moment.changes):
            if change.kind == "did" and change.done["do"] == "delete":
                grace = float(change.done.get("grace-period-seconds", grace))
            if change.kind == "told-to-stop" and not change.text:
                begun = min(begun, change.t)
        return begun + grace

    def container(self, name: str) -> Container:
        """Return a container of the pod."""
        return self.pod.by_name[name]

    def since_start(self, name: str) -> Iterator[Change]:
        """Yield what happened to a container before, newest first, to its start."""
        for change in reversed(self.earlier):
            if change.name == name:
                yield change
                if change.kind == "starts":
                    return


def _grouped(changes: Iterable[Change]) -> tuple[Group, ...]:
    return tuple(
        Group(kind, tuple(alike))
        for (kind, *_), alike in groupby(changes, key=_likeness)
    )


def _is_told(change: Change) -> bool:
    return change.kind != "told-to-stop" or change.text not in ("", CHANGED)


def _likeness(change: Change) -> tuple[ChangeKind, int, str]:
    return change.kind, change.code, change.text or str(change.done or "")


def beats_of(pod: Pod, moments: tuple[Moment, ...]) -> tuple[Beat, ...]:
    """Return the moments with what was before and what comes after each."""
    every = tuple(change for moment in moments for change in moment.changes)
    beats: list[Beat] = []
    place, standing = 0, at_first(pod)
    for moment in moments:
        end = place + len(moment.changes)
        new = after(pod, standing, moment.changes)
        beats.append(Beat(pod, moment, every[:place], every[end:], standing, new))
        place, standing = end, new
    return tuple(beats)
