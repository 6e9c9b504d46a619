"""Cards to print: as many pages and letters as are needed."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QGuiApplication

from sidecar_viz.export.answer_cards import cards_pdf, pages


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
