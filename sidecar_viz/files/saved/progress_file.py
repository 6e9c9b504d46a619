"""Progress on disk, by the lessons' ids: read without trust, written whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.files.saved.whole import keep_aside, read_whole, sweep

FILE = "progress.json"
BIGGEST_FILE = 1_000_000
MOST_LESSONS = 2_000


def progress_bytes(progress: Mapping[str, Progress]) -> bytes:
    """The progress as it is written: the lessons shown last, at most MOST_LESSONS."""
    latest = dict(list(progress.items())[-MOST_LESSONS:])
    return msgspec.json.format(msgspec.json.encode(latest), indent=1)


def load_progress(path: Path) -> dict[str, Progress]:
    """What was kept; a damaged file is kept aside, a damaged entry left out."""
    sweep(path)
    content = read_whole(path, BIGGEST_FILE)
    if content is None:
        if path.exists():
            keep_aside(path)
        return {}
    try:
        found = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        keep_aside(path)
        return {}
    kept = {}
    for lesson_id, raw in found.items():
        try:
            kept[lesson_id] = msgspec.json.decode(raw, type=Progress)
        except msgspec.MsgspecError:
            continue
    return kept
