"""What the user chose is kept; damage costs at most what was damaged."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from sidecar_viz.app.preferences.preferences import (
    Changes,
    PreferenceName,
    Preferences,
    Switch,
    ThemeChoice,
    load_preferences,
    save_preferences,
)
from sidecar_viz.app.preferences.table import settings
from sidecar_viz.commands import grammar
from sidecar_viz.paint.brush.theme import THEMES

CHOSEN = Preferences(
    theme="dark",
    text_scale=1.4,
    motion="gentle",
    speed=0.5,
    single_letter_keys=False,
    columns=(100, 500, 400),
    drawer=True,
    last_lesson="/somewhere/lesson.yaml",
    last_step=3,
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    """All fields come back."""
    file = tmp_path / "deep" / "preferences.json"

    save_preferences(CHOSEN, file)
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
    """A file where a folder should be: saving says why."""
    (tmp_path / "taken").write_text("")

    with pytest.raises(OSError, match="Not a directory"):
        save_preferences(CHOSEN, tmp_path / "taken" / "preferences.json")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"columns": [2147483648, 1, 1], "speed": 0.5}', Preferences(speed=0.5)),
        ('{"columns": [-1, 1], "speed": 0.5}', Preferences(speed=0.5)),
        ('{"a": ' * 100_000, Preferences()),
    ],
)
def test_nothing_in_the_file_keeps_the_program_from_starting(
    tmp_path: Path, text: str, found: Preferences
) -> None:
    """Widths that Qt cannot hold, and what is nested too deeply to be read."""
    file = tmp_path / "preferences.json"
    file.write_text(text)

    assert load_preferences(file) == found


def test_a_change_that_is_out_of_range_is_refused() -> None:
    """Wherever it comes from: the field is named, and nothing changes."""
    chosen = Preferences()
    with pytest.raises(msgspec.ValidationError, match="text_scale"):
        chosen.but(text_scale=9.0)
    with pytest.raises(msgspec.ValidationError, match="last_step"):
        chosen.but(last_step=-7)
    with pytest.raises(msgspec.ValidationError, match="theme"):
        chosen.with_value("theme", "pink")
    with pytest.raises(msgspec.ValidationError, match="captions"):
        Preferences(captions="yes")  # type: ignore[arg-type]


def test_notches_end_at_the_range() -> None:
    """A key that is pressed once more at the end does nothing."""
    most = Preferences(text_scale=2.0, caption_scale=2.0)
    least = Preferences(text_scale=1.0, caption_scale=0.8)

    assert most.text_by(1) == most
    assert most.captions_by(1) == most
    assert least.text_by(-1) == least
    assert least.captions_by(-1) == least
    assert least.text_by(3).text_scale == 1.3
    assert least.captions_by(2).caption_scale == 1.0
    assert Preferences().beam_by(brightness=1).brightness > 0
    assert Preferences().beam_by(contrast=-1).contrast < 0


def test_a_change_names_what_changed() -> None:
    """So that only that is followed."""
    before = Preferences()
    after = before.but(captions=False, theme="dark")

    assert before.changes_to(after) == {"captions", "theme"}
    assert before.changes_to(before) == frozenset()
    assert after.reset(["theme"]) == before.but(captions=False)
    assert before.switched("predict_first", on=True).predict_first


def test_every_field_can_be_changed_by_its_name() -> None:
    """The three lists of names are one."""
    fields = {field.name for field in msgspec.structs.fields(Preferences)}

    assert set(get_args(PreferenceName)) == fields
    assert set(Changes.__annotations__) == fields
    assert set(get_args(Switch)) <= fields


def test_every_choice_of_the_dialog_can_be_kept() -> None:
    """What has a button there is a value here, and each theme has one."""
    for setting in settings():
        for value, _ in setting.choices:
            assert getattr(Preferences().with_value(setting.field, value),
                           setting.field) == value  # fmt: skip
    themes = {name for name in get_args(ThemeChoice) if name != "system"}
    assert themes == set(THEMES)
    assert themes == set(grammar.THEMES)
