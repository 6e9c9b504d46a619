"""Makes a picture's text outlines, so that it needs no font where it is shown.

Programs for slides know neither our letters nor how to do without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from PySide6.QtGui import QPainterPath, QTransform

from sidecar_viz.paint.brush.fonts import font

SVG = "http://www.w3.org/2000/svg"
TEXT, GROUP, STYLE = f"{{{SVG}}}text", f"{{{SVG}}}g", f"{{{SVG}}}style"
DOTS = "url(#dots)"
UNITS = 2048.0
"""The size of the letters that are taken: the fonts' own, so that none is rounded."""
LETTERS = ("x", "y", "font-size", "font-weight", "class")


def outlined(svg: bytes) -> bytes:
    """Return an SVG of ours with outlines for text, and without the ground's dots.

    The dots are a pattern, which few programs for slides can draw.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314 - it is our own
    for style in root.findall(STYLE):
        root.remove(style)
    for part in root.iter():
        for inner in list(part):
            if inner.get("fill") == DOTS:
                part.remove(inner)
    for text in list(root.iter(TEXT)):
        _outline(text)
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()


def _outline(text: ET.Element) -> None:
    """Turn a text into a path, where it stands."""
    get = text.attrib.get
    letters = font(UNITS, int(get("font-weight", "400")), mono=get("class") == "m")
    large = QPainterPath()
    large.addText(0.0, 0.0, letters, text.text or "")
    smaller = float(get("font-size", "12")) / UNITS
    place = QTransform.fromTranslate(float(get("x", "0")), float(get("y", "0")))
    path = place.scale(smaller, smaller).map(large)
    text.tag, text.text = f"{{{SVG}}}path", None
    for name in LETTERS:
        text.attrib.pop(name, None)
    text.set("fill-rule", "nonzero")
    text.set("d", " ".join(_commands(path)))


def _commands(path: QPainterPath) -> Iterator[str]:
    """Write the path's elements; a curve's are three, and only its first says so."""
    kinds = QPainterPath.ElementType
    for number in range(path.elementCount()):
        at = path.elementAt(number)
        letter = {
            kinds.MoveToElement: "M",
            kinds.LineToElement: "L",
            kinds.CurveToElement: "C",
        }.get(at.type, "")
        yield f"{letter}{at.x:.2f} {at.y:.2f}"
