"""What is open in the lab is there again after a sudden end."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.keeping import last_lab, opened_again
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.open_labs import begin_keeping, stand_again
from sidecar_viz.files.saved.lab_file import KeptLab, kept_bytes, load_kept_lab
from tests.app.lab.conftest import MANIFEST, MakeLab

BAD = MANIFEST.replace("image: web:1", "imagee: web:1")


def test_run_second_and_unfinished_text_come_back(
    make_lab: MakeLab, qtbot: QtBot
) -> None:
    """The last good run is shown, and the text with its mistake in the editor."""
    del qtbot
    lab: Lab = make_lab()
    keeping = begin_keeping(lab)
    lab.player.jump(30)
    lab.toggle_editor()
    lab.window.editor.text.setPlainText(BAD)
    lab.window.editor.flush()
    keeping.close()
    found = last_lab()
    assert found is not None
    opened, kept = found
    assert opened.script == lab.model.opened.script
    assert opened.text == MANIFEST
    again = make_lab(opened)
    stand_again(again, kept)
    assert again.player.moment.t == 30
    assert again.window.editor.text.toPlainText() == BAD
    assert "problem" in again.window.editor.told
    assert again.model.run.trace.exits == lab.model.run.trace.exits


def test_nothing_is_written_twice(make_lab: MakeLab) -> None:
    """What has not changed is not written again."""
    lab = make_lab()
    keeping = begin_keeping(lab)
    keeping.keep()
    before = keeping.kept
    keeping.keep()
    assert keeping.kept is before
    keeping.close()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"name": 1}', b"\xff\xfe", b'{"name": "x"}']
)
def test_a_damaged_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    """The lab opens with an example then."""
    file = tmp_path / "lab.json"
    assert load_kept_lab(file) is None
    file.write_bytes(content)
    assert load_kept_lab(file) is None


def test_what_cannot_be_played_any_more_is_not_opened(tmp_path: Path) -> None:
    """It stays in its file until something else is kept."""
    kept = KeptLab("x.yaml", MANIFEST, "simulation: 1\n", MANIFEST, "1.36", 5.0)
    file = tmp_path / "lab.json"
    file.write_bytes(kept_bytes(kept))
    assert load_kept_lab(file) == kept
    assert opened_again(kept) is not None
    assert opened_again(structs.replace(kept, manifest=BAD)) is None
