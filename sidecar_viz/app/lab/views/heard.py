"""A part of a picture, as it is told to screen readers."""

from __future__ import annotations

from msgspec import Struct


class Heard(Struct, frozen=True):
    """A part of a picture: what it is called, what is said of it, where it is."""

    key: str
    name: str
    description: str
    box: tuple[float, float, float, float]
