"""What is true for all steps of a course: routes, tones, what a what-if fixes."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.actor_state import ActorState, CellsState, Home, actor_state
from sidecar_viz.core.course.other_arm import (
    OUTSIDE,
    OtherArm,
    changed_step,
    held,
    link_word,
)
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.course.routes import Routes
from sidecar_viz.core.course.sending import Ledgers
from sidecar_viz.core.lesson import Actor, Lesson, Need, Step, Tone, WhatIf
from sidecar_viz.core.stage import LinkState, link_state
from sidecar_viz.core.words import tone_table

NO_WORD_TONE: Tone = "good"
OTHER_WORD_TONE: Tone = "active"


class Laws:
    """The rules that every step of a course follows."""

    def __init__(self, lesson: Lesson, what_if: WhatIf | None) -> None:
        """Apply to the *lesson*, with what the *what_if* holds fixed or lets fail."""
        self._written = Routes(lesson.links)
        self._turned: dict[frozenset[tuple[str, str]], Routes] = {}
        self.ledgers = Ledgers(lesson)
        self.arm = OtherArm(lesson, what_if)
        self._lesson = lesson
        self._tones = tone_table(lesson)
        self._groups = tuple(a.id for a in lesson.actors if a.counts == "members")
        self._homes = {a.id: Home(a.parent, a.spot) for a in lesson.actors}

    def routes_of(self, links: Mapping[str, LinkState]) -> Routes:
        """Return the routes along the links as they lead now, without absent ones."""
        here = [link for link in self._lesson.links if links[link.id].presence > 0.0]
        turned = frozenset((k.id, links[k.id].target) for k in self._lesson.links)
        away = frozenset((k.id, "") for k in self._lesson.links if k not in here)
        as_written = all(links[k.id].target == k.target for k in here)
        if as_written and not away:
            return self._written
        key = turned | away
        if key not in self._turned:
            self._turned[key] = Routes(
                replace(link, target=links[link.id].target) for link in here
            )
        return self._turned[key]

    def tone(self, word: str, tone: Tone | None) -> Tone:
        """Return the tone asked for, or else the one that the word has."""
        by_word = OTHER_WORD_TONE if word else NO_WORD_TONE
        return tone or self._tones.get(word.lower(), by_word)

    def members(self, actors: Mapping[str, ActorState]) -> dict[str, int]:
        """Count for each group that counts its members how many of them are there."""
        if not self._groups:
            return {}
        return {
            group: sum(
                self.home(state).parent == group and state.presence > 0.0
                for state in actors.values()
            )
            for group in self._groups
        }

    def written_home(self, actor: str) -> Home:
        """Return where an actor stands as the lesson says."""
        return self._homes[actor]

    def home(self, state: ActorState) -> Home:
        """Return where an actor stands now."""
        return state.home or self._homes[state.id]

    def stands_in(
        self, actor: str | None, frame: str, actors: Mapping[str, ActorState]
    ) -> bool:
        """Return whether an actor is a *frame* or stands in it, however deep."""
        while actor is not None and actor in actors and actor != frame:
            actor = self.home(actors[actor]).parent
        return actor == frame

    def in_this_course(self, step: Step) -> Step:
        """Return the step, with what the what-if makes of it."""
        return changed_step(step, self.arm.part(step.id))

    def start(self) -> Outcome:
        """Return the state of everything before the first step."""
        focus = frozenset(self._lesson.start.focus)
        holds = self.arm.beginning(OUTSIDE)
        stopped = {hold.actor: hold for hold in holds if hold.actor}
        fixed = {hold.link: link_word(hold.state) for hold in holds if hold.link}
        actors = {}
        for actor in self._lesson.actors:
            state = actor_state(
                actor.id,
                actor.state,
                self.tone(actor.state, actor.tone),
                present=actor.present,
                count=actor.count,
                holds=actor.holds,
                translated=actor.content is None or actor.content.translated,
                values=tuple((name, str(text)) for name, text in actor.values.items()),
                cells=cells_at_start(actor),
            )
            hold = stopped.get(actor.id)
            actors[actor.id] = lit(held(state, hold) if hold else state, focus)
        for group, count in self.members(actors).items():
            actors[group] = replace(actors[group], count=count)
        links = {}
        for link in self._lesson.links:
            word = fixed.get(link.id, link.state)
            links[link.id] = lit_link(
                link_state(link.id, word, target=link.target, present=link.present),
                focus,
            )
        return Outcome(0, None, actors, links)


def cells_at_start(actor: Actor) -> CellsState | None:
    """Return the cells of an actor before the first step."""
    if actor.cells is None:
        return None
    return CellsState(tuple(map(str, actor.cells.items)))


def met(
    need: Need,
    actors: Mapping[str, ActorState],
    links: Mapping[str, LinkState],
    reached: frozenset[str],
) -> bool:
    """Return whether a need is met now; an actor must at least be present."""
    if need.actor is not None:
        actor = actors[need.actor]
        if need.state is None and need.count is None and not need.values:
            return actor.presence > 0.0
        right = need.state is None or actor.word == need.state
        wanted = {(name, str(text)) for name, text in need.values.items()}
        right = right and wanted <= {*actor.values}
        return right and (actor.count or 0) >= (need.count or 0)
    if need.link is not None:
        return links[need.link].word == (need.state or "on")
    return need.step in reached


def lit(
    state: ActorState,
    focus: frozenset[str],
    fresh: tuple[str, ...] = (),
    fresh_cells: tuple[int, ...] = (),
) -> ActorState:
    """Return the state with the focus on it, or without, and what of it is new."""
    wanted = 1.0 if state.id in focus else 0.0
    cells = state.cells
    if cells is not None and cells.fresh != fresh_cells:
        cells = replace(cells, fresh=fresh_cells)
    if (state.focus, state.fresh, state.cells) == (wanted, fresh, cells):
        return state
    return replace(state, focus=wanted, fresh=fresh, cells=cells)


def lit_link(state: LinkState, focus: frozenset[str]) -> LinkState:
    """Return the link's state with the focus on it, or without."""
    wanted = 1.0 if state.id in focus else 0.0
    if state.focus == wanted:
        return state
    return replace(state, focus=wanted)
