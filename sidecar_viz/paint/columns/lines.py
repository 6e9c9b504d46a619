"""A line of a ledger in a row that may be too narrow: it is cut in its middle."""

from __future__ import annotations

from functools import lru_cache

from sidecar_viz.core.actor_state import ActorState
from sidecar_viz.core.lesson import Ledger
from sidecar_viz.core.markup import plain, spans
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.sizes.places import Place

Parts = tuple[tuple[str, bool], ...]
"""The parts of a line from left to right, each with whether it is bold."""


@lru_cache(maxsize=512)
def fitted(text: str, room: float) -> Parts:
    """Return a line's parts, cut with "…" where it is wider than *room* (em).

    What it begins with is kept, and its last word: that is a status or a number.
    """
    parts, whole = spans(text), plain(text)
    letters = len(whole)
    if _wide(parts) <= room + 0.01:
        return parts
    for kept in range(letters - 1, 1, -1):
        end = _end(whole, kept // 2)
        cut = (
            *_from(parts, 0, kept - end),
            ("…", False),
            *_from(parts, letters - end, letters),
        )
        if _wide(cut) <= room + 0.01:
            return cut
    return (("…", False),)


def _end(whole: str, most: int) -> int:
    """Return how many letters at the end are kept: whole words, if there are any."""
    end = whole[len(whole) - most :]
    return most - (end.find(" ") + 1)


def _from(parts: Parts, first: int, last: int) -> Parts:
    """Return the letters from *first* to before *last*, without spaces around."""
    found, at = [], 0
    for words, bold in parts:
        shown = words[max(0, first - at) : max(0, last - at)]
        at += len(words)
        if shown:
            found.append((shown, bold))
    if found:
        found[0] = (found[0][0].lstrip(), found[0][1])
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
    return tuple(part for part in found if part[0])


def _wide(parts: Parts) -> float:
    return width("".join(words for words, _ in parts), MEDIUM, mono=True)


def texts_of(place: Place, state: ActorState, ledger: Ledger) -> tuple[str, ...]:
    """Return what each item is called here; while it is translated, the first are."""
    content = place.figure.actor.content
    if content is None or not content.words:
        return ledger.items
    held = len(state.holds)
    done = frozenset(state.holds[: round(held * state.translated)])
    if state.translated >= 1.0:
        return content.texts(ledger.items)
    pairs = zip(content.texts(ledger.items), ledger.items, strict=True)
    return tuple(
        here if number in done else there
        for number, (here, there) in enumerate(pairs, start=1)
    )
