"""Colours for the words of a listing, by Pygments; loaded only when one is shown."""

from __future__ import annotations

from collections.abc import Iterator

from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.token import (
    Comment,
    Keyword,
    Literal,
    Name,
    Number,
    Punctuation,
    String,
    _TokenType,
)
from pygments.util import ClassNotFound

from sidecar_viz.core.lesson import Hue, Sample
from sidecar_viz.paint.brush.theme import Theme

HUES: tuple[tuple[_TokenType, Hue], ...] = (
    (Name.Tag, "blue"),
    (Keyword, "violet"),
    (Name.Builtin, "violet"),
    (Number, "amber"),
    (String, "green"),
    (Literal, "green"),
    (Name.Function, "blue"),
    (Name.Variable, "teal"),
)


def coloured(sample: Sample, theme: Theme) -> Iterator[tuple[int, int, str]]:
    """Start, length and colour of each word that has one."""
    try:
        lexer = get_lexer_by_name(sample.language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        lexer = TextLexer(stripnl=False, ensurenl=False)
    for start, kind, word in lexer.get_tokens_unprocessed(sample.text.rstrip("\n")):
        if word.strip():
            yield start, len(word), _colour(kind, theme)


def _colour(kind: _TokenType, theme: Theme) -> str:
    if _within(kind, Comment) or _within(kind, Punctuation):
        return theme.muted
    for token, hue in HUES:
        if _within(kind, token):
            return theme.hue(hue).text
    return theme.ink


def _within(kind: _TokenType, token: _TokenType) -> bool:
    """Whether a kind of word is this one or a part of it."""
    return kind[: len(token)] == tuple(token)
