"""The portable folder and the file that unpacks itself, as a teacher uses them."""

from __future__ import annotations

import platform
import re
import shutil
from pathlib import Path

from artefacts.common import DESKTOP_ID, DIST, VERSION, do, megabytes, say
from artefacts.portable import NAME, floor_of

from checks.drills import displays, double_clicked, missing_library, refused, selftest
from checks.room import Room, require
from checks.screens import x_screen

SUITES = ("bookworm", "trixie")
PACKED, UNPACKED = 35.0, 115.0  # megabytes
NEWEST_LIBC = (2, 36)  # that of Debian 12
NEVER = re.compile(r"libQt6(Qml|Quick|Network|Sql)|lib(stdc\+\+|gcc_s|GL\.|EGL\.)")
STICK = "/media/Mein Stick (ä)"
USER = "teacher"
FILES = [DIST / f"{NAME}-linux-{platform.machine()}.{end}" for end in ("tar.xz", "run")]


def check_portable() -> None:
    """All of it."""
    for path in FILES:
        require(path.exists(), f"{path.name} is not built; packaging/build portable")
    for suite in SUITES:
        with Room(suite) as room:
            say(f"  the portable folder on a clean Debian {suite}")
            room.apt("libegl1", "libgl1", "xz-utils")
            room.must("useradd", "--create-home", USER)
            check_folder(room)
            check_single_file(room)


def check_folder(room: Room) -> None:
    """Unpacked on a stick, opened in every way, put into the menu and removed."""
    packed = FILES[0]
    stick = room.root / STICK.lstrip("/")
    stick.mkdir(parents=True)
    shutil.copyfile(packed, stick / packed.name)
    room.must("tar", "-C", STICK, "-xf", f"{STICK}/{packed.name}")
    check_contents(stick / NAME, packed)
    program = (f"{STICK}/{NAME}/sidecar-viz",)
    displays(room, program)
    room.must(*program, "export", "sidecar", f"{STICK}/step.svg", "--step", "4")
    room.must(*program, "new", "erste", "--into", STICK)
    room.must(*program, "check", f"{STICK}/erste.lesson.yaml")
    named = room.run(*program, "new", "Größe", "--into", STICK)
    require("try grosse" in named.err, f"a name with umlauts: {named.all}")
    missing_library(room, program, "libEGL.so.1", "libegl1")
    too_old(room, program[0])
    as_user = ("runuser", "-u", USER, "--")
    home = f"/home/{USER}"
    add = (*as_user, f"{STICK}/{NAME}/add-to-menu")
    room.must(*add, HOME=home)
    entry = room.root / f"home/{USER}/.local/share/applications/{DESKTOP_ID}.desktop"
    double_clicked(room, entry, USER)
    room.must(*add, "--remove", HOME=home)
    require(not entry.exists(), "add-to-menu --remove left the desktop entry")
    shutil.rmtree(stick / NAME)


def check_contents(folder: Path, packed: Path) -> None:
    """Small enough, old enough, and without what a school does not need."""
    size, whole = packed.stat().st_size / 1e6, megabytes([folder])
    require(size <= PACKED, f"packed it has {size:.1f} MB, more than {PACKED}")
    require(whole <= UNPACKED, f"unpacked it has {whole:.1f} MB, more than {UNPACKED}")
    wrong = [p.name for p in folder.rglob("*") if NEVER.match(p.name)]
    require(not wrong, f"it carries {', '.join(wrong)}")
    floor = tuple(int(part) for part in floor_of(folder / "program").split("."))
    require(floor <= NEWEST_LIBC, f"it needs glibc {floor}, newer than Debian 12's")
    for name in ("LICENSE", "THIRD-PARTY.md", "licences/LGPL-3.0.txt"):
        require((folder / name).is_file(), f"{name} is missing")
    for name in ("pods/stop-order.podlab.yaml", "kubernetes/fields.txt"):
        found = list(folder.rglob(f"_data/resources/{name}"))
        require(len(found) == 1, f"{name} is missing")
    say(f"    {size:.1f} MB packed, {whole:.1f} MB unpacked")


def too_old(room: Room, program: str) -> None:
    """On a system whose C library is too old it says so and ends with 2."""
    old = room.root / "opt" / "old" / "getconf"
    old.parent.mkdir(parents=True)
    old.write_text("#!/bin/sh\necho glibc 2.31\n")
    old.chmod(0o755)
    path = "PATH=/opt/old:/usr/bin:/bin"
    refused(room, ("env", path, program), "this one has 2.31")


def check_single_file(room: Room) -> None:
    """It unpacks itself once into the user's cache, and only once."""
    single = FILES[1]
    stick = room.root / STICK.lstrip("/")
    shutil.copyfile(single, stick / single.name)
    program = ("sh", f"{STICK}/{single.name}")
    with x_screen() as display:
        first = room.run(*program, "--version", DISPLAY=display)
        require("unpacking" in first.err, f"it did not unpack: {first.all}")
        require(VERSION in first.out, f"its version is {first.out}")
        again = room.run(*program, "--version", DISPLAY=display)
        require(again.err == "", f"it unpacked again: {again.err}")
        selftest(room, program, "xcb", DISPLAY=display)
    part = stick / "part.run"
    part.write_bytes(single.read_bytes()[: single.stat().st_size // 2])
    shutil.rmtree(room.root / "root/.cache")
    only_last_line = f"sh '{STICK}/part.run' 2>&1 | tail -1 >&2; exit 2"
    refused(room, ("sh", "-c", only_last_line), "copied in part")
    do("rm", "-rf", room.root / "root/.cache")
