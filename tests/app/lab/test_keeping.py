"""What is open in the lab is there again after a sudden end."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec import structs
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab.held.keeping import (
    Keeping,
    lab_file,
    last_lab,
    opened_again,
)
from sidecar_viz.app.lab.held.opened import read_given
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.open_labs import (
    begin_keeping,
    restore_unsaved,
    stand_again,
)
from sidecar_viz.files.saved.lab_file import (
    MOST_ROWS,
    KeptLab,
    labs_bytes,
    load_kept_labs,
    merged_labs,
)
from sidecar_viz.pods.checking.versions import NEWEST
from tests.app.lab.conftest import MANIFEST, MakeLab
from tests.pods.stories import delete_at

BAD = MANIFEST.replace("image: web:1", "imagee: web:1")


def test_run_second_and_unfinished_text_come_back(
    make_lab: MakeLab, qtbot: QtBot
) -> None:
    """The last good run is shown, and the text with its mistake in the editor."""
    del qtbot
    lab: Lab = make_lab()
    keeping = begin_keeping(lab)
    lab.player.jump(30)
    lab.texts.toggle()
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
    assert load_kept_labs(file) == []
    file.write_bytes(content)
    assert load_kept_labs(file) == []


def test_what_cannot_be_played_any_more_is_not_opened(tmp_path: Path) -> None:
    """It stays in its file until something else is kept."""
    kept = KeptLab("x.yaml", MANIFEST, "simulation: 1\n", MANIFEST, "1.36", 5.0)
    file = tmp_path / "lab.json"
    file.write_bytes(labs_bytes([kept]))
    assert load_kept_labs(file) == [kept]
    assert opened_again(kept) is not None
    assert opened_again(structs.replace(kept, manifest=BAD)) is None


OTHER = MANIFEST.replace("image: web:1", "image: web:2")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Give the file of a manifest."""
    path = tmp_path / "my.yaml"
    path.write_text(MANIFEST, "utf-8")
    return path


def started(make_lab: MakeLab, path: Path) -> tuple[Lab, Keeping]:
    """Open a lab with a file, as the command line does."""
    lab = make_lab(read_given(path.read_bytes(), path.name, path=path))
    restore_unsaved(lab)
    return lab, begin_keeping(lab)


def killed(lab: Lab, keeping: Keeping) -> None:
    """Let a lab come to a sudden end, some time after the last change."""
    lab.window.editor.flush()
    keeping.close()


def typed(lab: Lab, text: str) -> None:
    """Edit the manifest."""
    lab.window.editor.text.setPlainText(text)
    lab.window.editor.flush()


def told(lab: Lab) -> str:
    """Return what the why line says."""
    return lab.window.why.spoken()


def test_what_was_not_saved_of_a_file_comes_back_with_it(
    make_lab: MakeLab, shop: Path
) -> None:
    """It says so, and one undo goes back to what the file holds."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    killed(lab, keeping)
    again, kept = started(make_lab, shop)
    assert again.window.editor.text.toPlainText() == OTHER
    assert again.model.opened.text == OTHER
    assert "Restored: what was not saved of my.yaml. Undo brings" in told(again)
    assert again.model.undo()
    assert again.window.editor.text.toPlainText() == MANIFEST
    assert again.model.opened.text == MANIFEST
    assert not again.model.changed
    assert again.model.redo()
    assert again.model.opened.text == OTHER
    kept.close()


def test_a_text_with_mistakes_comes_back_with_its_file(
    make_lab: MakeLab, shop: Path
) -> None:
    """The editor is open with its problem."""
    lab, keeping = started(make_lab, shop)
    typed(lab, BAD)
    killed(lab, keeping)
    again, kept = started(make_lab, shop)
    assert again.window.editor.text.toPlainText() == BAD
    assert again.window.editor.isVisible()
    assert "problem" in again.window.editor.told
    again.model.undo()
    assert again.window.editor.text.toPlainText() == MANIFEST
    assert "problem" not in again.window.editor.told
    kept.close()


def test_a_script_with_mistakes_comes_back_with_its_file(
    make_lab: MakeLab, shop: Path
) -> None:
    """As it was typed, in front, with what is wrong; undo brings the good one back."""
    lab, keeping = started(make_lab, shop)
    lab.texts.toggle()
    lab.window.editor.bar.setCurrentIndex(1)
    good = lab.window.editor.script.text.toPlainText()
    bad = good.replace("containers:", "contaners:", 1)
    assert bad != good
    lab.window.editor.script.text.setPlainText(bad)
    lab.window.flush()
    killed(lab, keeping)

    again, kept = started(make_lab, shop)
    assert again.window.editor.isVisible()
    assert again.window.editor.sheet is again.window.editor.script
    assert again.window.editor.script.text.toPlainText() == bad
    assert "contaners" in again.window.editor.told
    again.model.undo()
    assert again.window.editor.script.text.toPlainText() == good
    kept.close()


def test_what_was_saved_is_not_restored_over_a_newer_file(
    make_lab: MakeLab, shop: Path
) -> None:
    """A lab that was left with nothing unsaved shows what the file holds now."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    lab.files.save()
    killed(lab, keeping)
    shop.write_text(MANIFEST, "utf-8")
    again, kept = started(make_lab, shop)
    assert again.model.opened.text == MANIFEST
    assert "Restored" not in told(again)
    kept.close()
    found = last_lab()
    assert found is not None
    assert found[0].text == MANIFEST


