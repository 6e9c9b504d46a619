"""Letters that no font on a machine has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

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


@pytest.mark.storm
@pytest.mark.skipif(sys.platform != "linux", reason="fonts by fontconfig")
def test_what_is_drawn_as_one_is_looked_at_as_one(tmp_path: Path) -> None:
    """Without other fonts than ours, accents of decomposed letters need no box.

    So they are written on other systems; ours have the letter, not the accent alone.
    """
    bare = tmp_path / "fonts.conf"
    bare.write_text(f"<fontconfig><cachedir>{tmp_path}/c</cachedir></fontconfig>")
    text = (ROOT / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")
    title = "title: Sidecar container pattern in Kubernetes"
    for words, said in (
        (normalize("NFD", "Küche, Ångström, façade"), ""),
        (f"u\u0308 {CUNEIFORM}\u0308\u0327 e\u0301", (CUNEIFORM, "\u0308", "\u0327")),
        ("1\ufe0f\u20e3", "\u20e3"),
    ):
        (tmp_path / "l.yaml").write_text(
            text.replace(title, f"title: {words}"), "utf-8"
        )
        done = subprocess.run(
            [sys.executable, "-m", "sidecar_viz", "export", "l.yaml", "l.png"],
            cwd=tmp_path,
            env={**os.environ, "FONTCONFIG_FILE": str(bare), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        expected = f"sidecar-viz: {said_of(tuple(said))}\n" if said else ""
        ours = [
            line for line in done.stderr.splitlines(keepends=True) if "qt." not in line
        ]
        assert "".join(ours) == expected


def test_what_is_drawn_together_is_told_apart(sidecar_lesson: Lesson) -> None:
    """Of a letter with marks, only what has no font is named."""
    load_fonts(ROOT / "resources" / "fonts")
    title = f"e\u0301{CUNEIFORM} {LINEAR_A}e\u0301"
    found = letters_without_font(replace(sidecar_lesson, title=title))
    assert found == (CUNEIFORM, LINEAR_A)


@pytest.mark.parametrize("sign", ["\U0003fffd", "\U000f0000"])
def test_a_letter_that_python_does_not_know_is_named(
    sidecar_lesson: Lesson, sign: str
) -> None:
    """It is newer than Python's tables, or somebody's own; a box stands there."""
    load_fonts(ROOT / "resources" / "fonts")
    lesson = replace(sidecar_lesson, title=f"Pod {sign}")
    assert letters_without_font(lesson) == (sign,)


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
