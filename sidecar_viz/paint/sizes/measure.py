"""Measures the room that an actor needs, in units of the stage's text size ("em")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from sidecar_viz.core.beside.tables import NOTHING
from sidecar_viz.core.course.reachable import cell_texts, value_texts
from sidecar_viz.core.lesson import Actor, Hue, Lesson, effects_of
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from sidecar_viz.paint.brush.text import width, wrapped
from sidecar_viz.paint.kinds.kinds import DRAWN, NO_PADS, PADS, Form, hue_of, kind_of
from sidecar_viz.paint.sizes.cells import CellGrid, grid_of
from sidecar_viz.paint.sizes.levels import Level, Part, on_sheet

NONE: Mapping[str, str] = MappingProxyType({})
NAME, CHIP, LABEL, FACT, COUNT = 1.3, 1.0, 1.12, 1.0, 0.98
CARD_PAD = 1.1
CARD_FOOT, TILE_PAD = 0.5, 0.5
CHIP_PAD, CHIP_ICON = 0.75, 1.05
CHIP_HEIGHT = 1.85
CAPTION_ROOM = 9.5
TAB_HEIGHT = 2.5
TAB_AT = 1.4
"""The distance (em) from a frame's left edge to its label."""
COUNTED: tuple[Part, ...] = ("count", "slots", "number")
VALUE_PAD, VALUE_LINE, VALUE_WEIGHT = 0.45, 1.75, SEMIBOLD
"""Of a value: the padding of its text, the height of its line (em), its letters."""
BESIDE = 1.9
"""The distance (em) from the left end of an icon to the name."""
NUMBER = 2.5
SLOT, SLOT_GAP, MOST_SLOTS = 1.15, 0.35, 7
COUNT_PAD = 0.9
"""The room (em) on each side of the count that is written on a store."""
LID = 0.16
"""Half the height of a cylinder's lid, as a share of its body's height."""


class Figure(Struct, frozen=True):
    """An actor as it will be drawn: its form, hue, and every word that it may show."""

    actor: Actor
    form: Form
    hue: Hue
    icon: str
    word: str
    states: tuple[str, ...]
    counts: bool
    values: tuple[tuple[str, float], ...] = ()
    """The names of its values, each with the width (em) of its widest text."""
    grid: CellGrid | None = None
    """The cells on it, with room for all that they can become."""


def figures(lesson: Lesson, copies: Mapping[str, str] = NONE) -> dict[str, Figure]:
    """Return all actors of a lesson, with every state word that they can reach.

    Args:
        copies: actors that stand for another one, where that may come to stand.
    """
    parents = {actor.parent for actor in lesson.actors}
    words = {a.id: {a.state} for a in lesson.actors}
    counts = {a.id for a in lesson.actors if a.count is not None or a.counts}
    for step in lesson.steps:
        for key, effect in effects_of(step):
            words.setdefault(key, set()).add(effect.state or "")
            if effect.count is not None:
                counts.add(key)
        counts.update(send.target for send in step.sends if send.adds)
    for what_if in lesson.what_ifs:
        for part in what_if.steps:
            for key, effect in effects_of(part):
                words.setdefault(key, set()).add(effect.state or "")
        for hold in what_if.holds:
            if hold.actor is not None:
                words.setdefault(hold.actor, set()).add(hold.state)
    made, texts, celled = {}, value_texts(lesson), cell_texts(lesson)
    for actor in lesson.actors:
        kind = kind_of(actor, has_children=actor.id in parents)
        form: Form = "tile" if actor.cells and kind.form in DRAWN else kind.form
        known_as = copies.get(actor.id, actor.id)
        made[actor.id] = Figure(
            actor,
            form,
            hue_of(actor),
            kind.icon,
            kind.word,
            tuple(sorted(words[known_as] - {""})),
            known_as in counts,
            tuple(
                (name, max(width(text or NOTHING, VALUE_WEIGHT) for text in known))
                for name, known in texts.get(known_as, {}).items()
            ),
            grid_of(actor.cells, celled[known_as]) if actor.cells else None,
        )
    return made


def value_width(figure: Figure, index: int) -> float:
    """Return the width (em) of a value: its name, a gap, its widest text, padding."""
    name, widest = figure.values[index]
    return width(name, MEDIUM) + 0.8 + widest + 2 * VALUE_PAD


def shown_name(actor: Actor) -> str:
    """Return the name on a card: the short one if there is one."""
    return actor.short or actor.name


def count_text(actor: Actor, count: float) -> str:
    """Return a count with its unit, such as "3 log lines" or "1 log line"."""
    return f"{round(count)} {unit_of(actor, count)}".rstrip()


def unit_of(actor: Actor, count: float) -> str:
    """Return the unit of a count, in the singular for one if there is such a word."""
    one = actor.unit_one and round(count) == 1
    return actor.unit_one if one else actor.unit


def chip_width(word: str) -> float:
    """Return the width of a state's chip (em)."""
    return CHIP_PAD * 2 + CHIP_ICON + width(word, SEMIBOLD) * CHIP


def widest_chip(figure: Figure) -> float:
    """Return the width (em) of the widest chip that the actor can show, 0 for none."""
    return max((chip_width(word) for word in figure.states), default=0.0)


