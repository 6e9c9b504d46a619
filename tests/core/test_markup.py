"""The light markup of lessons: shown, read aloud, shortened."""

from __future__ import annotations

import pytest

from sidecar_viz.core.markup import escaped, plain, rich, shortened


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
