"""The whole program with the sidecar lesson, up to its first frame and its second."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Run the program's self-test as a process of its own and pass its times on."""
    with tempfile.TemporaryDirectory() as place:
        bare = ["-S"] if sys.flags.no_site else []
        command = [sys.executable, *bare, "-m", "sidecar_viz", "--selftest"]
        done = subprocess.run(
            [*command, str(Path(place, "window.png"))],
            check=True,
            capture_output=True,
            text=True,
        )
    said = json.loads(done.stdout)
    figures = {
        "wall_ms": said["first_paint_ms"],
        "cpu_ms": said["first_paint_cpu_ms"],
        "whole_cpu_ms": said["whole_cpu_ms"],
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
