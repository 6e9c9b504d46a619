"""Whether a window can be shown at all; Qt is imported once that is certain."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import Protocol

from sidecar_viz.commands.failure import UsageError
from sidecar_viz.start.late_signatures import import_qt_quickly
from sidecar_viz.start.preflight import preflight
from sidecar_viz.start.silent_bus import leave_a_silent_bus


def ready_for_a_window(environment: MutableMapping[str, str]) -> None:
    """Make certain that Qt can start; import it.

    Raises:
        UsageError: it cannot; the message says what is missing.
    """
    trouble = preflight(environment)
    if trouble:
        raise UsageError(trouble)
    if leave_a_silent_bus(environment):
        said = "the session bus does not answer; screen readers cannot be reached"
        print(f"sidecar-viz: {said}", file=sys.stderr)
    import_qt_quickly()


class OnScreens(Protocol):
    """Qt's application, which is not imported here."""

    def primaryScreen(self) -> object | None:
        """Return the first screen, if there is one."""

    def platformName(self) -> str:
        """Return by which of Qt's platforms it is shown."""


def refuse_without_a_screen(app: OnScreens) -> None:
    """Go no further where nothing could be shown.

    Raises:
        UsageError: there is no screen.
    """
    if app.primaryScreen() is None:
        name = app.platformName()
        raise UsageError(f"there is no screen: Qt's platform {name} found none")
