"""A film from the command line: asked for, refused, cancelled, or without PyAV."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sidecar_viz.cli import main
from tests.bench.plain import plain_python
from tests.export.film.made import ROOT


def started(
    *argv: str, python: Sequence[str] = (sys.executable,), **environ: str
) -> subprocess.CompletedProcess[str]:
    """Start the program as its own process."""
    return subprocess.run(
        [*python, "-m", "sidecar_viz", *argv],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("ending", ["mp4", "webm", "gif", "webp"])
def test_without_pyav_it_says_how_to_get_it(tmp_path: Path, ending: str) -> None:
    """Nothing is made; and also where pip cannot help there is a way."""
    out = tmp_path / f"o.{ending}"
    with plain_python() as (python, path):  # it has what the program needs, no extra
        done = started("export", "sidecar", str(out), python=python, **path)

    assert done.returncode == 2
    assert "pip install 'sidecar-viz[movies]'" in done.stderr
    assert ".deb" in done.stderr
    assert not out.exists()


def test_an_old_pyav_is_as_good_as_none(tmp_path: Path) -> None:
    """A system's own has not all that is called; nobody sees a traceback."""
    old = tmp_path / "packages" / "av-10.0.0.dist-info"
    old.mkdir(parents=True)
    (old / "METADATA").write_text("Metadata-Version: 2.1\nName: av\nVersion: 10.0.0\n")
    path = os.pathsep.join((str(old.parent), str(ROOT)))
    out = str(tmp_path / "o.mp4")
    done = started("export", "sidecar", out, PYTHONPATH=path)

    assert done.returncode == 2
    assert "need PyAV 18 or newer" in done.stderr


def test_without_pyav_all_else_goes_on(tmp_path: Path) -> None:
    """A still needs none."""
    out = tmp_path / "o.png"
    words = ("export", "sidecar", str(out), "--size", "320x200")
    with plain_python() as (python, path):
        done = started(*words, python=python, **path)

    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("out", "more", "said"),
    [
        ("o.mp4", ["--ending"], "the ending comes after the last step"),
        ("o.mp4", ["--at", "2.5"], "use --step instead of --at"),
        ("o.mp4", ["--size", "641x360"], "even numbers"),
        ("o.webm", ["--size", "200x100"], "at least 320x180"),
        ("o.mp4", ["--size", "8000x1000"], "at most 4096"),
        ("o.gif", ["--size", "3840x2160"], "at most 1920"),
        ("o.gif", ["--rate", "60"], "at most 50 frames"),
        ("o.webp", ["--captions", "beside"], "leave --captions away"),
        ("o.png", ["--rate", "30"], "--rate and --captions are of films"),
        ("o.pdf", ["--captions", "beside"], "--rate and --captions are of films"),
    ],
)
def test_what_cannot_be_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    out: str,
    more: list[str],
    said: str,
) -> None:
    """Before anything is made."""
    assert main(["export", "sidecar", str(tmp_path / out), *more]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rate", ["0", "61", "x", "29.97"])
def test_a_rate_is_a_number_of_frames(rate: str) -> None:
    """From 1 to 60."""
    with pytest.raises(SystemExit):
        main(["export", "sidecar", "o.mp4", "--rate", rate])


@pytest.mark.storm
def test_a_film_and_its_captions_are_written(tmp_path: Path) -> None:
    """Beside each other, and nothing else."""
    where = ("--step", "2", "--size", "320x180", "--rate", "5", "--captions", "beside")
    done = started("export", "sidecar", str(tmp_path / "o.mp4"), *where)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["o.mp4", "o.vtt"]
    assert (tmp_path / "o.vtt").read_text().startswith("WEBVTT\n")


@pytest.mark.storm
@pytest.mark.parametrize("ending", ["mp4", "gif"])
def test_a_film_that_is_cancelled_leaves_what_was_there(
    tmp_path: Path, ending: str
) -> None:
    """Ctrl+C in the midst of it: the old file stays, and nothing is beside it."""
    out = tmp_path / f"o.{ending}"
    out.write_bytes(b"old")
    command = [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(out)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as making:
        while not list(tmp_path.glob("*.part")):  # the first piece has been written
            assert making.poll() is None
        making.send_signal(signal.SIGINT)
        said, _ = making.communicate(timeout=60)

    assert (making.returncode, said) == (130, b"")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [
        (out.name, b"old")
    ]
