"""The file of slides: read again by who reads such files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from sidecar_viz.cli import main
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.slides.drawn import slides
from sidecar_viz.export.slides.looks import MONO, picture_size
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import DARK, LIGHT, Theme

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
SVG = "{http://www.w3.org/2000/svg}"
NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


@pytest.fixture(autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    """Draw with the bundled fonts."""
    del qapp
    load_fonts(FONTS)


def made(lesson: Lesson, theme: Theme = LIGHT, *, notes: bool = False) -> bytes:
    """Make a lesson's slides."""
    return b"".join(data for data, _ in slides(lesson, None, theme, notes=notes))


def read(data: bytes) -> Deck:
    """Read a file of slides."""
    return Presentation(io.BytesIO(data))


def pictures(slide: Slide) -> Iterator[ET.Element]:
    """Give the pictures of a slide."""
    root = ET.fromstring(slide.part.blob)
    yield from root.iter(f"{{{NAMES['p']}}}pic")


@pytest.fixture(scope="module")
def deck(bundled: Lesson, qapp: QGuiApplication) -> bytes:
    """Make the first lesson's slides once."""
    del qapp
    load_fonts(FONTS)
    return made(bundled, notes=True)


@pytest.fixture(scope="module")
def bundled() -> Lesson:
    """Read the first lesson."""
    from sidecar_viz.files.reading.lesson_file import load_lesson  # noqa: PLC0415

    return load_lesson(FONTS.parents[1] / "lessons" / "sidecar" / "lesson.yaml")


def test_every_slide_has_a_real_title(deck: bytes) -> None:
    """Outlines and screen readers go by it; the screen is wide."""
    found = read(deck)

    titles = [slide.shapes.title for slide in found.slides]
    assert len(titles) == 19
    assert all(title is not None and title.text_frame.text for title in titles)
    assert found.slide_width is not None
    assert found.slide_height is not None
    assert found.slide_width / found.slide_height == pytest.approx(16 / 9, rel=1e-3)


def test_every_picture_is_vectors_with_pixels_to_fall_back_on(deck: bytes) -> None:
    """The SVG hangs on the PNG's blip, its words on the picture; both fill the box."""
    found = [slide for slide in read(deck).slides if list(pictures(slide))]

    assert len(found) == 8
    for slide in found:
        [picture] = pictures(slide)
        [blip] = picture.iter(f"{{{NAMES['a']}}}blip")
        [vectors] = blip.iter(f"{{{NAMES['asvg']}}}svgBlip")
        png, svg = (slide.part.related_part(x.attrib[EMBED]) for x in (blip, vectors))
        [words] = picture.iter(f"{{{NAMES['p']}}}cNvPr")
        assert len(words.get("descr", "")) > 40
        assert (png.content_type, svg.content_type) == ("image/png", "image/svg+xml")
        image = QImage.fromData(QByteArray(png.blob))
        assert (image.width(), image.height()) == tuple(2 * n for n in picture_size())
        root = ET.fromstring(svg.blob)
        assert root.get("viewBox") == "0 0 {} {}".format(*picture_size())


def test_vectors_need_no_font_and_look_like_the_pixels(deck: bytes) -> None:
    """No text is left, and the drawing is the same."""
    slide = read(deck).slides[5]
    [picture] = pictures(slide)
    [blip] = picture.iter(f"{{{NAMES['a']}}}blip")
    [vectors] = blip.iter(f"{{{NAMES['asvg']}}}svgBlip")
    png, svg = (slide.part.related_part(x.attrib[EMBED]).blob for x in (blip, vectors))
    root = ET.fromstring(svg)
    assert not [*root.iter(f"{SVG}text"), *root.iter(f"{SVG}style")]
    assert len([*root.iter(f"{SVG}path")]) > 100

    gray = QImage.Format.Format_Grayscale8
    still = QImage.fromData(QByteArray(png)).convertToFormat(gray)
    again = QImage(still.size(), QImage.Format.Format_RGB32)
    with QPainter(again) as painter:
        QSvgRenderer(QByteArray(svg)).render(painter)
    pairs = zip(
        bytes(still.constBits()),
        bytes(again.convertToFormat(gray).constBits()),
        strict=True,
    )
    apart = sum(abs(a - b) for a, b in pairs) / (still.width() * still.height())
    assert apart < 3.5  # in small letters the program rounds their distances


def test_words_are_where_they_belong(deck: bytes, bundled: Lesson) -> None:
    """Captions below pictures, with their bold words; what is said in the notes."""
    found = read(deck).slides[3]
    step = bundled.steps[1]

    body = found.placeholders[1].text_frame
    assert body.text == plain(step.caption)
    assert "main container" in [
        run.text for run in body.paragraphs[0].runs if run.font.bold
    ]
    assert found.notes_slide.notes_text_frame is not None
    said = found.notes_slide.notes_text_frame.text
    assert said.split("\n") == [
        plain(step.say),
        f"In reality: {plain(step.in_reality)}",
        f"For the teacher: {plain(step.notes)}",
    ]


def test_lines_stay_lines_and_signs_stay_signs(lesson: Lesson) -> None:
    """Whatever a caption has; code is in letters of one width."""
    first, *others = lesson.steps
    caption = "one & <two>\n`three\tfour` |\n\n**five**"
    odd = replace(lesson, steps=(replace(first, caption=caption), *others))

    body = read(made(odd)).slides[2].placeholders[1].text_frame
    assert body.text == "one & <two>\vthree\tfour |\v\vfive"
    fonts = {run.text: run.font.name for run in body.paragraphs[0].runs}
    assert fonts["three\tfour"] == MONO
    assert fonts["five"] is None


def test_the_same_lesson_is_the_same_bytes(sidecar_lesson: Lesson) -> None:
    """Dates and order are fixed; another theme is another file."""
    first = made(sidecar_lesson)

    assert made(sidecar_lesson) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert len({*parts.namelist()}) == len(parts.namelist())
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        theme = parts.read("ppt/theme/theme1.xml").decode()
    assert LIGHT.ink[1:].upper() in theme
    dark = made(sidecar_lesson, DARK)
    with zipfile.ZipFile(io.BytesIO(dark)) as parts:
        assert DARK.ink[1:].upper() in parts.read("ppt/theme/theme1.xml").decode()


def test_who_lacks_what_makes_slides_is_told(tmp_path: Path) -> None:
    """By the command line, in a line that says what to type."""
    code = (
        "import importlib.util as u, sys;"
        "old = u.find_spec;"
        "u.find_spec = lambda name, *a: None if name == 'pptx' else old(name, *a);"
        "from sidecar_viz.cli import main;"
        f"sys.exit(main(['export', 'sidecar', {str(tmp_path / 'out.pptx')!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=FONTS.parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 2
    assert "pip install 'sidecar-viz[slides]'" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.storm
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice Impress")
def test_libreoffice_opens_it(deck: bytes, tmp_path: Path) -> None:
    """It makes a page of each slide."""
    file = tmp_path / "lesson.pptx"
    file.write_bytes(deck)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", file.name],
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
        check=True,
    )

    pdf = (tmp_path / "lesson.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 19


def test_the_command_line_writes_it(tmp_path: Path) -> None:
    """Also of a what-if."""
    out = tmp_path / "out.pptx"

    assert main(["export", "sidecar", str(out), "--what-if", "network-down"]) == 0

    found = Presentation(str(out))
    assert len(found.slides) == 8
