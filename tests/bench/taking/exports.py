"""One export of the sidecar lesson by the command: seconds, memory, size."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import tell


def main() -> None:
    """Make the file that the arguments name, with the options behind it, and tell."""
    name, *options = sys.argv[1:]
    with TemporaryDirectory() as place:
        out = Path(place, name)
        command = [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(out)]
        begun = time.perf_counter()
        subprocess.run([*command, *options], check=True)
        seconds = time.perf_counter() - begun
        size = sum(one.stat().st_size for one in Path(place).rglob("*.*"))
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # KiB on Linux
    tell(seconds=seconds, mib=most / 1024, kb=size / 1000)


if __name__ == "__main__":
    main()
