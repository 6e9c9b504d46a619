"""The largest size at which something fits."""

from __future__ import annotations

import pytest

from sidecar_viz.app.look.fitting import largest_that_fits


def test_the_first_that_fits_is_taken() -> None:
    """What is exactly as high as the room fits; smaller ones are not asked."""
    asked: list[float] = []

    def height_of(size: float) -> float:
        asked.append(size)
        return size * 10

    assert largest_that_fits((3.0, 2.0, 1.0), height_of, 20.0) == (2.0, 20.0)
    assert asked == [3.0, 2.0]


def test_where_none_fits_it_is_the_last() -> None:
    """The smallest is better than nothing."""
    assert largest_that_fits((3, 2), lambda size: size * 10, 5) == (2, 20)


def test_nothing_to_try_is_a_mistake() -> None:
    """There would be no answer."""
    with pytest.raises(ValueError, match="nothing to try"):
        largest_that_fits((), float, 5)
