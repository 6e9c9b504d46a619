"""A part of a picture, as it is told to screen readers."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Doing = Literal["press", "focus", "break"]
"""What can be done with a part: as Enter does, lead the keyboard there, break it."""


class Heard(Struct, frozen=True):
    """A part of a picture: what it is called, what is said of it, where it is.

    *does* is what can be done with it.
    """

    key: str
    name: str
    description: str
    box: tuple[float, float, float, float]
    does: tuple[Doing, ...] = ()
