"""Measures the columns of a ledger, in units of the stage's text size ("em")."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from sidecar_viz.core.markup import plain
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.sizes.measure import Figure, shown_name, widest_chip

PAD, SHEET_PAD = 0.95, 0.55
"""The distance (em) from a column's edge to its words, and to its sheet."""
HEADER, STACKED, TITLE, FOOT, UNDER = 3.6, 5.0, 2.1, 3.4, 0.5
"""The heights (em) of a column's name beside its state, or above it; of its sheet's
title, of its count, and of the paper under the last row."""
LEAST_PITCH, MOST_PITCH = 1.5, 2.75
"""The least and the greatest height (em) of a row."""
BADGE, AFTER_BADGE, TICK, ROW_PAD = 1.75, 0.55, 1.5, 0.5
"""The widths (em) of an item's number, the gap after it, its tick, the row's edges."""
ICON, FOLD = 1.7, 2.1
"""The widths (em) of the icon before a sheet's title and of its folded corner."""
UNIT, NUMBER = 0.98, 2.25
LID, LID_UP, LID_DOWN = 1.2, 1.35, 0.4
"""Half the height (em) of a drum's lid; how far a drum rises above the other columns,
and how far it reaches below them."""


class Detail(Struct, frozen=True):
    """How much of a ledger is drawn: less on a smaller stage.

    *gutter* is the width (em) of a bridge between two columns, *words* the most room
    (em) for an item's text; *stacked* puts a name above its state, not beside it.
    """

    gutter: float
    words: float
    titles: bool = True
    stacked: bool = False

    @property
    def header(self) -> float:
        """The height (em) of a column's header."""
        return STACKED if self.stacked else HEADER


DETAILS = (
    Detail(3.7, 40.0),
    Detail(2.6, 40.0, titles=False),
    Detail(2.0, 9.0, titles=False, stacked=True),
    Detail(1.8, 5.0, titles=False, stacked=True),
)
"""From the richest to the plainest."""


def column_width(figure: Figure, items: Sequence[str], detail: Detail) -> float:
    """Return the least width (em) of an actor's column."""
    chip = widest_chip(figure)
    name = width(shown_name(figure.actor), BOLD) * 1.28
    drum = figure.form == "cylinder"
    header = name + (0.0 if drum else 2.2)
    if detail.stacked:
        header = max(header, chip)
    elif chip:
        header += chip + 0.7
    header += 2 * PAD
    content = figure.actor.content
    texts = content.texts(tuple(items)) if content is not None else items
    text = max(width(plain(item), MEDIUM, mono=True) for item in texts)
    row = 2 * (ROW_PAD + SHEET_PAD) + BADGE + AFTER_BADGE + min(text, detail.words)
    row += TICK
    title = 0.0
    if detail.titles and content is not None:
        title = width(content.title, MEDIUM, mono=True)
        title += width(content.note, MEDIUM) + 1.0 if content.note else 0.0
        title += 2 * (ROW_PAD + SHEET_PAD) + (ICON if content.form != "window" else 0.0)
        title += FOLD if content.form in ("file", "view") else 0.0
    around = 1.0 if drum else 0.0
    return max(header, row + around, title + around)
