"""The rpm and Arch packages, put into a clean Debian; the rest is proved by CI."""

from __future__ import annotations

import shutil

from artefacts.common import DIST, do, need_tools, say
from artefacts.nfpm import NAMES

from checks.deb import PROGRAM
from checks.drills import displays, double_clicked, files, left_behind
from checks.room import Room, require
from checks.walk import entry_in

SUITE = "bookworm"
BIGGEST = 40.0  # megabytes
# What the package would pull in on its own system, under Debian's names.
SYSTEM = (
    *("python3", "libegl1", "libgl1", "libglib2.0-0", "libdbus-1-3", "libzstd1"),
    *("libfontconfig1", "libfreetype6", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0"),
    *("libxcb-keysyms1", "libxcb-shape0", "libxcb-util1", "libxcb-xkb1"),
    *("libxcb-randr0", "libxcb-render-util0", "libxcb-sync1", "libxcb-xfixes0"),
    *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
)


def check_rpm() -> None:
    """Installed by rpm itself, without its dependencies' names, and removed by it."""
    package = built("rpm")
    with Room(SUITE) as room:
        say(f"  {package} on a clean Debian {SUITE}, by rpm")
        room.apt(*SYSTEM, "rpm")
        before = files(room)
        shutil.copyfile(DIST / package, room.root / package)
        room.must("rpm", "--install", "--nodeps", f"/{package}")
        (room.root / package).unlink()
        used(room)
        room.must("rpm", "--erase", "sidecar-viz")
        left_behind(room, before)


def check_arch() -> None:
    """Its files are laid over a clean system; pacman itself is not there."""
    need_tools("bsdtar")
    package = built("archlinux")
    listed = do("bsdtar", "-tf", DIST / package).splitlines()
    for name in (".PKGINFO", ".INSTALL", ".MTREE"):
        require(name in listed, f"{package} has no {name}")
    with Room(SUITE) as room:
        say(f"  {package} on a clean Debian {SUITE}, unpacked")
        room.apt(*SYSTEM)
        do("bsdtar", "-xf", DIST / package, "-C", room.root, "usr")
        room.must("python3", "-m", "compileall", "-q", "/usr/lib/sidecar-viz")
        used(room)


def built(kind: str) -> str:
    """The package's name, if it is there and of a fair size."""
    package = DIST / NAMES[kind]
    short = "arch" if kind == "archlinux" else kind
    require(package.exists(), f"it is not built; packaging/build {short} builds it")
    size = package.stat().st_size / 1e6
    require(size <= BIGGEST, f"{size:.1f} MB is more than {BIGGEST}")
    return package.name


def used(room: Room) -> None:
    """Opened in every way and stepped through."""
    displays(room, PROGRAM)
    double_clicked(room, entry_in(room.root))
