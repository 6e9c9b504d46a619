"""What each step changes on the stage: who acts, what travels, what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.core.lesson import (
    ActorChange,
    Effect,
    LinkChange,
    LinkWord,
    Send,
    ValueText,
)
from sidecar_viz.pods.deciding.columns import columns_of
from sidecar_viz.pods.lesson.actors import FAILED_PULLS, KUBELET, POD, USER
from sidecar_viz.pods.lesson.cast import Cast
from sidecar_viz.pods.lesson.volumes import (
    MISSING,
    MOUNTED,
    NOT_MOUNTED,
    UNMOUNTED,
)
from sidecar_viz.pods.lesson.ways import ALL, ASKS, REQUESTS, addressed
from sidecar_viz.pods.story.beat import Beat, Group
from sidecar_viz.pods.story.standing import (
    Standing,
    Standings,
    after,
    pod_tone,
    pod_word,
)

LAST = 8  # the moment of a step after which only the pod follows
DELETED = "Deleted"
MOST_FOCUS = 4


class Picture(Struct, frozen=True):
    """What a step changes; *links* stay open until a later step closes them."""

    actors: tuple[ActorChange, ...]
    links: tuple[LinkChange, ...]
    sends: tuple[Send, ...]


class Painter:
    """Turns beats into pictures, one after another; it knows what was shown so far."""

    def __init__(self, cast: Cast, beats: Sequence[Beat]) -> None:
        self._cast = cast
        self._links: dict[str, LinkWord] = {link.id: link.state for link in cast.links}
        self._counters = {a.id for a in cast.actors if a.count is not None}
        self._pullers = {a.id for a in cast.actors if FAILED_PULLS in a.values}
        self._turning = False
        self._waiting: set[str] = set()
        self._pod = ("Pending", "")
        self._open: tuple[str, ...] = ()
        self._volumes = dict.fromkeys(cast.volumes.values(), NOT_MOUNTED)
        self.standing: Standings = beats[0].before if beats else {}

    def picture(self, beat: Beat) -> Picture:
        """Return what changes from the last beat to this one."""
        page = _Page()
        before, self._open = self._open, ()
        if beat.moment.again:
            self._containers(page, beat.after, 1)
        else:
            for group in beat.seen:
                self._group(page, beat, group)
        self._take_back(page, before)
        self._containers(page, beat.after, page.moment)
        self._turns(page, beat)
        self._mounts(page, beat.after, page.moment)
        self._of_pod(page, beat)
        if self._comes_to_nothing(page, beat):
            page.actors = []
        return Picture(tuple(page.actors), tuple(page.links), tuple(page.sends))

    def _comes_to_nothing(self, page: _Page, beat: Beat) -> bool:
        """Return whether all is as before in the end: then the step only looks."""
        containers = set(self._cast.ids.values())
        others = any(change.id not in containers for change in page.actors)
        return not (page.links or page.sends or others) and beat.after == beat.before

    def _take_back(self, page: _Page, before: tuple[str, ...]) -> None:
        """Let the ways of the last signals vanish, if they are not used again."""
        opened = {link.id for link in page.links if link.present}
        again = opened.intersection(before)
        page.links = [link for link in page.links if link.id not in again]
        page.links += [
            LinkChange(id=link, present=False, state="off")
            for link in before
            if link not in again
        ]

    def _group(self, page: _Page, beat: Beat, group: Group) -> None:
        match group.kind:
            case "did" if group.first.done["do"] == "delete":
                page.next()
                self._open_way(page, ASKS)
                page.sends.append(
                    Send(source=USER, target=POD, what="delete", moment=page.moment)
                )
            case "did" if group.first.done["do"] == "volume-unavailable":
                page.next()
                key = self._cast.volumes.get(str(group.first.done.get("volume")), "")
                if self._volumes.get(key) == NOT_MOUNTED:
                    self._volume(page, key, MISSING)
            case "mounted" | "mount-fails" | "cleared":
                page.next()
                self._of_volumes(page, group)
            case "sigterm" | "sigkill":
                page.next()
                self._signal(page, beat, group)
            case _:
                new = after(beat.pod, self.standing, group.changes)
                if new != self.standing:
                    page.next()
                    self._containers(page, new, page.moment)
        for change in group.changes:
            if change.kind in ("pulling", "starts"):
                self._link(page, self._cast.gates.get(change.name, ""), "off")

    def _open_way(self, page: _Page, link: str) -> None:
        """Let a way appear on which something is sent in this step."""
        if link in self._open:
            return
        page.links.append(
            LinkChange(id=link, present=True, state="on", moment=page.moment)
        )
        self._open = (*self._open, link)

    def _turns(self, page: _Page, beat: Beat) -> None:
        """Let the gates of the start vanish, and those of the end come (R42)."""
        if not beat.ending:
            return
        if not self._turning:
            self._turning = True
            for key in self._cast.gates.values():
                page.links.append(LinkChange(id=key, present=False, moment=page.moment))
            for name, keys in self._cast.turns.items():
                is_sidecar = beat.container(name).kind == "sidecar"
                if is_sidecar and beat.before[name].alive and not _has_turn(beat, name):
                    self._waiting.add(name)
                    page.links += [
                        LinkChange(id=key, present=True, moment=page.moment)
                        for key in keys
                    ]
        for name, keys in self._cast.turns.items():
            if name in self._waiting and _has_turn(beat, name):
                for key in keys:
                    self._link(page, key, "off")

    def _signal(self, page: _Page, beat: Beat, group: Group) -> None:
        """Let the kubelet send a signal to each container that gets it."""
        what = "SIGTERM" if group.kind == "sigterm" else "SIGKILL"
        new = after(beat.pod, self.standing, group.changes)
        for name in addressed(group.names):
            link = self._cast.orders.get(name, "")
            if not link or (name != ALL and not self.standing[name].alive):
                continue
            self._open_way(page, link)
            effect = None
            if name != ALL and new[name].word != self.standing[name].word:
                effect = Effect(state=new[name].word, tone=new[name].tone)
            page.sends.append(
                Send(
                    source=KUBELET,
                    target=POD if name == ALL else self._cast.ids[name],
                    along=link,
                    what=what if name != ALL else f"{len(group.names)} × {what}",
                    moment=page.moment,
                    receiver=effect,
                )
            )
            if name != ALL:
                self.standing = {**self.standing, name: new[name]}
        if ALL in addressed(group.names):
            page.next()  # they change when it has arrived
        self._containers(page, new, page.moment)

    def _containers(self, page: _Page, new: Standings, moment: int) -> None:
        for name, one in new.items():
            old = self.standing[name]
            if one.shown != old.shown:
                page.actors.append(self._change(name, old, one, moment))
        self.standing = new

    def _change(
        self, name: str, old: Standing, new: Standing, moment: int
    ) -> ActorChange:
        key = self._cast.ids[name]
        count = (
            new.restarts
            if key in self._counters and new.restarts != old.restarts
            else None
        )
        values: dict[str, ValueText] = {}
        if new.failed_pulls != old.failed_pulls and key in self._pullers:
            values[FAILED_PULLS] = str(new.failed_pulls)
        return ActorChange(
            id=key,
            state=new.word,
            tone=new.tone,
            count=count,
            values=values,
            moment=moment,
        )

    def _mounts(self, page: _Page, new: Standings, moment: int) -> None:
        """Open the mounts of who runs, close those of who has ended (R4)."""
        for name, keys in self._cast.mounts.items():
            for key in keys:
                self._link(page, key, "on" if new[name].alive else "off", moment)

    def _link(
        self, page: _Page, key: str, word: LinkWord, moment: int | None = None
    ) -> None:
        if key and self._links.get(key) not in (None, word):
            self._links[key] = word
            page.links.append(
                LinkChange(id=key, state=word, moment=moment or page.moment)
            )

    def _of_volumes(self, page: _Page, group: Group) -> None:
        words = {"mounted": MOUNTED, "mount-fails": MISSING, "cleared": UNMOUNTED}
        named = {self._cast.volumes.get(name) for name in group.names}
        for key in self._volumes:
            if not group.names or key in named:
                self._volume(page, key, words[group.kind])

    def _volume(self, page: _Page, key: str, word: str) -> None:
        if self._volumes[key] != word:
            self._volumes[key] = word
            page.actors.append(ActorChange(id=key, state=word, moment=page.moment))

    def _of_pod(self, page: _Page, beat: Beat) -> None:
        """Let the pod's state and the service follow, as the API shows them."""
        status = beat.moment.status
        gone = any(change.kind == "gone" for change in beat.moment.changes)
        word = DELETED if gone else pod_word(columns_of(beat.pod, status).status)
        tone = "done" if gone else pod_tone(word, status.phase)
        moment = min(page.moment + 1, LAST + 1)
        if (word, tone) != self._pod:
            self._pod = (word, tone)
            page.actors.append(
                ActorChange(id=POD, state=word, tone=tone, moment=moment)
            )
        if self._cast.served:
            ready = status.conditions["Ready"][0] == "True" and not status.deleting
            self._link(page, REQUESTS, "on" if ready else "off", moment)


