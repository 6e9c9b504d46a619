"""Draws a moment of a lesson as an SVG: shapes as shapes, text as text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtSvg import QSvgGenerator

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.core.stage import Stage
from sidecar_viz.export.pictures.named import named_step
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import MONO, SANS, THEMES, Theme
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import laid_out

SVG, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/XML/1998/namespace"
CLASSES = {SANS: "s", MONO: "m"}
STYLE = (
    f".s{{font-family:'{SANS}',Inter,'Segoe UI','Helvetica Neue',Arial,sans-serif}}"
    f".m{{font-family:'{MONO}','JetBrains Mono',Consolas,'DejaVu Sans Mono',monospace}}"
)
"""What a reader writes in where the program's own letters are not installed."""
USUAL = {
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "stroke-dashoffset": "0",
    "font-style": "normal",
    "transform": "matrix(1,0,0,1,0,0)",
    "vector-effect": "none",
    "fill-rule": "evenodd",
    f"{{{XML}}}space": "preserve",
}
"""What an attribute is where it is not written."""
DPI = 96  # what fonts count on, which have their sizes in points
MANY = 60  # dots of one size, from which on they are the ground's pattern
NUMBER = re.compile(r"-?\d+\.\d{3,}")


def still_svg(
    lesson: Lesson,
    *,
    position: float | None,
    size: tuple[int, int],
    theme: str,
    what_if: WhatIf | None,
    fonts: Path,
) -> bytes:
    """Make an SVG of the stage at *position*; needs no display.

    Its title is the step's, its description what the step shows in words. The whole
    stage is drawn, as it is at rest.

    Args:
        position: steps, 0 to the last; None is the ending, or the last step where
            there is none.
        size: of its coordinates, each 64 to 8192.
        theme: a name of THEMES.
        fonts: the folder of the bundled fonts.
    """
    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(fonts)
    vectors = Vectors(Timeline(lesson, what_if), size, THEMES[theme])
    made = vectors.ending() if position is None else vectors.at(position)
    del application
    return made


class Vectors:
    """Draws moments of a course as SVGs of one size, laid out once."""

    def __init__(self, timeline: Timeline, size: tuple[int, int], theme: Theme) -> None:
        """Draw SVGs with coordinates of *size*."""
        self._timeline, self._size, self._theme = timeline, size, theme
        self._layout = laid_out(timeline.lesson, (float(size[0]), float(size[1])))

    def at(self, position: float) -> bytes:
        """Draw the stage at *position*, in steps; its words are the nearest step's."""
        stage = self._timeline.stage_at(position)
        return self._named(self._drawn(stage), round(position))

    def ending(self) -> bytes:
        """Draw the ending, or the last step where there is none."""
        stage = self._timeline.rest(self._timeline.final)
        return self._named(self._drawn(stage), self._timeline.end)

    def _named(self, drawn: bytes, step: int) -> bytes:
        return _finished(drawn, *named_step(self._timeline, step))

    def _drawn(self, stage: Stage) -> bytes:
        """Let Qt write the shapes."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setResolution(DPI)
        made.setSize(QSize(*self._size))
        made.setViewBox(QRectF(0, 0, *self._size))
        with QPainter(made) as painter:
            paint_stage(painter, stage, self._layout, self._theme)
        return bytes(buffer.data().data())


def _finished(drawn: bytes, title: str, description: str) -> bytes:
    """Name the picture, and write it shorter: the ground's dots are one pattern."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - written by Qt a moment ago
    root.set("role", "img")
    root.set("width", root.get("viewBox", "").split()[2])
    root.set("height", root.get("viewBox", "").split()[3])
    for name, text in (("title", title), ("desc", description)):
        found = root.find(f"{{{SVG}}}{name}")
        if found is not None:
            found.text = text
    _pattern(root)
    _shorten(root)
    for part in root.iter():  # numbers of shapes alone: those in words stay as they are
        for name, value in part.items():
            part.set(name, NUMBER.sub(lambda found: f"{float(found[0]):.2f}", value))
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _shorten(root: ET.Element) -> None:
    """Leave away what says nothing: defaults, fonts of shapes, empty groups."""
    style = ET.Element(f"{{{SVG}}}style")
    style.text = STYLE
    root.insert(2, style)
    group, text = f"{{{SVG}}}g", f"{{{SVG}}}text"
    for part in root.iter():
        if part.tag == group:
            _shorten_group(part, [inner.tag for inner in part.iter()])
        elif part.tag == text:
            family = part.attrib.pop("font-family", "")
            part.set("class", CLASSES.get(family, "s"))
        for name, usual in USUAL.items():
            if part.get(name) == usual:
                del part.attrib[name]
    for whole in list(root.iter(group)):
        for inner in list(whole):
            if inner.tag == group and not len(inner):
                whole.remove(inner)


def _shorten_group(group: ET.Element, tags: list[str]) -> None:
    """Leave away what a group says for others than are in it."""
    names = {tag.rpartition("}")[2] for tag in tags}
    only_text = names <= {"g", "text"}
    for name in list(group.attrib):
        font = name.startswith("font")
        line = name.startswith("stroke-") and group.get("stroke") == "none"
        ink = only_text and name.startswith(("fill", "stroke"))
        if font or line or ink:
            del group.attrib[name]


def _pattern(root: ET.Element) -> None:
    """Put one pattern in the place of the hundreds of dots of the ground."""
    circle = f"{{{SVG}}}circle"
    for group in root.iter(f"{{{SVG}}}g"):
        dots = [part for part in group if part.tag == circle]
        radii = Counter(dot.get("r") for dot in dots)
        if len(dots) < MANY or len(radii) > 1:
            continue
        across = sorted({float(dot.get("cx", 0)) for dot in dots})
        down = sorted({float(dot.get("cy", 0)) for dot in dots})
        step = (across[1] - across[0], down[1] - down[0])
        first = (across[0] - step[0] / 2, down[0] - step[1] / 2)
        defs = root.find(f"{{{SVG}}}defs")
        pattern = ET.SubElement(
            ET.SubElement(root, f"{{{SVG}}}defs") if defs is None else defs,
            f"{{{SVG}}}pattern",
            {
                "id": "dots",
                "patternUnits": "userSpaceOnUse",
                "x": f"{first[0]:g}",
                "y": f"{first[1]:g}",
                "width": f"{step[0]:g}",
                "height": f"{step[1]:g}",
            },
        )
        ET.SubElement(
            pattern,
            circle,
            {
                "cx": f"{step[0] / 2:g}",
                "cy": f"{step[1] / 2:g}",
                "r": dots[0].get("r", "1"),
                "fill": group.get("fill", "none"),
                "stroke": group.get("stroke", "none"),
                "stroke-width": group.get("stroke-width", "0"),
            },
        )
        for dot in dots:
            group.remove(dot)
        box = root.get("viewBox", "0 0 1 1").split()
        ET.SubElement(
            group,
            f"{{{SVG}}}rect",
            {
                "x": f"{first[0]:g}",
                "y": f"{first[1]:g}",
                "width": box[2],
                "height": box[3],
                "fill": "url(#dots)",
                "stroke": "none",
            },
        )
