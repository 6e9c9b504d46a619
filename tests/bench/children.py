"""Measurements in processes of their own, and the lines that tell of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Figures = dict[str, float]


class Line(NamedTuple):
    """A line of the table."""

    what: str
    measured: str
    at_most: str


def child(
    name: str,
    display: str | None,
    *args: str,
    python: Sequence[str] = (sys.executable,),
    more: Mapping[str, str] = {},
) -> Figures:
    """Run one measurement in a process of its own; it prints its figures."""
    environ = {**os.environ, **more}
    for unwanted in ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):
        environ.pop(unwanted, None)
    if display is None:
        environ["QT_QPA_PLATFORM"] = "offscreen"
    else:
        environ.pop("QT_QPA_PLATFORM", None)
        environ["DISPLAY"] = display
    command = [*python, "-m", f"tests.bench.{name}", *args]
    done = subprocess.run(
        command, env=environ, check=True, capture_output=True, text=True, timeout=300
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures
