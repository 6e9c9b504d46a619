"""Rules about needs: states that can come, needs that are met, links that are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sidecar_viz.core.course.fold import NO_WAY
from sidecar_viz.core.course.outcome import Outcome, Unmet
from sidecar_viz.core.course.routes import Routes
from sidecar_viz.core.lesson import Need, Send, Step, effects_of
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.problems import Meant, shown
from sidecar_viz.files.rules.arrivals import lost_in_what_ifs
from sidecar_viz.files.rules.rule import Checked, Remark, every_part

LINK_STATES = ("off", "on", "denied")
CAPITALS = "; did you mean the same word? Write both with the same capitals"


class Closed(NamedTuple):
    """Something that cannot travel: where it is written, the shut link, and why."""

    route: Route
    link: str | None
    text: str


def needs_are_met(case: Checked) -> Iterator[Remark]:
    """Report what does not happen in the plain run, without any what-if.

    A state that can never come is reported by a rule of its own.
    """
    states = states_of(case)
    for number, outcome in enumerate(case.course.outcomes[1:]):
        for unmet in outcome.unmet:
            if unmet.why == NO_WAY:
                continue
            need = _need_of(case.lesson.steps[number], unmet)
            known = states.get(need.actor or need.link or "", ())
            if need.state is None or need.state in known:
                message = _missing(case, number, need, unmet)
                route = ("steps", number, unmet.where, unmet.index)
                yield Remark(route, f"in the plain run, {message}")


def _need_of(step: Step, unmet: Unmet) -> Need:
    """Return the need that is not met; of several with one reason, the first."""
    if unmet.where == "needs":
        return step.needs[unmet.index]
    needs: tuple[Need, ...] = getattr(step, unmet.where)[unmet.index].needs
    return next(need for need in needs if need.why == unmet.why)


def _missing(case: Checked, number: int, need: Need, unmet: Unmet) -> str:
    """Return what is so when the step is due, and what is needed."""
    before, after = case.course.outcomes[number : number + 2]
    if need.actor is not None:
        if unmet.where != "needs" and need.actor in after.changed:
            return f"{need.actor} is not as it is needed here ({need.why.rstrip('.')})"
        return _actor_misses(before, need, need.actor)
    if need.link is not None:
        word, wanted = before.links[need.link].word, need.state or "on"
        return f"{need.link} is {word} here, but {wanted} is needed"
    place = case.course.index_of(need.step or "")
    title = f"step {place} ({case.lesson.steps[place - 1].title})"
    late = f"{title} has not happened yet; put it before this step"
    return late if place > number else f"{title} does not happen, but is needed"


def _actor_misses(before: Outcome, need: Need, actor: str) -> str:
    state = before.actors[actor]
    if need.state is not None and state.word != need.state:
        same = state.word.lower() == need.state.lower()
        message = (
            f"{actor} is {shown(state.word)} here, but {shown(need.state)} is needed"
        )
        return message + (CAPITALS if same else "")
    values = dict(state.values)
    for name, wanted in need.values.items():
        if values[name] != str(wanted):
            is_now = f"{actor}'s {name} is {shown(values[name])} here"
            return f"{is_now}, but {shown(str(wanted))} is needed"
    if need.count is not None:
        return f"{actor} counts {state.count or 0} here, but {need.count} is needed"
    return f"{actor} is not on the stage here, but is needed"


def state_can_come(case: Checked) -> Iterator[Remark]:
    """Report states that are needed or asked for and can never come."""
    states, hints = states_of(case), Meant()
    for route, named, state in _wanted(case):
        known = states.get(named, [])
        if state is not None and state not in known:
            message = f"{named} is never {shown(state)}"
            near = next((s for s in known if s.lower() == state.lower()), None)
            hint = f"; did you mean {near}?" if near else hints.near(state, known)
            yield Remark(route, message + hint)


def states_of(case: Checked) -> dict[str, list[str]]:
    """Map actors and links to every state that they can reach in any course."""
    states: dict[str, list[str]] = {a.id: [a.state] for a in case.lesson.actors}
    for step in case.lesson.steps:
        for key, effect in effects_of(step):
            if effect.state is not None:
                states[key].append(effect.state)
    for what_if in case.lesson.what_ifs:
        for hold in what_if.holds:
            if hold.actor is not None:
                states[hold.actor].append(hold.state)
        for part in what_if.steps:
            for key, effect in effects_of(part):
                states[key].append(effect.state or "")
    return states | {link.id: list(LINK_STATES) for link in case.lesson.links}


def _wanted(case: Checked) -> Iterator[tuple[Route, str, str | None]]:
    """Yield the route of each state that is asked for, whose it is, and the state."""
    for number, step in enumerate(case.lesson.steps):
        parts: list[tuple[Route, tuple[Need, ...]]] = [((), step.needs)]
        for name in ("actors", "links", "sends"):
            changes = enumerate(getattr(step, name))
            parts += [((name, index), change.needs) for index, change in changes]
        for route, needs in parts:
            for index, need in enumerate(needs):
                at = ("steps", number, *route, "needs", index)
                yield at, need.actor or need.link or "", need.state
    for number, question in enumerate(case.lesson.quiz):
        if question.asks and question.asks.actor:
            asks = question.asks
            yield ("quiz", number, "asks"), asks.actor or "", asks.state


def sends_have_a_way(case: Checked) -> Iterator[Remark]:
    """Report what is sent while a link on its way is not open."""
    for closed in _closed(case):
        yield Remark(closed.route, closed.text)
    yield from lost_in_what_ifs(case)


def link_is_used(case: Checked) -> Iterator[Remark]:
    """Report links that are off, never change, and so never do anything."""
    steps = every_part(case.lesson)
    changed = {change.id for step in steps for change in step.links}
    missed = {closed.link for closed in _closed(case)}
    for number, link in enumerate(case.lesson.links):
        if link.id not in changed | missed and link.state == "off":
            yield Remark(("links", number), f"{link.id} is off and no step opens it")


def _closed(case: Checked) -> Iterator[Closed]:
    """Yield what cannot travel in the plain run; each shut link once a step."""
    routes = Routes(case.lesson.links)
    for number, outcome in enumerate(case.course.outcomes[1:]):
        reported = set[str | None]()
        for unmet in outcome.unmet:
            if unmet.why != NO_WAY:
                continue
            send = case.lesson.steps[number].sends[unmet.index]
            link, message = _shut(case, number, send, routes)
            if link is None or link not in reported:
                yield Closed(("steps", number, "sends", unmet.index), link, message)
            reported.add(link)


def _shut(
    case: Checked, number: int, send: Send, routes: Routes
) -> tuple[str | None, str]:
    """Return the first shut link on the way of *send*, and what to do about it."""
    before, step = case.course.outcomes[number], case.lesson.steps[number]
    ends = f"from {send.source} to {send.target}"
    way = routes.between(send.source, send.target)
    if send.along is not None:
        way = routes.along(send.along, send.source, send.target)
        if not way:
            return send.along, f"{send.along} does not lead {ends}"
    for hop in way:
        word = before.links[hop.link].word
        opens = [c.moment for c in step.links if c.id == hop.link and c.state == "on"]
        for change in sorted(step.links, key=lambda change: change.moment):
            if change.id == hop.link and change.moment <= send.moment:
                word = change.state or word
        if word != "on" and opens and min(opens) > send.moment:
            return hop.link, (
                f"{hop.link} opens in moment {min(opens)} of this step; send {ends} "
                "in that moment, or open it sooner"
            )
        if word != "on":
            return hop.link, (
                f"{hop.link} is {word} at that moment, so nothing can travel {ends}; "
                f'open it here or sooner: links: [{{ id: {hop.link}, state: "on" }}]'
            )
    if way:
        return None, f"no open link leads {ends} at that moment, so nothing can travel"
    return None, f"no link leads {ends}, nor links over others; add one to links"
