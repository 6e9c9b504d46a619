"""Nothing typed is lost: not of large manifests, of two labs, or of pastes."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.keeping import lab_file
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.session.notice_bar import NoticeBar
from sidecar_viz.files.saved.lab_file import MOST_ROWS, labs_bytes, load_kept_labs
from tests.app.lab.conftest import MANIFEST, MakeLab
from tests.app.lab.test_keeping import (
    OTHER,
    killed,
    shop,
    started,
    told,
    typed,
)

__all__ = ["shop"]
MINE, THEIRS = MANIFEST + "# mine\n", MANIFEST + "# theirs\n"
BIG = MANIFEST + "# a long line of a comment, as large files have them\n" * 30_000


def text(lab: Lab) -> str:
    """Return the text that is edited."""
    return lab.window.editor.text.toPlainText()


def noticed(lab: Lab) -> str:
    """Return what the bar says of the files that are kept, "" without a bar."""
    bars = [one for one in lab.window.findChildren(NoticeBar) if one.isVisible()]
    return "".join(bar.message.text() for bar in bars)


def test_a_large_manifest_comes_back(make_lab: MakeLab, tmp_path: Path) -> None:
    """Of several, each."""
    paths = [tmp_path / f"{n}.yaml" for n in range(3)]
    for path in paths:
        path.write_text(BIG, "utf-8")
        lab, keeping = started(make_lab, path)
        lab.model.edit((BIG + "# mine\n").encode())
        killed(lab, keeping)
    rows = load_kept_labs(lab_file())
    assert [row.name for row in rows] == ["0.yaml", "1.yaml", "2.yaml"]
    assert all(row.text == BIG + "# mine\n" for row in rows)


def test_two_labs_with_one_file_keep_both_works(make_lab: MakeLab, shop: Path) -> None:
    """The latest comes back first; the other one once that is saved."""
    one, keeping = started(make_lab, shop)
    other, keeping_other = started(make_lab, shop)
    typed(one, MINE)
    keeping.keep()
    typed(other, THEIRS)
    killed(one, keeping)
    killed(other, keeping_other)
    kept = load_kept_labs(lab_file())
    assert [(row.text, row.unsaved) for row in kept] == [(MINE, True), (THEIRS, True)]
    again, kept_again = started(make_lab, shop)
    assert text(again) == THEIRS
    again.files.save()
    killed(again, kept_again)
    third, kept_third = started(make_lab, shop)
    assert text(third) == MINE
    assert "Restored" in told(third)
    third.model.undo()
    assert text(third) == THEIRS
    killed(third, kept_third)
    assert not any(row.unsaved for row in load_kept_labs(lab_file()))


def test_what_goes_on_in_another_lab_is_one_work(make_lab: MakeLab, shop: Path) -> None:
    """Until both go on with it."""
    one, keeping = started(make_lab, shop)
    typed(one, MINE)
    keeping.keep()
    one.model.leaving.emit()  # it is on the disk
    other, keeping_other = started(make_lab, shop)
    assert text(other) == MINE
    typed(other, MINE + "# and theirs\n")
    killed(other, keeping_other)
    assert [row.text for row in load_kept_labs(lab_file())] == [MINE + "# and theirs\n"]
    typed(one, MINE + "# and mine\n")
    killed(one, keeping)
    assert sorted(row.text for row in load_kept_labs(lab_file())) == [
        MINE + "# and mine\n",
        MINE + "# and theirs\n",
    ]


def test_each_paste_is_kept(make_lab: MakeLab, shop: Path) -> None:
    """Pasting the same again restores what was made of it."""
    lab, keeping = started(make_lab, shop)
    first, second = (
        MANIFEST.replace("name: shop", f"name: {name}") for name in ("one", "two")
    )

    def paste(pasted: str) -> None:
        QGuiApplication.clipboard().setText(pasted)
        lab.files.paste()

    for pasted in (first, second):
        paste(pasted)
        typed(lab, pasted + "# mine\n")
    killed(lab, keeping)
    unsaved = [row.text for row in load_kept_labs(lab_file()) if row.unsaved]
    assert unsaved == [first + "# mine\n", second + "# mine\n"]
    for pasted in (first, second):
        paste(pasted)
        assert text(lab) == pasted + "# mine\n"


def test_a_script_with_mistakes_is_kept_when_another_file_is_opened(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """It comes back with its manifest."""
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    lab, keeping = started(make_lab, shop)
    lab.texts.toggle()
    script = lab.window.editor.script.text
    bad = script.toPlainText().replace("containers:", "contaners:", 1)
    script.setPlainText(bad)
    lab.files.open_file(second)
    lab.files.open_file(shop)
    assert lab.window.editor.script.text.toPlainText() == bad
    killed(lab, keeping)


def test_saving_at_once_as_another_file_leaves_the_one_before(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """What was unsaved of a file that was left is unsaved still."""
    lab, keeping = started(make_lab, shop)
    typed(lab, OTHER)
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    lab.files.open_file(second)
    lab.model.saved_as(tmp_path / "third.yaml", MANIFEST.encode())
    killed(lab, keeping)
    assert [row.text for row in load_kept_labs(lab_file()) if row.unsaved] == [OTHER]


def test_nothing_is_left_of_what_was_undone(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """Also when another file is opened at once."""
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    lab, keeping = started(make_lab, shop)
    for _ in range(2):
        typed(lab, OTHER)
        keeping.keep()
        typed(lab, MANIFEST)
        lab.files.open_file(second)
        lab.files.open_file(shop)
        assert text(lab) == MANIFEST
    killed(lab, keeping)


def test_the_lab_says_that_nothing_can_be_kept_until_it_can(
    make_lab: MakeLab, shop: Path, qtbot: QtBot
) -> None:
    """In a bar, in the words of the main window; then it is written."""
    lab_file().parent.parent.mkdir(parents=True, exist_ok=True)
    lab_file().parent.write_text("in the way of the folder", "utf-8")
    lab, keeping = started(make_lab, shop)
    typed(lab, MINE)
    keeping.keep()
    qtbot.waitUntil(lambda: bool(noticed(lab)), timeout=5000)
    assert noticed(lab) == (
        f"Nothing can be kept in {lab_file()} now: something else is in its place. "
        "It is tried again."
    )
    lab_file().parent.unlink()
    typed(lab, THEIRS)
    keeping.keep()
    qtbot.waitUntil(lambda: not noticed(lab), timeout=5000)
    killed(lab, keeping)
    assert [row.text for row in load_kept_labs(lab_file())] == [THEIRS]


def test_what_cannot_be_kept_now_comes_back_in_the_same_lab(
    make_lab: MakeLab, shop: Path, tmp_path: Path
) -> None:
    """When its file is opened again, though nothing of it is on the disk."""
    lab_file().parent.parent.mkdir(parents=True, exist_ok=True)
    lab_file().parent.write_text("in the way of the folder", "utf-8")
    second = tmp_path / "second.yaml"
    second.write_text(MANIFEST, "utf-8")
    lab, keeping = started(make_lab, shop)
    typed(lab, MINE)
    lab.files.open_file(second)
    assert text(lab) == MANIFEST
    lab.files.open_file(shop)
    assert text(lab) == MINE
    lab_file().parent.unlink()
    killed(lab, keeping)
    assert MINE in [row.text for row in load_kept_labs(lab_file()) if row.unsaved]


def test_the_lab_says_what_was_damaged_and_what_is_kept_no_longer(
    make_lab: MakeLab, shop: Path, qtbot: QtBot
) -> None:
    """Until it is put away."""
    lab_file().parent.mkdir(parents=True, exist_ok=True)
    lab_file().write_text("{", "utf-8")
    lab, keeping = started(make_lab, shop)
    keeping.keep()
    aside = lab_file().with_name("lab.damaged.json")
    qtbot.waitUntil(lambda: str(aside) in noticed(lab), timeout=5000)
    row = load_kept_labs(lab_file())[0]
    many = [
        structs.replace(row, path=f"/{n}", name=f"{n}.yaml", unsaved=True)
        for n in range(MOST_ROWS)
    ]
    lab_file().write_bytes(labs_bytes(many))
    typed(lab, MINE)
    keeping.keep()
    qtbot.waitUntil(lambda: "what was not saved of 0.yaml." in noticed(lab))
    (bar,) = lab.window.findChildren(NoticeBar)
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert noticed(lab) == ""
    killed(lab, keeping)


def test_a_damaged_row_is_told_and_costs_no_other(
    make_lab: MakeLab, shop: Path, qtbot: QtBot
) -> None:
    """In sight and aloud, with the name under which it is still there."""
    lab, keeping = started(make_lab, shop)
    typed(lab, MINE)
    killed(lab, keeping)
    file = lab_file()
    damaged = file.read_bytes().replace(b'{"rows":[', b'{"rows":[{"name":"lost"},')
    file.write_bytes(damaged)

    again, kept = started(make_lab, shop)
    heard: list[str] = []
    again.voice.said.connect(heard.append)
    assert text(again) == MINE
    again.player.jump(9)
    kept.keep()

    aside = file.with_name("lab.damaged.json")
    qtbot.waitUntil(lambda: str(aside) in noticed(again))
    assert any("damaged in part" in said for said in heard)
    assert aside.read_bytes() == damaged
    assert [row.text for row in load_kept_labs(file)] == [MINE]
    kept.close()
