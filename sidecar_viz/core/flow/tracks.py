"""Gives each arrow that runs sideways in a gap between rows a track of its own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

MANY = 40
"""With more arrows in one gap, none is required to run above another."""


class Piece(Struct, frozen=True):
    """The part of an arrow in one gap, from *x0* to *x1* (pixels).

    *up* holds where it goes on at the upper side of the gap, *down* at the lower.
    """

    edge: int
    x0: float
    x1: float
    up: tuple[float, ...]
    down: tuple[float, ...]

    @property
    def sideways(self) -> bool:
        """Whether it needs a track, because it does not run straight through."""
        return abs(self.x0 - self.x1) > 0.5 or not (self.up and self.down)


def tracks_of(pieces: Sequence[Piece], apart: float) -> dict[Piece, int]:
    """Number the tracks of all pieces that run sideways, from the upper one.

    No two pieces overlap. Where one comes down to the place from which another goes
    on downward, the first has the higher track, so that the two do not look joined.
    """
    moving = [piece for piece in pieces if piece.sideways]
    moving.sort(key=lambda piece: (min(piece.x0, piece.x1), piece.edge))
    tracks: dict[Piece, int] = {}
    for piece in _in_order(moving, apart):
        higher = [track for o, track in tracks.items() if _above(o, piece, apart)]
        track = max(higher, default=-1) + 1
        met = {t for o, t in tracks.items() if _meet(o, piece, apart)}
        while track in met:
            track += 1
        tracks[piece] = track
    return tracks


def _in_order(pieces: list[Piece], apart: float) -> list[Piece]:
    """Sort pieces that must run above others first, as far as there is no circle."""
    if len(pieces) > MANY:
        return pieces
    waiting, ordered = list(pieces), []
    while waiting:
        ready = (p for p in waiting if not any(_above(o, p, apart) for o in waiting))
        piece = next(ready, waiting[0])
        waiting.remove(piece)
        ordered.append(piece)
    return ordered


def _above(one: Piece, other: Piece, apart: float) -> bool:
    """Return whether *one* comes down where *other* goes on: it must run above."""
    if one is other:
        return False
    return any(abs(x - y) < apart * 0.5 for x in one.up for y in other.down)


def _meet(one: Piece, other: Piece, apart: float) -> bool:
    low, high = sorted((one.x0, one.x1))
    first, last = sorted((other.x0, other.x1))
    return low < last + apart * 0.5 and first < high + apart * 0.5
