"""Writes down what users choose, and leaves out what was meant for this run alone."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.app.preferences.preferences import (
    Preferences,
    ThemeChoice,
    save_preferences,
)


class PreferencesWriter:
    """Keeps a file of preferences up to date."""

    def __init__(
        self, file: Path, kept: Preferences, *, for_this_run: ThemeChoice | None
    ) -> None:
        """Write to *file*.

        Args:
            file: where the preferences are kept.
            kept: what is in that file now.
            for_this_run: a theme that is not kept while it is the chosen one.
        """
        self._file, self._kept = file, kept
        self._for_this_run = for_this_run

    def write(self, preferences: Preferences) -> None:
        """Write them, as the user chose them."""
        if preferences.theme == self._for_this_run:
            preferences = preferences.but(theme=self._kept.theme)
        save_preferences(preferences, self._file)
