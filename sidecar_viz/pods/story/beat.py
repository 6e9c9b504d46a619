"""A moment with all that its words and its picture need to know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.story.changes import Change, ChangeKind
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
        """Return its changes, those that can be said in one sentence together."""
        failed = {c.name for c in self.moment.changes if c.text == "ErrImagePull"}
        told = (
            change
            for change in self.moment.changes
            if _is_told(change)
            if change.kind != "pulling" or change.name not in failed
        )
        return tuple(
            Group(kind, tuple(changes))
            for (kind, *_), changes in groupby(told, key=_likeness)
        )

    @property
    def ending(self) -> bool:
        """Whether the pod is being stopped as a whole."""
        every = (*self.earlier, *self.moment.changes)
        return any(c.kind == "told-to-stop" and not c.text for c in every)

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


def _is_told(change: Change) -> bool:
    return change.kind != "told-to-stop" or bool(change.text)


def _likeness(change: Change) -> tuple[ChangeKind, int, str, str]:
    alone = change.name if change.kind == "sigkill" else ""
    return change.kind, change.code, change.text, alone


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
