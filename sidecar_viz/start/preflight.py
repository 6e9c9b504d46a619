"""Whether Qt can start here, asked beforehand: Qt would abort without a clear word."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from ctypes import CDLL
from importlib.util import find_spec
from pathlib import Path

from sidecar_viz.start.display import display_answers

OpenLibrary = Callable[[str], object]
Answers = Callable[[str, Mapping[str, str]], bool]

# A library and its package for each package manager, in the order of INSTALL.
CORE = """\
libEGL.so.1            libegl1             libglvnd-egl       libglvnd
libGL.so.1             libgl1              libglvnd-glx       libglvnd
libglib-2.0.so.0       libglib2.0-0        glib2              glib2
libgthread-2.0.so.0    libglib2.0-0        glib2              glib2
libX11.so.6            libx11-6            libX11             libx11
libdbus-1.so.3         libdbus-1-3         dbus-libs          dbus
libfontconfig.so.1     libfontconfig1      fontconfig         fontconfig
libfreetype.so.6       libfreetype6        freetype           freetype2
libxkbcommon.so.0      libxkbcommon0       libxkbcommon       libxkbcommon
"""
XCB = """\
libX11-xcb.so.1        libx11-xcb1         libX11-xcb         libx11
libxkbcommon-x11.so.0  libxkbcommon-x11-0  libxkbcommon-x11   libxkbcommon-x11
libxcb.so.1            libxcb1             libxcb             libxcb
libxcb-cursor.so.0     libxcb-cursor0      xcb-util-cursor    xcb-util-cursor
libxcb-icccm.so.4      libxcb-icccm4       xcb-util-wm        xcb-util-wm
libxcb-image.so.0      libxcb-image0       xcb-util-image     xcb-util-image
libxcb-keysyms.so.1    libxcb-keysyms1     xcb-util-keysyms   xcb-util-keysyms
libxcb-randr.so.0      libxcb-randr0       libxcb             libxcb
libxcb-render.so.0     libxcb-render0      libxcb             libxcb
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil
libxcb-shape.so.0      libxcb-shape0       libxcb             libxcb
libxcb-shm.so.0        libxcb-shm0         libxcb             libxcb
libxcb-sync.so.1       libxcb-sync1        libxcb             libxcb
libxcb-util.so.1       libxcb-util1        xcb-util           xcb-util
libxcb-xfixes.so.0     libxcb-xfixes0      libxcb             libxcb
libxcb-xkb.so.1        libxcb-xkb1         libxcb             libxcb
"""
WAYLAND = """\
libwayland-client.so.0 libwayland-client0  libwayland-client  wayland
libwayland-cursor.so.0 libwayland-cursor0  libwayland-cursor  wayland
libwayland-egl.so.1    libwayland-egl1     libwayland-egl     wayland
"""
INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "pacman": "pacman -S --needed --noconfirm",
}
NEEDED = {"xcb": CORE + XCB, "wayland": CORE + WAYLAND}
VARIABLE = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}


def preflight(environ: Mapping[str, str]) -> str | None:
    """Say in one sentence what keeps Qt from starting and the remedy; None if well."""
    return problem_with_libraries(environ) or problem_with_display(environ)


def problem_with_libraries(
    environ: Mapping[str, str],
    open_library: OpenLibrary = CDLL,
    manager: str | None = None,
) -> str | None:
    """Name the missing system libraries and the line that installs them.

    One platform that loads and that has a display is enough. The platform's own file
    gives the verdict, the tables above only the words.
    """
    if not sys.platform.startswith("linux"):
        return None
    failure: str | None = None
    wanted = with_display(environ) or platforms(environ)
    for platform in wanted:
        failure = failure_of(platform, open_library)
        if failure is None:
            return None
    lacking = missing(wanted[-1], open_library)
    if not lacking:
        return f"sidecar-viz cannot start: {failure}"
    names = ", ".join(lacking)
    return (
        f"sidecar-viz cannot start, system libraries are missing ({names}); "
        f"install them with: {install_line(lacking.values(), manager)}"
    )


def problem_with_display(
    environ: Mapping[str, str],
    answers: Answers = display_answers,
) -> str | None:
    """Say why no window can be shown: no display is named, or none answers."""
    if not sys.platform.startswith("linux"):
        return None
    wanted = platforms(environ)
    if any(platform not in VARIABLE for platform in wanted):
        return None
    named = [platform for platform in wanted if environ.get(VARIABLE[platform])]
    if not named:
        return (
            "sidecar-viz has no display: neither DISPLAY nor WAYLAND_DISPLAY is set; "
            "start it in a desktop session, or draw a step into a file with: "
            "sidecar-viz export sidecar step.png --step 3"
        )
    if any(answers(platform, environ) for platform in named):
        return None
    tried = " and ".join(
        f"{VARIABLE[name]}={environ[VARIABLE[name]]}" for name in named
    )
    return (
        f"sidecar-viz has no display: nothing answers at {tried}; "
        "start it in a desktop session, or set that variable to a running display"
    )


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Name the Qt platforms that Qt will try here, in its order."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        names = (part.partition(":")[0] for part in chosen.split(";"))
        return tuple("wayland" if n.startswith("wayland") else n for n in names)
    return ("wayland", "xcb") if environ.get("WAYLAND_DISPLAY") else ("xcb",)


def with_display(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Name the platforms that need no display, or whose display has a name."""
    return tuple(
        platform
        for platform in platforms(environ)
        if platform not in VARIABLE or environ.get(VARIABLE[platform])
    )


def missing(platform: str, open_library: OpenLibrary = CDLL) -> dict[str, list[str]]:
    """Map each library that *platform* needs and the system lacks to its packages."""
    rows = (row.split() for row in NEEDED.get(platform, CORE).splitlines())
    return {name: packages for name, *packages in rows if _refusal(name, open_library)}


def install_line(packages: Iterable[list[str]], manager: str | None = None) -> str:
    """Write the line that installs *packages* with the system's own manager."""
    from shutil import which  # only when there is something to install

    found = manager or next((name for name in INSTALL if which(name)), None)
    if found is None:
        names = " ".join(dict.fromkeys(row[0] for row in packages))
        return f"your package manager (in Debian they are called {names})"
    column = list(INSTALL).index(found)
    names = " ".join(dict.fromkeys(row[column] for row in packages))
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}{INSTALL[found]} {names}"


def failure_of(platform: str, open_library: OpenLibrary = CDLL) -> str | None:
    """Say why Qt's own part for *platform* does not load; None if it does."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return "PySide6 is not installed; install it with: pip install sidecar-viz"
    folder = Path(spec.submodule_search_locations[0]) / "Qt" / "plugins" / "platforms"
    plugin = folder / f"libq{platform}.so"
    there = os.path.isfile(plugin)  # noqa: PTH113 - Path's own may raise
    if there or not os.path.isdir(folder):  # noqa: PTH112 - as above
        return _refusal(str(plugin) if there else "libGL.so.1", open_library)
    known = ", ".join(sorted(p.stem.removeprefix("libq") for p in folder.glob("*.so")))
    return (
        f"Qt has no platform called {platform}; set QT_QPA_PLATFORM to one of {known}"
    )


def _refusal(library: str, open_library: OpenLibrary) -> str | None:
    try:
        open_library(library)
    except OSError as error:
        return str(error)
    return None
