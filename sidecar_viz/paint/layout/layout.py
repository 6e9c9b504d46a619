"""Lays a stage of a given size out: every place is computed, none is authored."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from sidecar_viz.core.course.reachable import Homes, has_moves
from sidecar_viz.core.geometry import Rect
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.kinds.link_kinds import every_way
from sidecar_viz.paint.layout.arrange import STYLES, Group, has_choice, lifted
from sidecar_viz.paint.layout.gutters import needs_of
from sidecar_viz.paint.layout.ledger import ledger_laid_out
from sidecar_viz.paint.layout.plan import Plan, children_of
from sidecar_viz.paint.layout.stand_ins import StandIns, stand_ins_of
from sidecar_viz.paint.sizes.levels import LEVELS, TIGHT, Level
from sidecar_viz.paint.sizes.measure import (
    figures,
)
from sidecar_viz.paint.sizes.places import Arrangements, Layout, Place, Size
from sidecar_viz.paint.ways.ways import in_the_way, ways_of

READABLE = 11.5
LARGEST = 30.0
DESIGNED_HEIGHT = 812.0
COMFORTABLE = 22.0
"""Text size (pixels) beyond which larger text does not count for an arrangement."""
LED_ROUND = 0.94
"""The factor on an arrangement's worth for each link that is led round others."""
WORTH_IT = 1.08
"""How much better (a factor) another arrangement must be to be taken."""


def laid_out(lesson: Lesson, size: Size, text_scale: float = 1.0) -> Layout:
    """Lay the lesson's stage out for *size* pixels.

    Takes the richest level of detail whose text is still readable: a small stage, or
    text at 200 %, shows less on each card, but nothing is cut. A lesson with a ledger
    is laid out in its columns where their words are as large as wanted.

    Args:
        size: width and height in pixels, each at least 1.
        text_scale: 1 to 2, what the reader asked for.
    """
    stand_ins = stand_ins_of(lesson) if has_moves(lesson) else None
    groups = _groups(lesson, stand_ins)
    styles = STYLES if any(map(has_choice, groups.values())) else STYLES[:1]
    wanted = READABLE * text_scale
    if lesson.ledger is not None:
        most = LARGEST * _growth(size)
        made = ledger_laid_out(lesson, lesson.ledger, groups, size, wanted, most)
        if made.em >= wanted:
            return made
    for level in (*LEVELS, *TIGHT):
        whole = lesson if stand_ins is None else stand_ins.lesson
        plan, em = _best([Plan(whole, groups, level, style) for style in styles], size)
        if em >= (wanted if level in LEVELS[:-1] else READABLE):
            break
    # Text that is as large as wanted leaves room to the edges before it grows.
    em = max(min(em, wanted), _em(plan, size, 2 * plan.lacking))
    em = min(em, LARGEST * _growth(size))
    places: dict[str, Place] = {}
    plan.place(None, Rect(0.0, 0.0, size[0], size[1]), em, places)
    if stand_ins is not None:
        found = stand_ins

        def arranged(homes: Homes) -> Layout:
            standing = found.arranged(homes, places)
            return _with_ways(lesson, size, em, level, standing)

        moves = Arrangements(arranged)
        return replace(moves.of(()), moves=moves)
    return _with_ways(lesson, size, em, level, places)


def _with_ways(
    lesson: Lesson, size: Size, em: float, level: Level, places: dict[str, Place]
) -> Layout:
    """Lead the links between actors that have their places."""
    parents = {key: place.figure.actor.parent for key, place in places.items()}
    order = tuple(sorted(places, key=lambda key: _depth(key, parents)))
    ways = ways_of(every_way(lesson), places, parents, size, em)
    return Layout(size, em, level, places, ways, order)


def _depth(actor: str, parents: Mapping[str, str | None]) -> int:
    parent = parents[actor]
    return 0 if parent is None else 1 + _depth(parent, parents)


def _groups(lesson: Lesson, stand_ins: StandIns | None) -> dict[str | None, Group]:
    """Group everybody by whom they stand in, with the links between them."""
    copies = stand_ins.copies if stand_ins else {}
    lesson = stand_ins.lesson if stand_ins else lesson
    known = figures(lesson, copies)
    parents = {actor.id: actor.parent for actor in lesson.actors}
    needs = needs_of(lesson, parents)
    return {
        parent: Group(
            tuple(ids),
            known,
            lifted(lesson.links, parents, parent),
            parent is None,
            needs.get(parent, ()),
        )
        for parent, ids in children_of(lesson).items()
    }


def _best(plans: list[Plan], size: Size) -> tuple[Plan, float]:
    """Return the plan with the largest text and the fewest links led round others.

    An earlier one that is about as good wins; a single one is not even judged.
    """
    chosen, best = plans[0], 0.0
    most = COMFORTABLE * _growth(size)
    for plan in plans if len(plans) > 1 else ():
        em = _em(plan, size)
        places: dict[str, Place] = {}
        plan.place(None, Rect(0.0, 0.0, size[0], size[1]), em, places)
        worth = min(em, most) * LED_ROUND ** in_the_way(plan.links, places, em)
        if worth > best * WORTH_IT:
            chosen, best = plan, worth
    return chosen, _em(chosen, size)


def _growth(size: Size) -> float:
    """Return how much higher than its design a stage is, at least 1."""
    return max(1.0, size[1] / DESIGNED_HEIGHT)


def _em(plan: Plan, size: Size, more: float = 0.0) -> float:
    """Return the text size (pixels) at which the plan and *more* em fill the stage."""
    width, height = plan.size(None)
    return min(size[0] / (width + more), size[1] / (height + more))
