"""Writes names, numbers and seconds as they have room in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NAMES = 3


def shortened(name: str, most: int) -> str:
    """Cut a name in its middle to at most *most* characters."""
    if len(name) <= most:
        return name
    head = (most - 1) // 2
    return f"{name[:head]}…{name[len(name) - (most - 1 - head) :]}"


def image_words(image: str, most: int) -> str:
    """Cut an image to *most* characters; its name and its tag go last."""
    if len(image) <= most:
        return image
    name = image.rpartition("/")[2].partition("@")[0]
    return shortened(name, most)


def seconds(value: float) -> str:
    """Write seconds, such as "13 s" or "0.25 s"."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + " s"


def span_words(first: float, last: float) -> str:
    """Write one second or two, such as "13 s" or "85 to 329 s"."""
    if first == last:
        return seconds(first)
    return f"{seconds(first).removesuffix(' s')} to {seconds(last)}"


def bold(name: str) -> str:
    """Mark a name as what a sentence is about."""
    return f"**{shortened(name, 24)}**"


def listed(names: Sequence[str]) -> str:
    """Join names: "a", "a and b", "a, b and c", "a, b and 3 more"."""
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[: MOST_NAMES - 1])} and {len(names) - 2} more"
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def plain(text: str) -> str:
    """Return a text without its marks."""
    return text.replace("**", "").replace("`", "")


def capital(text: str) -> str:
    """Begin with a capital, unless a name begins it: names stay as they are."""
    return text if text.startswith("*") else text[:1].upper() + text[1:]
