"""Letters that no font on a machine has."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.cli import main
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.letters import letters_without_font, said_of
from sidecar_viz.paint.brush.fonts import load_fonts

pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]
CUNEIFORM, LINEAR_A = "\U00012000", "\U00010600"  # no common font has these


def test_a_letter_without_a_font_is_found_once(
    sidecar_lesson: Lesson,
) -> None:
    """In the order of the lesson; what the bundled fonts have is none."""
    load_fonts(ROOT / "resources" / "fonts")
    assert letters_without_font(sidecar_lesson) == ()

    strange = f"Ä pod → {CUNEIFORM} ü {LINEAR_A}{CUNEIFORM}"
    lesson = replace(sidecar_lesson, title=strange)
    assert letters_without_font(lesson) == (CUNEIFORM, LINEAR_A)


def test_what_is_said_names_them() -> None:
    """Each with its number; many are counted."""
    assert "no font here has \U00012000 (U+12000): boxes" in said_of((CUNEIFORM,))
    assert "and 2 more" in said_of(tuple("abcdefghij"))


def test_export_says_so_and_writes_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line on the standard error; none for a lesson that needs no other fonts."""
    small = ROOT / "lessons" / "sidecar" / "lesson.yaml"
    own = tmp_path / "lesson.yaml"
    text = small.read_text("utf-8")
    title = "title: Sidecar container pattern in Kubernetes"
    assert title in text
    own.write_text(text.replace(title, f"title: Sidecar {CUNEIFORM}", 1), "utf-8")
    out = tmp_path / "out.png"

    assert main(["export", str(own), str(out), "--size", "320x200"]) == 0
    assert capsys.readouterr().err == f"sidecar-viz: {said_of((CUNEIFORM,))}\n"
    assert out.stat().st_size > 1000
    assert main(["export", str(small), str(out), "--size", "320x200"]) == 0
    assert capsys.readouterr().err == ""
