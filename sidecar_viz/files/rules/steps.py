"""Rules about what happens: actors, steps and their changes."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.actor_state import Home
from sidecar_viz.core.beside.tables import TableRow, table_rows
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Actor, Spot, Step, effects_of
from sidecar_viz.files.reading.mentions import mentions
from sidecar_viz.files.rules.rule import Checked, Remark


def step_changes_something(case: Checked) -> Iterator[Remark]:
    """Report steps that change nothing on the stage, unless they only look.

    If something is prevented from happening, another rule says by what.
    """
    for number, outcome in enumerate(case.course.outcomes[1:]):
        wanted = outcome.blocked is not None or outcome.unmet
        if not wanted and not _happens(outcome) and not _looks(outcome.step):
            message = "this step changes nothing on the stage"
            yield Remark(("steps", number), message)


def _happens(outcome: Outcome) -> bool:
    moved = outcome.changed or outcome.flow_moves or outcome.flights
    step = outcome.step
    translates = step is not None and any(c.translated is not None for c in step.actors)
    return bool(moved or translates)


def _looks(step: Step | None) -> bool:
    """Return whether a step is only about something, and means to change nothing."""
    if step is None or step.actors or step.links or step.sends:
        return False
    return step.since is not None or bool(step.focus or step.lines or step.moments)


def actor_is_used(case: Checked) -> Iterator[Remark]:
    """Report actors to whom nothing happens, that nothing mentions and none counts."""
    used = _used_actors(case)
    for number, actor in enumerate(case.lesson.actors):
        if actor.id not in used:
            message = f"nothing happens to {actor.id}, and nothing mentions it"
            yield Remark(("actors", number), message)


def actors_do_not_stand_on_each_other(case: Checked) -> Iterator[Remark]:
    """Report two actors in the same cell of the same grid."""
    taken: dict[tuple[str | None, int, int], str] = {}
    for number, actor in enumerate(case.lesson.actors):
        cells = [(actor.parent, *cell) for cell in _cells_of(actor)]
        before = next((taken[cell] for cell in cells if cell in taken), None)
        if before is not None:
            message = f"{actor.id} stands where {before} stands"
            yield Remark(("actors", number, "spot"), message)
        taken.update(dict.fromkeys(cells, actor.id))
    yield from movers_do_not_stand_on_others(case)


def movers_do_not_stand_on_others(case: Checked) -> Iterator[Remark]:
    """Report steps after which somebody who has moved stands where another stands."""
    homes = {a.id: Home(a.parent, a.spot) for a in case.lesson.actors}
    for number, outcome in enumerate(case.course.outcomes[1:]):
        here = {k: s for k, s in outcome.actors.items() if s.presence > 0.0}
        taken: dict[tuple[str | None, int, int], str] = {}
        for key in sorted(here, key=lambda key: here[key].home is not None):
            home = here[key].home or homes[key]
            cells = [(home.parent, *cell) for cell in _cells(home.spot)]
            before = next((taken[cell] for cell in cells if cell in taken), None)
            moved = here[key].home != case.course.outcomes[number].actors[key].home
            if before is not None and moved:
                message = f"after this step {key} stands where {before} stands"
                yield Remark(("steps", number), message)
            taken.update(dict.fromkeys(cells, key))


def nobody_moves_into_itself(case: Checked) -> Iterator[Remark]:
    """Report moves into somebody who stands in the actor that moves: it stays."""
    homes = {a.id: a.parent for a in case.lesson.actors}
    for number, step in enumerate(case.lesson.steps):
        now = case.course.outcomes[number].actors
        for index, change in enumerate(step.actors):
            above = change.parent
            while above is not None and above in now and above != change.id:
                home = now[above].home
                above = home.parent if home else homes[above]
            if above == change.id and change.parent is not None:
                route = ("steps", number, "actors", index, "parent")
                message = f"{change.parent} stands in {change.id} here, so that"
                yield Remark(route, f"{message} cannot move into it")


def _cells_of(actor: Actor) -> list[tuple[int, int]]:
    return _cells(actor.spot)


def _cells(spot: Spot | None) -> list[tuple[int, int]]:
    if spot is None:
        return []
    rows = range(spot.row, spot.row + spot.rows)
    columns = range(spot.column, spot.column + spot.columns)
    return [(row, column) for row in rows for column in columns]


def _used_actors(case: Checked) -> set[str | None]:
    """List the ids of those that anything mentions, and of those that are counted."""
    actors = case.lesson.actors
    counting = {actor.id for actor in actors if actor.counts == "members"}
    counted = {actor.id for actor in actors if actor.parent in counting}
    return counted | {
        named.word for named in mentions(case.lesson) if "actor" in named.kind
    }


def changes_do_not_overlap(case: Checked) -> Iterator[Remark]:
    """Report an actor or a link that is changed twice in one moment."""
    for number, step in enumerate(case.lesson.steps):
        actors = [(change.id, change.moment) for change in step.actors]
        links = [(change.id, change.moment) for change in step.links]
        for name, keys in (("actors", actors), ("links", links)):
            for index, (changed, moment) in enumerate(keys):
                if (changed, moment) in keys[:index]:
                    message = f"{changed} is changed twice in moment {moment}"
                    yield Remark(("steps", number, name, index), message)


def what_if_changes_something(case: Checked) -> Iterator[Remark]:
    """Report what-ifs whose course is the same as the plain one."""
    for number, course in enumerate(case.what_ifs):
        same = all(
            other.blocked is None and _standing(other) == _standing(plain)
            for other, plain in zip(course.outcomes, case.course.outcomes, strict=True)
        )
        if same:
            message = "everything happens as it does without this what-if"
            yield Remark(("what-ifs", number), message)


def _standing(outcome: Outcome) -> list[object]:
    """List the visible state of everything."""
    actors = [(s.word, s.presence, s.count, s.values) for s in outcome.actors.values()]
    return [*actors, *(state.word for state in outcome.links.values())]


def what_if_says_it(case: Checked) -> Iterator[Remark]:
    """Report what-ifs whose table does not show a step that ends differently."""
    for number, course in enumerate(case.what_ifs):
        rows = table_rows(course)
        told = {step for row in rows for step in row.steps}
        shown = {s for row in rows if _has_fault(row) for s in row.steps}
        for outcome in course.outcomes[1:]:
            step = case.lesson.steps[outcome.index - 1]
            plain = case.course.outcomes[outcome.index]
            said = outcome.own is not None and outcome.own.cells
            if outcome.index in shown or outcome.index not in told:
                continue
            if said or plain.blocked is not None:
                continue
            if outcome.blocked is not None:
                message = f"step {step.id} cannot happen, but no cell says so"
                yield Remark(("what-ifs", number, "steps"), message)
            elif _otherwise(outcome, plain):
                message = f"step {step.id} ends differently, but no cell says so"
                yield Remark(("what-ifs", number, "steps"), message)


def _has_fault(row: TableRow) -> bool:
    return any(cell.fault for cell in row.cells)


def _otherwise(outcome: Outcome, plain: Outcome) -> bool:
    """Return whether an actor that the step changes ends with another word."""
    step = outcome.step
    ids = {key for key, _ in effects_of(step)} if step else set()
    return any(outcome.actors[key].word != plain.actors[key].word for key in ids)