def tab_width(figure: Figure, word: str | None = None) -> float:
    """Return the width (em) of a frame's label with a state's *word*, or the widest."""
    name = width(shown_name(figure.actor), BOLD) * NAME
    label = figure.actor.label
    value = 0.7 + width(label, MEDIUM, mono=True) * LABEL if label else 0.0
    words = figure.states if word is None else (word,)
    chip = max((chip_width(one) for one in words if one), default=0.0)
    counted = ""
    if figure.counts:
        counted = count_text(figure.actor, figure.actor.capacity or 88)
    many = 0.7 + width(counted, MEDIUM) if counted else 0.0
    values = sum(value_width(figure, n) + 0.7 for n in range(len(figure.values)))
    return 2.2 + name + value + many + values + (chip - 0.2 if chip else 0.0)


def rows_of(figure: Figure, level: Level) -> list[tuple[Part, float, int]]:
    """Return the rows on a card or tile: part, height (em), number of that part."""
    rows: list[tuple[Part, float, int]] = []
    for part, height in level.rows.get(figure.form, ()):
        if part == "fact":
            rows += [(part, height, n) for n in range(len(figure.actor.facts))]
        elif part == "cells":
            if figure.grid is not None:
                rows.append((part, figure.grid.height, 0))
        elif part == "value":
            rows += [(part, height, n) for n in range(len(figure.values))]
        elif (
            (part == "label" and not figure.actor.label)
            or (part == "chip" and not figure.states)
            or (part in COUNTED and not figure.counts)
        ):
            continue
        else:
            rows.append((part, height, 0))
    return rows


def own_size(figure: Figure, level: Level) -> tuple[float, float]:
    """Return the least width and height (em) of an actor that contains no others."""
    if on_sheet(figure.form):
        return _card_size(figure, level)
    body = level.body if figure.form == "cylinder" else (level.globe, level.globe)
    lines = caption_lines(figure)
    widest = max(width(line, BOLD) * NAME * 0.95 for line in lines)
    chip = widest_chip(figure)
    values = (value_width(figure, n) for n in range(len(figure.values)))
    room = max(body[0], widest, chip, count_room(figure), *values)
    return room, body[1] + caption_height(figure)


def count_room(figure: Figure) -> float:
    """Return the width (em) of a store that has room for its count; 0 for no count."""
    if figure.form != "cylinder" or not figure.counts:
        return 0.0
    most = count_text(figure.actor, figure.actor.capacity or 88)
    return width(most, MEDIUM) + 2 * COUNT_PAD


def caption_lines(figure: Figure) -> tuple[str, ...]:
    """Return the name below (or above) a drawing, in one or two lines."""
    room = CAPTION_ROOM if figure.form == "globe" else CAPTION_ROOM * 1.6
    return wrapped(figure.actor.name, room / NAME, BOLD) or ("",)


def caption_height(figure: Figure) -> float:
    """Return the height (em) of the name and the chip beside a drawing."""
    values = VALUE_LINE * len(figure.values)
    chip = 2.2 if figure.states else 0.0
    return 0.5 + 1.6 * len(caption_lines(figure)) + chip + values


def pads(figure: Figure) -> tuple[float, float, float, float]:
    """Return the padding (em) around the words: left, top, right, bottom."""
    left, top, right, low = PADS.get(figure.form, NO_PADS)
    if figure.form == "card":
        return CARD_PAD, 0.0, CARD_PAD, CARD_FOOT
    return left + CARD_PAD, top + TILE_PAD, right + CARD_PAD, low + TILE_PAD


def slots_of(actor: Actor) -> int:
    """Return how many places a queue shows."""
    return min(actor.capacity or MOST_SLOTS, MOST_SLOTS)


def _card_size(figure: Figure, level: Level) -> tuple[float, float]:
    left, top, right, low = pads(figure)
    needed, height = 6.0, top + low
    for part, row_height, index in rows_of(figure, level):
        height += row_height
        needed = max(needed, _row_width(figure, part, index))
    return needed + left + right, height


def _row_width(figure: Figure, part: Part, index: int) -> float:
    """Return the width of a row (em)."""
    if part == "value":
        return value_width(figure, index)
    if part == "cells":
        return figure.grid.width if figure.grid else 0.0
    if part == "fact":
        fact = figure.actor.facts[index]
        both = width(fact.label, REGULAR) + width(fact.text, MEDIUM, mono=True)
        return 1.2 + both * FACT
    return ROW_WIDTHS[part](figure) if part in ROW_WIDTHS else 0.0


def _name_width(figure: Figure) -> float:
    return width(shown_name(figure.actor), BOLD) * NAME


def _header_width(figure: Figure) -> float:
    chip = widest_chip(figure)
    return 2.5 + _name_width(figure) + (0.9 + chip if chip else 0.0)


def _number_width(figure: Figure) -> float:
    actor = figure.actor
    unit = width(actor.unit, MEDIUM) * COUNT + 0.5 if actor.unit else 0.0
    return width(str(actor.capacity or 888), BOLD) * NUMBER + unit


ROW_WIDTHS: dict[Part, Callable[[Figure], float]] = {
    "header": _header_width,
    "name": lambda f: _name_width(f) + (2.5 if f.form == "card" else 0.0),
    "named": lambda f: _name_width(f) + BESIDE,
    "chip": widest_chip,
    "label": lambda f: width(f.actor.label, SEMIBOLD, mono=True) * LABEL,
    "count": lambda f: (
        width(count_text(f.actor, f.actor.capacity or 88), MEDIUM) * COUNT
    ),
    "number": _number_width,
    "slots": lambda f: slots_of(f.actor) * SLOT - SLOT_GAP,
}
