"""What commands say of files that are shut, endless or none: a sentence, at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sidecar_viz.cli import main
from sidecar_viz.files.library.places import user_folder
from sidecar_viz.files.making.starter import blank
from tests.faults.faults import Fault, broken, endless, fifo, full, read_only, shut

pytestmark = pytest.mark.storm
OLD = b"what was there before"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
READING: dict[Fault, str] = {
    broken: "input/output error",
    endless: "this is not an ordinary file",
    fifo: "this is not an ordinary file",
    shut: "permission denied",
}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a lesson in a folder of its own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.lesson.yaml").write_text(blank("a"), "utf-8")
    return folder / "a.lesson.yaml"


@pytest.mark.parametrize("fault", READING, ids=lambda fault: fault.__name__)
def test_check_names_the_reason_and_goes_on(
    path: Path, fault: Fault, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other files are checked as ever."""
    lessons = str(Path(__file__).parents[2] / "lessons" / "job" / "lesson.yaml")
    with fault(path):
        assert main(["check", str(path), lessons]) == 2
    said = capsys.readouterr()
    assert said.out == f"{path}:1:1: unreadable: {READING[fault]}\n"
    assert said.err == ""


@pytest.mark.parametrize("words", [["describe"], ["new", "x", "--from"]], ids=str)
@pytest.mark.parametrize("fault", READING, ids=lambda fault: fault.__name__)
def test_what_cannot_be_read_is_wrong_usage(
    path: Path, fault: Fault, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence or two, with exit 2."""
    with fault(path):
        assert main([*words, str(path)]) == 2
    said = capsys.readouterr()
    assert READING[fault] in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (full, "no space left on device"),
        (read_only, "read-only file system"),
        (shut, "permission denied"),
    ],
)
def test_a_new_lesson_that_cannot_be_written_leaves_nothing(
    path: Path, fault: Fault, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says why."""
    with fault(path):
        assert main(["new", "b", "--into", str(path.parent)]) == 2
    assert reason in capsys.readouterr().err
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_written_is_named_as_it_is_known(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has heard of the name that a file has until it is whole."""
    into = path.parent / "pictures"
    into.mkdir()
    with read_only(into / "step-0.svg"):
        assert main(["export", "sidecar", str(path.parent / "pictures.md")]) == 2
    place, reason = into / "step-0.svg", "read-only file system"
    said = f"sidecar-viz: {place}: could not be written: {reason}\n"
    assert capsys.readouterr().err == said


def test_lessons_in_a_shut_folder_stop_nobody(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program's own are there by name; of the user's, none."""
    mine = user_folder()
    mine.mkdir(parents=True)
    (mine / "my.lesson.yaml").write_bytes(path.read_bytes())
    with shut(mine / "my.lesson.yaml"):
        assert main(["lessons"]) == 0
        assert main(["describe", "sidecar"]) == 0
        listed = capsys.readouterr().out
        assert main(["describe", "my"]) == 2
    assert "my-lesson" not in listed
    assert "there is no lesson 'my'" in capsys.readouterr().err


@pytest.mark.parametrize("length", [300, 5000])
@pytest.mark.parametrize("form", ["{}", "{}.yaml", "./{}"])
def test_a_name_of_any_length_is_answered_in_a_sentence(
    form: str, length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a traceback nor the whole name once more."""
    name = form.format("a" * length)
    for words in (["describe"], ["export"], ["new", "x", "--from"]):
        more = ["x.png"] if words == ["export"] else []
        assert main([*words, name, *more]) == 2
        said = capsys.readouterr().err
        assert said.startswith("sidecar-viz: ")
        assert len(said) < 600
    assert main(["check", name]) == 2
    assert "file name too long" in capsys.readouterr().out.lower()


@pytest.mark.skipif(sys.platform == "win32", reason="FIFOs of POSIX")
def test_export_writes_into_files_only(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits at a FIFO; it stays one."""
    out = path.with_name("out.png")
    os.mkfifo(out)
    assert main(["export", "sidecar", str(out)]) == 2
    assert capsys.readouterr().err == f"sidecar-viz: {out} is not an ordinary file\n"
    assert out.is_fifo()


def test_export_does_not_write_over_its_lesson(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A lesson may be called x.png; nor through a link."""
    lesson = path.with_name("my.png")
    path.rename(lesson)
    link = path.with_name("link.png")
    link.symlink_to(lesson)
    for out in (lesson, link):
        assert main(["export", f"{lesson}", str(out)]) == 2
        said = capsys.readouterr().err
        assert said == f"sidecar-viz: {out} is the lesson itself\n"
    assert lesson.read_text("utf-8") == blank("a")


def test_no_picture_beside_an_export_replaces_what_it_is_made_of(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lesson and the picture that is added stay; the export is not made."""
    folder = path.with_name("out")
    folder.mkdir()
    out, beside = path.with_name("out.md"), folder / "step-1.svg"
    path.rename(beside)
    assert main(["export", f"{beside}", str(out)]) == 2
    assert capsys.readouterr().err == (
        f"sidecar-viz: {beside}, which is written beside {out}, is the lesson itself;"
        " give out.md another name\n"
    )
    assert beside.read_text("utf-8") == blank("a")

    lesson = beside.rename(path)
    beside.write_text(PICTURE, "utf-8")
    assert main(["export", f"{lesson}", str(out), "--picture", str(beside)]) == 2
    assert "is the picture that is to be added" in capsys.readouterr().err
    assert beside.read_text("utf-8") == PICTURE
    assert not out.exists()


def test_names_of_files_cannot_command_the_terminal(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes are written out."""
    odd = path.with_name("e\x1b]0;pwn\x07\u202e.yaml")
    path.rename(odd)
    main(["check", str(odd), str(odd) + "x"])
    main(["describe", str(odd) + "x"])
    main(["export", str(odd), str(odd)])
    said = capsys.readouterr()
    assert "pwn" in said.out + said.err
    for sign in "\x1b\x07\u202e":
        assert sign not in said.out + said.err
