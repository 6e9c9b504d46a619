"""Whether a window can be shown at all; Qt is imported once that is certain."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

from sidecar_viz.commands.failure import UsageError
from sidecar_viz.start.late_signatures import import_qt_quickly
from sidecar_viz.start.preflight import preflight
from sidecar_viz.start.silent_bus import leave_a_silent_bus

if TYPE_CHECKING:
    from sidecar_viz.app.qt_application import Application


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


def application_on_a_screen() -> Application:
    """Make Qt's application, after `ready_for_a_window`.

    Raises:
        UsageError: there is no screen.
    """
    from sidecar_viz.app.qt_application import make_application

    app = make_application()
    if app.primaryScreen() is None:
        name = app.platformName()
        raise UsageError(f"there is no screen: Qt's platform {name} found none")
    return app
