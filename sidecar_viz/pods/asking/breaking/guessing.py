"""Asks what will come of a break before it is done, with answers that tempt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sidecar_viz.pods.asking.breaking.foreseeing import NOTHING, Foreseeing
from sidecar_viz.pods.asking.breaking.words import Break
from sidecar_viz.pods.asking.reasons.scene import Scene

MOST = 4  # answers, A to D


class Guess(Struct, frozen=True):
    """Answers of which one comes true: *right* is its place among the *options*."""

    options: tuple[str, ...]
    right: int


def guess_of(
    scene: Scene, chosen: Break, others: Iterable[Break], value: int | None = None
) -> Guess:
    """Return what may be thought to come of a break; one answer does.

    The wrong ones are what would come of *others* at this second, and that nothing
    would change. They are in order of their letters, so that no place tells anything.
    *value* is another exit code or number of seconds than the usual one.
    """
    foreseeing = Foreseeing(scene)
    right = NOTHING if chosen.no_effect else foreseeing.effect_of(chosen, value)
    wrong = dict.fromkeys((NOTHING, *_effects(foreseeing, others)))
    wrong.pop(right, None)
    found = sorted((right, *list(wrong)[: MOST - 1]))
    return Guess(tuple(found), found.index(right))


def _effects(foreseeing: Foreseeing, others: Iterable[Break]) -> Iterator[str]:
    for one in others:
        if not one.no_effect:
            yield foreseeing.effect_of(one)
