"""Writes a painter's path as SVG does, in whole numbers."""

from __future__ import annotations

from struct import Struct

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QPainterPath

from sidecar_viz.export.page.ops import UNITS

COUNT, ELEMENT = Struct(">i"), Struct(">idd")
MOVE, LINE, CURVE, FURTHER = range(4)
LETTERS = "MLC "
"""What stands before the point of each kind of element."""


def placed_path(path: QPainterPath) -> tuple[str, int, int]:
    """Return a path counted from its own first point, and where that is.

    What is drawn again elsewhere is then the same path. All numbers are in UNITS.
    """
    elements = _elements(path)
    if not elements:
        return "", 0, 0
    _, x, y = elements[0]
    x, y = round(x * UNITS), round(y * UNITS)
    return _written(elements, x, y), x, y


def written_path(path: QPainterPath) -> str:
    """Return a path as SVG writes it, in UNITS; its holes are by the even-odd rule."""
    return _written(_elements(path), 0, 0)


def _elements(path: QPainterPath) -> list[tuple[int, float, float]]:
    """Return kind and point of each element: Qt writes all of them in one go."""
    whole = QByteArray()
    stream = QDataStream(whole, QIODevice.OpenModeFlag.WriteOnly)
    stream << path
    written = whole.data()
    if len(written) <= COUNT.size:
        return []
    (count,) = COUNT.unpack_from(written)
    end = COUNT.size + count * ELEMENT.size
    return [*ELEMENT.iter_unpack(written[COUNT.size : end])]


def _written(elements: list[tuple[int, float, float]], x: int, y: int) -> str:
    parts: list[str] = []
    begun = at = (0, 0)
    drawn = False
    for kind, across, down in elements:
        before, at = at, (round(across * UNITS) - x, round(down * UNITS) - y)
        if kind == MOVE:
            if drawn and before == begun:
                parts.append("Z")
            begun, drawn = at, False
        else:
            drawn = True
        parts.append(f"{LETTERS[kind]}{at[0]} {at[1]}")
    if drawn and at == begun:
        parts.append("Z")
    return "".join(parts)
