"""How the program ends, and what the next start does: as processes of their own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sidecar_viz.app.preferences.preferences import Preferences, load_preferences
from sidecar_viz.files.saved.progress_file import load_progress

ROOT = Path(__file__).parent.parent
JOB = ROOT / "lessons" / "job" / "lesson.yaml"
pytestmark = [
    pytest.mark.storm,
    pytest.mark.skipif(os.name != "posix", reason="signals of POSIX"),
]

PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sidecar_viz.app.window.main_window import MainWindow
import sidecar_viz.commands.window as command
from sidecar_viz.cli import main
import sidecar_viz.app.application as application

made = application.connected_program

def connected(*given):
    global program, window
    program = made(*given)
    window = program.window
    QTimer.singleShot(900, do)
    return program

def do():
    WHAT

application.connected_program = connected
sys.exit(main(sys.argv[1:]))
"""
"""The program itself, which does something by itself soon after its start."""


EARLY = PROGRAM.replace("QTimer.singleShot(900, do)", "do()")
"""The same, while it is still made."""


def run(
    home: Path, what: str, *argv: str, program: str = PROGRAM, **streams: int
) -> tuple[int, str]:
    """Run the *program*, let it do *what*; its exit code and what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", program.replace("WHAT", what), *argv],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
        },
        **{"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, **streams},  # type: ignore[call-overload]
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout


def chosen(home: Path) -> Preferences:
    """Read the preferences that the program left."""
    return load_preferences(home / "config" / "sidecar-viz" / "preferences.json")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_as_closing_does(tmp_path: Path, name: str) -> None:
    """Where the window was left is kept, and how far the lesson went."""
    what = f"window.player.jump(4); os.kill(os.getpid(), signal.{name})"
    number = signal.Signals[name]
    assert run(tmp_path, what, str(JOB)) == (128 + number, "")

    assert chosen(tmp_path).last_lesson == str(JOB)
    assert chosen(tmp_path).last_step == 4
    assert chosen(tmp_path).geometry != ""
    progress = load_progress(tmp_path / "data" / "sidecar-viz" / "progress.json")
    assert progress["job"].furthest == 4


def test_ctrl_c_while_the_window_is_made_ends_it(tmp_path: Path) -> None:
    """At once, without a traceback, and without a window that half works."""
    what = "os.kill(os.getpid(), signal.SIGINT)"
    streams = {"stderr": subprocess.STDOUT}
    assert run(tmp_path, what, str(JOB), program=EARLY, **streams) == (130, "")


def test_asked_to_quit_while_it_presents_it_quits(tmp_path: Path) -> None:
    """By the desktop at a session's end: once is enough."""
    what = (
        "window.commands['present'].trigger();"
        " QTimer.singleShot(300, QApplication.instance().quit)"
    )
    assert run(tmp_path, what, str(JOB)) == (0, "")
    assert chosen(tmp_path).last_lesson == str(JOB)


def test_what_ended_the_program_is_not_opened_at_the_next_start(
    tmp_path: Path,
) -> None:
    """It says so and shows the first lesson; Try again opens it."""
    say = (
        "print(window.lesson.id, window.views.problems.isVisible());"
        " window.opener.open_again(None); print(window.lesson.id);"
        " window.commands['quit'].trigger()"
    )
    run(tmp_path, "window.commands['quit'].trigger()", str(JOB))
    assert run(tmp_path, say) == (0, "job False\njob\n")

    died = run(tmp_path, "os._exit(3)")
    mark = tmp_path / "data" / "sidecar-viz" / "opening.txt"
    assert (died, mark.exists()) == ((3, ""), False)  # it was long open
    mark.write_text(f"{JOB}\nFatal Python error: Segmentation fault\n")
    assert run(tmp_path, say) == (0, "sidecar True\njob\n")
    assert not mark.exists()


def test_a_mistake_is_written_down_without_a_terminal(tmp_path: Path) -> None:
    """Its standard error is full: the report is there, and the program goes on."""
    what = (
        "QTimer.singleShot(100, lambda: 1 / 0);"
        " QTimer.singleShot(400, lambda: print('goes on', flush=True));"
        " QTimer.singleShot(500, window.commands['quit'].trigger)"
    )
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        assert run(tmp_path, what, stderr=full)[1] == "goes on\n"
    finally:
        os.close(full)
    report = tmp_path / "data" / "sidecar-viz" / "crash-report.txt"
    assert "ZeroDivisionError" in report.read_text("utf-8")


def test_paths_that_were_remembered_and_are_too_long_stop_no_start(
    tmp_path: Path,
) -> None:
    """Preferences and session name a lesson that no system can look for."""
    long = "/" + "a" * 5000
    for place, name, said in (
        ("config", "preferences.json", {"last_lesson": long}),
        ("data", "session.json", {"lesson": long, "lesson_id": "x"}),
    ):
        folder = tmp_path / place / "sidecar-viz"
        folder.mkdir(parents=True)
        (folder / name).write_text(json.dumps(said))
    what = "print(window.lesson.id); window.commands['quit'].trigger()"
    assert run(tmp_path, what) == (0, "sidecar\n")


@pytest.mark.skipif(
    sys.platform != "linux" or Path("/dev/fb0").exists(), reason="a screen, perhaps"
)
@pytest.mark.parametrize("words", [["sidecar"], ["lab"]])
def test_without_a_screen_it_says_so(tmp_path: Path, words: list[str]) -> None:
    """Rather than with a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "sidecar_viz", *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "linuxfb", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "there is no screen: Qt's platform linuxfb found none" in done.stderr
