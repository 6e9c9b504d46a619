"""Slips that authors make: each file of tests/broken with its problems, exactly.

A file begins with what is to be found in it, a line each: place, code and text.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sidecar_viz.files.rules.checks import problems_in

BROKEN = sorted((Path(__file__).parents[2] / "broken").rglob("*.yaml"))
EXPECTED = re.compile(r"^# (\d+:\d+ [a-z-]+: .*)$")
SLIP = "; did you mean"


def expected(path: Path) -> list[str]:
    """What stands at the top of the file."""
    lines = path.read_text("utf-8").splitlines()
    found = [EXPECTED.match(line) for line in lines]
    return [one[1] for one in found if one]


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_lesson_has_its_problems_and_no_others(path: Path) -> None:
    """Every place, every code and every text, in the order of the file."""
    found = problems_in(path)

    found_texts = [f"{p.place.line}:{p.place.column} {p.code}: {p.text}" for p in found]
    assert found_texts == expected(path)
    assert found_texts


def test_there_are_many_slips_and_misspelt_ones_are_recognized() -> None:
    """At least sixty files; whatever is misspelt is told what was meant."""
    assert len(BROKEN) >= 60
    for path in BROKEN:
        if "misspelt" in path.stem or "unknown" in path.stem:
            text = "".join(expected(path))
            assert SLIP in text or path.stem in FREE, path.stem


FREE = {
    *("hue-unknown", "direction-unknown", "flow-kind-unknown", "row-kind-unknown"),
    *("changed-link-unknown", "option-step-unknown"),
}
"""Other words altogether: all that may stand there are listed, or none is near."""
