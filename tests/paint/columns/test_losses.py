"""What a shut link loses: the way down, and the heap in which it can be counted."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.stage import Chip
from sidecar_viz.paint.columns.losses import Heap, falling

HEAP = Heap(middle=100.0, base=300.0, hit=(100.0, 120.0), em=10.0)
START = 40.0, 60.0
CHIP = Chip("a", "b", "one", (), verb="lose", item=1)


def test_the_first_two_lie_side_by_side_around_the_middle() -> None:
    """They stand on the base, each as far from the middle as the other."""
    left, right = HEAP.slot(0), HEAP.slot(1)

    assert left.y == right.y < HEAP.base
    assert left.right < right.x
    assert HEAP.middle - left.centre[0] == pytest.approx(right.centre[0] - HEAP.middle)


def test_the_third_lies_on_the_first() -> None:
    """A heap grows upward, and nothing lies on anything else's place."""
    first, third = HEAP.slot(0), HEAP.slot(2)

    assert third.x == first.x
    assert third.bottom < first.y


@pytest.mark.parametrize("number", [0, 1, 5])
def test_what_falls_ends_where_it_then_lies(number: int) -> None:
    """The last frame of the fall and the heap at rest are one picture."""
    end = falling(HEAP, START, replace(CHIP, along=1.0), number)

    assert end.centre == pytest.approx(HEAP.slot(number).centre)


def test_what_falls_touches_the_shut_link_first() -> None:
    """It leaves its row, never passes the link, and falls only after that."""
    boxes = [falling(HEAP, START, replace(CHIP, along=n / 40), 0) for n in range(41)]

    assert boxes[0].centre == pytest.approx(START)
    assert max(box.right for box in boxes[:24]) <= HEAP.hit[0]
    assert max(box.centre[1] for box in boxes[:19]) <= HEAP.hit[1]
