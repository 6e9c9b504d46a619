"""A PDF that is written piece by piece: the same bytes for the same drawing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QHashSeed,
    QIODevice,
    QMarginsF,
    QSizeF,
    QUuid,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from sidecar_viz.core.markup import escaped

DPI = 300
PICTURE_DPI = 96
MM = DPI / 25.4
NAMES = QUuid("{6ab4a0c3-6d0c-4f2b-9d61-3a1f4be0c5d7}")
"""The space of names in which a document's title is its id."""
DATES = re.compile(rb"/CreationDate \([^)]*\)\n/ModDate \([^)]*\)\n")
ENTRY = re.compile(rb"^(\d{10})(?= \d{5} n)", re.MULTILINE)
LETTERS = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
TAB, SPACE = b"<0009> ", b"<0020> "
XMP = """<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>\
<x:xmpmeta xmlns:x="adobe:ns:meta/"\
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:RDF><rdf:Description rdf:about="">\
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{0}</rdf:li></rdf:Alt></dc:title>\
{1}<dc:language><rdf:Bag><rdf:li>{2}</rdf:li></rdf:Bag></dc:language>\
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"""

DESCRIPTION = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{0}</rdf:li></rdf:Alt>'
    "</dc:description>"
)


class Pdf:
    """A document, and what of it was written since it was last taken out.

    Attributes:
        writer: what a painter paints on.
    """

    def __init__(
        self,
        title: str,
        layout: QPageLayout,
        language: str,
        *,
        dpi: int = DPI,
        description: str = "",
    ) -> None:
        """Begin with pages of a *layout*, of which an inch has so many units."""
        self._bytes = QByteArray()
        self._device = QBuffer(self._bytes)
        self._device.open(QIODevice.OpenModeFlag.WriteOnly)
        self._dates = (0, 0)
        self.writer = QPdfWriter(self._device)
        self.writer.setResolution(dpi)
        self.writer.setPageLayout(layout)
        self.writer.setTitle(title)
        self.writer.setCreator("sidecar_viz")
        self.writer.setDocumentId(QUuid.createUuidV5(NAMES, title.encode()))
        described = DESCRIPTION.format(escaped(description)) if description else ""
        about = XMP.format(escaped(title), described, escaped(language))
        self.writer.setDocumentXmpMetadata(about.encode())

    def taken(self) -> bytes:
        """Take out what was written since; the writer counts itself where it is.

        The dates are left away, which Qt writes at the beginning; the table at the end
        is made right. What is copied out of it has spaces between the words: fonts have
        one glyph for these and tabs, and Qt calls it a tab.
        """
        part = bytes(self._bytes.data())
        self._bytes.clear()
        self._device.seek(0)
        if not self._dates[1] and (found := DATES.search(part)):
            self._dates = (found.start(), len(found[0]))
            part = part[: found.start()] + part[found.end() :]
        part = LETTERS.sub(lambda found: found[0].replace(TAB, SPACE), part)
        if part.endswith(b"%%EOF\n"):
            part = self._counted_anew(part)
        return part

    def _counted_anew(self, part: bytes) -> bytes:
        """Let the table of places count without the dates."""
        table = part.rindex(b"xref\n0 ")
        begin, length = self._dates

        def less(found: re.Match[bytes]) -> bytes:
            place = int(found[1])
            return b"%010d" % (place - length if place > begin else place)

        after = ENTRY.sub(less, part[table:])
        last = re.search(rb"startxref\n(\d+)", after)
        if last is not None:
            place = int(last[1]) - length
            after = after[: last.start(1)] + b"%d" % place + after[last.end(1) :]
        return part[:table] + after


@contextmanager
def new_pdf(title: str, margin: float, language: str = "en") -> Iterator[Pdf]:
    """Begin a document of A4, upright, with a *margin* (millimetres) all around."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(margin, margin, margin, margin),
        QPageLayout.Unit.Millimeter,
    )
    with _fonts_in_order():
        yield Pdf(title, layout, language)


@contextmanager
def new_pages(
    title: str, size: tuple[int, int], language: str, description: str
) -> Iterator[Pdf]:
    """Begin a document whose pages are as large as pictures of *size*, at 96 an inch.

    Its coordinates are those of the picture.
    """
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    points = QSizeF(*size) * (72 / PICTURE_DPI)
    layout = QPageLayout(
        QPageSize(points, QPageSize.Unit.Point, "", exact),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Point,
    )
    with _fonts_in_order():
        yield Pdf(title, layout, language, dpi=PICTURE_DPI, description=description)


@contextmanager
def _fonts_in_order() -> Iterator[None]:
    """Let Qt put a document's fonts in an order that is always the same."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()
