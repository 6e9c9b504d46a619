"""Qt cut down to what a program of painted widgets uses."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from artefacts.common import do

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtDBus")
KEPT = (
    *("__init__.py", "_config.py", "_git_pyside_version.py", "support/*.py"),
    *(f"{name}.abi3.so" for name in MODULES),
    "libpyside6.abi3.so.*",
)
PLUGINS = (
    "platforms/libq{xcb,wayland,offscreen}.so",
    "platforminputcontexts/lib{compose,ibus}platforminputcontextplugin.so",
    "platformthemes/libqxdgdesktopportal.so",
    "wayland-decoration-client/lib{adwaita,bradient}.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/libqxcb-{egl,glx}-integration.so",
)
STRIPPED = ("libicu*.so.*", "_yaml.*.so", "_core.*.so")


def prune(site: Path) -> None:
    """Take away from *site* whatever of Qt the program never loads."""
    qt = site / "PySide6"
    wanted = kept_files(qt)
    roots = [path for path in wanted if ".so" in path.name]
    wanted |= reachable(roots, qt / "Qt" / "lib")
    for path in sorted(qt.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
    shiboken = site / "shiboken6"
    for name in ("include", "lib"):
        shutil.rmtree(shiboken / name, ignore_errors=True)
    for path in site.rglob("*.so*"):
        if any(fnmatch(path.name, pattern) for pattern in STRIPPED):
            do("strip", "--strip-unneeded", path)
    for path in site.rglob("*"):
        if path.is_file():
            path.chmod(0o644)


def kept_files(qt: Path) -> set[Path]:
    """The files of PySide6 that are wanted by name; a name without a file is an error.

    What Qt renames must not be lost silently.
    """
    patterns = [*KEPT]
    for plugin in PLUGINS:
        patterns += [f"Qt/plugins/{name}" for name in braces(plugin)]
    found: set[Path] = set()
    for pattern in patterns:
        files = set(qt.glob(pattern))
        if not files:
            raise SystemExit(f"this PySide6 has no {pattern}; look at prune_qt.py")
        found |= files
    return found


def braces(text: str) -> list[str]:
    """The words of a pattern such as a{b,c}, as a shell has them."""
    found = re.fullmatch(r"(.*)\{(.*)\}(.*)", text)
    if found is None:
        return [text]
    head, middle, tail = found.groups()
    return [f"{head}{word}{tail}" for word in middle.split(",")]


def reachable(roots: Iterable[Path], libraries: Path) -> set[Path]:
    """The files in *libraries* that the roots load, directly or not."""
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        for name in needed(waiting.pop()):
            path = libraries / name
            if path.exists() and path not in found:
                found.add(path)
                waiting.append(path)
    return found


def needed(library: Path) -> list[str]:
    """The names of the libraries that one library asks for."""
    return re.findall(r"\(NEEDED\).*\[(.+)\]", do("readelf", "--dynamic", library))
