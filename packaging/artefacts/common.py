"""What every artefact needs: places, version, date, and tools that are there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from machine import ENVIRONMENT, LOCK, PYTHON, ROOT, install, must, say

from sidecar_viz import __version__

DIST, BUILD = ROOT / "dist", ROOT / "build"
LINUX = ROOT / "packaging" / "linux"
TOOLS, TOOLS_LOCK = BUILD / "tools", ROOT / "packaging" / "tools.lock"
DESKTOP_ID = "io.github.sidecar_viz.SidecarViz"
METAINFO = LINUX / f"{DESKTOP_ID}.metainfo.xml"
MAINTAINER = "the sidecar_viz authors <maintainers@sidecar-viz.example>"
SUMMARY = "animated lessons about the Kubernetes sidecar pattern"
EXPLANATION = """\
 sidecar_viz shows a Kubernetes pod as animated shapes: its main container,
 its sidecar, the volume they share and the network. Every key press plays
 one step, forwards or backwards, in time with tables, manifest and caption.
 It presents with two screens, lets the class vote, and reads lessons of
 your own. It needs no network.
"""

# A program, and the Debian package that has it.
APT = {
    "dpkg-shlibdeps": "dpkg-dev",
    "readelf": "binutils",
    "strip": "binutils",
    "xz": "xz-utils",
    "lintian": "lintian",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
    "mandoc": "mandoc",
    "debootstrap": "debootstrap",
    "makensis": "nsis",
    "xdotool": "xdotool",
    "Xvfb": "xvfb",
    "xprop": "x11-utils",
    "rpm": "rpm",
    "bsdtar": "libarchive-tools",
    "strace": "strace",
}

VERSION = __version__


def need_tools(*names: str) -> None:
    """Install what is missing of these programs, or end with the line to type."""
    lacking = [name for name in names if not shutil.which(name)]
    if lacking:
        packages = [[APT[name]] * 3 for name in lacking]
        install(packages, f"missing here: {', '.join(lacking)}")


def tool(name: str) -> str:
    """The path of one of the locked build tools, installed when first wanted."""
    path = TOOLS / "bin" / name
    if not path.exists():
        say(f"installing the locked build tools, for {name}")
        must(str(PYTHON), "-m", "venv", str(TOOLS))
        pip = (str(TOOLS / "bin" / "python"), "-m", "pip", "--quiet")
        flags = ("--disable-pip-version-check", "--require-hashes")
        must(*pip, "install", *flags, "-r", str(TOOLS_LOCK))
    return str(path)


def epoch() -> int:
    """The moment that is written into packages: the day of this version."""
    day = re.search(r'<release [^>]*date="([0-9-]+)"', METAINFO.read_text("utf-8"))
    if day is None:
        raise SystemExit(f"{METAINFO} names no day of release")
    return int(datetime.fromisoformat(day[1]).replace(tzinfo=UTC).timestamp())


def settings(**more: str) -> dict[str, str]:
    """The environment of every build step: nothing in it depends on the moment."""
    fixed = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "LC_ALL": "C"}
    return {**os.environ, **fixed, "TZ": "UTC", **more}


def do(*command: str | Path, cwd: Path | None = None, **environ: str) -> str:
    """Run a build step and give what it printed; a failure ends the build."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=cwd,
        env=settings(**environ),
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        end = "\n".join((done.stdout + done.stderr).splitlines()[-25:])
        raise SystemExit(f"failed ({done.returncode}): {shlex.join(words)}\n{end}")
    return done.stdout


def fresh(folder: Path) -> Path:
    """An empty folder at this place."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def megabytes(paths: Iterable[Path]) -> float:
    """How much these files and folders hold."""
    files = [
        file
        for path in paths
        for file in (path.rglob("*") if path.is_dir() else [path])
        if file.is_file() and not file.is_symlink()
    ]
    return sum(file.stat().st_size for file in files) / 1e6


def dated(folder: Path) -> None:
    """Give everything below the day of this version."""
    moment = epoch()
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (moment, moment), follow_symlinks=False)


def put(source: Path, target: Path, mode: int = 0o644) -> None:
    """Copy a file, with its folders and rights."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def write(target: Path, text: str, mode: int = 0o644) -> None:
    """Write a text, with its folders and rights."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    target.chmod(mode)


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with every @NAME@ replaced; an unknown name is an error."""
    return re.sub(r"@([A-Z_]+)@", lambda found: str(values[found[1]]), text)


__all__ = ["ENVIRONMENT", "LOCK", "PYTHON", "ROOT", "must", "say"]
