"""Lesson text as rich text for paper: nothing in it is taken for HTML."""

from __future__ import annotations

from sidecar_viz.core.markup import escaped, plain, rich
from sidecar_viz.paint.brush.theme import LIGHT, MONO

HEAD = "font-size:20pt; font-weight:700"
STEP_HEAD = "font-size:13pt; font-weight:600"
MUTED = f"color:{LIGHT.muted}"


def marked(text: str) -> str:
    """Write a text with its light markup."""
    return rich(text, MONO)


def unmarked(text: str) -> str:
    """Write a text without its marks, as in a heading."""
    return escaped(plain(text)).replace("\n", "<br>")


def heading(text: str) -> str:
    """Write the heading of a part."""
    return f"<h2>{unmarked(text)}</h2>"
