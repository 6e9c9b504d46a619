"""The program and the locked packages it needs, in one folder of its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from artefacts.common import BUILD, DIST, LOCK, PYTHON, do, fresh, settings
from artefacts.prune_qt import prune

RUNTIME = ("msgspec", "pygments", "pyside6-essentials", "pyyaml", "shiboken6")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")  # Qt's wheel is for all, two others are not
PLATFORMS = ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")
UNWANTED = ("bin", "**/__pycache__", "**/*.pyi", "**/py.typed", "**/*.dist-info")


def runtime_lock(lock: str) -> str:
    """What the program itself needs, of the lock, for every Python the same.

    A package that the lock has twice is taken in the version of Python 3.11.
    """
    blocks = re.findall(r"^(\S+)==(\S+)((?:.*\\\n)+.*\n?)", lock, re.MULTILINE)
    kept: dict[str, str] = {}
    for name, version, rest in blocks:
        newer = ">= '3.12'" in rest.partition("\\")[0]
        if name in RUNTIME and not newer:
            hashes = " ".join(re.findall(r"--hash=sha256:[0-9a-f]{64}", rest))
            kept[name] = f"{name}=={version} {hashes}\n"
    lost = set(RUNTIME) - set(kept)
    if lost:
        raise SystemExit(f"the lock lacks {', '.join(sorted(lost))}")
    return "".join(kept.values())


def build_wheel() -> Path:
    """The wheel, built from the checkout into dist/."""
    for old in DIST.glob("*.whl"):
        old.unlink()
    flags = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", DIST)
    do(PYTHON, "-m", "pip", "wheel", *flags, ".", cwd=LOCK.parent)
    return next(DIST.glob("*.whl"))


def build_sdist() -> Path:
    """The sources as one file, in dist/."""
    for old in DIST.glob("*.tar.gz"):
        old.unlink()
    do(PYTHON, "-m", "hatchling", "build", "--target", "sdist", cwd=LOCK.parent)
    return next(DIST.glob("sidecar_viz-*.tar.gz"))


def make_site(wheel: Path) -> Path:
    """A folder to put on Python's path: program, libraries, Qt cut to what is used."""
    site = fresh(BUILD / "site")
    wanted = BUILD / "runtime.lock"
    wanted.write_text(runtime_lock(LOCK.read_text("utf-8")), "utf-8")
    install_into(site, wanted, PYTHONS[0])
    for python in PYTHONS[1:]:
        add_extensions(site, wanted, python)
    own = ("--no-deps", "--no-compile", "--target", str(site), str(wheel))
    do(PYTHON, "-m", "pip", "--quiet", "install", *own)
    for pattern in UNWANTED:
        for path in sorted(site.glob(pattern), reverse=True):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    prune(site)
    return site


def install_into(site: Path, wanted: Path, python: str, *only: str) -> None:
    """Let pip put packages there, by hash, as another Python would want them."""
    platforms = [f"--platform={name}_x86_64" for name in PLATFORMS]
    flags = ("--no-compile", "--no-deps", "--require-hashes", "--only-binary=:all:")
    where = (f"--python-version={python}", *platforms, f"--target={site}")
    words = ("install", "--quiet", *flags, *where, "-r", str(wanted), *only)
    do(PYTHON, "-m", "pip", "--disable-pip-version-check", *words)


def add_extensions(site: Path, wanted: Path, python: str) -> None:
    """Put the compiled parts for another Python beside those that are there."""
    compiled = BUILD / f"runtime-{python}.lock"
    lines = wanted.read_text("utf-8").splitlines(keepends=True)
    names = ("msgspec==", "pyyaml==")
    compiled.write_text("".join(row for row in lines if row.startswith(names)), "utf-8")
    other = fresh(BUILD / f"site-{python}")
    install_into(other, compiled, python)
    for file in other.rglob(f"*.cpython-{python.replace('.', '')}-*.so"):
        shutil.copy2(file, site / file.relative_to(other))
    shutil.rmtree(other)


__all__ = ["build_sdist", "build_wheel", "make_site", "runtime_lock", "settings"]
