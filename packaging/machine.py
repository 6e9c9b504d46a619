"""Make a machine ready: system libraries, and the environment in `.venv`."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sidecar_viz.start.preflight import install_line, missing  # noqa: E402  # needs the path

ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCK = ROOT / "requirements.lock"
STAMP = ENVIRONMENT / "lib" / "made-from"  # written last, gone with the packages

TOOLS = {
    "Xvfb": ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"],
    "xrandr": ["x11-xserver-utils", "xrandr", "xorg-xrandr"],
}
OPT_OUT = "SIDECAR_VIZ_INSTALL_DEPS"


def say(text: str) -> None:
    """Tell whoever started us, without mixing into the program's own output."""
    print(text, file=sys.stderr, flush=True)


def need_libraries(platform: str) -> None:
    """Install what Qt's *platform* lacks here, or end with the line to type."""
    lacking = missing(platform)
    if lacking:
        install(lacking.values(), f"missing here: {', '.join(lacking)}")


def need_xvfb() -> None:
    """Install the X server without a screen, and what gives it a second one."""
    lacking = [name for name in TOOLS if not shutil.which(name)]
    if lacking:
        packages = [TOOLS[name] for name in lacking]
        install(packages, f"missing here: {', '.join(lacking)}")


def install(packages: Iterable[list[str]], reason: str) -> None:
    """Install *packages*: at once as root, after a yes at a terminal, else not."""
    line = install_line(packages)
    known = not line.startswith("your package manager")
    if not (known and allowed(line, reason)):
        sys.exit(f"{reason}\ninstall with: {line}")
    say(f"{reason}\ninstalling: {line}")
    have_package_lists()
    command = shlex.split(line)
    if prepare(*command) and not (fetch_package_lists() and prepare(*command) == 0):
        sys.exit(f"that did not work: {line}")


def allowed(line: str, reason: str) -> bool:
    """Tell whether *line* may be run: never unasked, except as root."""
    if os.environ.get(OPT_OUT) == "0":
        return False
    if os.geteuid() == 0:
        return True
    if not (sys.stdin.isatty() and shutil.which("sudo")):
        return False
    return input(f"{reason}\nrun `{line}` now? [y/N] ").strip().lower() in {"y", "yes"}


def have_package_lists() -> None:
    """Fetch apt's lists when there are none, as on a new machine."""
    if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
        fetch_package_lists()


def fetch_package_lists() -> bool:
    """Fetch apt's lists: old ones name packages that are not there any more."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    return prepare(*sudo, "apt-get", "update") == 0


def need_environment() -> None:
    """Make `.venv` from the lock file, unless it is there and still fits."""
    wanted = recipe()
    if PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == wanted:
        return
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install([[version, "python3-pip", "python-pip"]], "missing here: Python's venv")
    say("making .venv with the locked packages; this is done once")
    python = base_python()  # asked before its link in there is gone
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    must(python, "-m", "venv", str(ENVIRONMENT))
    pip = (str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check")
    must(*pip, "install", "--require-hashes", "-r", str(LOCK))
    STAMP.write_text(wanted)


def base_python() -> str:
    """Return the Python that `.venv` is made with, also where that one is active."""
    return os.path.realpath(sys.executable)


def recipe() -> str:
    """Describe what `.venv` depends on: the lock, this Python and this folder."""
    parts = (LOCK.read_text(), sys.version, base_python(), str(ROOT))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def must(*command: str) -> None:
    """Run *command* and end here if it fails."""
    code = prepare(*command)
    if code:
        sys.exit(f"that did not work (exit {code}): {shlex.join(command)}")


def prepare(*command: str) -> int:
    """Run a command of the set-up; the program's own output stays free of its words."""
    settings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    told = sys.stderr.fileno()
    return subprocess.run(command, env=settings, stdout=told, check=False).returncode


def run(*command: str, **environ: str) -> int:
    """Run *command* where we were started, with *environ* over the environment."""
    settings = os.environ | {"PYTHONPATH": str(ROOT)} | environ
    return subprocess.run(command, env=settings, check=False).returncode
