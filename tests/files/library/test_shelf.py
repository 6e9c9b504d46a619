"""The shelf: the program's lessons, then the user's own, good or bad."""

from __future__ import annotations

from pathlib import Path

import pytest

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
