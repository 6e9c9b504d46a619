"""Draws a picture that comes with a lesson."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from sidecar_viz.export.pictures.extra import Extra
from sidecar_viz.export.pictures.stills import ExportError


def drawn(extra: Extra, wide: int, high: int = 0) -> QImage:
    """Draw it as large as fits: *wide* pixels, and *high* ones unless that is 0.

    Raises:
        ExportError: Qt cannot read it.
    """
    reader = QSvgRenderer(QByteArray(extra.svg))
    size = QSizeF(reader.viewBoxF().size())
    if not reader.isValid() or size.isEmpty():
        raise ExportError("the picture could not be drawn: it is no SVG that Qt reads")
    room = QSizeF(wide, high or 100 * wide)
    fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    image = QImage(fitted, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        reader.render(painter)
    return image
