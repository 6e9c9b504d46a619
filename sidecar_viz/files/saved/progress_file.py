"""The file of the progress in each lesson, by the lessons' ids."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.files.saved.tolerant import (
    fitting_values,
    load_json,
    peek_json,
    read_json,
)

FILE = "progress.json"
BIGGEST_FILE = 1_000_000
MOST_LESSONS = 2_000


def progress_bytes(progress: Mapping[str, Progress]) -> bytes:
    """Encode the progress of the lessons shown last, at most MOST_LESSONS."""
    return _encoded(progress)


def load_progress(path: Path, aside: list[Path] | None = None) -> dict[str, Progress]:
    """Read the progress; a damaged file is kept aside, a damaged entry left out."""
    found = load_json(path, BIGGEST_FILE, dict[str, object], aside)
    return fitting_values(found or {}, Progress)


def peek_progress(path: Path) -> dict[str, Progress]:
    """Read the progress, and leave everything as it is, a damaged file too."""
    found = peek_json(path, BIGGEST_FILE, dict[str, object])
    return fitting_values(found or {}, Progress)


def merged_progress(
    path: Path, own: Mapping[str, Progress], aside: list[Path] | None = None
) -> bytes:
    """Encode the progress in the file at *path*, with one's *own* as the latest.

    What another window wrote stays, and so does what is not understood. A damaged file
    is kept aside under the name that is added to *aside*.

    Raises:
        OSError: the file is there and cannot be read.
    """
    found = read_json(path, BIGGEST_FILE, dict[str, object], aside) or {}
    there = fitting_values(found, Progress)
    for lesson_id, progress in own.items():
        found.pop(lesson_id, None)
        found[lesson_id] = progress.joined(there.get(lesson_id, Progress()))
    return _encoded(found)


def _encoded(progress: Mapping[str, object]) -> bytes:
    """Encode what was shown last: so much of it as is read again."""
    latest = list(progress.items())[-MOST_LESSONS:]
    content = msgspec.json.format(msgspec.json.encode(dict(latest)), indent=1)
    while len(content) > BIGGEST_FILE:
        latest = latest[len(latest) // 2 + 1 :]
        content = msgspec.json.format(msgspec.json.encode(dict(latest)), indent=1)
    return content
