"""A moment of a lesson becomes an SVG that others can read, search and scale."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec import structs
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.pictures.stills import Stills
from sidecar_viz.export.pictures.vectors import still_svg
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import font
from sidecar_viz.paint.brush.theme import LIGHT

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "resources" / "fonts"
LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))
SIZE = (1280, 720)
MOST = 150_000  # bytes
NAME = "{http://www.w3.org/2000/svg}"


def drawn(lesson: Lesson, position: float | None, theme: str = "light") -> bytes:
    """Make an SVG."""
    return still_svg(
        lesson,
        position=position,
        size=SIZE,
        theme=theme,
        what_if=None,
        fonts=FONTS,
    )


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_every_step_is_small_and_has_text_as_text(
    qapp: QGuiApplication, path: Path
) -> None:
    """At most 150 kB; names are letters, and nothing is a picture."""
    del qapp
    lesson = load_lesson(path)

    for step in range(len(lesson.steps) + 1):
        made = drawn(lesson, step)

        root = ET.fromstring(made)
        assert len(made) <= MOST, step
        assert root.find(f".//{NAME}image") is None
        words = " ".join("".join(text.itertext()) for text in root.iter(f"{NAME}text"))
        there = [a for a in Timeline(lesson).rest(step).actors if a.presence == 1]
        titles = {actor.id: actor.label for actor in lesson.actors}
        names = {titles[actor.id].partition(" ")[0] for actor in there}
        assert step == 0 or sum(name in words for name in names if name) > 1, step


def test_it_is_named_and_described(qapp: QGuiApplication, lesson: Lesson) -> None:
    """Whoever cannot see it hears the step's title and what it shows."""
    del qapp

    root = ET.fromstring(drawn(lesson, 2.0))

    title, description = root.findtext(f"{NAME}title"), root.findtext(f"{NAME}desc")
    assert title == f"{lesson.title}: {lesson.steps[1].title}"
    assert description
    assert root.get("role") == "img"
    assert root.get("viewBox") == "0 0 1280 720"


def test_numbers_in_words_keep_all_their_digits(
    qapp: QGuiApplication, lesson: Lesson
) -> None:
    """Only what places and sizes of shapes are is rounded."""
    del qapp
    named = structs.replace(lesson, title="Version 1.23456")

    root = ET.fromstring(drawn(named, 2.0))

    assert (root.findtext(f"{NAME}title") or "").startswith("Version 1.23456: ")


def test_the_same_bytes_for_the_same_moment(
    qapp: QGuiApplication, lesson: Lesson
) -> None:
    """A course keeps its pictures in version control; another theme is another."""
    del qapp

    assert drawn(lesson, 1.5) == drawn(lesson, 1.5)
    assert drawn(lesson, 1.5) != drawn(lesson, 1.75)
    assert drawn(lesson, 1.5) != drawn(lesson, 1.5, "dark")


def test_the_picture_is_the_programs_picture(
    qapp: QGuiApplication, lesson: Lesson
) -> None:
    """Drawn again, it differs little from the still: edges and letters."""
    del qapp
    again = QImage(*SIZE, QImage.Format.Format_RGB32)
    renderer = QSvgRenderer(QByteArray(drawn(lesson, 2.0)))
    with QPainter(again) as painter:
        renderer.render(painter)

    still = Stills(lesson, SIZE, LIGHT).draw(Timeline(lesson).rest(2))

    assert difference(again, still) < 4.0
    assert difference(
        again, Stills(lesson, SIZE, LIGHT).draw(Timeline(lesson).rest(0))
    ) > (difference(again, still) * 1.2)


def test_letters_are_as_large_as_the_program_writes_them(
    qapp: QGuiApplication, sidecar_lesson: Lesson
) -> None:
    """A word behind another begins where that ends: between POST /pay and **500**."""
    del qapp
    texts = list(ET.fromstring(drawn(sidecar_lesson, 4.0)).iter(f"{NAME}text"))
    pairs = [
        (one, after)
        for one, after in pairwise(texts)
        if (one.text, after.text) == ("POST /pay ", "500")
    ]

    assert pairs
    for one, after in pairs:
        letters = font(float(one.get("font-size", "0")), 500, mono=True)
        wide = QFontMetricsF(letters).horizontalAdvance("POST /pay ")
        there = float(after.get("x", "0")) - float(one.get("x", "0"))
        assert there == pytest.approx(wide, rel=0.06)


def difference(one: QImage, other: QImage) -> float:
    """Return how far two pictures are apart in the mean, 0 to 255."""
    gray = QImage.Format.Format_Grayscale8
    first, second = one.convertToFormat(gray), other.convertToFormat(gray)
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (SIZE[0] * SIZE[1])
