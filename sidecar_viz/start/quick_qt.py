"""Import Qt's bindings without the steps that cost a start half of its time."""

from __future__ import annotations

from sidecar_viz.start.late_signatures import hold_signatures_back
from sidecar_viz.start.quick_enums import make_enums_quickly


def import_qt_quickly() -> None:
    """Import PySide6; nothing that the program asks of it is different for this.

    Raises:
        ImportError: PySide6 is not installed, or a library of it cannot be loaded.
    """
    make_enums_quickly()
    hold_signatures_back()
