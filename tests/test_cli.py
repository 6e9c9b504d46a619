"""The command line: what it prints, its exit codes, and no traceback ever."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sidecar_viz import __version__
from sidecar_viz.cli import main

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


def described(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    """Describe the sidecar lesson as JSON."""
    assert main(["describe", "sidecar", "--format", "json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def ended(argv: list[str]) -> int | str | None:
    """How argparse ends the program."""
    with pytest.raises(SystemExit) as caught:
        main(argv)
    return caught.value.code


def started(*argv: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Start the program as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "sidecar_viz", *argv],
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


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
    """The bundled one, then the user's own, also one that cannot be shown."""
    own = tmp_path / ".local" / "share" / "sidecar_viz" / "lessons"
    assert main(["lessons"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == "sidecar  Sidecar container pattern in Kubernetes, about 10 minutes"
    assert rest[-1] == f"Your own lessons: put them into {own}"

    own.mkdir(parents=True)
    (own / "broken.yaml").write_bytes(BAD)
    assert main(["lessons"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert last == (
        f"broken   cannot be shown: 4 problems, see check ({own / 'broken.yaml'})"
    )


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
        f"{bad}:1:1: missing: a lesson needs the field title",
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
        "line": 1,
        "column": 1,
        "code": "missing",
        "message": "a lesson needs the field title",
    }


def test_what_cannot_be_read_is_exit_2(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The worst of all files decides; the others are checked all the same."""
    assert main(["check", str(tmp_path / "none.yaml"), str(bad)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("none.yaml:1:1: unreadable: no such file or directory")
    assert len(lines) == 5
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
    assert len(lines) == 5


def test_missing_data_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that needs it says what to do."""
    monkeypatch.setenv("SIDECAR_VIZ_DATA", str(tmp_path))
    for argv in (["lessons"], ["describe", "sidecar"]):
        assert main(argv) == 2
        assert "SIDECAR_VIZ_DATA" in capsys.readouterr().err
    assert main(["export", str(LESSON), "o.png"]) == 2
    assert "SIDECAR_VIZ_DATA" in capsys.readouterr().err


def test_the_description_has_all_parts(capsys: pytest.CaptureFixture[str]) -> None:
    """Named and shaped as documented."""
    found = described(capsys)

    assert found["id"] == "sidecar"
    assert found["subject"] == "Kubernetes"
    assert found["flow"]["nodes"][0] == {
        "id": "pod-start",
        "label": "Pod start",
        "kind": "box",
    }
    assert len(found["flow"]["edges"]) == 6
    assert found["table"]["columns"][2] == "Container State"
    assert found["table"]["rows"][4][4] == "Logs forwarded"
    assert found["tracker"]["columns"][0] == "Variable"
    assert found["tracker"]["rows"][3][5] == "Active"
    assert [moment["steps"] for moment in found["key_moments"]] == [
        [1, 2, 3, 6],
        [3, 4],
        [],
    ]
    assert [question["answer"] for question in found["quiz"]] == [0, 2, 1]
    assert "**" not in "".join(found["snapshot"])
    assert found["transcript"].count("\n\n") == 2
    assert found["samples"][0]["language"] == "yaml"
    assert len(found["what_ifs"]) == 4
    assert found["what_if"] is None


def test_the_description_of_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Step 0 to 6: cells by label, lit boxes, states, links, sends, what changed."""
    steps = described(capsys)["steps"]

    assert [step["step"] for step in steps] == list(range(7))
    assert steps[0]["cells"] == {}
    assert steps[4]["cells"]["Shared Resource"] == "Shared volume used for logs"
    assert steps[4]["flow"] == [
        "Sidecar enhances main container",
        "Shared volume or network communication",
    ]
    assert steps[2]["states"]["pod"] == "Running"
    assert steps[5]["links"] == {
        "main-mount": "on",
        "sidecar-mount": "on",
        "connection": "on",
    }
    assert steps[4]["sends"] == [
        {"from": "main", "to": "logs", "loop": True},
        {"from": "logs", "to": "sidecar", "loop": True},
    ]
    assert steps[3]["changed"] == ["sidecar", "sidecar-mount"]
    assert "**" not in "".join(step["caption"] for step in steps)
    assert all(step["description"] for step in steps)
    assert {step["blocked"] for step in steps} == {None}


def test_the_description_of_a_what_if(capsys: pytest.CaptureFixture[str]) -> None:
    """Cells, tracker, states and words are those of the what-if."""
    found = described(capsys, "--what-if", "volume-not-mounted")
    step = found["steps"][4]

    assert found["what_if"] == "volume-not-mounted"
    assert step["blocked"].startswith("There is no shared volume")
    assert step["cells"]["Result"] == "Nothing to read"
    assert step["caption"].startswith("There is no shared volume")
    assert step["states"]["logs"] == "Not mounted"
    assert found["tracker"]["rows"][2][1:] == ["Not mounted"] * 6
    assert found["steps"][1]["caption"].startswith("Kubernetes opens the pod")


def test_the_description_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole lesson from top to bottom, with what cannot happen said as such."""
    assert main(["describe", "sidecar", "--what-if", "network-down"]) == 0
    text = capsys.readouterr().out

    for part in (
        "What if the network is down?",
        "Step 5: Sidecar sends logs externally",
        "  Cannot happen: The network is down",
        "  * Sidecar container: Running (6)",
        "    Shared volume -> Sidecar container",
        "7. Pod stops both containers",
        "4    | Sidecar reads logs ",
        "  kind: Pod",
        "   A  Step 3  <- right",
        "- Two containers in one pod: that is the sidecar pattern.",
    ):
        assert part in text
    assert max(map(len, text.splitlines())) < 140


def test_a_lesson_of_few_parts_is_described(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without tables, flow, quiz and so on; a quiz without a right answer has none."""
    path = tmp_path / "few.yaml"
    path.write_text(
        "format: 1\nid: few\ntitle: Few\nactors: [{id: a, name: A}]\n"
        "steps: [{id: s, title: S, actors: [{id: a, state: Up}]}]\n"
        "quiz: [{id: q, question: Q, options: [{text: x}, {text: y}]}]\n"
    )

    assert main(["describe", str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["table"] == found["tracker"] == {"columns": [], "rows": []}
    assert (found["exit_note"], found["transcript"]) == ("", "")
    assert found["quiz"][0]["answer"] is None

    assert main(["describe", str(path)]) == 0
    assert "Step 1: S\n  * A: Up" in capsys.readouterr().out


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """For editors: one JSON document."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Lesson"


def test_a_still_is_drawn_without_a_display(tmp_path: Path) -> None:
    """Neither a display nor a platform is named; the size is as asked for."""
    out = tmp_path / "o.png"
    where = ("--at", "3.4", "--size", "640x360", "--theme", "dark")
    done = started("export", "sidecar", str(out), *where)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    head = out.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (640, 360)


def test_a_window_without_a_display_is_refused() -> None:
    """One clear sentence and exit 2, not an abort."""
    done = started("sidecar", "--step", "2")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("sidecar-viz ")
    assert done.stderr.count("\n") == 1


def test_describing_loads_no_qt() -> None:
    """Nor the parser of help, nor anything else that only the window needs."""
    code = (
        "import sys; from sidecar_viz.cli import main; main(['describe', 'sidecar']);"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'pygments'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_whoever_reads_may_go_away() -> None:
    """A closed pipe ends the program quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-m", "sidecar_viz", "describe", "sidecar"],
        env={"PYTHONPATH": str(ROOT)},
        stdout=writing,
        stderr=subprocess.PIPE,
    ) as program:
        os.close(writing)
        _, said = program.communicate(timeout=60)

    assert said == b""
    assert program.returncode == 128 + signal.SIGPIPE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_said() -> None:
    """What cannot be written ends in one sentence and exit 2."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sidecar_viz", "describe", "sidecar"],
            env={"PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr == b"sidecar-viz: cannot write: no space left on device\n"


def test_a_poor_terminal_gets_all_text(tmp_path: Path) -> None:
    """What its encoding lacks comes as an escape, not as an error."""
    path = tmp_path / "caf\u00e9.yaml"
    path.write_bytes(BAD)
    done = started("check", str(path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 1
    assert "caf\\xe9.yaml:1:1: missing" in done.stdout


def test_an_interrupt_is_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C while something is read: the usual exit code, no traceback."""
    folder = tmp_path / "lessons"
    folder.mkdir()

    def interrupted(_self: Path) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "is_file", interrupted)

    assert main(["check", str(folder)]) == 128 + signal.SIGINT
    assert capsys.readouterr().err == ""
