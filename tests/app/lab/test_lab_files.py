"""What goes into the lab, and what comes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from sidecar_viz.app.dialog.pick import PickDialog
from sidecar_viz.app.lab.held.examples import examples, first_example
from sidecar_viz.app.lab.held.opened import read_given, saved_form, saved_name
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.saving.save_dialog import SaveDialog
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.making.looking import looks_like_manifest
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.pods.showing.usual import usual_script
from tests.app.lab.conftest import MANIFEST, opened_shop
from tests.pods.stories import delete_at

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)

Modifier = Qt.KeyboardModifier


TWO = MANIFEST + "---\n" + MANIFEST.replace("name: shop", "name: other")


def said(lab: Lab) -> str:
    """Return the text that is shown to be read."""
    shown = [one for one in lab.window.findChildren(QDialog) if one.isVisible()]
    texts = [text for one in shown for text in one.findChildren(QPlainTextEdit)]
    return "".join(text.toPlainText() for text in texts)


def test_a_manifest_is_opened_and_played_from_its_start(
    lab: Lab, tmp_path: Path
) -> None:
    """Its own name is shown; the script of the one before is gone."""
    lab.player.jump(30)
    path = tmp_path / "other.yaml"
    path.write_text(MANIFEST.replace("name: shop", "name: other"), "utf-8")
    lab.files.open_file(path)
    assert lab.model.opened.pod.name == "other"
    assert lab.model.opened.script == usual_script(lab.model.opened.pod)
    assert lab.player.moment.t == 0
    assert "other" in lab.window.windowTitle()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("kind: Service\nmetadata: {name: x}\n", "no pod"),
        (MANIFEST.replace("image: web:1", "imagee: web:1"), "imagee"),
        ("a: {{ .Values.x }}\n", "helm template"),
        ("[1, 2", "yaml"),
    ],
)
def test_what_cannot_be_played_says_why_and_nothing_is_lost(
    lab: Lab, tmp_path: Path, text: str, word: str
) -> None:
    """The run that was open stays as it is."""
    before = lab.model.run
    path = tmp_path / "bad.yaml"
    path.write_text(text, "utf-8")
    lab.files.open_file(path)
    assert word in said(lab)
    assert lab.model.run is before


def test_of_several_pods_one_is_chosen(lab: Lab, tmp_path: Path) -> None:
    """A list is shown; until then nothing changes."""
    path = tmp_path / "two.yaml"
    path.write_text(TWO, "utf-8")
    before = lab.model.run
    lab.files.open_file(path)
    shown = [d for d in lab.window.findChildren(QDialog) if d.isVisible()]
    assert len(shown) == 1
    assert lab.model.run is before
    assert isinstance(shown[0], PickDialog)
    shown[0].list.itemClicked.emit(shown[0].list.item(1))
    assert lab.model.opened.pod.name == "other"


def test_what_was_copied_is_pasted(lab: Lab) -> None:
    """An empty clipboard is said to be empty."""
    QGuiApplication.clipboard().setText(MANIFEST.replace("name: shop", "name: pasted"))
    lab.files.paste()
    assert lab.model.opened.pod.name == "pasted"
    QGuiApplication.clipboard().setText("")
    lab.files.paste()
    assert "Nothing was copied" in said(lab)


def test_a_run_is_saved_with_its_script_and_comes_back() -> None:
    """Manifest, assumptions and breaks; a manifest alone is saved as it is."""
    opened = opened_shop()
    assert saved_name(opened) == "shop.podlab.yaml"
    again = read_given(saved_form(opened), "shop.podlab.yaml")
    assert again.script == opened.script
    assert again.text == opened.text
    plain = opened_shop(script=None)
    assert saved_name(plain) == "shop.yaml"
    assert saved_form(plain) == MANIFEST.encode()


def test_a_file_that_cannot_be_written_says_so(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is open stays open."""
    nowhere = "/proc/nowhere/shop.podlab.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (nowhere, ""))
    lab.files.save()
    assert "could not be written" in said(lab)
    assert lab.model.opened.path is None


