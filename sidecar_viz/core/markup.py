"""Reads the light markup of lessons, **bold** and `code`; safe for Qt's rich text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Mark = Literal["plain", "bold", "code"]

_MARKS = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`", re.DOTALL)

_RIGHT_TO_LEFT = re.compile(
    "[\u0591-\u07ff\u0800-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""A letter of a script that is written from right to left."""

NO_INKS: Mapping[str, str] = {}


def rich(
    text: str, mono: str, *, strong: str = "", inks: Mapping[str, str] = NO_INKS
) -> str:
    """Convert *text* to Qt rich text; nothing in it is taken for HTML.

    Args:
        text: with light markup.
        mono: the font family for code.
        strong: the colour of bold text, if it has one.
        inks: other colours for certain bold words, which are in lower case.
    """
    parts = []
    at = 0
    for found in _MARKS.finditer(text):
        parts.append(_plain(text[at : found.start()]))
        ink = inks.get((found["bold"] or "").lower(), strong)
        parts.append(_marked(found, mono, ink))
        at = found.end()
    parts.append(_plain(text[at:]))
    return "".join(parts)


def escaped(text: str) -> str:
    """Escape what HTML would take for its own.

    Like html.escape, whose module with its table of entities slows the start.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def plain(text: str) -> str:
    """Return the text without its marks, as it is read aloud."""
    return _MARKS.sub(lambda found: found["bold"] or found["code"], text)


def bold(text: str) -> str:
    """Return the text in bold, except for its code: no mark stands within another."""
    return "".join(
        f"**{part}**" if mark == "plain" and part.strip() else _as_written(part, mark)
        for part, mark in runs(text)
    )


def spans(text: str) -> tuple[tuple[str, bool], ...]:
    """Split the text into its parts, each with whether it is **bold**."""
    parts = []
    at = 0
    for found in _MARKS.finditer(text):
        parts.append((text[at : found.start()], False))
        parts.append((found["bold"] or found["code"], found["bold"] is not None))
        at = found.end()
    parts.append((text[at:], False))
    return tuple(part for part in parts if part[0])


def runs(text: str) -> tuple[tuple[str, Mark], ...]:
    """Split the text into its parts, each with how it is marked."""
    parts: list[tuple[str, Mark]] = []
    at = 0
    for found in _MARKS.finditer(text):
        parts.append((text[at : found.start()], "plain"))
        bold = found["bold"] is not None
        parts.append((found["bold"], "bold") if bold else (found["code"], "code"))
        at = found.end()
    parts.append((text[at:], "plain"))
    return tuple(part for part in parts if part[0])


def isolated(text: str) -> str:
    """Let signs at the ends of right-to-left *text* stay with it, whatever is beside.

    Any other text is returned as it is.
    """
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def shortened(text: str, words: int) -> str:
    """Keep at most *words* words, and cut at the end of a sentence if there is one."""
    every = text.split()
    if len(every) <= words:
        return " ".join(every)
    kept = " ".join(every[:words])
    sentence = max(kept.rfind(". "), kept.rfind("? "), kept.rfind("! "))
    return kept[: sentence + 1] if sentence > 0 else kept + "…"


def _as_written(part: str, mark: Mark) -> str:
    return {"plain": part, "bold": f"**{part}**", "code": f"`{part}`"}[mark]


def _marked(found: re.Match[str], mono: str, strong: str) -> str:
    if found["code"]:
        return f"<span style=\"font-family:'{mono}'\">{_plain(found['code'])}</span>"
    colour = f";color:{strong}" if strong else ""
    return f'<span style="font-weight:600{colour}">{_plain(found["bold"])}</span>'


def _plain(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
