"""Rules about slips that are easily overlooked: words nearly right, parts unused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sidecar_viz.core.beside.tables import computed_cell
from sidecar_viz.core.kind_words import (
    ACTOR_KINDS,
    LINK_KINDS,
    OTHER_ACTOR_WORDS,
    OTHER_LINK_WORDS,
    actor_kind,
    link_kind,
)
from sidecar_viz.core.lesson import Panel, boxes_of, effects_of
from sidecar_viz.core.words import WORD_TONES
from sidecar_viz.files.reading.problems import shown
from sidecar_viz.files.rules.rule import Checked, Remark, every_part

SLIP = 0.8
"""How alike (0..1) two words must be for one to be a slip of the other."""


def kind_is_known(case: Checked) -> Iterator[Remark]:
    """Report kinds that are nearly, but not quite, one that has its own form.

    Any other word is the author's own, and is drawn as a box or a plain arrow.
    """
    actors, links = case.lesson.actors, case.lesson.links
    for number, actor in enumerate(actors):
        near = _near(actor_kind(actor.kind), (*ACTOR_KINDS, *OTHER_ACTOR_WORDS))
        if near:
            message = f"{shown(actor.kind)} is no known kind; did you mean {near}?"
            yield Remark(("actors", number, "kind"), message)
    for number, link in enumerate(links):
        near = _near(link_kind(link.kind), (*LINK_KINDS, *OTHER_LINK_WORDS))
        if near:
            message = f"{shown(link.kind)} is no known kind; did you mean {near}?"
            yield Remark(("links", number, "kind"), message)


def held_state_is_known(case: Checked) -> Iterator[Remark]:
    """Report states that only a hold mentions and that are nearly another one."""
    known = set(_words(case))
    lower = {word.lower(): word for word in known} | {w: w for w in WORD_TONES}
    for number, what_if in enumerate(case.lesson.what_ifs):
        for index, hold in enumerate(what_if.holds):
            word = hold.state.lower()
            if hold.actor is None or hold.state in known or word in WORD_TONES:
                continue
            near = lower.get(word) or lower.get(_near(word, lower))
            if near and (word == near.lower() or not word.endswith(near.lower())):
                message = (
                    f"no other place says {shown(hold.state)}; did you mean {near}?"
                )
                yield Remark(("what-ifs", number, "holds", index, "state"), message)


def _words(case: Checked) -> Iterator[str]:
    """Yield every state that is written anywhere but in a hold."""
    yield from (entry.word for entry in case.lesson.states)
    yield from (actor.state for actor in case.lesson.actors)
    for part in every_part(case.lesson):
        yield from (effect.state for _, effect in effects_of(part) if effect.state)


def _near(word: str, known: Iterable[str]) -> str:
    """Return the known word that *word* is a slip of; "" if there is none."""
    among = list(known)
    if word in among:
        return ""
    import difflib  # noqa: PLC0415 - only needed for words that are not known

    return next(iter(difflib.get_close_matches(word, among, n=1, cutoff=SLIP)), "")


def decision_has_two_ways(case: Checked) -> Iterator[Remark]:
    """Report decisions with fewer than two arrows to answer them."""
    flow = case.lesson.flow
    for number, node in enumerate(flow.nodes):
        ways = sum(edge.source == node.id for edge in flow.edges)
        if flow.edges and node.kind == "decision" and ways < 2:
            message = f"{ways or 'no'} arrow{'s' * (ways != 1)} out of a decision; "
            message += "give each of its answers one, or make it a box"
            yield Remark(("flow", "nodes", number), message)


def box_is_lit(case: Checked) -> Iterator[Remark]:
    """Report boxes on the way of the steps that no step lights.

    Boxes on other branches of a decision may stay dark, and so may optional ones.
    """
    flow = case.lesson.flow
    courses = (case.course, *case.what_ifs)
    steps = [o.step for course in courses for o in course.outcomes if o.step]
    lit = {*case.lesson.start.flow}.union(*map(boxes_of, steps))
    kinds = {node.id: node.kind for node in flow.nodes}
    for number, node in enumerate(flow.nodes):
        before = {edge.source for edge in flow.edges if edge.target == node.id}
        after = {edge.target for edge in flow.edges if edge.source == node.id}
        led_to = any(kinds[one] != "decision" for one in before & lit)
        first = not before and after & lit
        if node.id not in lit and node.kind != "optional" and (led_to or first):
            message = f"no step lights {node.id}; name it in the flow of one"
            yield Remark(("flow", "nodes", number), message)


def actor_appears(case: Checked) -> Iterator[Remark]:
    """Report actors that are absent at the start and appear in no course."""
    for number, actor in enumerate(case.lesson.actors):
        seen = any(
            outcome.actors[actor.id].presence > 0.0
            for course in (case.course, *case.what_ifs)
            for outcome in course.outcomes
        )
        if not seen:
            message = f"{actor.id} never appears; a step must say present: true"
            yield Remark(("actors", number, "present"), message)


def counts_its_members(case: Checked) -> Iterator[Remark]:
    """Report actors that count their members and have none, or a count of their own."""
    parents = {actor.parent for actor in case.lesson.actors}
    for step in every_part(case.lesson):
        parents |= {change.parent for change in step.actors}
    for number, actor in enumerate(case.lesson.actors):
        if actor.counts is None:
            continue
        if actor.id not in parents:
            message = f"nobody stands in {actor.id}, so it has no members to count"
            yield Remark(("actors", number, "counts"), message)
        elif actor.count is not None:
            message = "its count is computed from its members; take this out"
            yield Remark(("actors", number, "count"), message)


def tracker_row_says_something(case: Checked) -> Iterator[Remark]:
    """Report rows of actors that are empty in every course."""
    tracker = case.lesson.tracker
    columns = tracker.columns if tracker else ()
    for number, row in enumerate(tracker.rows if tracker and columns else ()):
        has_words = any(row.cells) or any(
            computed_cell(course, row, column.after)
            for course in (case.course, *case.what_ifs)
            for column in columns
        )
        if not has_words and row.actor is not None:
            message = "this row is always empty; give its actor a state, or take it out"
            yield Remark(("tracker", "rows", number), message)


def opened_panel_is_there(case: Checked) -> Iterator[Remark]:
    """Report a panel that is to be in front, and that the lesson leaves empty."""
    lesson = case.lesson
    there: dict[Panel, object] = {
        "table": lesson.table,
        "flow": lesson.flow.nodes,
        "tracker": lesson.tracker,
        "sample": lesson.samples,
        "key-moments": lesson.key_moments,
        "snapshot": lesson.snapshot,
        "transcript": lesson.transcript,
    }
    if lesson.opens is not None and not there[lesson.opens]:
        message = f"the lesson has no {lesson.opens}, so it cannot be in front"
        yield Remark(("opens",), message)
