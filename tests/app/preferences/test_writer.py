"""What is chosen is written down; what was meant for one run is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    save_preferences,
)
from sidecar_viz.app.preferences.writer import Later, PreferencesWriter
from sidecar_viz.files.saved.writer import Writer


def _never(path: Path, *_more: object) -> None:
    pytest.fail(f"{path} could be written")


never: Later = _never


def test_a_theme_for_one_run_is_not_kept(tmp_path: Path) -> None:
    """What is chosen besides is, and the theme that was there before stays."""
    file, kept = tmp_path / "preferences.json", Preferences(theme="light")
    writer = PreferencesWriter(
        file, kept, for_this_run="dark", later=never, damaged=print
    )

    writer.write(kept.but(theme="dark", text_scale=1.5))

    assert load_preferences(file) == Preferences(theme="light", text_scale=1.5)


def test_another_theme_that_is_chosen_then_is_kept(tmp_path: Path) -> None:
    """Whoever chooses one means it."""
    file = tmp_path / "preferences.json"
    writer = PreferencesWriter(
        file, Preferences(), for_this_run="dark", later=never, damaged=print
    )

    writer.write(Preferences(theme="contrast"))

    assert load_preferences(file).theme == "contrast"


def test_without_a_theme_for_this_run_every_theme_is_kept(tmp_path: Path) -> None:
    """So it is at most starts."""
    file = tmp_path / "preferences.json"
    writer = PreferencesWriter(
        file, Preferences(), for_this_run=None, later=never, damaged=print
    )

    writer.write(Preferences(theme="dark"))

    assert load_preferences(file).theme == "dark"


def test_two_windows_keep_what_was_chosen_in_each(tmp_path: Path) -> None:
    """Only what was changed is written; what a later version wrote stays, too."""
    file, kept = tmp_path / "preferences.json", Preferences()
    one, two = (
        PreferencesWriter(file, kept, for_this_run=None, later=never, damaged=print)
        for _ in range(2)
    )
    one.write(kept.but(theme="dark"))
    file.write_bytes(file.read_bytes().replace(b"{", b'{"later": [1],', 1))
    two.write(kept.but(text_scale=1.5))
    one.write(kept.but(theme="dark", speed=2.0))

    found = Preferences(theme="dark", text_scale=1.5, speed=2.0)
    assert load_preferences(file) == found
    assert b'"later"' in file.read_bytes()


def test_what_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    """By itself, with all that was chosen meanwhile; then writing is as before."""
    blocked, said = tmp_path / "file", list[bool]()
    blocked.touch()
    file = blocked / "preferences.json"
    again = Writer(lambda _path, why: said.append(why is None))
    writer = PreferencesWriter(
        file,
        Preferences(),
        for_this_run=None,
        later=lambda path, make, written: again.put(path, lambda: make([]), written),
        damaged=print,
    )
    writer.write(Preferences(theme="dark"))
    writer.write(Preferences(theme="dark", speed=2.0))
    assert not again.finish(10.0)
    assert said == [False]

    blocked.unlink()
    assert again.finish(10.0)
    assert load_preferences(file) == Preferences(theme="dark", speed=2.0)
    assert said == [False, True]

    save_preferences(Preferences(text_scale=1.5), file)
    writer.write(Preferences(theme="dark", speed=0.5))
    assert load_preferences(file) == Preferences(text_scale=1.5, speed=0.5)
    again.close()


def test_a_file_that_is_damaged_meanwhile_is_told_of(tmp_path: Path) -> None:
    """It is put aside as at a start, and the window says so."""
    file, told = tmp_path / "preferences.json", list[Path]()
    writer = PreferencesWriter(
        file, Preferences(), for_this_run=None, later=never, damaged=told.extend
    )
    file.write_text("{")
    writer.write(Preferences(theme="dark"))
    assert told == [tmp_path / "preferences.damaged.json"]


def test_a_file_that_is_nearly_full_is_not_written_too_large(tmp_path: Path) -> None:
    """What a later version wrote gives way to what can be read."""
    file, kept = tmp_path / "preferences.json", Preferences()
    file.write_text('{"later": "' + "x" * 63_900 + '"}')
    writer = PreferencesWriter(
        file, kept, for_this_run=None, later=never, damaged=print
    )
    chosen = kept.but(theme="dark", last_lesson="/a" * 500)
    writer.write(chosen)

    assert load_preferences(file) == chosen
    assert [found.name for found in tmp_path.iterdir()] == [file.name]
