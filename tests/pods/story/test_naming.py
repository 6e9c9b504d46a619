"""Names, numbers and lists of names as sentences have them."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.story.naming import (
    capital,
    image_words,
    listed,
    plain,
    seconds,
    shortened,
    span_words,
)


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("web", 5, "web"),
        ("abcdefghij", 10, "abcdefghij"),
        ("abcdefghijk", 10, "abcd…ghijk"),
    ],
)
def test_a_name_is_cut_in_its_middle(name: str, most: int, said: str) -> None:
    """Its beginning and its end tell more than its middle."""
    assert shortened(name, most) == said
    assert len(shortened(name, most)) <= most


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ("shop/web:7", "shop/web:7"),
        ("registry.example.com/team/shop/web:7", "web:7"),
        ("registry.example.com/team/web:7@sha256:0123456789abcdef", "web:7"),
        ("registry/a-name-that-is-quite-long:1.20.1", "a-name-tha…ong:1.20.1"),
    ],
)
def test_an_image_keeps_its_name_and_its_tag(image: str, said: str) -> None:
    """The registry goes first, then the digest."""
    assert image_words(image, 21) == said


def test_seconds_are_written_short() -> None:
    """One or two of them, without noughts at their end."""
    assert seconds(13.0) == "13 s"
    assert seconds(0.25) == "0.25 s"
    assert span_words(3.0, 3.0) == "3 s"
    assert span_words(85.0, 329.5) == "85 to 329.5 s"


def test_names_are_listed_up_to_three() -> None:
    """More of them are counted."""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b and 3 more"


def test_a_sentence_begins_with_a_capital_and_a_name_does_not() -> None:
    """Kubernetes writes names small."""
    assert capital("the pod") == "The pod"
    assert capital("**web** ends") == "**web** ends"
    assert plain("**web** ends with `0`") == "web ends with 0"
