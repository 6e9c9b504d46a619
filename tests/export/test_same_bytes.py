"""The same lesson is the same bytes, so that a course can keep exports in git."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = [
    *(("svg", "--step", "4"), ("md",), ("pptx",), ("pdf",), ("pdf", "--notes")),
    ("pdf", "--step", "4"),
    *(
        ("pdf", "--sheet", sheet)
        for sheet in ("pupils", "teacher", "cards", "review", "manifest", "pictures")
    ),
]


def exported(
    folder: Path, seed: int, zone: str, ending: str, *more: str
) -> dict[str, bytes]:
    """Export a lesson with two pods, in a process of its own *seed* and time *zone*."""
    folder.mkdir()
    command = [sys.executable, "-m", "sidecar_viz", "export", "job"]
    subprocess.run(
        [*command, str(folder / f"out.{ending}"), *more],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone},
        check=True,
        timeout=60,
    )
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.storm
@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_another_process_writes_the_same(kind: tuple[str, ...], tmp_path: Path) -> None:
    """Neither the clock nor the order of a set is in a file."""
    zones = ("UTC", "Asia/Kolkata")
    first, second = (
        exported(tmp_path / zone[:3], seed, zone, *kind)
        for seed, zone in enumerate(zones, start=1)
    )

    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
