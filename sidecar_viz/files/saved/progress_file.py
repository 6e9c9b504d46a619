"""The file of the progress in each lesson, by the lessons' ids."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.files.saved.tolerant import fitting_values, load_json

FILE = "progress.json"
BIGGEST_FILE = 1_000_000
MOST_LESSONS = 2_000


def progress_bytes(progress: Mapping[str, Progress]) -> bytes:
    """Encode the progress of the lessons shown last, at most MOST_LESSONS."""
    latest = dict(list(progress.items())[-MOST_LESSONS:])
    return msgspec.json.format(msgspec.json.encode(latest), indent=1)


def load_progress(path: Path) -> dict[str, Progress]:
    """Read the progress; a damaged file is kept aside, a damaged entry left out."""
    found = load_json(path, BIGGEST_FILE, dict[str, object])
    return fitting_values(found or {}, Progress)
