"""Memory after a walk through the lesson, and its growth over many frames."""

from __future__ import annotations

import gc
import sys

from tests.bench.frames import show
from tests.bench.measure import kib, lesson_window, settled, tell


def main() -> None:
    """Walk through the lesson, then paint many frames."""
    frames = int(sys.argv[1])
    app, window = lesson_window(1920, 1080)
    window.player.set_motion("none")
    for step in range(7):
        window.player.jump(step)
        for part in range(10):
            show(app, window, min(6.0, step + part / 10))
        settled(app)
    after = kib()

    def walk(count: int) -> None:
        for number in range(count):
            show(app, window, number % 600 / 100)

    walk(min(frames, 1200))
    gc.collect()
    before = kib("Anonymous")
    walk(frames)
    gc.collect()
    tell(after_kib=after, growth_kib=kib("Anonymous") - before, frames=frames)


if __name__ == "__main__":
    main()
