"""The Debian package: form, installation, use and removal on clean systems."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from artefacts.common import DIST, VERSION, do, need_tools, say

from checks.drills import (
    displays,
    double_clicked,
    files,
    left_behind,
    missing_library,
)
from checks.room import Room, require
from checks.walk import entry_in

SUITES = ("bookworm", "trixie")
BIGGEST = 30.0  # megabytes
PROGRAM = ("/usr/bin/sidecar-viz",)
WANTED = (
    "lessons/sidecar/lesson.yaml",
    "resources/pods/stop-order.podlab.yaml",
    "resources/kubernetes/fields.txt",
)


def check_form(package: Path) -> None:
    """Lintian has nothing to warn of; version and size are as promised."""
    need_tools("lintian", "dpkg-shlibdeps")
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", str(package)],
        check=False,
        capture_output=True,
        text=True,
    )
    require(done.returncode == 0, f"lintian: {done.stdout}{done.stderr}")
    version = do("dpkg-deb", "--field", package, "Version").strip()
    require(version == VERSION, f"the package says version {version}")
    size = package.stat().st_size / 1e6
    require(size <= BIGGEST, f"{size:.1f} MB is more than {BIGGEST} MB")


def check_suite(package: Path, suite: str) -> None:
    """Installed, opened in every way, stepped through, removed."""
    with Room(suite) as room:
        say(f"  {package.name} on a clean Debian {suite}")
        before = files(room)
        shutil.copyfile(package, room.root / package.name)
        room.apt(f"/{package.name}")
        (room.root / package.name).unlink()
        displays(room, PROGRAM)
        missing_library(room, PROGRAM, "libxcb-cursor.so.0", "libxcb-cursor0")
        double_clicked(room, entry_in(room.root))
        known_to_desktops(room)
        room.must("apt-get", "purge", "-y", "sidecar-viz")
        left_behind(room, before)


def known_to_desktops(room: Room) -> None:
    """Our kinds of file are known, the manual opens, the options complete."""
    room.apt("shared-mime-info", "libglib2.0-bin", "bash-completion")
    for kind, text in (("lesson", "format: 1\n"), ("podlab", "podlab: 1\n")):
        name = f"a.{kind}.yaml"
        (room.root / "root" / name).write_text(text, "utf-8")
        said = room.must("gio", "info", "-a", "standard::content-type", f"/root/{name}")
        require(f"application/x-sidecar-viz-{kind}" in said, f"kind of file: {said}")
    ask = (
        "source /usr/share/bash-completion/completions/sidecar-viz;"
        "COMP_WORDS=(sidecar-viz --th); COMP_CWORD=1; _sidecar_viz;"
        'echo "${COMPREPLY[@]}"'
    )
    offered = room.must("bash", "-c", ask).strip()
    require(offered == "--theme", f"bash completes --th to {offered!r}")


def check_deb() -> None:
    """All of it."""
    package = DIST / f"sidecar-viz_{VERSION}_amd64.deb"
    require(package.exists(), "it is not built; packaging/build deb builds it")
    check_form(package)
    said = do("dpkg-deb", "--contents", package)
    for wanted in WANTED:
        place = rf"_data/{re.escape(wanted)}$"
        require(re.search(place, said, re.MULTILINE), f"{wanted} is not in it")
    for suite in SUITES:
        check_suite(package, suite)
