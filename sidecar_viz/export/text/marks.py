"""Lesson text as Markdown: nothing in it is taken for a mark of Markdown's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sidecar_viz.core.markup import runs

_SIGNS = re.compile(r"[\\`*_\[\]<>|~#$&]")
_BEGINS = re.compile(r"^(\s*)(\d{0,9})([-+=:]|(?<=\d)[.)])")
_TICKS = re.compile(r"`+")


def inline(text: str) -> str:
    """Write a text with light markup; its lines stay lines."""
    lines = (line.strip() for line in text.strip().split("\n"))
    return "\\\n".join(_line(line) for line in lines)


def one_line(text: str) -> str:
    """Write a text with light markup in one line, for a heading or a cell."""
    return _line(" ".join(text.split()))


def literal(text: str) -> str:
    """Write a text without markup in one line, such as what a picture shows."""
    return _begun(_escaped(" ".join(text.split())))


def grid(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table of texts with light markup."""
    lines = [columns, ["---"] * len(columns), *([*map(_cell, row)] for row in rows)]
    lines[0] = [*map(_cell, columns)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def fenced(text: str, language: str) -> str:
    """Write a listing as it is, between fences that are longer than any in it."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    word = re.sub(r"[^\w+#.-]", "", language)
    return f"{fence}{word}\n{text.rstrip()}\n{fence}"


def quoted(text: str) -> str:
    """Write Markdown as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def folded(summary: str, text: str) -> str:
    """Write Markdown so that it shows once its summary is opened."""
    return f"<details>\n<summary>{_html(summary)}</summary>\n\n{text}\n\n</details>"


def _line(text: str) -> str:
    parts = runs(text)
    written = []
    for at, (part, mark) in enumerate(parts):
        if mark == "code":
            written.append(_code(part))
        elif mark == "bold":
            before = parts[at - 1][0][-1] if at else " "
            after = parts[at + 1][0][0] if at + 1 < len(parts) else " "
            written.append(_bold(part, before, after))
        else:
            written.append(_escaped(part))
    return _begun("".join(written))


def _cell(text: str) -> str:
    """Write a cell: a bar would end it, in code, too."""
    written = one_line(text)
    return re.sub(r"(?<!\\)\|", r"\\|", written) or " "


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _begun(text: str) -> str:
    """Keep the text's beginning from being a list's, a rule's or a number's."""
    return _BEGINS.sub(r"\1\2\\\3", text)


def _code(text: str) -> str:
    text = " ".join(text.split("\n"))
    spaced = text[0] == text[-1] == " " and text.strip()
    return f"` {text} `" if spaced else f"`{text}`"


def _bold(text: str, before: str, after: str) -> str:
    """Write bold text; by a tag where stars would not count, as beside a letter."""
    inner = text.strip()
    if not inner:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    stuck = (not lead and before.isalnum() and not inner[0].isalnum()) or (
        not tail and after.isalnum() and not inner[-1].isalnum()
    )
    written = _escaped(inner)
    marked = f"<strong>{written}</strong>" if stuck else f"**{written}**"
    return f"{lead}{marked}{tail}"


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
