"""What is prepared here and finished where its own tools are: AppImage, Flatpak."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from artefacts.common import (
    BUILD,
    DESKTOP_ID,
    DIST,
    LINUX,
    PYTHON,
    ROOT,
    VERSION,
    do,
    fresh,
    put,
    write,
)
from artefacts.common import dated as give_day
from artefacts.portable import MACHINE, NAME, make_folder
from artefacts.site import runtime_lock
from artefacts.tree import fill_share

APPRUN = """\
#!/bin/sh
exec "$(dirname -- "$(readlink -f -- "$0")")/usr/lib/sidecar-viz/sidecar-viz" "$@"
"""


def build_appdir(site: Path) -> Path:
    """The folder of an AppImage; with appimagetool at hand, the AppImage in dist/."""
    folder = BUILD / "portable" / NAME
    if not folder.exists():
        folder = make_folder(site)
    root = fresh(BUILD / f"{NAME}.AppDir")
    shutil.copytree(folder, root / "usr" / "lib" / "sidecar-viz", symlinks=True)
    shutil.rmtree(root / "usr" / "lib" / "sidecar-viz" / "share")
    fill_share(root / "usr" / "share")
    write(root / "AppRun", APPRUN, 0o755)
    link = root / "usr" / "bin" / "sidecar-viz"
    link.parent.mkdir()
    link.symlink_to("../lib/sidecar-viz/sidecar-viz")
    put(LINUX / f"{DESKTOP_ID}.desktop", root / f"{DESKTOP_ID}.desktop")
    icon = ROOT / "resources" / "icons" / "sidecar-viz-256.png"
    put(icon, root / f"{DESKTOP_ID}.png")
    put(icon, root / ".DirIcon")
    give_day(root)
    appimagetool = shutil.which("appimagetool")
    if appimagetool is None:
        return root
    image = DIST / f"{NAME}-{MACHINE}.AppImage"
    runtime = os.environ.get("APPIMAGE_RUNTIME")
    flags = ("--runtime-file", runtime) if runtime else ()
    do(appimagetool, *flags, root, image, ARCH=MACHINE)
    return image


def prepare_flatpak(wheel: Path) -> Path:
    """The folder that the Flatpak manifest builds from: wheels and desktop files."""
    place = fresh(BUILD / "flatpak")
    lock = place / "flatpak.lock"
    rows = runtime_lock((ROOT / "requirements.lock").read_text("utf-8")).splitlines()
    names = ("msgspec==", "pygments==", "pyyaml==")
    lock.write_text("\n".join(r for r in rows if r.startswith(names)), "utf-8")
    # The runtime's Python may be any of these; pip takes the file that fits.
    for python in ("3.12", "3.13"):
        flags = ("--only-binary=:all:", "--no-deps", "--require-hashes")
        where = (f"--python-version={python}", "--dest", place / "wheels")
        do(PYTHON, "-m", "pip", "--quiet", "download", *flags, *where, "-r", lock)
    put(wheel, place / "program" / f"sidecar_viz-{VERSION}-py3-none-any.whl")
    fill_share(place / "program" / "share")
    return place