def test_two_labs_at_once_keep_both_edits(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """Each file has a row; of those that are saved only the latest stays."""
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    one, keeping = started(make_lab, shop)
    other, keeping_other = started(make_lab, second)
    typed(one, OTHER)
    typed(other, BAD)
    killed(one, keeping)
    killed(other, keeping_other)
    assert [row.text for row in load_kept_labs(lab_file())] == [OTHER, BAD]
    again, kept = started(make_lab, shop)
    assert again.model.opened.text == OTHER
    again.files.save()
    kept.close()
    rows = load_kept_labs(lab_file())
    assert [(row.text, row.unsaved) for row in rows] == [(BAD, True), (OTHER, False)]
    third, kept = started(make_lab, second)
    kept.close()
    assert [row.text for row in load_kept_labs(lab_file())] == [BAD]
    assert third.model.changed


def test_rows_are_bounded_and_old_files_are_read(tmp_path: Path) -> None:
    """The oldest go first; a file of earlier versions holds one row."""
    file = tmp_path / "lab.json"
    row = KeptLab("x.yaml", MANIFEST, "", MANIFEST, "1.36")
    file.write_bytes(msgspec.json.encode(row))
    assert load_kept_labs(file) == [row]
    for n in range(MOST_ROWS + 3):
        file.write_bytes(merged_labs(file, [structs.replace(row, path=f"/{n}")]))
    found = [one.path for one in load_kept_labs(file)]
    assert found == [f"/{n}" for n in range(3, MOST_ROWS + 3)]


def test_breaks_that_come_back_can_be_undone_one_by_one(
    make_lab: MakeLab, shop: Path
) -> None:
    """The last one first, until the file's own script is played."""
    lab, keeping = started(make_lab, shop)
    calm = lab.model.opened.script
    one = structs.replace(calm, actions=(delete_at(50),))
    lab.model.take_script(one, "Delete")
    two = structs.replace(one, actions=(delete_at(20), delete_at(50)))
    lab.model.take_script(two, "Delete")
    killed(lab, keeping)
    again, kept = started(make_lab, shop)
    assert again.model.opened.script == two
    assert not again.window.transport.undo.isHidden()
    assert "Undo takes the last break back" in told(again)
    again.model.undo()
    assert len(again.model.opened.script.actions) == 1
    again.model.undo()
    assert again.model.opened.script == calm
    assert again.window.transport.undo.isHidden()
    kept.close()


def test_breaks_of_an_example_can_be_undone_after_a_restart(
    make_lab: MakeLab,
) -> None:
    """Those of the example itself stay."""
    lab = make_lab(first_example())
    keeping = begin_keeping(lab)
    calm = lab.model.opened.script
    more = structs.replace(calm, actions=(*calm.actions, delete_at(5)))
    lab.model.take_script(more, "Delete")
    killed(lab, keeping)
    found = last_lab()
    assert found is not None
    again = make_lab(found[0])
    stand_again(again, found[1])
    assert again.model.opened.script == more
    again.model.undo()
    assert again.model.opened.script == calm
    assert again.window.transport.undo.isHidden()


def test_what_lost_its_file_comes_back_as_unsaved(
    make_lab: MakeLab, shop: Path
) -> None:
    """Nobody knows what was saved of it."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    killed(lab, keeping)
    shop.unlink()
    found = last_lab()
    assert found is not None
    again = make_lab(found[0])
    stand_again(again, found[1])
    assert again.window.editor.text.toPlainText() == OTHER
    assert again.model.changed


def test_opening_another_file_loses_nothing(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """It can be undone, and opening the first one again restores its text."""
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    lab, keeping = started(make_lab, shop)
    typed(lab, BAD)
    lab.files.open_file(second)
    assert lab.window.editor.text.toPlainText() == MANIFEST
    assert "What was not saved of my.yaml is kept." in told(lab)
    assert lab.model.undo()
    assert lab.window.editor.text.toPlainText() == BAD
    assert lab.window.header.named == "my.yaml, changed"
    lab.files.open_file(second)
    assert lab.window.header.named == "second.yaml"
    lab.files.open_file(shop)
    assert lab.window.editor.text.toPlainText() == BAD
    assert "Restored: what was not saved of my.yaml." in told(lab)
    keeping.close()


def test_closing_the_window_loses_nothing(make_lab: MakeLab, shop: Path) -> None:
    """Not even what was typed just before."""
    lab, _ = started(make_lab, shop)
    lab.window.editor.text.setPlainText(OTHER)
    lab.window.close()
    again, kept = started(make_lab, shop)
    assert again.window.editor.text.toPlainText() == OTHER
    kept.close()


def test_another_paste_is_not_taken_for_the_one_before(make_lab: MakeLab) -> None:
    """What has no file comes back only over what it was made of."""
    lab = make_lab(read_given(MANIFEST.encode(), "pasted.yaml"))
    keeping = begin_keeping(lab)
    typed(lab, OTHER)
    other = MANIFEST.replace("name: shop", "name: new")
    lab.files.take(other.encode(), "pasted.yaml", None)
    assert lab.model.opened.text == other
    lab.files.take(MANIFEST.encode(), "pasted.yaml", None)
    assert lab.model.opened.text == OTHER
    keeping.close()


def test_what_was_restored_and_saved_is_not_taken_for_the_file_after_an_undo(
    make_lab: MakeLab, shop: Path
) -> None:
    """The text from before is a change then, and saving it asks nothing."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    killed(lab, keeping)
    again, kept = started(make_lab, shop)
    again.files.save()
    assert not again.model.changed
    again.model.undo()
    assert again.window.editor.text.toPlainText() == MANIFEST
    assert again.window.header.named == "my.yaml, changed"
    again.files.save()
    assert shop.read_text("utf-8") == MANIFEST
    kept.close()


def test_what_is_saved_as_another_file_is_unsaved_no_more(
    make_lab: MakeLab, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest opens as it is in its file."""
    lab, keeping = started(make_lab, shop)
    script = structs.replace(lab.model.opened.script, actions=(delete_at(50),))
    lab.model.take_script(script, "Delete")
    keeping.keep()
    run = str(shop.with_name("my.podlab.yaml"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (run, ""))
    lab.files.save()
    killed(lab, keeping)
    (row,) = load_kept_labs(lab_file())
    assert (row.path, row.unsaved) == (run, False)
    again, kept = started(make_lab, shop)
    assert again.model.opened.script.actions == ()
    kept.close()


@pytest.mark.parametrize(
    "version", ["1.27", "1.40", "2.0", "", "zzz", "1.36.1", "9" * 5000]
)
def test_another_kubernetes_is_taken_for_the_newest(
    make_lab: MakeLab, shop: Path, version: str
) -> None:
    """The lab starts, and nothing typed is lost."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    killed(lab, keeping)
    (row,) = load_kept_labs(lab_file())
    lab_file().write_bytes(labs_bytes([structs.replace(row, version=version)]))
    found = last_lab()
    assert found is not None
    again = make_lab(found[0])
    stand_again(again, found[1])
    assert again.model.opened.version == NEWEST
    assert again.model.opened.text == OTHER
    by_file, kept = started(make_lab, shop)
    assert by_file.model.opened.text == OTHER
    kept.close()
