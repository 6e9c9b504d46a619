"""The program as its own process: no display, no reader, no room, no traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parent.parent
BAD = b"format: 1\nid: bad\ntitel: Bad\nactors: []\nsteps: x\n"


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


def test_a_start_with_an_opening_loads_what_it_shows(tmp_path: Path) -> None:
    """Not what paints actors, which the opening covers, nor dialogs, nor an ending.

    Nor what reads manifests, or SVG.
    """
    later = ("paint.draw.layers", "paint.cards", "paint.columns.column", "app.choosing")
    more = ("app.program.offers", "paint.scenes.ending", "files.making.finding")
    named = ("xml.", *(f"sidecar_viz.{name}" for name in (*later, *more)))
    code = (
        "import sys; from sidecar_viz.cli import main;"
        f"main(['--selftest', {str(tmp_path / 'window.png')!r}]);"
        f"print([m for m in sys.modules if m.startswith({named!r})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            "PYTHONPATH": str(ROOT),
            "HOME": str(tmp_path),
            "QT_QPA_PLATFORM": "offscreen",
        },
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
    assert "caf\\xe9.yaml:3:1: field" in done.stdout


STAGE_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject
from sidecar_viz.app.application import run
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.stage.view import StageView

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, StageView):
            print(app.windowIcon().isNull(), flush=True)
            os._exit(0)
        return False

app, watch = make_application(), Watch()
app.installEventFilter(watch)
run(app, None, step=None, theme=None, what_if=None, selftest=None)
"""


def test_what_can_wait_is_made_after_the_first_frame(tmp_path: Path) -> None:
    """Icons, menus, readers and keys by place keep nobody from the stage."""
    places = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", STAGE_PAINTED],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
        | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout == "True\n"


WINDOW = """
import signal, sys
from sidecar_viz.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever the tests have
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
@pytest.mark.parametrize("how", [(), ("--present",)], ids=["window", "presenting"])
@pytest.mark.parametrize("times", [1, 2])
def test_ctrl_c_closes_the_window(
    tmp_path: Path, how: tuple[str, ...], times: int
) -> None:
    """No traceback, exit 130; the window's place is kept. The second ends at once."""
    session = tmp_path / "sidecar-viz" / "session.json"
    preferences = session.with_name("preferences.json")
    places = dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW, "sidecar", *how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
        | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        late = time.monotonic() + 60
        while not session.exists() and time.monotonic() < late:
            time.sleep(0.05)
        assert not preferences.exists()
        for _ in range(times):
            program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=60)

    assert "Traceback" not in said
    if times == 1:
        assert program.returncode == 128 + signal.SIGINT
        assert "geometry" in preferences.read_text("utf-8")
    else:
        assert program.returncode in {128 + signal.SIGINT, -signal.SIGINT}
