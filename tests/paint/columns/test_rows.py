"""Which rows of a ledger are in sight, and how much of a line is written."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.stage import Chip
from sidecar_viz.paint.columns.rows import HALF_TYPED, typed

CHIP = Chip("a", "b", "one", (), verb="write", item=1)


@pytest.mark.parametrize(
    ("along", "writer", "file"),
    [(0.0, 0.0, 0.0), (0.25, 0.5, 0.0), (0.5, 1.0, 0.0), (0.75, 1.0, 0.5), (1, 1, 1)],
)
def test_the_writer_s_line_is_whole_before_the_file_s_begins(
    along: float, writer: float, file: float
) -> None:
    """Cause first, then the effect."""
    assert typed(replace(CHIP, along=along), half=False) == (writer, file)


def test_a_line_begun_at_rest_is_gone_on_with() -> None:
    """Nothing that stands in the writer's window is taken back."""
    assert typed(replace(CHIP, along=0.0), half=True) == (HALF_TYPED, 0.0)
    assert typed(replace(CHIP, along=0.5), half=True) == (1.0, 0.0)
