"""Files that are dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_file(event: QDropEvent) -> Path | None:
    """Accept a drop, or what may become one, if it brings files; give the first."""
    urls = event.mimeData().urls()
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not files:
        return None
    event.acceptProposedAction()
    return files[0]
