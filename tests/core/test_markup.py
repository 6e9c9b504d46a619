"""The light markup of lessons: shown, read aloud, shortened."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest

from sidecar_viz.core.markup import (
    bold,
    escaped,
    isolated,
    plain,
    rich,
    runs,
    shortened,
)


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("One two three.", 3, "One two three."),
        ("One two. Three four five.", 3, "One two."),
        ("One two? Three four five.", 4, "One two?"),
        ("One two three four.", 3, "One two three…"),
        ("  One \n two  ", 2, "One two"),
    ],
)
def test_a_text_is_shortened_at_a_sentence(text: str, words: int, short: str) -> None:
    """With its full stop; in mid-sentence with dots instead."""
    assert shortened(text, words) == short


def test_marks_are_not_read_aloud() -> None:
    """Neither those of bold words nor those of code."""
    assert plain("A **pod** has `two` containers.") == "A pod has two containers."


def test_what_is_marked_is_shown_and_the_rest_is_safe() -> None:
    """Bold words may have an ink of their own, whatever their capitals."""
    text = rich("a < **Pod** & `x`", "Mono", strong="#111111", inks={"pod": "#222222"})

    assert text == (
        'a &lt; <span style="font-weight:600;color:#222222">Pod</span> &amp; '
        "<span style=\"font-family:'Mono'\">x</span>"
    )
    assert "#111111" in rich("**else**", "Mono", strong="#111111")
    assert escaped("\"'") == "&quot;&#x27;"


@pytest.mark.parametrize("text", ["الماء يغلي (3)!", "שלום: a.", "נ", "a نعم"])
def test_text_from_right_to_left_is_isolated(text: str) -> None:
    """Its signs at the ends stay with it, whatever stands beside."""
    assert (
        isolated(text) == f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
    )


@pytest.mark.parametrize(
    "text", ["", "Tee kocht (3)!", "日本語", "Ünï – 100 %", "हिन्दी"]
)
def test_other_text_is_not_isolated(text: str) -> None:
    """It is the very same."""
    assert isolated(text) is text


def test_every_letter_from_right_to_left_is_known() -> None:
    """As Unicode says, and no letter of another direction."""
    letters = filter(str.isalpha, map(chr, range(0x110000)))
    wrong = [
        letter
        for letter in letters
        if (bidirectional(letter) in {"R", "AL"}) != (isolated(letter) != letter)
    ]

    assert wrong == []


def test_runs_are_the_parts_with_their_marks() -> None:
    """Nothing is lost, and nothing empty is among them."""
    assert runs("a **b** `c`d") == (
        ("a ", "plain"),
        ("b", "bold"),
        (" ", "plain"),
        ("c", "code"),
        ("d", "plain"),
    )
    assert runs("") == ()
    assert runs("**b**") == (("b", "bold"),)


@pytest.mark.parametrize(
    ("text", "bold_text"),
    [
        ("a word", "**a word**"),
        ("run `ls` now", "**run **`ls`** now**"),
        ("`ls`", "`ls`"),
        ("one **two** three", "**one ****two**** three**"),
        ("two\nlines", "**two\nlines**"),
        ("`a` `b`", "`a` `b`"),
        ("", ""),
    ],
)
def test_a_text_is_made_bold_around_its_marks(text: str, bold_text: str) -> None:
    """What is read aloud stays the same, and no mark is shown as a sign."""
    assert bold(text) == bold_text
    assert plain(bold(text)) == plain(text)
    assert "*" not in rich(bold(text), "Mono")
    assert "`" not in rich(bold(text), "Mono")
