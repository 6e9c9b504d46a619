"""Colours for the words of a listing, by Pygments; loaded only when one is shown."""

from __future__ import annotations

from collections.abc import Iterator

from pygments.lexer import Lexer
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

QUICK = frozenset(
    (
        *("bash", "cpp", "docker", "go", "hcl", "html", "java", "javascript"),
        *("jinja", "json", "nginx", "perl", "php", "promql", "properties", "python"),
        *("ruby", "rust", "sql", "terraform", "text", "toml", "typescript", "xml"),
        "yaml",
    )
)
"""Lexers that find the next word of 20,000 characters in a blink, whatever they are."""
BRIEF = frozenset(
    (
        *("c", "console", "css", "diff", "groovy", "http", "ini", "kotlin", "lua"),
        *("make", "markdown", "powershell", "pwsh-session"),
    )
)
"""Lexers of which some text makes one word take seconds; for short samples only."""
MOST_OF_BRIEF = 2000  # characters
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
    """Yield start, length and colour of each word that has one.

    To find all words can take minutes: whoever asks should stop in time. To find the
    next one is quick; what is in another language than those above is plain text.
    """
    text = sample.text.rstrip("\n")
    for start, kind, word in _lexer(sample, len(text)).get_tokens_unprocessed(text):
        if word.strip():
            yield start, len(word), _colour(kind, theme)


def _lexer(sample: Sample, length: int) -> Lexer:
    try:
        found = get_lexer_by_name(sample.language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return _plain()
    names = frozenset(found.aliases)
    if names & QUICK or (length <= MOST_OF_BRIEF and names & BRIEF):
        return found
    return _plain()


def _plain() -> Lexer:
    return TextLexer(stripnl=False, ensurenl=False)


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
