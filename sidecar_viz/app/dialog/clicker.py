"""What a clicker can do in a window, by whichever keys it was taught."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class TakesClicks(Protocol):
    """A dialog or window that goes on and back by itself while it is in front."""

    def click_next(self) -> None:
        """Go on."""

    def click_previous(self) -> None:
        """Go back."""
