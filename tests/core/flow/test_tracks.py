"""Arrows that run sideways in one gap never lie over each other."""

from __future__ import annotations

from sidecar_viz.core.flow.tracks import Piece, tracks_of

APART = 10.0


def across(edge: int, x0: float, x1: float) -> Piece:
    """Make a piece that comes from above at *x0* and goes on below at *x1*."""
    return Piece(edge, x0, x1, up=(x0,), down=(x1,))


def test_pieces_that_meet_have_tracks_of_their_own() -> None:
    """One that meets none of them shares the first track."""
    long, short, third = across(0, 0, 100), across(1, 20, 60), across(2, 40, 80)
    far = across(3, 200, 300)

    tracks = tracks_of([long, short, third, far], APART)

    assert sorted(tracks[piece] for piece in (long, short, third)) == [0, 1, 2]
    assert tracks[far] == 0


def test_a_piece_that_runs_straight_down_needs_no_track() -> None:
    """Unless it begins or ends in the gap."""
    straight = across(0, 50, 50)
    ending = Piece(1, 50, 50, up=(50,), down=())

    assert tracks_of([straight], APART) == {}
    assert tracks_of([ending], APART) == {ending: 0}


def test_who_comes_down_where_another_goes_on_runs_above_it() -> None:
    """In whichever order they are given, the two do not look joined."""
    lower, upper = across(0, 0, 50), across(1, 50, 90)

    for pieces in ([lower, upper], [upper, lower]):
        tracks = tracks_of(pieces, APART)
        assert tracks[upper] < tracks[lower]
