"""`simulate`: what it prints, and how it ends."""

from __future__ import annotations

import json
import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from sidecar_viz.cli import main
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.files.rules.checks import problems_in

PAGE = (Path(__file__).parents[2] / "docs" / "lab.md").read_text("utf-8")
SAMPLES = sorted((Path(__file__).parents[2] / "resources/pods").glob("*.podlab.yaml"))
BLOCKS = re.findall(r"```(yaml|text)\n(.*?)```", PAGE, re.DOTALL)
JOB = """apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      initContainers:
        - { name: logger, image: "logger:1", restartPolicy: Always }
      containers:
        - { name: main, image: "main:1" }
"""


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the manifest and the script of the page, and a job."""
    monkeypatch.chdir(tmp_path)
    Path("pod.yaml").write_text(BLOCKS[0][1], "utf-8")
    Path("script.yaml").write_text(BLOCKS[1][1], "utf-8")
    Path("job.yaml").write_text(JOB, "utf-8")
    Path("over.yaml").write_text("containers: { main: { run: 5 } }", "utf-8")


def test_the_page_shows_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The example of docs/lab.md is what the program says, at most 80 columns wide."""
    assert main(["simulate", "pod.yaml", "--script", "script.yaml"]) == 0
    printed = capsys.readouterr().out
    assert printed == BLOCKS[2][1]
    assert max(map(len, printed.splitlines())) <= 80


def test_every_script_of_the_page_can_be_played() -> None:
    """Also the one that shows all fields."""
    Path("all.yaml").write_text(BLOCKS[3][1], "utf-8")
    assert main(["simulate", "pod.yaml", "--script", "all.yaml"]) == 0


