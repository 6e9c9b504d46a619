"""The shelf: the program's lessons, then the user's own, good or bad."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.library.lesson_cache import load_cached
from sidecar_viz.files.library.places import user_folder
from sidecar_viz.files.library.shelf import shelf
from sidecar_viz.files.reading.problems import LessonError

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


def test_what_is_no_lesson_keeps_none_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too large, broken, or not to be read: it takes its bytes once, or none."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    folder = user_folder()
    folder.mkdir(parents=True)
    broken = LESSON.read_bytes().replace(b"format: 2", b"format: 2\nformat: 2")
    (folder / "aaa.yaml").write_bytes(b"#" * 2_100_000)
    for name in ("aab", "aac"):
        (folder / f"{name}.yaml").write_bytes(broken)
    for name in ("good", "well"):
        (folder / f"{name}.yaml").write_bytes(LESSON.read_bytes())

    def seen() -> dict[str, bool | int]:
        own = [entry for entry in shelf(LESSON.stat().st_size) if entry.own]
        return {one.name: one.problems or one.lesson is not None for one in own}

    shelf(0)
    assert seen() == {"aaa": 1, "aab": 1, "aac": False, "good": False, "well": False}
    assert seen() == {"aaa": 1, "aab": 1, "aac": 1, "good": False, "well": False}
    assert seen() == {"aaa": 1, "aab": 1, "aac": 1, "good": True, "well": False}
    assert seen() == {"aaa": 1, "aab": 1, "aac": 1, "good": True, "well": True}

    (folder / "aab.yaml").write_bytes(LESSON.read_bytes())
    assert seen()["aab"] is True
    with pytest.raises(LessonError):
        load_cached(folder / "aac.yaml")
