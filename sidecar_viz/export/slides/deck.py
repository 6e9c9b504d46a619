"""Writes pages as a file of slides, by python-pptx."""

from __future__ import annotations

import datetime as dt
import io
import re

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide, SlideLayout
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Pt

from sidecar_viz.core.markup import Mark, runs
from sidecar_viz.export.slides import looks
from sidecar_viz.export.slides.pages import Kind, Line, Page, Weight
from sidecar_viz.export.slides.repacked import repacked
from sidecar_viz.paint.brush.theme import Theme

DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # it knows no zones
KEPT = ("Title Slide", "Title and Content", "Section Header")
SVG_BLIP = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{0}"/></a:ext></a:extLst>'
)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

Box = tuple[float, float, float, float]
Sizes = tuple[int, ...]
TITLES: dict[Kind, tuple[Box, Sizes]] = {
    "title": (looks.FIRST_TITLE, (40, 36, 32, 28)),
    "words": (looks.TITLE, (28, 24, 20)),
    "picture": (looks.TITLE, (28, 24, 20)),
}
TEXTS: dict[Kind, tuple[Box, Sizes]] = {
    "title": (looks.FIRST_WORDS, (24, 22, 20, 18, 16, 14)),
    "words": (looks.WORDS, (30, 28, 24, 22, 20, 18, 16, 14, 12)),
    "picture": (looks.CAPTION, (20, 18, 16, 14, 12)),
}
"""In which box, and how many points large: the first size in which it fits."""


class Slides:
    """A file of slides that grows by pages."""

    def __init__(self, theme: Theme, title: str, language: str) -> None:
        """Begin without a slide; *title* is the file's."""
        self._theme, self._language = theme, language
        self._deck = _blank()
        self._layouts = dict(zip(KEPT, self._deck.slide_layouts, strict=True))
        about = self._deck.core_properties
        about.title, about.language = title, language
        about.author = about.last_modified_by = "sidecar_viz"
        about.created = about.modified = DAY
        about.revision = 1

    def add(self, page: Page, png: bytes = b"", svg: bytes = b"") -> None:
        """Add a page, with its picture in both forms if it has one."""
        name = {"title": KEPT[0], "words": KEPT[1], "picture": KEPT[2]}[page.kind]
        slide = self._deck.slides.add_slide(self._layouts[name])
        title, body = slide.shapes.title, slide.placeholders[1]
        if title is not None:
            box, sizes = TITLES[page.kind]
            self._write(title.text_frame, [Line(page.title)], box, sizes)
        if page.lines:
            box, sizes = TEXTS[page.kind]
            self._write(body.text_frame, list(page.lines), box, sizes)
        else:
            body.element.getparent().remove(body.element)
        if png:
            _add_picture(slide, png, svg, page.describe)
        notes = slide.notes_slide.notes_text_frame if page.notes else None
        if notes is not None:
            notes.text = "\n".join(page.notes)

    def packed(self) -> bytes:
        """Return the file's bytes: the same for the same pages."""
        made = io.BytesIO()
        self._deck.save(made)
        return repacked(made.getvalue(), looks.scheme(self._theme))

    def _write(
        self, frame: TextFrame, lines: list[Line], box: Box, sizes: Sizes
    ) -> None:
        size = looks.fitting([line.text for line in lines], box, sizes)
        frame.text = "\n" * (len(lines) - 1)
        for number, (line, paragraph) in enumerate(
            zip(lines, frame.paragraphs, strict=True)
        ):
            if number:
                paragraph.space_before = Pt(size * 0.45)
            for text, mark in runs(line.text):
                for part in _parts(text):
                    if part == "\n":
                        paragraph.add_line_break()  # type: ignore[no-untyped-call]  # theirs
                    else:
                        _add_run(paragraph, part, size, line.weight, mark)


def _parts(text: str) -> list[str]:
    """Split a text into its lines and the ends between them."""
    return [part for part in re.split("(\n)", text) if part]


def _add_run(
    paragraph: _Paragraph, text: str, size: int, weight: Weight, mark: Mark
) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(size)
    if weight == "faint":
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    if mark == "bold" or weight == "strong":
        run.font.bold = True
    if mark == "code":
        run.font.name = looks.MONO


def _blank() -> Deck:
    """Make a file without slides: 16:9, three layouts, none of its maker's marks."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _emu(looks.WIDE), _emu(looks.HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    _plain_styles(deck)
    _place(deck.slide_master.placeholders[0], looks.TITLE)
    _place(deck.slide_master.placeholders[1], looks.WORDS)
    boxes = {
        KEPT[0]: (looks.FIRST_TITLE, looks.FIRST_WORDS),
        KEPT[1]: (looks.TITLE, looks.WORDS),
        KEPT[2]: (looks.TITLE, looks.CAPTION),
    }
    for layout in deck.slide_layouts:
        _arrange(layout, *boxes[layout.name])
    package = deck.part.package
    for rels in (package._rels, deck.part.rels):  # noqa: SLF001 - it has no other way
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings")):
                rels.pop(key)
    return deck


def _arrange(layout: SlideLayout, title: Box, words: Box) -> None:
    """Put title and words of a layout in their places; leave its other parts away."""
    for shape in list(layout.placeholders):
        number = shape.placeholder_format.idx
        if number > 1:
            shape.element.getparent().remove(shape.element)
            continue
        _place(shape, words if number else title)
        frame = shape.text_frame
        for style in frame._txBody.findall(f"{DRAWING}lstStyle"):  # noqa: SLF001
            style.clear()
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.TOP if number else MSO_ANCHOR.MIDDLE


def _plain_styles(deck: Deck) -> None:
    """Let titles begin at the left and stand bold, and words without bullets."""
    styles = deck.slide_master.element.find(f"{SLIDES}txStyles")
    for level in styles.iter(f"{DRAWING}lvl1pPr"):
        level.set("algn", "l")
        level.set("marL", "0")
        level.set("indent", "0")
        for bullet in list(level):
            if bullet.tag in {f"{DRAWING}buChar", f"{DRAWING}buFont"}:
                level.remove(bullet)
    for level in styles.find(f"{SLIDES}titleStyle").iter(f"{DRAWING}defRPr"):
        level.set("b", "1")


def _place(shape: BaseShape, box: Box) -> None:
    left, top, wide, high = map(_emu, box)
    shape.left, shape.top, shape.width, shape.height = left, top, wide, high


def _add_picture(slide: Slide, png: bytes, svg: bytes, words: str) -> None:
    """Add a PNG with the same picture as SVG, as PowerPoint writes both itself."""
    left, top, wide, high = map(_emu, looks.PICTURE)
    picture = slide.shapes.add_picture(io.BytesIO(png), left, top, wide, high)
    name = slide.part.package.next_image_partname("svg")
    part = Part(name, "image/svg+xml", slide.part.package, svg)
    known = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    [blip] = picture.element.iter(f"{DRAWING}blip")
    blip.append(parse_xml(SVG_BLIP.format(known)))
    [properties] = picture.element.iter(f"{SLIDES}cNvPr")
    properties.set("descr", words)
    properties.set("name", "Picture")


def _emu(inches: float) -> Emu:
    return Emu(round(inches * looks.INCH))
