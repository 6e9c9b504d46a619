"""Keeps the places free that actors move to: a stand-in waits at each of them.

So nothing has to make room when somebody comes, and whoever stays does not budge.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sidecar_viz.core.actor_state import Home
from sidecar_viz.core.course.reachable import Homes, every_home
from sidecar_viz.core.lesson import Actor, Lesson
from sidecar_viz.paint.sizes.places import Place


class StandIns(Struct, frozen=True):
    """A *lesson* with further actors: *copies* maps each to whom it stands in for.

    *at* knows who stands there for an actor, by its home and the one it stands in.
    """

    lesson: Lesson
    copies: Mapping[str, str]
    at: Mapping[tuple[str, Home, str | None], str]
    written: Mapping[str, Home]

    def arranged(self, homes: Homes, places: Mapping[str, Place]) -> dict[str, Place]:
        """Return the place of every actor, with those who have moved at their homes.

        Args:
            places: those of all actors and their stand-ins.
        """
        now = {**self.written, **dict(homes)}
        found: dict[str, Place] = {}
        for key, home in now.items():
            place = places[self._standing(key, now)]
            actor = replace(
                place.figure.actor, id=key, parent=home.parent, spot=home.spot
            )
            found[key] = replace(place, figure=replace(place.figure, actor=actor))
        return found

    def _standing(self, actor: str, now: Mapping[str, Home]) -> str:
        """Return who stands where an actor is *now*: itself, or a stand-in."""
        home = now[actor]
        inside = None if home.parent is None else self._standing(home.parent, now)
        return self.at.get((actor, home, inside), actor)


def stand_ins_of(lesson: Lesson) -> StandIns:
    """Put a stand-in wherever an actor of the *lesson* can come to stand."""
    making = _Making(lesson)
    for actor in lesson.actors:
        making.put(actor.id, ())
    whole = replace(lesson, actors=tuple(making.actors))
    written = {a.id: Home(a.parent, a.spot) for a in lesson.actors}
    return StandIns(whole, making.copies, making.at, written)


class _Making:
    """Makes stand-ins, those of frames before those of who stands in them."""

    def __init__(self, lesson: Lesson) -> None:
        self._known = {actor.id: actor for actor in lesson.actors}
        self._homes = every_home(lesson)
        self._put: dict[str, list[str]] = {}
        self.actors: list[Actor] = []
        self.copies: dict[str, str] = {}
        self.at: dict[tuple[str, Home, str | None], str] = {}

    def put(self, key: str, within: tuple[str, ...]) -> list[str]:
        """Put an actor and its stand-ins; return all their ids.

        Args:
            within: who is being put: somebody who stands in itself is not put again.
        """
        if key in self._put or key in within:
            return self._put.get(key, [key])
        made: list[str] = []
        for home in self._homes[key]:
            frames: list[str | None] = [None]
            if home.parent is not None:
                frames = [*self.put(home.parent, (*within, key))]
            for frame in frames:
                name = f"{key}@{len(made)}" if made else key
                actor = self._known[key]
                spot = home.spot
                self.actors.append(replace(actor, id=name, parent=frame, spot=spot))
                self.at[key, home, frame] = name
                if made:
                    self.copies[name] = key
                made.append(name)
        self._put[key] = made
        return made
