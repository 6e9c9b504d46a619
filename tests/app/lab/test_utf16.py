"""Manifests in UTF-16, as Windows writes them, are texts in the lab."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.keeping import lab_file, last_lab
from sidecar_viz.app.lab.held.opened import read_given, saved_form
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.open_labs import begin_keeping
from sidecar_viz.files.making.looking import looks_like_manifest
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.saved.lab_file import load_kept_labs
from tests.app.lab.conftest import MANIFEST, MakeLab, opened_shop

MARKED = (
    MANIFEST.encode("utf-16"),
    b"\xfe\xff" + MANIFEST.encode("utf-16-be"),
    MANIFEST.encode("utf-8-sig"),
)


@pytest.mark.parametrize("data", MARKED)
def test_the_text_is_shown_kept_and_saved_as_utf_8(
    make_lab: MakeLab, data: bytes
) -> None:
    """Alone, and with its script."""
    opened = read_given(data, "shop.yaml")
    assert opened.text == MANIFEST
    assert looks_like_manifest(data)
    lab = make_lab(opened)
    assert lab.window.editor.text.toPlainText() == MANIFEST
    assert not lab.model.changed
    keeping = begin_keeping(lab)
    lab.model.take_script(opened_shop().script, "Delete")
    assert MANIFEST in saved_form(lab.model.opened).decode("utf-8")
    keeping.close()
    (row,) = load_kept_labs(lab_file())
    assert (row.manifest, row.text, row.base) == (MANIFEST, MANIFEST, MANIFEST)
    found = last_lab()
    assert found is not None
    assert found[0].text == MANIFEST


def test_a_run_in_utf_16_is_a_run() -> None:
    """Its script is played with its manifest."""
    data = saved_form(opened_shop()).decode("utf-8").encode("utf-16")
    opened = read_given(data, "shop.podlab.yaml")
    assert opened.script == opened_shop().script
    assert opened.text == MANIFEST


def test_a_file_that_is_saved_again_in_utf_16_is_shown_as_text(
    lab: Lab, tmp_path: Path, qtbot: QtBot
) -> None:
    """What is no text is told with its place, and the text stays as it was."""
    path = tmp_path / "shop.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    lab.texts.toggle()
    other = MANIFEST.replace("name: shop", "name: again")
    path.write_bytes(other.encode("utf-16"))
    qtbot.waitUntil(lambda: lab.model.opened.pod.name == "again", timeout=5000)
    assert lab.window.editor.text.toPlainText() == other
    assert not lab.model.changed
    path.write_bytes(b"# \xe4\n" + MANIFEST.encode())
    spoken = lab.window.why.spoken
    wanted = "shop.yaml:1:3: encoding: byte 0xe4 is not UTF-8; save it as UTF-8"
    qtbot.waitUntil(lambda: wanted in spoken(), timeout=5000)
    assert lab.window.editor.text.toPlainText() == other
    lab.texts.toggle()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (MANIFEST.encode("utf-16-le"), "UTF-16 without a mark; save it as UTF-8"),
        (MANIFEST.encode("utf-16-be"), "UTF-16 without a mark; save it as UTF-8"),
        (
            MANIFEST.encode("utf-16")[:-1],
            "this UTF-16 is cut off or damaged; save it as UTF-8",
        ),
        (MANIFEST.encode("utf-32"), "looks like UTF-32; save it as UTF-8"),
        (b"# \xe4\n" + MANIFEST.encode(), "is not UTF-8; save it as UTF-8"),
        (("#" * 999_999 + "\n" + MANIFEST).encode("utf-16")[:2_000_001], "2 MB"),
    ],
)
def test_anything_else_is_refused_with_what_to_do(data: bytes, said: str) -> None:
    """And with its place."""
    with pytest.raises(LessonError) as caught:
        read_given(data, "shop.yaml")
    (problem,) = caught.value.problems
    assert said in problem.text
    assert str(problem).startswith("shop.yaml:")
