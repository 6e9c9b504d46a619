"""A handout's rival: Chromium prints the page of the same lesson."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import tell

CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-sync"),
)


def main() -> None:
    """Make the page, which is not timed, and let Chromium print it."""
    with TemporaryDirectory() as place:
        page, out = Path(place, "lesson.html"), Path(place, "lesson.pdf")
        export = [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(page)]
        subprocess.run(export, check=True)
        profile = f"--user-data-dir={place}/profile"
        begun = time.perf_counter()
        subprocess.run(
            [*CHROMIUM, profile, f"--print-to-pdf={out}", page.as_uri()],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        tell(seconds=time.perf_counter() - begun, kb=out.stat().st_size / 1000)


if __name__ == "__main__":
    main()
