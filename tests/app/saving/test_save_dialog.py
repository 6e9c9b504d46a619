"""Save as: a kind is chosen, previewed, estimated, and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from sidecar_viz.app.saving.leaving import LeavingDialog
from sidecar_viz.app.saving.lengths import size_said, time_said
from sidecar_viz.app.saving.save_dialog import SaveDialog
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.sheets import SHEETS
from sidecar_viz.export.formats import FORMATS
from sidecar_viz.pods.lesson.telling import lesson_of
from tests.app.at_dialogs import in_front
from tests.app.conftest import LESSON
from tests.app.programs import program_of
from tests.pods.lesson.manifests import SHOP, SHOP_SCRIPT, told

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)
PATIENCE = 60_000


def asked(window: MainWindow) -> SaveDialog:
    """Open the dialog as its key does."""
    window.commands["save_as"].trigger()
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, SaveDialog) and one.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def pick(dialog: SaveDialog, suffix: str) -> None:
    """Choose a kind of file."""
    kinds = [kind.suffix for kind in dialog.kinds]
    dialog.list.setCurrentRow(kinds.index(suffix))


def test_every_kind_has_a_preview_and_what_it_costs(window: MainWindow) -> None:
    """Size and time are said before it is made."""
    dialog = asked(window)
    assert [kind.suffix for kind in dialog.kinds] == [
        one for one in (kind.suffix for kind in dialog.kinds) if one in FORMATS
    ]
    for kind in dialog.kinds:
        pick(dialog, kind.suffix)
        assert dialog.about.text()
        assert "About " in dialog.costs.text() or FORMATS[kind.suffix].missing()
        image = dialog.preview.grab().toImage()
        middle = image.pixelColor(image.width() // 2, image.height() // 2)
        assert middle != image.pixelColor(0, 0)


def test_enter_asks_for_a_file_once(window: MainWindow, qtbot: QtBot) -> None:
    """In the list, too, where it is the button's key and the row's."""
    dialog = asked(window)
    pick(dialog, ".svg")
    qtbot.waitUntil(lambda: in_front(dialog))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QFileDialog)))
    (files,) = dialog.findChildren(QFileDialog)
    assert files.isVisible()
    files.reject()


def test_the_preview_has_the_colours_that_are_chosen(window: MainWindow) -> None:
    """It is drawn anew for others, and for nothing else."""
    dialog = asked(window)
    pick(dialog, ".png")
    light = dialog.preview.grab().toImage()
    dialog.options.theme.buttons[1].click()
    dark = dialog.preview.grab().toImage()
    dialog.options.pixels.buttons[0].click()

    assert dark != light
    assert dialog.preview.grab().toImage() == dark


def test_paper_is_light_whatever_colours_were_chosen(window: MainWindow) -> None:
    """Its preview shows what comes out of it; a page of one picture has its colours."""
    dialog = asked(window)
    pick(dialog, ".pdf")
    light = dialog.preview.grab().toImage()
    pick(dialog, ".png")
    dialog.options.theme.buttons[1].click()
    pick(dialog, ".pdf")
    assert dialog.preview.grab().toImage() == light
    dialog.options.sheet.buttons[SHEETS.index("pictures")].click()
    picture = dialog.preview.grab().toImage()
    pick(dialog, ".png")
    assert dialog.preview.grab().toImage() == picture


def test_only_what_counts_for_a_kind_is_asked(window: MainWindow) -> None:
    """A drawing has no pixels, paper has sheets."""
    dialog = asked(window)
    seen = {}
    for suffix in (".png", ".svg", ".pdf"):
        pick(dialog, suffix)
        rows = (dialog.options.pixels, dialog.options.theme, dialog.options.sheet)
        seen[suffix] = [row.isVisibleTo(dialog) for row in rows]
    assert seen == {
        ".png": [True, True, False],
        ".svg": [False, True, False],
        ".pdf": [False, False, True],
    }
    pick(dialog, ".pdf")
    dialog.options.sheet.buttons[SHEETS.index("pictures")].click()
    assert dialog.options.theme.isVisibleTo(dialog)
    assert dialog.options.scope.isVisibleTo(dialog)
    assert not dialog.options.notes.isVisibleTo(dialog)


def test_a_picture_is_saved_and_the_choice_is_kept(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The window is used meanwhile; next time it asks for the same."""
    dialog = asked(window)
    pick(dialog, ".png")
    dialog.options.theme.buttons[1].click()
    dialog.options.pixels.buttons[0].click()
    out = tmp_path / "here.png"
    dialog.save_to(out)
    queue = program_of(window).saving.queue
    window.commands["next"].trigger()
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert out.read_bytes().startswith(b"\x89PNG")
    (row,) = dialog.queue.rows
    assert row.name.text() == "here.png"
    assert "saved in" in row.said.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = asked(window)
    kept = again.choice
    assert (kept.suffix, kept.theme, kept.width) == (".png", "dark", 1280)
    assert kept.folder == str(tmp_path)
    assert [one.name.text() for one in again.queue.rows] == ["here.png"]


TITLE = b"Sidecar container pattern in Kubernetes"


