"""How much room an actor needs, in units of the stage's text size ("em")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from sidecar_viz.paint.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from sidecar_viz.paint.kinds import Form, hue_of, kind_of
from sidecar_viz.paint.text import width, wrapped

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Actor, Hue, Lesson

Part = Literal["header", "icon", "name", "chip", "label", "fact", "count"]

NAME, CHIP, LABEL, FACT, COUNT = 1.3, 1.0, 1.12, 1.0, 0.98
CARD_PAD = 1.1
CARD_FOOT, TILE_PAD = 0.5, 0.5
CHIP_PAD, CHIP_ICON = 0.75, 1.05
CHIP_HEIGHT = 1.85
CAPTION_ROOM = 9.5
TAB_HEIGHT = 2.5
LID = 0.16
"""Half the height of a cylinder's lid, as a share of its body's height."""


class Level(Struct, frozen=True):
    """How much detail is shown, and the gaps that go with it (em)."""

    name: str
    rows: dict[Form, tuple[tuple[Part, float], ...]]
    body: tuple[float, float]
    globe: float
    column_gap: float
    row_gap: float
    outer_gap: float
    margin: float
    frame_pad: float


_TILE: tuple[tuple[Part, float], ...] = (
    ("icon", 2.9),
    ("name", 1.9),
    ("chip", 2.3),
    ("count", 1.8),
)
LEVELS: tuple[Level, ...] = (
    Level(
        "full",
        {
            "card": (("header", 3.3), ("label", 2.5), ("fact", 1.85), ("count", 2.9)),
            "tile": _TILE,
        },
        (10.0, 7.6),
        5.8,
        3.2,
        3.6,
        5.0,
        1.5,
        1.8,
    ),
    Level(
        "medium",
        {
            "card": (("name", 2.6), ("chip", 2.3), ("label", 2.1), ("count", 2.5)),
            "tile": _TILE[1:],
        },
        (8.6, 5.6),
        4.6,
        2.0,
        2.7,
        3.8,
        1.0,
        1.3,
    ),
    Level(
        "small",
        {
            "card": (("name", 2.3), ("chip", 2.2), ("count", 1.8)),
            "tile": _TILE[1:3],
        },
        (6.4, 3.6),
        3.4,
        1.0,
        1.9,
        2.3,
        0.4,
        0.65,
    ),
)


class Figure(Struct, frozen=True):
    """An actor as it will be drawn: its form, hue, and every word it may show."""

    actor: Actor
    form: Form
    hue: Hue
    icon: str
    word: str
    states: tuple[str, ...]
    counts: bool


def figures(lesson: Lesson) -> dict[str, Figure]:
    """All of a lesson's actors with every state word they can come to."""
    parents = {actor.parent for actor in lesson.actors}
    words = {a.id: {a.state} for a in lesson.actors}
    counts = {a.id for a in lesson.actors if a.count is not None}
    for step in lesson.steps:
        for change in step.actors:
            words.setdefault(change.id, set()).add(change.state or "")
            if change.count is not None:
                counts.add(change.id)
        counts.update(send.target for send in step.sends if send.adds)
    for what_if in lesson.what_ifs:
        for hold in what_if.holds:
            if hold.actor is not None:
                words.setdefault(hold.actor, set()).add(hold.state)
    made = {}
    for actor in lesson.actors:
        kind = kind_of(actor, has_children=actor.id in parents)
        made[actor.id] = Figure(
            actor,
            kind.form,
            hue_of(actor),
            kind.icon,
            kind.word,
            tuple(sorted(words[actor.id] - {""})),
            actor.id in counts,
        )
    return made


def shown_name(actor: Actor) -> str:
    """The name on a card: the short one where there is one."""
    return actor.short or actor.name


def count_text(actor: Actor, count: float) -> str:
    """A count with its unit, such as "3 log lines"."""
    return f"{round(count)} {actor.unit}".rstrip()


def chip_width(word: str) -> float:
    """The width of a state's chip (em)."""
    return CHIP_PAD * 2 + CHIP_ICON + width(word, SEMIBOLD) * CHIP


def widest_chip(figure: Figure) -> float:
    """The width of the widest chip that the actor can wear (em), 0 for none."""
    return max((chip_width(word) for word in figure.states), default=0.0)


def tab_width(figure: Figure, word: str | None = None) -> float:
    """The width of a frame's label (em) with a state's *word*, or with the widest."""
    name = width(figure.word or shown_name(figure.actor), BOLD) * NAME
    label = figure.actor.label
    value = 0.7 + width(label, MEDIUM, mono=True) * LABEL if label else 0.0
    words = figure.states if word is None else (word,)
    chip = max((chip_width(one) for one in words if one), default=0.0)
    return 2.2 + name + value + (chip - 0.2 if chip else 0.0)


def rows_of(figure: Figure, level: Level) -> list[tuple[Part, float, int]]:
    """The rows on a card or tile: what, how high (em), and which of them."""
    rows: list[tuple[Part, float, int]] = []
    for part, height in level.rows.get(figure.form, ()):
        if part == "fact":
            rows += [(part, height, n) for n in range(len(figure.actor.facts))]
        elif (
            (part == "label" and not figure.actor.label)
            or (part == "chip" and not figure.states)
            or (part == "count" and not figure.counts)
        ):
            continue
        else:
            rows.append((part, height, 0))
    return rows


def own_size(figure: Figure, level: Level) -> tuple[float, float]:
    """The least width and height (em) of an actor that holds no others."""
    if figure.form in ("card", "tile"):
        return _card_size(figure, level)
    body = level.body if figure.form == "cylinder" else (level.globe, level.globe)
    lines = caption_lines(figure)
    widest = max(width(line, BOLD) * NAME * 0.95 for line in lines)
    chip = widest_chip(figure)
    room = max(body[0], widest, chip)
    return room, body[1] + caption_height(figure)


def caption_lines(figure: Figure) -> tuple[str, ...]:
    """The name under (or over) a drawn shape, in one or two lines."""
    room = CAPTION_ROOM if figure.form == "globe" else CAPTION_ROOM * 1.6
    return wrapped(figure.actor.name, room / NAME, BOLD) or ("",)


def caption_height(figure: Figure) -> float:
    """The height (em) of the name and the chip beside a drawn shape."""
    return 0.5 + 1.6 * len(caption_lines(figure)) + (2.2 if figure.states else 0.0)


def _card_size(figure: Figure, level: Level) -> tuple[float, float]:
    actor = figure.actor
    name = width(shown_name(actor), BOLD) * NAME
    chip = widest_chip(figure)
    needed = 6.0
    height = 2 * TILE_PAD if figure.form == "tile" else CARD_FOOT
    for part, row_height, index in rows_of(figure, level):
        height += row_height
        if part == "header":
            needed = max(needed, 2.5 + name + (0.9 + chip if chip else 0.0))
        elif part == "name":
            beside = 0.0 if figure.form == "tile" else 2.5
            needed = max(needed, beside + name)
        elif part == "chip":
            needed = max(needed, chip)
        elif part == "label":
            needed = max(needed, width(actor.label, SEMIBOLD, mono=True) * LABEL)
        elif part == "fact":
            fact = actor.facts[index]
            both = width(fact.label, REGULAR) + width(fact.text, MEDIUM, mono=True)
            needed = max(needed, 1.2 + both * FACT)
        elif part == "count":
            most = count_text(actor, actor.capacity or 88)
            needed = max(needed, width(most, MEDIUM) * COUNT)
    return needed + 2 * CARD_PAD, height
