"""Letters of a lesson that no font on this machine has."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QTextLayout

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.fonts import font

MOST_NAMED = 8


def letters_without_font(lesson: Lesson) -> tuple[str, ...]:
    """Find the letters for which boxes are drawn, in the order of the lesson.

    Needs a QGuiApplication and the bundled fonts.
    """
    signs = dict.fromkeys(
        sign for text in _texts(msgspec.to_builtins(lesson)) for sign in text
    )
    return tuple(sign for sign in signs if not sign.isascii() and not _drawn(sign))


def said_of(letters: tuple[str, ...]) -> str:
    """Say which letters have no font, and what to do about it."""
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in letters[:MOST_NAMED])
    others = len(letters) - MOST_NAMED
    more = f" and {others} more" if others > 0 else ""
    return (
        f"no font here has {named}{more}: boxes stand in their place;"
        " install a font that has them"
    )


def _texts(value: object) -> Iterator[str]:
    """Give every text of plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _drawn(sign: str) -> bool:
    """Return whether some font has a letter; a mark or a blank needs none."""
    if sign.isspace() or not sign.isprintable():
        return True
    layout = QTextLayout(sign, font(20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph != 0 for run in layout.glyphRuns() for glyph in run.glyphIndexes())