def mine(window: MainWindow, folder: Path) -> Path:
    """Show a lesson of one's own; return its file."""
    path = folder / "mine.lesson.yaml"
    path.write_bytes(LESSON.read_bytes().replace(TITLE, b"As it is shown"))
    window.opener.open(path)
    return path


@pytest.mark.parametrize(
    "other", [LESSON.read_bytes(), b"steps: [", None], ids=["other", "broken", "gone"]
)
def test_what_is_shown_is_saved_whatever_became_of_its_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, other: bytes | None
) -> None:
    """Somebody wrote it anew, with mistakes, or took it away; that stays as it is."""
    file = mine(window, tmp_path)
    if other is None:
        file.unlink()
    else:
        file.write_bytes(other)
    dialog = asked(window)
    pick(dialog, ".md")
    dialog.save_to(tmp_path / "a.md")
    queue = program_of(window).saving.queue
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert "# As it is shown" in (tmp_path / "a.md").read_text("utf-8")
    assert (file.read_bytes() if file.exists() else None) == other


def test_what_waits_is_saved_as_it_was_asked_for(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """The lesson is edited, and read again, before its turn comes."""
    file = mine(window, tmp_path)
    queue = program_of(window).saving.queue
    for number, suffix in enumerate((".pdf", ".md", ".md")):
        dialog = asked(window)
        pick(dialog, suffix)
        dialog.save_to(tmp_path / f"{number}{suffix}")
        assert queue.jobs[0].stage == "running"
        text = b"As it is shown %d" % (number + 1)
        file.write_bytes(LESSON.read_bytes().replace(TITLE, text))
        window.commands["reload"].trigger()
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    titles = [(tmp_path / f"{n}.md").read_text("utf-8").split("\n")[0] for n in (1, 2)]
    assert titles == ["# As it is shown 1", "# As it is shown 2"]


def test_no_lesson_is_written_over_by_what_is_made_of_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """A lesson's file may have any name."""
    file = mine(window, tmp_path).rename(tmp_path / "mine.md")
    window.opener.open(file)
    before = file.read_bytes()
    dialog = asked(window)
    pick(dialog, ".md")
    dialog.save_to(file)
    (job,) = program_of(window).saving.queue.jobs
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE)

    assert file.read_bytes() == before
    assert (job.stage, job.reason) == ("failed", f"{file} is the lesson itself")


def test_a_lesson_that_is_simulated_needs_its_manifest_no_more(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """What is shown was made of it already."""
    file, manifest = tmp_path / "shop.lesson.yaml", tmp_path / "pod.yaml"
    manifest.write_text(SHOP, "utf-8")
    file.write_text(
        "format: 2\nid: shop\ntitle: The shop\nsimulate: {manifest: pod.yaml}\n"
        "steps: [{at: 0, title: It begins}]\n",
        "utf-8",
    )
    assert window.opener.open(file)
    manifest.unlink()
    dialog = asked(window)
    pick(dialog, ".md")
    dialog.save_to(tmp_path / "a.md")
    queue = program_of(window).saving.queue
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert "It begins" in (tmp_path / "a.md").read_text("utf-8")


def test_a_run_of_the_lab_that_is_shown_is_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """It has no file, and a pod's name may have dots."""
    run = lesson_of(told(SHOP, SHOP_SCRIPT), "shop.v1")
    window.show_lesson(run, None)
    dialog = asked(window)
    pick(dialog, ".md")
    dialog.save_to(tmp_path / "a.md")
    queue = program_of(window).saving.queue
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert f"# {run.title}" in (tmp_path / "a.md").read_text("utf-8")


def test_without_a_place_to_write_it_down_it_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is left in the folder that one happens to be in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "none"))
    window.commands["save_as"].trigger()

    said = window.views.work.caption.remark()
    assert f"could not be written down: {tmp_path / 'none'}: " in said
    assert list(tmp_path.glob("*.yaml")) == []


@pytest.mark.parametrize("button", ["wait", "stop", "back"])
def test_who_closes_the_window_meanwhile_is_asked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, button: str
) -> None:
    """It may wait, stop, or not close at all; nothing half is left."""
    dialog = asked(window)
    pick(dialog, ".pdf")
    dialog.save_to(tmp_path / "a.pdf")
    queue = program_of(window).saving.queue
    assert not window.close()
    (leaving,) = window.findChildren(LeavingDialog)
    assert "a.pdf" in leaving.said.text()
    {"wait": leaving.wait, "stop": leaving.stop, "back": leaving.back}[button].click()
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    qtbot.waitUntil(lambda: window.isVisible() == (button == "back"))
    there = [] if button == "stop" else ["a.pdf"]
    assert [one.name for one in tmp_path.iterdir()] == there


def test_the_words_of_time_and_size_are_those_of_people() -> None:
    """Neither bytes nor fractions of seconds."""
    assert [size_said(n) for n in (10, 4_200, 1_240_000)] == ["1 kB", "4 kB", "1.2 MB"]
    assert [time_said(n) for n in (0.2, 42.4, 200)] == ["1 s", "42 s", "3 min"]
