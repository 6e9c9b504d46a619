"""Makes films for tests, and takes them apart again."""

from __future__ import annotations

import io
from pathlib import Path

import av
from msgspec import Struct
from PySide6.QtGui import QImage

from sidecar_viz.core.lesson import Lesson, WhatIf
from sidecar_viz.export.film.movie import film
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts

ROOT = Path(__file__).parents[3]
SIZE = (640, 360)


class Film(Struct):
    """A film's bytes, what lies beside it, and how far its making was said to be."""

    data: bytes
    beside: dict[str, bytes]
    done: list[float]


def bundled(name: str) -> Lesson:
    """Load a lesson."""
    return load_lesson(ROOT / "lessons" / name / "lesson.yaml")


def made(
    lesson: Lesson,
    ending: str,
    *,
    size: tuple[int, int] = SIZE,
    rate: int = 10,
    theme: str = "light",
    what_if: WhatIf | None = None,
    only: int | None = None,
    beside: str = "",
) -> Film:
    """Make a film; Qt's application must be there."""
    load_fonts(ROOT / "resources" / "fonts")
    found = Film(b"", {}, [])
    pieces = film(
        lesson,
        ending,
        size=size,
        rate=rate,
        theme=theme,
        what_if=what_if,
        only=only,
        beside=beside,
    )
    for data, done, name in pieces:
        found.done.append(done)
        if name:
            found.beside[name] = found.beside.get(name, b"") + data
        else:
            found.data += data
    return found


def frames_of(data: bytes, ending: str) -> dict[int, QImage]:
    """Decode all frames; each with the thousandths of a second at which it begins."""
    found: dict[int, QImage] = {}
    with av.open(io.BytesIO(data), "r", format=ending.removeprefix(".")) as film:
        for frame in film.decode(video=0):
            rgb = frame.reformat(format="rgb24")
            plane = rgb.planes[0]
            image = QImage(
                bytes(plane),
                rgb.width,
                rgb.height,
                plane.line_size,
                QImage.Format.Format_RGB888,
            )
            found[round(1000 * float(frame.time or 0.0))] = image.copy()
    return found


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two images of one size, 0 to 255."""
    wanted = QImage.Format.Format_RGB888
    size = one.width() // 2, one.height() // 2
    pixels = [
        bytes(image.convertToFormat(wanted).scaled(*size).constBits())
        for image in (one, other)
    ]
    total: int = sum(abs(a - b) for a, b in zip(*pixels, strict=True))
    return total / len(pixels[0])
