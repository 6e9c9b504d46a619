"""Letters of a lesson that no font on this machine has."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

import msgspec
from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextLayout

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.fonts import font

MOST_NAMED = 8


def letters_without_font(lesson: Lesson) -> tuple[str, ...]:
    """Find the letters for which boxes are drawn, in the order of the lesson.

    What is drawn as one, such as a letter and its accent, is looked at as one: a font
    may have no sign for the accent alone.

    Needs a QGuiApplication and the bundled fonts.
    """
    whole = dict.fromkeys(
        one
        for text in _texts(msgspec.to_builtins(lesson))
        if not text.isascii()
        for one in _drawn_as_one(text)
    )
    boxes = [one for one in whole if not one.isascii() and not _drawn(one)]
    return tuple(dict.fromkeys(sign for one in boxes for sign in _missing(one)))


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


def _drawn_as_one(text: str) -> Iterator[str]:
    """Give each letter of a text with all its marks, or signs that are joined."""
    units = text.encode("utf-16-le")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    begin = 0
    while (end := finder.toNextBoundary()) >= 0:
        yield units[2 * begin : 2 * end].decode("utf-16-le")
        begin = end


def _missing(one: str) -> list[str]:
    """Return what of a letter with marks has no font; if each has, all of it."""
    signs = [sign for sign in one if not sign.isascii() and _seen(sign)]
    return [sign for sign in signs if not _drawn(sign)] or signs


def _drawn(one: str) -> bool:
    """Return whether some font has a letter; a blank or a joiner needs none."""
    if not any(map(_seen, one)):
        return True
    layout = QTextLayout(one, font(20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(glyph != 0 for run in layout.glyphRuns() for glyph in run.glyphIndexes())


def _seen(sign: str) -> bool:
    """Return whether there is something to draw, also if it is newer than Python."""
    return category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
