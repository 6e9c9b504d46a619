"""Runs what needs two screens in a process that has two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parents[3]
FULL_HD = {"width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
SCREENS = {
    "synchronousWindowSystemEvents": False,
    "windowFrameMargins": False,
    "screens": [
        {"name": "Laptop", "x": 0, "y": 0, **FULL_HD},
        {"name": "Projector", "x": 1920, "y": 0, **FULL_HD},
    ],
}


def test_with_two_screens(tmp_path: Path) -> None:
    """Every test in the folder beside this one passes with two screens."""
    file = tmp_path / "screens.json"
    file.write_text(json.dumps(SCREENS), encoding="utf-8")
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "SIDECAR_VIZ_TWO_SCREENS": "1",
    }

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            str(Path(__file__).parent / "two_screens"),
        ],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout
