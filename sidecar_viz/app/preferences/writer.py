"""Writes down what users choose, and leaves out what was meant for this run alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sidecar_viz.app.preferences.preferences import (
    COMMON,
    Preferences,
    ThemeChoice,
    merged_preferences,
    peek_preferences,
)
from sidecar_viz.files.saved.whole import write_whole

Make = Callable[[list[Path]], bytes]
Later = Callable[[Path, Make, Callable[[], None]], None]
"""Writes what is made to a file as soon as it can be, and calls the last one then."""


class PreferencesWriter:
    """Keeps a file of preferences up to date.

    What cannot be written at once is left to somebody who tries again, and so is all
    that comes until that is written: older choices never come after newer ones.

    Attributes:
        file: where the preferences are kept.
    """

    def __init__(
        self,
        file: Path,
        kept: Preferences,
        *,
        for_this_run: ThemeChoice | None,
        later: Later,
        damaged: Callable[[Sequence[Path]], None],
    ) -> None:
        """Write to *file*.

        Args:
            file: where the preferences are kept.
            kept: what is in that file now.
            for_this_run: a theme that is not kept while it is the chosen one.
            later: writes what cannot be written at once, and tells of it.
            damaged: is told the names of damaged files that were put aside.
        """
        self.file, self._kept = file, kept
        self._for_this_run, self._later, self._damaged = for_this_run, later, damaged
        self._waiting: Preferences | None = None

    def write(self, preferences: Preferences) -> None:
        """Write those that the user has changed since they were written last."""
        if preferences.theme == self._for_this_run:
            preferences = preferences.but(theme=self._kept.theme)
        if self._waiting is None and preferences == self._kept:
            return
        if self._waiting is None and self._written_now(preferences):
            return
        self._waiting = preferences
        self._later(
            self.file,
            lambda aside: self._merged(preferences, aside),
            lambda: self._written(preferences),
        )

    def taken_over(self, shown: Preferences) -> Preferences:
        """Return the *shown* ones with what another window has written since then.

        Of each choice the newer one counts; what could not be written here yet is that,
        and so is a theme for this run. Where the window is, and how it is divided, is
        not taken, nor anything from a file that cannot be read or is damaged.
        """
        there = peek_preferences(self.file)
        if there is None:
            return shown
        new = self._kept.changes_to(there) & COMMON
        if self._waiting is not None:
            new -= self._kept.changes_to(self._waiting)
        self._kept = self._kept.with_those_of(there, new)
        if shown.theme == self._for_this_run:
            new -= {"theme"}
        return shown.with_those_of(there, new)

    def _written_now(self, preferences: Preferences) -> bool:
        aside: list[Path] = []
        try:
            write_whole(self.file, self._merged(preferences, aside))
        except (OSError, ValueError):
            return False
        else:
            self._kept = preferences
            return True
        finally:
            if aside:
                self._damaged(aside)

    def _merged(self, preferences: Preferences, aside: list[Path]) -> bytes:
        changed = self._kept.changes_to(preferences)
        return merged_preferences(preferences, self.file, changed, aside)

    def _written(self, preferences: Preferences) -> None:
        self._kept = preferences
        if self._waiting is preferences:
            self._waiting = None
