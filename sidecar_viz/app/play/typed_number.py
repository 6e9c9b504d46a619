"""A step's number, as it is typed digit by digit."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer

MOST_DIGITS = 4
PATIENCE = 5000
"""Milliseconds after which a digit that led nowhere no longer counts."""


class TypedNumber:
    """Collects digits; a digit left alone is soon forgotten."""

    def __init__(self) -> None:
        self._digits = ""
        self._since = QElapsedTimer()

    def add(self, digit: int) -> str:
        """Add a digit (0 to 9); return the number so far, at most four digits."""
        before = "" if self._stale() else self._digits
        self._digits = (before + str(digit))[-MOST_DIGITS:]
        self._since.start()
        return self._digits

    def take(self) -> int | None:
        """Return the number and forget it; None when there is none."""
        digits, self._digits = "" if self._stale() else self._digits, ""
        return int(digits) if digits else None

    def _stale(self) -> bool:
        return not self._since.isValid() or self._since.elapsed() > PATIENCE