def _has_turn(beat: Beat, name: str) -> bool:
    """Return whether a container is stopped in this moment."""
    kinds = {change.kind for change in beat.moment.changes if change.name == name}
    return bool(kinds & {"sigterm", "sigkill", "ends"})


class _Page:
    """The changes of one step so far."""

    def __init__(self) -> None:
        self.moment = 0
        self.actors: list[ActorChange] = []
        self.links: list[LinkChange] = []
        self.sends: list[Send] = []

    def next(self) -> None:
        """Go on to the next moment; all that come too late share the last one."""
        self.moment = min(self.moment + 1, LAST)


def focus_of(cast: Cast, beat: Beat, picture: Picture) -> tuple[str, ...]:
    """Return whom a step is about: who changes, else who is named, else the pod."""
    found = tuple(_ids_of(picture)) or tuple(_named_in(cast, beat)) or (POD,)
    return found[:MOST_FOCUS]


def _ids_of(picture: Picture) -> Iterator[str]:
    yield from dict.fromkeys(
        [change.id for change in picture.actors]
        + [send.target for send in picture.sends]
    )


def _named_in(cast: Cast, beat: Beat) -> Iterator[str]:
    for change in beat.moment.changes:
        for name in (change.name, str(change.done.get("container", ""))):
            if name in cast.ids:
                yield cast.ids[name]
        volume = str(change.done.get("volume", ""))
        if volume in cast.volumes:
            yield cast.volumes[volume]
