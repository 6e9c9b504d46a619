"""A lesson can be made from whatever holds a pod, or a lesson, however it is called."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from sidecar_viz.cli import main
from sidecar_viz.files.making.starter import blank
from sidecar_viz.files.reading.lesson_file import read_lesson
from tests.files.making.test_pod_manifest import JSON, POD, SERVICE

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.mark.parametrize("name", ["pod.json", "pod.txt", "pod", "pod.yaml", "lamp.png"])
@pytest.mark.parametrize("content", [POD, JSON], ids=["yaml", "json"])
def test_a_manifest_is_drawn_however_it_is_called(
    tmp_path: Path, name: str, content: str
) -> None:
    """What counts is what is in it."""
    (tmp_path / name).write_text(content)

    done = main(["new", "x", "--from", str(tmp_path / name), "--into", str(tmp_path)])

    assert done == 0
    lesson = read_lesson((tmp_path / "x.lesson.yaml").read_bytes(), "x")
    assert [actor.name for actor in lesson.actors] == ["Pod", "web"]


@pytest.mark.parametrize("name", ["lamp.json", "lamp", "lamp.txt", "lamp.yml"])
def test_a_lesson_is_copied_however_it_is_called(tmp_path: Path, name: str) -> None:
    """Also one with mistakes, to be mended."""
    (tmp_path / name).write_text(blank("lamp") + "oops: 1\n")

    done = main(["new", "x", "--from", str(tmp_path / name), "--into", str(tmp_path)])

    assert done == 0
    assert "\nid: x\n" in (tmp_path / "x.lesson.yaml").read_text()
    assert "oops: 1\n" in (tmp_path / "x.lesson.yaml").read_text()


def test_a_lesson_in_json_is_copied_under_its_new_id(tmp_path: Path) -> None:
    """JSON is YAML."""
    source = tmp_path / "lamp.json"
    source.write_text('{\n  "format": 1,\n  "id": "lamp",\n  "steps": []\n}\n')

    assert main(["new", "x", "--from", str(source), "--into", str(tmp_path)]) == 0
    assert '\n  "id": "x",\n' in (tmp_path / "x.lesson.yaml").read_text()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PNG, "is not UTF-8; this is not a text file"),
        (JSON.encode("utf-16-le"), "UTF-16 without a mark; save it as UTF-8"),
        (JSON.encode("utf-16")[:-1], "this UTF-16 is cut off or damaged; save it as"),
        (JSON.encode("utf-32"), "this looks like UTF-32; save it as UTF-8"),
        (b"a\0b", "this is not a text file"),
        ("kind: Pod\nname: \u00e9\n".encode("latin-1"), "is not UTF-8"),
        (b"", "is neither a lesson nor a manifest"),
        (b"# nothing\n", "is neither a lesson nor a manifest"),
        (b"Dear all: hello: world\n", "is neither a lesson nor a manifest"),
        (b"a,b\n1,2\n", "is neither a lesson nor a manifest"),
        (b'{"name": "x"}', "is neither a lesson nor a manifest"),
        (b"[1, 2", "is neither a lesson nor a manifest"),
        (SERVICE.encode(), "there is no pod with containers in"),
        (b"kind: Pod\na: {{ b }}: c\n", "run `helm template` first"),
        (b"kind: Pod\nspec: a: b\n", "cannot be read"),
    ],
)
def test_anything_else_is_refused_in_words(
    tmp_path: Path, content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With exit 2; nothing is written."""
    source = tmp_path / "pic.png"
    source.write_bytes(content)

    assert main(["new", "x", "--from", str(source), "--into", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["pic.png"]


@pytest.mark.parametrize("content", [POD, JSON, blank("lamp")])
def test_a_source_can_come_through_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    """As from `kubectl get pod shop -o yaml`."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))

    assert main(["new", "x", "--from", "-", "--into", str(tmp_path)]) == 0
    assert read_lesson((tmp_path / "x.lesson.yaml").read_bytes(), "x").id == "x"


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
@pytest.mark.parametrize("content", [POD, JSON, blank("lamp")])
def test_what_powershell_writes_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, mark: bytes
) -> None:
    """UTF-16 with a mark and CRLF, as a file and through a pipe; a lesson is UTF-8."""
    coding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    data = mark + content.replace("\n", "\r\n").encode(coding)
    (tmp_path / "got.yaml").write_bytes(data)
    (tmp_path / "plain.yaml").write_text(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    made = []
    for source in ("got.yaml", "-", "plain.yaml"):
        path = source if source == "-" else str(tmp_path / source)
        assert main(["new", "x", "--from", path, "--into", str(tmp_path)]) == 0
        made.append((tmp_path / "x.lesson.yaml").read_bytes())
        (tmp_path / "x.lesson.yaml").unlink()

    assert made[0] == made[1] == made[2]


def test_what_comes_through_a_pipe_is_called_standard_input(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Rather than a hyphen."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PNG)))

    assert main(["new", "x", "--from", "-", "--into", str(tmp_path)]) == 2
    assert "sidecar-viz: standard input cannot be read" in capsys.readouterr().err


def test_it_is_said_which_pod_was_drawn_and_what_was_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one that was asked for; what is left out is said beside the result."""
    source, into = tmp_path / "pods.yaml", ["--into", str(tmp_path)]
    source.write_text(f"{POD}---\n{POD.replace('shop', 'bar')}")

    assert main(["new", "x", "--from", str(source), "--pod", "bar", *into]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Drawn from the Pod bar.\n")
    left = "the Pod shop: one pod is drawn; --pod shop takes this one"
    assert said.err == f"sidecar-viz: left out: {left}\n"
    assert f"# - {left}\n" in (tmp_path / "x.lesson.yaml").read_text("utf-8")


def test_a_pod_is_chosen_of_a_manifest_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither of a lesson nor of nothing."""
    into = ["--into", str(tmp_path)]
    assert main(["new", "x", "--pod", "a", *into]) == 2
    assert "--pod names a pod of a manifest" in capsys.readouterr().err
    assert main(["new", "x", "--from", "sidecar", "--pod", "a", *into]) == 2
    assert "is a lesson; only of a manifest" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
