"""What stands at a container's bars."""

from __future__ import annotations

import pytest

from sidecar_viz.paint.lab.lane_marks import inset_high

CAPITALS_AND_TAILS = 1.2
"""How high a line of text is from its capitals to what hangs below it, in ems."""


@pytest.mark.parametrize("em", [8.0, 9.8, 13.1, 20.0])
@pytest.mark.parametrize("ems", [1.5, 1.6, 2.0, 3.0])
def test_a_hook_s_name_stands_within_its_edges(em: float, ems: float) -> None:
    """In low bars of small windows, too; and never is the inset out of its bar."""
    bar = ems * em

    high = inset_high(bar, em)

    assert high <= bar
    assert high >= min(CAPITALS_AND_TAILS * em, bar - 2)


def test_in_a_high_bar_there_is_bar_around_an_inset() -> None:
    """It is seen as something that happens in the container."""
    assert inset_high(40, 10) == pytest.approx(24.8)
