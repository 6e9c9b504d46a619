"""The words of links stand where they cover least."""

from __future__ import annotations

from sidecar_viz.core.geometry import Curve, Point, Rect, curve, straight
from sidecar_viz.paint.sizes.link_labels import BORDER, OVER, OWN, _Ground, _price

ROOM = Rect(40.0, 40.0, 20.0, 10.0)


def line(start: Point, end: Point) -> Curve:
    """Make a straight link."""
    return curve((straight(start, end),))


def price(curves: dict[str, Curve], frames: tuple[Rect, ...] = ()) -> float:
    """Price a place for the words of the link "own"."""
    known = {key: (each, each.bounds.inset(-1.0)) for key, each in curves.items()}
    return _price("own", ROOM, ROOM, _Ground((100.0, 100.0), (), frames, known))


def test_another_link_is_worse_to_cover_than_the_own_one() -> None:
    """Whose words they are could be mistaken; a free place costs nothing."""
    across, above = line((0.0, 45.0), (100.0, 45.0)), line((0.0, 5.0), (100.0, 5.0))

    assert price({"own": above, "other": above}) == 0.0
    assert price({"own": across, "other": above}) == OWN
    assert price({"own": above, "other": across}) == OVER
    assert price({"own": across, "other": across}) == OWN + OVER
    assert OVER > OWN


def test_a_border_through_the_words_costs_too() -> None:
    """Inside a frame, or outside of it, it does not."""
    inside, cut = Rect(0.0, 0.0, 99.0, 99.0), Rect(0.0, 0.0, 50.0, 99.0)

    assert price({}, (inside,)) == 0.0
    assert price({}, (inside, cut)) == BORDER
