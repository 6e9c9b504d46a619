"""X servers without a screen, for tests and measurements."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server(*options: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run an X server of our own; gives it and its name for DISPLAY."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", *options],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield server, f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
