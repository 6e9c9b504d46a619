"""What the user chose is kept; damage costs at most what was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    save_preferences,
)

CHOSEN = Preferences(
    theme="dark",
    text_scale=1.4,
    motion="gentle",
    speed=0.5,
    single_letter_keys=False,
    columns=(100, 500, 400),
    rows=(600, 400),
    last_lesson="/somewhere/lesson.yaml",
    last_step=3,
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """All fields come back."""
    file = tmp_path / "deep" / "preferences.json"

    assert save_preferences(CHOSEN, file)
    assert load_preferences(file) == CHOSEN
    assert [found.name for found in file.parent.iterdir()] == [file.name]


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    """The first start needs no file."""
    assert load_preferences(tmp_path / "none.json") == Preferences()


@pytest.mark.parametrize("text", ["", "{", "\x00\x01", "not json at all"])
def test_a_damaged_file_is_kept_aside(tmp_path: Path, text: str) -> None:
    """Defaults are used, and what was there can still be looked at."""
    file = tmp_path / "preferences.json"
    file.write_text(text, encoding="utf-8")

    assert load_preferences(file) == Preferences()
    assert (tmp_path / "preferences.damaged.json").read_text(encoding="utf-8") == text


def test_a_wrong_field_costs_only_itself(tmp_path: Path) -> None:
    """Too large a text, an unknown theme: each has its default, the rest is kept."""
    file = tmp_path / "preferences.json"
    file.write_text('{"theme": "pink", "text_scale": 99, "speed": 0.5, "new": 1}')

    assert load_preferences(file) == Preferences(speed=0.5)


@pytest.mark.parametrize("text", ["[]", "3", "null", '"a"'])
def test_json_of_another_kind_means_defaults(tmp_path: Path, text: str) -> None:
    """Anything but an object is not understood, and is kept aside."""
    file = tmp_path / "preferences.json"
    file.write_text(text)

    assert load_preferences(file) == Preferences()
    assert (tmp_path / "preferences.damaged.json").read_text() == text


def test_a_place_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    """A file where a folder should be: saving says no."""
    (tmp_path / "taken").write_text("")

    assert not save_preferences(CHOSEN, tmp_path / "taken" / "preferences.json")
