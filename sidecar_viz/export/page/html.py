"""Writes HTML: everything of a lesson is text, never taken for HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import escaped, plain, runs
from sidecar_viz.paint.kinds.kinds import hue_of

Inks = Mapping[str, str]
NONE: Inks = {}
LONG = 14  # letters of a word from which on it may break in a narrow column
HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a word of several words goes on with the next."""
MANY = 6  # columns from which on a table has smaller letters


def text(words: str) -> str:
    """Write words without their marks."""
    return escaped(plain(words))


def narrow(words: str) -> str:
    """Write words as `text` does; names such as `activeDeadlineSeconds` may break."""
    return " ".join(_breakable(word) for word in text(words).split(" "))


def _breakable(word: str) -> str:
    return HUMPS.sub("<wbr>", word) if len(word) > LONG else word


def rich(words: str, inks: Inks = NONE) -> str:
    """Write words with their marks.

    Args:
        inks: the hues of bold words, by these in lower case.
    """
    return "".join(_marked(part, mark, inks) for part, mark in runs(words))


def _marked(part: str, mark: str, inks: Inks) -> str:
    written = escaped(part).replace("\n", "<br>")
    if mark == "code":
        return f"<code>{written}</code>"
    if mark != "bold":
        return written
    hue = inks.get(part.lower())
    return f"<strong{classes(f'hue-{hue}' if hue else '')}>{written}</strong>"


def classes(*names: str) -> str:
    """Write the attribute `class`, with a blank before it; nothing without names."""
    known = " ".join(filter(None, names))
    return f' class="{known}"' if known else ""


def unseen(words: str) -> str:
    """Write what is told to screen readers alone."""
    return f'<span class="unseen">{escaped(words)}</span>'


def table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    """Write a table of ready cells; its caption is for screen readers."""
    columns = list(heads)
    size = classes("many" if len(columns) >= MANY else "")
    return (
        f'<table{size}><caption class="unseen">{escaped(caption)}</caption>'
        f"<thead><tr>{''.join(columns)}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def inks_of(lesson: Lesson) -> dict[str, str]:
    """Return the hue of each actor's names; none where two would differ."""
    hues: dict[str, set[str]] = {}
    for actor in lesson.actors:
        for name in filter(None, (actor.label, actor.short, actor.name)):
            hues.setdefault(name.lower(), set()).add(hue_of(actor))
    return {name: hue for name, (hue, *others) in hues.items() if not others}
