"""The shelf: the program's lessons, then the user's own, good or bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.library.places import user_folder
from sidecar_viz.files.library.shelf import shelf

LESSON = Path(__file__).parents[3] / "lessons" / "sidecar" / "lesson.yaml"


def test_the_first_lesson_is_first_and_the_user_s_own_are_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that cannot be shown stands there, too, with its problems counted."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "sidecar_viz" / "lessons"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_bytes(LESSON.read_bytes())
    (folder / "torn.yaml").write_text("format: 1\nid: x\ntitel: y\n", encoding="utf-8")

    found = shelf()

    assert found[0].name == "sidecar"
    assert [entry.name for entry in found if entry.own] == ["mine", "torn"]
    assert found[-2].lesson == found[0].lesson
    assert found[-1].lesson is None
    assert found[-1].problems > 0
    assert found[-1].title == "torn"


def test_many_large_lessons_are_read_over_several_openings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that nobody waits for all; the program's own are always there."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    folder = user_folder()
    folder.mkdir(parents=True)
    for number in range(5):
        (folder / f"mine-{number}.yaml").write_bytes(LESSON.read_bytes())
    size = LESSON.stat().st_size

    def read(most: int) -> list[bool]:
        found = shelf(most)
        assert all(entry.lesson for entry in found if not entry.own)
        assert {entry.problems for entry in found} == {0}
        return [entry.lesson is not None for entry in found if entry.own]

    assert read(0) == [False] * 5  # the program's own are in the cache now
    assert read(2 * size) == [True, True, False, False, False]
    assert read(0) == [True, True, False, False, False]
    assert read(2 * size) == [True, True, True, True, False]
    assert read(1) == [True] * 5
