"""Keeps damaged files aside, under names that are numbered, and puts them back."""

from __future__ import annotations

import os
from pathlib import Path

MOST_ASIDE = 99  # files kept aside, of one name


def keep_aside(path: Path) -> Path | None:
    """Rename a damaged file so that it can be examined; None if that fails.

    The names are numbered, so that what was kept before is kept, too.
    """
    for number in range(1, MOST_ASIDE + 1):
        which = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.stem}.damaged{which}{path.suffix}")
        if not os.path.lexists(aside):
            try:
                path.rename(aside)
            except OSError:
                return None
            return aside
    return None


def put_back(aside: Path, path: Path) -> None:
    """Give a file that was kept aside its name again, unless another one has it now.

    Raises:
        OSError: it cannot be renamed; it stays where it is.
    """
    if not os.path.lexists(path):
        aside.rename(path)
