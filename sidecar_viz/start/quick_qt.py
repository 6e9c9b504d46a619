"""Import Qt's bindings without the step that costs a bare window half of its start."""

from __future__ import annotations

from sidecar_viz.start.late_signatures import hold_signatures_back


def import_qt_quickly() -> None:
    """Import PySide6; nothing that the program asks of it is different for this.

    Raises:
        ImportError: PySide6 is not installed, or a library of it cannot be loaded.
    """
    hold_signatures_back()
