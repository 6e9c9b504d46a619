"""Cards to print: as many pages and letters as are needed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from sidecar_viz.export.paper.answer_cards import _draw_sheet, cards_pdf, pages


@pytest.mark.parametrize(
    ("letters", "large", "count"),
    [(4, False, 1), (5, False, 2), (6, False, 2), (4, True, 4), (6, True, 6)],
)
def test_a_pdf_has_its_pages(
    qapp: QGuiApplication, letters: int, large: bool, count: int
) -> None:
    """Four cards a page, or one; A4 in portrait."""
    assert qapp is not None
    found = cards_pdf(letters, large=large, title="Answer cards")

    assert found.startswith(b"%PDF-")
    assert found.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b", found)) == count
    assert pages(letters, large=large) == count
    assert re.search(rb"/MediaBox\s*\[0 0 595(\.\d+)? 842(\.\d+)?\]", found)


@pytest.mark.parametrize(
    ("letters", "filled"),
    [("ABCD", {(0, 0), (0, 1), (1, 0), (1, 1)}), ("EF", {(0, 0), (1, 0)})],
)
def test_four_cards_share_a_page(
    qapp: QGuiApplication, letters: str, filled: set[tuple[int, int]]
) -> None:
    """Two side by side, from above; each letter is in the middle of its quarter."""
    assert qapp is not None
    sheet = QImage(400, 600, QImage.Format.Format_RGB32)
    sheet.fill("white")
    painter = QPainter(sheet)
    _draw_sheet(painter, letters)
    painter.end()

    def inked(column: int, row: int) -> bool:
        middle = sheet.copy(200 * column + 50, 300 * row + 75, 100, 150)
        blank = middle.copy()
        blank.fill("white")
        return middle != blank

    found = {(x, y) for x in (0, 1) for y in (0, 1) if inked(x, y)}
    assert found == filled
