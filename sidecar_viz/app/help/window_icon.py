"""The window's icon, as desktops show it; wanted only after the first frame."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon


def window_icon(folder: Path) -> QIcon:
    """Return the program's icon in all sizes; pixels are read when they are wanted."""
    icon = QIcon()
    for picture in folder.glob("sidecar-viz-*.png"):
        side = int(picture.stem.rpartition("-")[2])
        icon.addFile(str(picture), QSize(side, side))
    return icon
