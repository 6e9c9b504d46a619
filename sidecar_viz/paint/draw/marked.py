"""What is marked on a stage beside what stands there: a plain value."""

from __future__ import annotations

from msgspec import Struct


class Marked(Struct, frozen=True):
    """What is marked on a stage while it is painted.

    Attributes:
        ids: ids of actors that another view points at: they are ringed.
        followed: the number of the item whose trail is lit, 0 for none.
        differing: ids of actors and links that another run has otherwise: they have
            a thin dashed ring, also where that run alone has them. A link has its
            own only where no ring is round those whom it joins.
    """

    ids: frozenset[str] = frozenset()
    followed: int = 0
    differing: frozenset[str] = frozenset()


UNMARKED = Marked()
