"""The rows that each form has at each level of detail."""

from __future__ import annotations

from typing import get_args

import pytest

from sidecar_viz.paint.kinds.kinds import Form
from sidecar_viz.paint.sizes.levels import LEVELS, TIGHT, on_sheet


@pytest.mark.parametrize("form", get_args(Form))
def test_a_form_on_a_sheet_has_a_row_for_its_name(form: Form) -> None:
    """At every level; frames and drawings have no rows, they measure themselves."""
    for level in (*LEVELS, *TIGHT):
        named = {part for part, _ in level.rows.get(form, ())} & {
            "name",
            "named",
            "header",
        }
        assert bool(named) is on_sheet(form), level.name
