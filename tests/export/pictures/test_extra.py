"""A picture that comes with a lesson is read, drawn, and put into its exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from sidecar_viz.cli import main
from sidecar_viz.export.pictures.drawn_extra import drawn
from sidecar_viz.export.pictures.extra import extra_of

RED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">'
    b"<title>Time line</title><desc>all is red</desc>"
    b'<rect width="200" height="50" fill="#ff0000"/></svg>'
)


NO_SIZE = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'


def test_title_and_words_are_those_of_the_svg(qapp: QApplication) -> None:
    """It is drawn as large as there is room, in its own shape."""
    del qapp
    extra = extra_of(RED)
    image = drawn(extra, 400, 400)

    assert (extra.title, extra.describe) == ("Time line", "all is red")
    assert image.size().toTuple() == (400, 100)
    assert image.pixelColor(200, 50) == QColor("#ff0000")


@pytest.mark.parametrize(
    "bad", [b"", b"<html/>", b"<svg>", NO_SIZE, b'<!DOCTYPE x [<!ENTITY a "b">]>' + RED]
)
def test_what_is_no_svg_is_refused(bad: bytes) -> None:
    """Also what could grow when it is read."""
    with pytest.raises(ValueError, match="it "):
        extra_of(bad)


def test_it_stands_in_slides_texts_and_handouts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its title and its words; a picture of one step takes none."""
    svg = tmp_path / "line.svg"
    svg.write_bytes(RED)

    def export(name: str, *more: str) -> Path:
        out = tmp_path / name
        words = ["export", "sidecar", str(out), "--picture", str(svg), *more]
        assert main(words) == 0
        return out

    slides = Presentation(str(export("a.pptx"))).slides
    titles = [one.shapes.title.text for one in slides if one.shapes.title is not None]
    assert "Time line" in titles
    text = export("a.md").read_text("utf-8")
    assert "## Time line\n\n![all is red](a/picture.svg)" in text
    assert (tmp_path / "a" / "picture.svg").read_bytes() == RED
    page = export("a.html").read_text("utf-8")
    assert 'id="tab-extra"' in page
    assert 'alt="all is red"' in page
    assert len(export("a.pdf").read_bytes()) > 50_000
    words = ["export", "sidecar", str(tmp_path / "a.png"), "--picture", str(svg)]
    assert main(words) == 2
    assert "leave --picture away" in capsys.readouterr().err
