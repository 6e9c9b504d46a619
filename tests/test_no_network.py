"""No telemetry, no network: the running program talks to display and D-Bus only."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.storm

ROOT = Path(__file__).parent.parent
CALLS = "trace=socket,connect,bind,sendto,sendmsg"
OPENED = re.compile(r"\bsocket\((\w+)")
SPEAKING = re.compile(
    r"^\s*(?:import|from) (?:http|urllib|ftplib|smtplib|ssl|asyncio|xmlrpc|requests|"
    r"PySide6\.QtNetwork|PySide6\.QtWebEngine\w*|PySide6\.QtWebSockets)\b",
    re.MULTILINE,
)
REACHED = re.compile(r"\bconnect\(\d+, \{sa_family=(\w+)")


def watched(trace: Path, *words: str) -> str:
    """Let the kernel tell every socket that a program and its children use."""
    command = ["strace", "-f", "-qq", "-e", CALLS, "-o", str(trace), sys.executable]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*command, *words],
        env={**environ, "HOME": str(trace.parent)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    # A short storm cannot tell whether memory grows; the long one judges that.
    calm = "0 mistakes, 0 dead keys" in done.stdout
    assert done.returncode == 0 or calm, done.stdout + done.stderr
    return trace.read_text("utf-8")


needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (apt: strace)"
)


@needs_strace
def test_a_network_connection_would_be_seen(tmp_path: Path) -> None:
    """The watch itself works: it sees what this test does on purpose."""
    code = (
        "import socket\n"
        "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.connect(('127.0.0.1', 9))\n"
    )

    seen = watched(tmp_path / "trace", "-c", code)

    assert OPENED.findall(seen) == ["AF_INET"]
    assert REACHED.findall(seen) == ["AF_INET"]


@needs_strace
def test_a_whole_run_opens_no_network_connection(tmp_path: Path) -> None:
    """Hundreds of keys and clicks open every part; all sockets stay on this machine."""
    storm = ("-m", "tests.monkey", "--events", "400", "--seed", "4")

    seen = watched(tmp_path / "trace", *storm)

    assert set(OPENED.findall(seen)) <= {"AF_UNIX"}
    assert set(REACHED.findall(seen)) <= {"AF_UNIX"}


@needs_strace
@pytest.mark.parametrize("command", [["lessons"], ["describe", "sidecar"], ["schema"]])
def test_the_command_line_opens_no_socket_at_all(
    tmp_path: Path, command: list[str]
) -> None:
    """Not even one on this machine."""
    assert OPENED.findall(watched(tmp_path / "t", "-m", "sidecar_viz", *command)) == []


def test_nothing_that_speaks_over_the_network_is_imported() -> None:
    """Neither Python's nor Qt's network modules are named anywhere in the code."""
    texts = {path: path.read_text("utf-8") for path in ROOT.glob("sidecar_viz/**/*.py")}

    assert texts
    assert not [path.name for path, text in texts.items() if SPEAKING.search(text)]
