"""Writes down what users choose, and leaves out what was meant for this run alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sidecar_viz.app.preferences.preferences import (
    Preferences,
    ThemeChoice,
    save_preferences,
)


class PreferencesWriter:
    """Keeps a file of preferences up to date."""

    def __init__(
        self,
        file: Path,
        kept: Preferences,
        *,
        for_this_run: ThemeChoice | None,
        failed: Callable[[str], None],
    ) -> None:
        """Write to *file*.

        Args:
            file: where the preferences are kept.
            kept: what is in that file now.
            for_this_run: a theme that is not kept while it is the chosen one.
            failed: is told why they cannot be written.
        """
        self._file, self._kept = file, kept
        self._for_this_run, self._failed = for_this_run, failed

    def write(self, preferences: Preferences) -> None:
        """Write those that the user has changed since they were written last."""
        if preferences.theme == self._for_this_run:
            preferences = preferences.but(theme=self._kept.theme)
        changed = self._kept.changes_to(preferences)
        try:
            save_preferences(preferences, self._file, changed)
        except (OSError, ValueError) as error:
            self._failed(getattr(error, "strerror", None) or str(error))
        else:
            self._kept = preferences
