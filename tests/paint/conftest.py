"""A QGuiApplication with the bundled fonts for everything that paints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sidecar_viz.paint.brush.fonts import load_fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    """Load the bundled fonts once there is an application."""
    del qapp
    load_fonts(ROOT / "resources" / "fonts")