def test_run_and_time_line_are_saved(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run, a lesson without problems, vectors and pixels."""
    for name, save in (
        ("it.podlab.yaml", lab.files.save),
        ("it-lesson.yaml", lab.files.save_lesson),
        ("line.svg", lab.files.save_picture),
        ("line.png", lab.files.save_picture),
    ):
        path = str(tmp_path / name)
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", lambda *_a, path=path, **_k: (path, "")
        )
        save()
    assert (
        read_given((tmp_path / "it.podlab.yaml").read_bytes(), "x").pod.name == "shop"
    )
    lesson = read_lesson((tmp_path / "it-lesson.yaml").read_bytes(), "it-lesson.yaml")
    assert len(lesson.steps) > 5
    assert (tmp_path / "line.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "line.png").read_bytes().startswith(b"\x89PNG")


def test_the_run_is_presented_as_a_lesson(lab: Lab) -> None:
    """With a step for every change that a person should notice."""
    shown: list[Lesson] = []
    lab.files.lesson_shown.connect(shown.append)
    lab.files.present()
    assert len(shown[0].steps) > 5
    assert shown[0].actors


def test_all_examples_can_be_played() -> None:
    """Twelve stories, each with a name and a sentence."""
    found = examples()
    assert len(found) == 12
    assert all(one.name and one.about for one in found)
    assert first_example().script.actions


def test_an_example_is_not_saved_over(lab: Lab) -> None:
    """It is asked where to, as for what was pasted."""
    lab.files.open_example(examples()[0].path)
    assert lab.model.opened.about
    assert lab.model.opened.path is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (MANIFEST, True),
        ('{"apiVersion": "v1", "kind": "Pod"}', True),
        ("podlab: 1\n---\nkind: Pod\n", True),
        ("format: 2\nid: x\nsamples:\n  - text: |\n      apiVersion: v1\n", False),
        ("hello", False),
    ],
)
def test_manifests_are_known_by_what_stands_in_them(text: str, is_one: bool) -> None:
    """A lesson that shows a manifest is a lesson."""
    assert looks_like_manifest(text.encode()) == is_one


def test_a_file_that_is_saved_elsewhere_is_played_again(
    lab: Lab, tmp_path: Path, qtbot: QtBot
) -> None:
    """At the same second; what has a mistake keeps the last good run."""
    path = tmp_path / "shop.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    lab.texts.toggle()
    lab.player.jump(1)
    path.write_text(MANIFEST.replace("name: shop", "name: again"), "utf-8")
    qtbot.waitUntil(lambda: lab.model.opened.pod.name == "again", timeout=5000)
    assert lab.player.moment.t == 1
    path.write_text(MANIFEST.replace("image: web:1", "imagee: x"), "utf-8")
    qtbot.waitUntil(lambda: "problem" in lab.window.editor.told, timeout=5000)
    assert lab.model.opened.pod.name == "again"
    lab.texts.toggle()


def test_dialogs_begin_in_the_folder_of_the_file_that_is_open(
    lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is offered in it; what has no file leaves the folder to the dialog."""
    begun: list[str] = []

    def asked(
        _parent: object, _heading: str, place: str, *_more: str
    ) -> tuple[str, str]:
        begun.append(place)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    lab.files.choose()
    path = tmp_path / "shop.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    lab.files.choose()
    lab.files.save_picture()
    assert begun == ["", str(tmp_path), str(tmp_path / "shop-time-line.svg")]


def edit(lab: Lab, text: str) -> None:
    """Type another manifest."""
    lab.window.editor.text.setPlainText(text)
    lab.window.editor.flush()


def button(lab: Lab, word: str) -> KeyButton:
    """Return the button of the dialog that is shown."""
    (shown,) = [one for one in lab.window.findChildren(QDialog) if one.isVisible()]
    (found,) = [one for one in shown.findChildren(KeyButton) if one.text() == word]
    return found


OTHER = MANIFEST.replace("image: web:1", "image: web:2")


def test_what_is_changed_is_marked_until_it_is_saved(lab: Lab, tmp_path: Path) -> None:
    """Edits and breaks count, what is undone does not; no old message stays."""
    path = tmp_path / "my.yaml"
    path.write_bytes(MANIFEST.replace("\n", "\r\n").encode())
    lab.files.open_file(path)
    lab.window.editor.flush()
    header, why = lab.window.header, lab.window.why
    assert header.named == "my.yaml"
    edit(lab, MANIFEST + "# more\n")
    assert header.named == "my.yaml, changed"
    lab.files.save()
    assert header.named == "my.yaml"
    assert path.read_text("utf-8") == MANIFEST + "# more\n"
    assert "my.yaml is saved." in why.spoken()
    edit(lab, MANIFEST + "# still more\n")
    assert "is saved" not in why.spoken()
    edit(lab, MANIFEST + "# more\n")
    assert header.named == "my.yaml"
    script = lab.model.opened.script
    lab.model.take_script(structs.replace(script, actions=(delete_at(9),)), "Delete")
    assert header.named == "my.yaml, changed"
    lab.model.undo()
    assert header.named == "my.yaml"


def test_saving_with_mistakes_keeps_the_text(lab: Lab, tmp_path: Path) -> None:
    """What was good is saved, and said to be no more than that."""
    path = tmp_path / "my.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    bad = MANIFEST.replace("image: web:1", "imagee: web:1")
    edit(lab, bad)
    lab.files.save()
    assert lab.window.editor.text.toPlainText() == bad
    assert "before the mistakes" in lab.window.why.spoken()
    assert lab.window.header.named == "my.yaml, changed"


@pytest.mark.parametrize("word", ["Overwrite", "Cancel"])
def test_a_file_that_was_saved_elsewhere_is_overwritten_only_when_agreed(
    lab: Lab, tmp_path: Path, word: str
) -> None:
    """Saving asks first, and never again about the same."""
    path = tmp_path / "my.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    edit(lab, OTHER)
    theirs = MANIFEST + "# theirs\n"
    path.write_text(theirs, "utf-8")
    lab.files.save()
    assert path.read_text("utf-8") == theirs
    button(lab, word).click()
    agreed = word == "Overwrite"
    assert path.read_text("utf-8") == (OTHER if agreed else theirs)
    assert lab.model.changed is not agreed
    assert lab.window.editor.text.toPlainText() == OTHER


def test_what_is_saved_elsewhere_does_not_take_the_place_of_edits(
    lab: Lab, tmp_path: Path, qtbot: QtBot
) -> None:
    """It is said that saving asks first."""
    path = tmp_path / "my.yaml"
    path.write_text(MANIFEST, "utf-8")
    lab.files.open_file(path)
    lab.texts.toggle()
    edit(lab, OTHER)
    path.write_text(MANIFEST + "# theirs\n", "utf-8")
    why = lab.window.why
    qtbot.waitUntil(lambda: "was saved elsewhere" in why.spoken(), timeout=5000)
    assert lab.window.editor.text.toPlainText() == OTHER
    lab.texts.toggle()


def test_a_run_is_saved_for_others(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    """At the second that is seen; the lesson behind it stands beside nothing else."""
    lab.player.jump(30)
    QTest.keyClick(
        lab.window, Qt.Key.Key_X, Modifier.ControlModifier | Modifier.ShiftModifier
    )
    (asked,) = lab.window.findChildren(SaveDialog)
    row = [kind.suffix for kind in asked.kinds].index(".svg")
    asked.list.setCurrentRow(row)
    (tmp_path / "mine").mkdir()
    out = tmp_path / "mine" / "run.svg"
    asked.save_to(out)
    qtbot.waitUntil(lambda: not lab.saving.queue.busy, timeout=60_000)

    assert [job.stage for job in lab.saving.queue.jobs] == ["saved"]
    assert "shop" in out.read_text("utf-8")
    assert [one.name for one in out.parent.iterdir()] == ["run.svg"]
    assert lab.saving.queue.jobs[0].length == out.stat().st_size
    assert "run.svg is saved." in lab.window.why.spoken()
    asked.list.setCurrentRow([kind.suffix for kind in asked.kinds].index(".md"))
    asked.save_to(out.with_name("run.md"))
    qtbot.waitUntil(lambda: not lab.saving.queue.busy, timeout=60_000)
    text = out.with_name("run.md").read_text("utf-8")
    assert "## Time line of shop" in text
    assert "![0 s: " in text
    assert b"<svg" in (out.parent / "run" / "picture.svg").read_bytes()
    asked.close()