def test_a_second_is_told_with_its_conditions(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing after it is printed."""
    assert main(["simulate", "pod.yaml", "--script", "script.yaml", "--at", "20"]) == 0
    said = capsys.readouterr().out
    assert "    18 s  web runs" in said
    assert "23 s" not in said
    assert "ContainersReady             False   ContainersNotReady: containers" in said
    assert max(map(len, said.splitlines())) <= 80


def test_the_trace_is_given_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON document, with everything in it."""
    argv = ["simulate", "job.yaml", "--script", "over.yaml", "--format", "json"]
    assert main(argv) == 0
    trace = json.loads(capsys.readouterr().out)
    assert trace["events"][-1] == [5.0, "logger", "Exiting"]
    assert trace["snapshots"][-1]["phase"] == "Succeeded"
    assert trace["deleted_at"] is None
    assert trace["end"] == 5.0


def test_who_never_ends_is_named_with_the_way_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An init container, and what a Job waits for; not what may run for ever."""
    assert main(["simulate", "pod.yaml"]) == 0
    assert (
        "nothing will happen any more.\n"
        "migrate never ends: nothing says that it does. In a script: containers:\n"
        "{migrate: {run: 5}}\n"
    ) in capsys.readouterr().out
    assert main(["simulate", "job.yaml"]) == 0
    said = capsys.readouterr().out
    assert "main never ends: nothing says that it does." in said
    assert "logger never ends" not in said
    assert main(["simulate", "job.yaml", "--script", "over.yaml"]) == 0
    assert "never ends" not in capsys.readouterr().out


def test_the_course_is_given_as_a_lesson(capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is a lesson's file, in which `check` finds nothing."""
    argv = ["simulate", "pod.yaml", "--script", "script.yaml", "--format", "lesson"]
    assert main(argv) == 0
    Path("shop.lesson.yaml").write_text(capsys.readouterr().out, "utf-8")
    assert problems_in(Path("shop.lesson.yaml")) == ()
    lesson = load_lesson(Path("shop.lesson.yaml"))
    assert (lesson.id, len(lesson.steps)) == ("shop", 14)
    assert main([*argv, "--at", "20"]) == 0
    Path("shop.lesson.yaml").write_text(capsys.readouterr().out, "utf-8")
    assert problems_in(Path("shop.lesson.yaml")) == ()
    assert load_lesson(Path("shop.lesson.yaml")).steps[-1].title == "web starts"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("phase=Succeeded", ""),
        ("status=Completed", ""),
        ("ready=0/2", ""),
        ("restarts<1", ""),
        ("main exit-code=0", ""),
        ("main state=terminated", ""),
        ("logger ends-after main", ""),
        ("logger starts-before main", ""),
        ("phase=Failed", "expected phase=Failed, but phase is Succeeded"),
        ("main restarts>=3", "expected main restarts>=3, but main restarts is 0"),
        (
            "logger ends-before main",
            "expected logger ends-before main, but logger ends at 5 s, main at 5 s",
        ),
    ],
)
def test_what_is_expected_is_compared(
    wanted: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 with what differs, on standard error."""
    argv = ["simulate", "job.yaml", "--script", "over.yaml", "--expect", wanted]
    assert main(argv) == bool(said)
    assert capsys.readouterr().err == (f"sidecar-viz: {said}\n" if said else "")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("fase=Succeeded", "no 'fase'; did you mean phase?"),
        ("mian state=running", "the pod has no container 'mian'; did you mean main?"),
        ("soon", "'soon' is nothing that can be expected"),
    ],
)
def test_what_cannot_be_expected_is_wrong_usage(
    wanted: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, and what was probably meant."""
    assert main(["simulate", "job.yaml", "--expect", wanted]) == 2
    assert said in capsys.readouterr().err


def test_what_is_never_reached_is_exit_3(capsys: pytest.CaptureFixture[str]) -> None:
    """The job's main container runs for ever unless told otherwise."""
    assert main(["simulate", "job.yaml", "--until", "phase: Succeeded"]) == 3
    assert main(["simulate", "job.yaml", "--until", "phase: Running"]) == 0
    assert "not reached" in capsys.readouterr().err


def test_problems_are_exit_1_and_unreadable_files_exit_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each problem of manifest or script with its place."""
    Path("bad.yaml").write_text(JOB.replace("restartPolicy: Never", "x: y"), "utf-8")
    assert main(["simulate", "bad.yaml"]) == 1
    assert capsys.readouterr().out == (
        "bad.yaml:7:7: missing: spec.template.spec.restartPolicy: Required value: "
        'valid values: "OnFailure", "Never". A Job\'s pods end; with OnFailure failed '
        "containers are started again.\n"
        "bad.yaml:7:7: unknown: strict decoding error: "
        'unknown field "spec.template.spec.x"\n'
    )
    Path("bad.script").write_text("containers: { mian: {} }", "utf-8")
    assert main(["simulate", "job.yaml", "--script", "bad.script"]) == 1
    assert capsys.readouterr().out == (
        "bad.script:1:21: reference: containers.mian: the pod has no container "
        "'mian'; did you mean main?\n"
    )
    assert main(["simulate", "none.yaml"]) == 2
    assert main(["simulate", "job.yaml", "--script", "none.yaml"]) == 2
    assert main(["simulate", "job.yaml", "--pod", "other"]) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "there is nothing in standard input; give the manifest of a pod"),
        (b"steps: []", "standard input is a lesson, not a manifest; give"),
        (b"hello", "standard input is no manifest of Kubernetes; give the manifest"),
        (b"a\0", "standard input:1:2: binary: control character 0x00"),
        (b"kind: Node", "(found: Node in line 1); give a manifest of one of: Pod"),
        (
            b"kind: Pod\nspec: {{ .Values.spec }}",
            "and give what it prints: helm template \u2026 | sidecar-viz simulate -",
        ),
    ],
)
def test_what_is_piped_in_and_is_no_pod(
    text: bytes,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is named in words of its own, with the way out; exit 2."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text)))

    assert main(["simulate", "-"]) == 2
    assert said in capsys.readouterr().err


def test_fields_of_newer_versions_are_refused_by_older_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The version that is played is also the one that reads."""
    text = JOB.replace("containers:", "hostnameOverride: a\n      containers:")
    Path("new.yaml").write_text(text, "utf-8")
    assert main(["simulate", "new.yaml"]) == 0
    capsys.readouterr()
    assert main(["simulate", "new.yaml", "--version", "1.33"]) == 1
    assert capsys.readouterr().out.endswith(
        "It came with Kubernetes 1.34; this is 1.33.\n"
    )


def _lab(script: str, head: str = "") -> str:
    return (
        f"podlab: 1\nname: A job\nabout: It ends.\n{head}script: {script}\n---\n{JOB}"
    )


def test_a_pod_of_the_lab_is_played_with_its_script(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is told as the manifest is with the same script in a file."""
    lab = _lab("{ containers: { main: { run: 5 } } }")
    Path("job.podlab.yaml").write_text(lab, "utf-8")
    assert main(["simulate", "job.yaml", "--script", "over.yaml"]) == 0
    told = capsys.readouterr().out
    assert main(["simulate", "job.podlab.yaml"]) == 0
    assert capsys.readouterr().out == told
    assert "     5 s  main ends with 0" in told


def test_a_script_of_the_command_line_goes_before_that_of_the_lab() -> None:
    """The file's own is left out, all of it."""
    lab = _lab("{ containers: { main: { exit-code: 3, run: 5 } } }")
    Path("job.podlab.yaml").write_text(lab, "utf-8")
    expected = ["--expect", "main exit-code=0"]
    assert main(["simulate", "job.podlab.yaml", *expected]) == 1
    argv = ["simulate", "job.podlab.yaml", "--script", "over.yaml"]
    assert main([*argv, *expected]) == 0


def test_a_pod_of_the_lab_chooses_its_pod(capsys: pytest.CaptureFixture[str]) -> None:
    """Unless another is named; its lesson shows that pod's manifest, too."""
    other = JOB.replace("name: report", "name: other").replace("name: main", "name: o")
    lab = _lab("{ containers: { o: { run: 5 } } }", "pod: other\n")
    Path("two.podlab.yaml").write_text(f"{lab}---\n{other}", "utf-8")
    assert main(["simulate", "two.podlab.yaml"]) == 0
    assert capsys.readouterr().out.startswith("Job other, ")
    assert main(["simulate", "two.podlab.yaml", "--format", "lesson"]) == 0
    assert "- { name: o, image" in capsys.readouterr().out
    argv = ["simulate", "two.podlab.yaml", "--pod", "report"]
    assert main(argv) == 1
    assert capsys.readouterr().out.startswith("two.podlab.yaml:5:")


def test_what_is_wrong_with_a_pod_of_the_lab_is_told_with_its_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Lines count in the file, above and below its line of dashes."""
    lab = _lab("{ containers: { mian: { run: 5 } } }").replace("image:", "imagee:", 1)
    Path("job.podlab.yaml").write_text(lab, "utf-8")
    assert main(["simulate", "job.podlab.yaml"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("job.podlab.yaml:14:")
    assert "imagee" in said


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_of_the_lab_is_played(path: Path) -> None:
    """They come with the program."""
    assert main(["simulate", str(path)]) in (0, 3)
