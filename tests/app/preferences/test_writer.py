"""What is chosen is written down; what was meant for one run is not."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.app.preferences.preferences import Preferences, load_preferences
from sidecar_viz.app.preferences.writer import PreferencesWriter


def test_a_theme_for_one_run_is_not_kept(tmp_path: Path) -> None:
    """What is chosen besides is, and the theme that was there before stays."""
    file, kept = tmp_path / "preferences.json", Preferences(theme="light")
    writer = PreferencesWriter(file, kept, for_this_run="dark")

    writer.write(kept.but(theme="dark", text_scale=1.5))

    assert load_preferences(file) == Preferences(theme="light", text_scale=1.5)


def test_another_theme_that_is_chosen_then_is_kept(tmp_path: Path) -> None:
    """Whoever chooses one means it."""
    file = tmp_path / "preferences.json"
    writer = PreferencesWriter(file, Preferences(), for_this_run="dark")

    writer.write(Preferences(theme="contrast"))

    assert load_preferences(file).theme == "contrast"


def test_without_a_theme_for_this_run_every_theme_is_kept(tmp_path: Path) -> None:
    """So it is at most starts."""
    file = tmp_path / "preferences.json"
    writer = PreferencesWriter(file, Preferences(), for_this_run=None)

    writer.write(Preferences(theme="dark"))

    assert load_preferences(file).theme == "dark"
