"""Films of the sidecar lesson: how long it takes, beside their length and manim."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import av

from tests.bench.measure import tell

MANIM = os.environ.get("SIDECAR_VIZ_MANIM") or shutil.which("manim")
"""Its command; `pip install manim` in an environment of its own makes it."""
STEP, MOVING = 5, 3.0  # the step with the most that travels, and its seconds


def main() -> None:
    """Make the whole film, and that of a step beside a scene that is like it."""
    with TemporaryDirectory() as place:
        whole = Path(place, "whole.mp4")
        seconds = exported(whole)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # KiB
        step, other = 0.0, 0.0
        if MANIM:
            one = Path(place, "step.mp4")
            step = exported(one, "--step", str(STEP))
            other = rendered(MANIM, place, length(one) - MOVING)
        tell(
            seconds=seconds,
            length=length(whole),
            mib=most / 1024,
            kb=whole.stat().st_size / 1000,
            step=step,
            manim=other,
        )


def exported(out: Path, *options: str) -> float:
    """Make a film of 1080p60; return the seconds that it took."""
    command = [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(out)]
    begun = time.perf_counter()
    subprocess.run([*command, *options], check=True)
    return time.perf_counter() - begun


def length(film: Path) -> float:
    """Return how many seconds a film is long."""
    with av.open(film, "r") as opened:
        return (opened.duration or 0) / 1e6


def rendered(manim: str, place: str, resting: float) -> float:
    """Let manim render its scene, in the same size and rate; return the seconds."""
    scene = str(Path(__file__).parent / "manim_scene.py")
    command = [
        *(manim, "render", "--verbosity", "ERROR", "--progress_bar", "none"),
        *("--renderer", "cairo", "--resolution", "1920,1080", "--fps", "60"),
        *("--disable_caching", "--media_dir", place, scene, "Like"),
    ]
    environ = {**os.environ, "SCENE_MOVING": str(MOVING), "SCENE_RESTING": str(resting)}
    environ.pop("PYTHONPATH", None)  # it has packages of its own
    begun = time.perf_counter()
    subprocess.run(command, env=environ, check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
