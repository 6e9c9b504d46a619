"""Progress on disk: what was damaged costs only itself."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sidecar_viz.core.learning.progress import Progress
from sidecar_viz.files.saved.progress_file import (
    BIGGEST_FILE,
    MOST_LESSONS,
    load_progress,
    merged_progress,
    progress_bytes,
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """By the lessons' ids."""
    file = tmp_path / "progress.json"
    kept = {"a": Progress(3, 6), "b": Progress(6, 6, 2, 3)}
    file.write_bytes(progress_bytes(kept))

    assert load_progress(file) == kept


def test_one_damaged_entry_does_not_cost_the_others(tmp_path: Path) -> None:
    """A file that is no progress at all is kept aside."""
    file = tmp_path / "progress.json"
    file.write_text('{"a": {"furthest": -1}, "b": {"furthest": 2, "end": 4}}')
    assert load_progress(file) == {"b": Progress(2, 4)}

    file.write_text("[]")
    assert load_progress(file) == {}
    assert (tmp_path / "progress.damaged.json").exists()
    assert load_progress(file) == {}


def test_the_file_stays_small() -> None:
    """Of very many lessons, those shown last are kept."""
    many = {f"l{n}": Progress(1, 2) for n in range(MOST_LESSONS + 5)}
    found = progress_bytes(many)
    assert b'"l4"' not in found
    assert f'"l{MOST_LESSONS + 4}"'.encode() in found


def test_two_windows_keep_the_progress_of_both(tmp_path: Path) -> None:
    """The better of both in one lesson; what is not understood stays."""
    file = tmp_path / "progress.json"
    file.write_bytes(b'{"odd": "words", "a": {"furthest": 5, "end": 6}, "b": {}}')

    own = {"a": Progress(2, 6, 1, 3), "c": Progress(1, 2)}
    file.write_bytes(merged_progress(file, own))

    assert list(msgspec.json.decode(file.read_bytes())) == ["odd", "b", "a", "c"]
    assert load_progress(file) == {
        "b": Progress(),
        "a": Progress(5, 6, 1, 3),
        "c": Progress(1, 2),
    }


def test_the_better_of_two_is_for_the_lesson_as_it_is() -> None:
    """A lesson that is shorter now is finished; another quiz counts anew."""
    assert Progress(1, 3).joined(Progress(5, 6)) == Progress(3, 3)
    assert Progress(1, 3, 2, 4).joined(Progress(0, 3, 3, 4)) == Progress(1, 3, 3, 4)
    assert Progress(1, 3, 2, 4).joined(Progress(0, 3, 5, 5)) == Progress(1, 3, 2, 4)
    assert Progress(1, 3).joined(Progress(0, 3, 2, 4)) == Progress(1, 3, 2, 4)


def test_nothing_is_written_that_would_not_be_read(tmp_path: Path) -> None:
    """Whatever else is in the file, and however much."""
    file = tmp_path / "progress.json"
    foreign = {f"f{n}": "x" * 1000 for n in range(990)}
    file.write_bytes(msgspec.json.encode(foreign))
    own = {f"l{n}": Progress(1, 2) for n in range(300)}
    file.write_bytes(merged_progress(file, own))

    assert file.stat().st_size <= BIGGEST_FILE
    assert load_progress(file) == own
