"""The portable folder, as one packed file and as one file that unpacks itself."""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import subprocess
import sys
from ctypes import CDLL
from pathlib import Path

from machine import install

from artefacts.common import (
    BUILD,
    DIST,
    ROOT,
    VERSION,
    do,
    filled,
    fresh,
    need_tools,
    put,
    tool,
    write,
)
from artefacts.common import dated as give_day
from artefacts.tree import fill_share

HERE = ROOT / "packaging" / "portable"
MACHINE = platform.machine()
NAME = f"sidecar-viz-{VERSION}"
OWNER = ("--owner=0", "--group=0", "--numeric-owner", "--sort=name", "--format=gnu")


def build_portable(site: Path) -> list[Path]:
    """Both files in dist/."""
    need_tools("readelf", "strip", "xz")
    need_shared_python()
    folder = make_folder(site)
    packed = DIST / f"{NAME}-linux-{MACHINE}.tar.xz"
    tar = BUILD / "portable.tar"
    do("tar", *OWNER, "-C", folder.parent, "-cf", tar, folder.name)
    both_cores = ("--threads=2", "--block-size=64MiB")
    do("xz", "--compress", "--force", "--keep", "-9", *both_cores, tar)
    shutil.move(f"{tar}.xz", packed)
    single = self_extracting(tar)
    tar.unlink()
    return [packed, single]


def need_shared_python() -> None:
    """Install Python as a library, which Debian has in a package of its own."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    try:
        CDLL(f"libpython{version}.so.1.0")
    except OSError:
        packages = [f"libpython{version}", "python3-libs", "python"]
        install([packages], f"missing here: Python {version} as a library")


def make_folder(site: Path) -> Path:
    """The folder as it will lie on a stick."""
    frozen = freeze(site)
    folder = fresh(BUILD / "portable" / NAME)
    shutil.copytree(frozen, folder / "program", symlinks=True)
    values = {"FLOOR": floor_of(folder / "program"), "MACHINE": MACHINE}
    launcher = filled((HERE / "sidecar-viz.in").read_text("utf-8"), values)
    write(folder / "sidecar-viz", launcher, 0o755)
    put(HERE / "add-to-menu", folder / "add-to-menu", 0o755)
    put(HERE / "README.txt", folder / "README.txt")
    for name in ("LICENSE", "THIRD-PARTY.md", "CHANGELOG.md"):
        put(ROOT / name, folder / name)
    shutil.copytree(ROOT / "resources" / "licences", folder / "licences")
    add_system_licences(folder)
    fill_share(folder / "share")
    give_day(folder)
    return folder


def freeze(site: Path) -> Path:
    """Let PyInstaller put Python and all that is needed into one folder."""
    pyinstaller = tool("pyinstaller")
    work, out = fresh(BUILD / "freeze"), BUILD / "frozen"
    flags = ("--noconfirm", "--clean", "--log-level=WARN")
    where = (f"--workpath={work}", f"--distpath={out}")
    environ = {"SITE": str(site), "ROOT": str(ROOT), "VERSION": VERSION}
    environ |= {"PYTHONPATH": str(site), "PYTHONUSERBASE": str(as_user_packages(site))}
    do(pyinstaller, *flags, *where, HERE / "sidecar-viz.spec", cwd=BUILD, **environ)
    return out / "program"


def as_user_packages(site: Path) -> Path:
    """A user's Python folder that leads to *site*.

    PyInstaller keeps libraries in their folders only below such a place.
    """
    user = fresh(BUILD / "user")
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    place = user / "lib" / version / "site-packages"
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    return user


def floor_of(program: Path) -> str:
    """The oldest C library that all files in the folder can run with."""
    found = {(2, 17)}
    for path in libraries(program):
        told = do("readelf", "--version-info", "--wide", path)
        found |= {(int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", told)}
    return ".".join(str(part) for part in max(found))


def libraries(program: Path) -> list[Path]:
    """Every file of machine code."""
    return [
        path
        for path in sorted(program.rglob("*"))
        if path.is_file()
        and not path.is_symlink()
        and path.open("rb").read(4) == b"\x7fELF"
    ]


def add_system_licences(folder: Path) -> None:
    """The notices of the system's libraries that came along, as Debian has them."""
    if not shutil.which("dpkg"):
        return
    for path in (folder / "program" / "_internal").glob("*.so*"):
        for package in packages_with(path.name):
            notice = Path("/usr/share/doc", package, "copyright")
            if notice.exists():
                put(notice, folder / "licences" / f"{package}.txt")


def packages_with(library: str) -> set[str]:
    """The Debian packages that hold a library."""
    try:
        told = do("dpkg", "--search", f"*/{library}")
    except SystemExit:
        return set()
    return {row.partition(":")[0] for row in told.splitlines() if "/" in row}


def self_extracting(tar: Path) -> Path:
    """A shell script with the folder behind it; it unpacks itself once."""
    packed = BUILD / "portable.tar.gz"
    with tar.open("rb") as source, packed.open("wb") as target:
        subprocess.run(["gzip", "-7n"], stdin=source, stdout=target, check=True)
    data = packed.read_bytes()
    packed.unlink()
    stub = (HERE / "stub.in").read_text("utf-8")
    digest = hashlib.sha256(data).hexdigest()[:16]
    values = {"VERSION": VERSION, "NAME": NAME, "ID": digest}
    rows = len(stub.splitlines()) + 1
    single = DIST / f"{NAME}-linux-{MACHINE}.run"
    single.write_bytes(filled(stub, {**values, "ROWS": rows}).encode() + data)
    single.chmod(0o755)
    return single
