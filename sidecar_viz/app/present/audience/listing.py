"""The colours of a listing's words, line by line, for the class's panel."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, islice

from sidecar_viz.app.look.wrapped_text import Runs
from sidecar_viz.core.lesson import Sample
from sidecar_viz.paint.brush.theme import THEMES, Theme

MOST_WORDS = 3000
"""So many are coloured: more do not fit on a screen, and each takes time to find."""


def line_colours(sample: Sample, theme: Theme) -> tuple[Runs, ...]:
    """Return the words' colours in each line; those of a long listing end early."""
    return _found(sample, theme.name)


@lru_cache(maxsize=16)
def _found(sample: Sample, theme: str) -> tuple[Runs, ...]:
    from sidecar_viz.app.tabs.syntax import coloured  # noqa: PLC0415 - slow to load

    lines = sample.text.rstrip("\n").split("\n")
    begins = [0, *accumulate(len(line) + 1 for line in lines)]
    found: list[list[tuple[int, int, str]]] = [[] for _ in lines]
    words = islice(coloured(sample, THEMES[theme]), MOST_WORDS)
    for start, length, colour in words:
        at = bisect_right(begins, start) - 1
        if start + length <= begins[at] + len(lines[at]):
            found[at].append((start - begins[at], length, colour))
    return tuple(map(tuple, found))
