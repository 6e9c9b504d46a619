"""Python as an installed program has it, without the developers' packages.

What mypy brings, msgspec imports where it finds it: 20 ms that no user has.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("PySide6", "shiboken6", "msgspec", "pygments", "yaml", "_yaml")


@contextmanager
def plain_python() -> Iterator[tuple[list[str], dict[str, str]]]:
    """The words that start such a Python, and what its environment needs."""
    site = Path(sysconfig.get_path("purelib"))
    with tempfile.TemporaryDirectory() as place:
        for name in PACKAGES:
            Path(place, name).symlink_to(site / name)
        path = os.pathsep.join((str(ROOT), place))
        yield [vars(sys)["_base_executable"], "-S"], {"PYTHONPATH": path}
