"""A ledger's line in a row that is too narrow for it."""

from __future__ import annotations

import pytest

from sidecar_viz.core.markup import plain
from sidecar_viz.paint.brush.fonts import MEDIUM
from sidecar_viz.paint.brush.text import width
from sidecar_viz.paint.columns.lines import fitted

ONE = 0.6  # em, a letter


def told(text: str, letters: int) -> str:
    """What is seen of a line in a row with room for so many letters."""
    return "".join(words for words, _ in fitted(text, letters * ONE))


def test_a_line_that_fits_is_whole() -> None:
    """With its marks."""
    assert fitted("POST /pay **500**", 20.0) == (("POST /pay ", False), ("500", True))


@pytest.mark.parametrize(
    ("text", "letters", "seen"),
    [
        ("POST /pay **500**", 8, "POST…500"),
        ("GET /cart 200", 8, "GET…200"),
        ("GET /item/7 200", 12, "GET /ite…200"),
        ("index.html", 7, "ind…tml"),
    ],
)
def test_a_line_is_cut_in_its_middle(text: str, letters: int, seen: str) -> None:
    """How a request ended is what the lesson asks for."""
    assert told(text, letters) == seen


def test_what_is_marked_stays_marked() -> None:
    """The failed payment is red in a narrow column, too."""
    assert fitted("POST /pay **500**", 8 * ONE)[-1] == ("500", True)


@pytest.mark.parametrize("letters", range(2, 16))
@pytest.mark.parametrize("text", ["GET /item/7 200", "**skipped**", "日本語の行です"])
def test_what_is_seen_has_room(text: str, letters: int) -> None:
    """At every width, in every script."""
    assert width(told(text, letters), MEDIUM, mono=True) <= letters * ONE + 0.02
    assert "…" in told(text, letters) or told(text, letters) == plain(text)
