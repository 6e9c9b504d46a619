"""The command line: what it prints and its exit codes."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from sidecar_viz import __version__
from sidecar_viz.cli import main
from sidecar_viz.commands.arguments import read_arguments
from sidecar_viz.files.library.places import bundled_lessons

ROOT = Path(__file__).parent.parent
LESSON = ROOT / "lessons" / "sidecar" / "lesson.yaml"
BAD = b"format: 1\nid: bad\ntitel: Bad\nactors: []\nsteps: x\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run outside the checkout, with an empty home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Write a lesson with four mistakes."""
    path = tmp_path / "bad.yaml"
    path.write_bytes(BAD)
    return path


def ended(argv: list[str]) -> int | str | None:
    """How argparse ends the program."""
    with pytest.raises(SystemExit) as caught:
        main(argv)
    return caught.value.code


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, wherever it is asked for."""
    assert ended(["--version"]) == 0
    assert capsys.readouterr().out == f"sidecar-viz {__version__}\n"


@pytest.mark.parametrize(
    "argv", [["--help"], ["check", "--help"], ["describe", "-h"], ["export", "-h"]]
)
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself."""
    assert ended(argv) == 0
    assert capsys.readouterr().out.startswith("usage: sidecar-viz")


def test_lessons_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The bundled ones, then the user's own, also one that cannot be shown."""
    own = tmp_path / ".local" / "share" / "sidecar-viz" / "lessons"
    assert main(["lessons"]) == 0
    *listed, _, last = capsys.readouterr().out.splitlines()
    told = "sidecar Sidecar container pattern in Kubernetes, about 10 minutes"
    assert told in [" ".join(line.split()) for line in listed]
    assert len(listed) == len(bundled_lessons())
    assert last == f"Your own lessons: put them into {own}"

    own.mkdir(parents=True)
    (own / "broken.yaml").write_bytes(BAD)
    assert main(["lessons"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    name, told = last.split(maxsplit=1)
    assert name == "broken"
    assert told == f"cannot be shown: 3 problems, see check ({own / 'broken.yaml'})"


def test_a_clean_lesson_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, by its file or its folder."""
    assert main(["check", str(LESSON), str(LESSON.parent)]) == 0
    assert capsys.readouterr().out == "2 files checked, no problem\n"
    assert main(["check", str(LESSON), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_problems_are_printed_with_their_places(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1, a line for each problem, all at once."""
    assert main(["check", str(bad), str(LESSON)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{bad}:3:1: field: 'titel' is no field of a lesson; did you mean title?",
        f"{bad}:4:9: range: 0 items; needs at least 1",
        f"{bad}:5:8: type: expected a list, each item after a hyphen, found 'x'",
    ]


def test_problems_as_json(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for programs."""
    assert main(["check", str(bad), "--format", "json"]) == 1
    first, *_ = json.loads(capsys.readouterr().out)
    assert first == {
        "file": str(bad),
        "line": 3,
        "column": 1,
        "code": "field",
        "message": "'titel' is no field of a lesson; did you mean title?",
    }


def test_what_cannot_be_read_is_exit_2(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The worst of all files decides; the others are checked all the same."""
    assert main(["check", str(tmp_path / "none.yaml"), str(bad)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("none.yaml:1:1: unreadable: no such file or directory")
    assert len(lines) == 4
    assert main(["check", str(tmp_path)]) == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["check"],
        ["check", "x", "--format", "xml"],
        ["describe"],
        ["export", "sidecar"],
        ["--step", "three"],
        ["--step", "-1"],
        ["--theme", "pink"],
        ["--no-such-option"],
        ["sidecar", "more"],
        ["export", "sidecar", "o.png", "--size", "big"],
        ["export", "sidecar", "o.png", "--size", "10x10"],
        ["export", "sidecar", "o.png", "--size", "9000x9000"],
        ["export", "sidecar", "o.png", "--at", "nan"],
        ["export", "sidecar", "o.png", "--at", "-1"],
        ["export", "sidecar", "o.png", "--at", "x"],
        ["export", "sidecar", "o.png", "--at", "1", "--step", "1"],
        ["export", "sidecar", "o.png", "--ending", "--step", "1"],
    ],
)
def test_wrong_usage_is_exit_2(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the usage and one line that says what is wrong."""
    assert ended(argv) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("usage:")
    assert ": error: " in said[-1]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["describe", "sidcar"], "no lesson 'sidcar'; did you mean sidecar?"),
        (["describe", "./none.yaml"], "there is no file ./none.yaml"),
        (["sidecars"], "there is no lesson 'sidecars'; did you mean sidecar?"),
        (["--what-if", "x"], "there is no what-if 'x' (the lesson has: volume-"),
        (
            ["describe", "sidecar", "--what-if", "network-dwon"],
            "there is no what-if 'network-dwon'; did you mean network-down?",
        ),
        (["--step", "7"], "there is no step 7; the lesson has steps 0 to 6"),
        (["export", "sidecar", "o.png", "--at", "6.5"], "there is no step 6.5"),
        (["export", "job", "o.png", "--ending"], "this lesson has no ending"),
        (
            ["export", "sidecar", "o.png", "--ending", "--what-if", "network-down"],
            "a what-if has no ending",
        ),
        (
            ["export", "sidecar", "o.pptx", "--ending"],
            "all steps of the lesson",
        ),
        (["export", "sidecar", "o.jpg"], "o.jpg does not end in .png"),
        (["export", "sidecar", "no/o.png"], "there is no folder no to write into"),
        (["export", "sidecar", "folder.png"], "folder.png is a folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    argv: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and what was probably meant."""
    (tmp_path / "folder.png").mkdir()

    assert main(argv) == 2

    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("sidecar-viz: ")
    assert said in printed.err
    assert printed.err.count("\n") == 1


def test_a_lesson_with_mistakes_is_not_described(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All its problems are listed instead."""
    assert main(["describe", str(bad)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"sidecar-viz: {bad} is no lesson that can be shown"
    assert len(lines) == 4


def test_missing_data_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that needs it says what to do."""
    monkeypatch.setenv("SIDECAR_VIZ_DATA", str(tmp_path))
    for argv in (["lessons"], ["describe", "sidecar"], ["sidecar"], ["lab"]):
        assert main(argv) == 2
        assert "SIDECAR_VIZ_DATA" in capsys.readouterr().err
    assert main(["export", str(LESSON), "o.png"]) == 2
    assert "SIDECAR_VIZ_DATA" in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For editors: one JSON document."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Lesson"


def test_an_interrupt_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C while something is read: the usual exit code, no traceback."""
    folder = tmp_path / "lessons"
    folder.mkdir()

    def interrupted(_path: Path) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(os.path, "isfile", interrupted)

    assert main(["check", str(folder)]) == 128 + signal.SIGINT
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--sheet", "handout", "--step", "2"], "all steps of the lesson"),
        (["--sheet", "handout", "--at", "2.5"], "all steps of the lesson"),
    ],
)
def test_a_handout_is_of_the_whole_lesson(
    more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be asked of it is named as it was written, and nothing is made."""
    out = tmp_path / "out.pdf"

    assert main(["export", "sidecar", str(out), *more]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Also the one for editors."""
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out

    for command in ("lessons", "new", "edit", "check", "describe", "export", "schema"):
        assert f"sidecar-viz {command} " in text


def test_a_mistyped_command_is_told_from_a_lesson(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first word is named, not what follows it."""
    with pytest.raises(SystemExit) as ended:
        main(["chekc", "cafe.lesson.yaml"])

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "no command 'chekc'; did you mean check?" in said


def test_the_window_finds_what_earlier_versions_left_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is moved before anything is read, even if the lesson then is not there."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    old = tmp_path / "sidecar_viz" / "lessons"
    old.mkdir(parents=True)
    (old / "tides.yaml").write_text("tides", "utf-8")

    assert main(["no-such-lesson"]) == 2

    assert (tmp_path / "sidecar-viz" / "lessons" / "tides.yaml").exists()
    assert not old.parent.exists()


def test_a_lesson_may_be_called_nearly_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is a lesson is no mistyped command."""
    place = tmp_path / "sidecar-viz" / "lessons" / "news"
    place.mkdir(parents=True)
    bundled = Path(__file__).parents[1] / "lessons" / "sidecar" / "lesson.yaml"
    text = bundled.read_text("utf-8")
    (place / "lesson.yaml").write_text(text, "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert read_arguments(["news", "--step", "2"]).lesson == "news"


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("o.html", ["--notes"], "--notes changes nothing in a web page"),
        ("o.html", ["--size", "800x600"], "--size changes nothing in a web page"),
        ("o.html", ["--theme", "contrast"], "a web page begins light or dark"),
        ("o.html", ["--at", "2.5"], "use --step instead of --at"),
        ("o.pdf", ["--theme", "dark"], "--theme changes nothing in a handout"),
        ("o.pptx", ["--size", "800x600"], "--size changes nothing in a file of slides"),
        ("o.png", ["--notes"], "--notes changes nothing in one step"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    more: list[str],
    said: str,
) -> None:
    """Nobody looks for what it has done."""
    assert main(["export", "sidecar", str(tmp_path / name), *more]) == 2
    assert said in capsys.readouterr().err
