"""Lesson text in Markdown: what a reader sees is what the lesson says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sidecar_viz.core.markup import plain
from sidecar_viz.export.text.marks import (
    fenced,
    folded,
    grid,
    inline,
    literal,
    one_line,
    quoted,
)

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from("ab1 \n.-+=*_`#|<>[]()!&~$\\:\"'é中"), max_size=30)


def shown(tokens: list[Token]) -> str:
    """Join what a reader shows of *tokens*; a hard break is a line's end."""
    parts = []
    for token in tokens:
        if token.children is not None:
            parts.append(shown(token.children))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif token.type in {"text", "code_inline"}:
            parts.append(token.content)
    return "".join(parts)


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "1. not a list",
        "- nor this",
        "+ or this",
        "# no heading",
        "> no quotation",
        "=== nor a heading's line",
        "a | b \\| c",
        "a|b\n|-|-|\nc|d",
        "<script>alert(1)</script>",
        "[link](https://example.com) ![x](y)",
        "&lt; is not <",
        "snake_case_name and *stars* and ~~waves~~",
        "    no listing",
        "$x$ costs 5 $",
    ],
)
def test_no_text_is_taken_for_markdown(text: str) -> None:
    """It is one paragraph, with all its signs."""
    for written in (inline(text), one_line(text), literal(text)):
        tokens = READER.parse(written)

        assert [t.type for t in tokens if t.level == 0] == [
            "paragraph_open",
            "paragraph_close",
        ] or written == ""
        assert squeezed(shown(tokens)) == squeezed(text)


@given(SIGNS)
def test_any_signs_come_out_as_they_are(text: str) -> None:
    """Whatever signs a lesson has, beside each other in any order."""
    for written, meant in (
        (inline(text), plain(text)),
        (one_line(text), plain(" ".join(text.split()))),
        (literal(text), text),
    ):
        assert squeezed(shown(READER.parse(written))) == squeezed(meant)


@given(st.lists(SIGNS, min_size=2, max_size=4))
def test_a_cell_holds_whatever_a_text_has(texts: list[str]) -> None:
    """A bar ends no cell, in code neither; each row has its number of cells."""
    tokens = READER.parse(grid(["A"] * len(texts), [texts]))

    cells = [
        squeezed(shown([tokens[at + 1]]))
        for at, token in enumerate(tokens)
        if token.type == "td_open"
    ]
    assert cells == [squeezed(plain(" ".join(text.split()))) for text in texts]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a **b** c", "a <strong>b</strong> c"),
        ("a`b|c`d", "a<code>b|c</code>d"),
        ("the**m**ain", "the<strong>m</strong>ain"),
        ('so**"it"**is', "so<strong>&quot;it&quot;</strong>is"),
        ("** b **c", " <strong>b</strong> c"),
        ("two\nlines", "two<br />\nlines"),
    ],
)
def test_light_markup_is_kept(text: str, html: str) -> None:
    """Bold is bold and code is code, also where stars would not count."""
    assert READER.render(inline(text)) == f"<p>{html.strip()}</p>\n"


def test_a_listing_is_as_it_is() -> None:
    """Also one with fences of its own; its language is one word."""
    text = "a:\n  ```\n  b | <c>\n  ```\n"

    [token] = READER.parse(fenced(text, "yaml x"))

    assert (token.type, token.info, token.content) == ("fence", "yamlx", text)


def test_what_is_folded_is_markdown_inside() -> None:
    """With its summary as text, whatever is in it; a quotation has all its lines."""
    html = READER.render(folded("A < B & C", inline("**yes**")))
    assert "<summary>A &lt; B &amp; C</summary>" in html
    assert "<p><strong>yes</strong></p>" in html
    assert html.rstrip().endswith("</details>")

    said = READER.render(quoted(inline("one\ntwo")))
    assert said == "<blockquote>\n<p>one<br />\ntwo</p>\n</blockquote>\n"
