"""The files of an installed program below one prefix, such as /usr."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

from artefacts.common import DESKTOP_ID, LINUX, METAINFO, ROOT, put, write

SITE = os.environ.get("SIDECAR_VIZ_SITE", "")  # where the project lives, if it is known
NO_SITE = "https://sidecar-viz.example"
LAUNCHER = """\
#!/usr/bin/python3 -IS
import sys

sys.path.insert(0, "/usr/lib/sidecar-viz")

from sidecar_viz.cli import main

sys.exit(main())
"""
COMPLETIONS = {
    "bash": "bash-completion/completions/sidecar-viz",
    "zsh": "zsh/{zsh}/_sidecar-viz",
    "fish": "fish/vendor_completions.d/sidecar-viz.fish",
}


def fill_usr(usr: Path, site: Path, *, zsh: str) -> None:
    """Everything of a system package; *zsh* is where that system's zsh looks."""
    # Whoever has loaded modules from the folder may have left compiled files there.
    compiled = shutil.ignore_patterns("__pycache__")
    place = usr / "lib" / "sidecar-viz"
    shutil.copytree(site, place, symlinks=True, ignore=compiled)
    write(usr / "bin" / "sidecar-viz", LAUNCHER, 0o755)
    fill_share(usr / "share", zsh=zsh)


def fill_share(share: Path, *, zsh: str = "vendor-completions") -> None:
    """What desktops and shells look for in share/."""
    put(
        LINUX / f"{DESKTOP_ID}.desktop",
        share / "applications" / f"{DESKTOP_ID}.desktop",
    )
    put(
        LINUX / f"{DESKTOP_ID}.mime.xml",
        share / "mime" / "packages" / f"{DESKTOP_ID}.xml",
    )
    write(share / "metainfo" / METAINFO.name, metainfo())
    fill_icons(share / "icons" / "hicolor")
    manual = share / "man" / "man1" / "sidecar-viz.1.gz"
    manual.parent.mkdir(parents=True)
    text = (LINUX / "sidecar-viz.1").read_bytes()
    manual.write_bytes(gzip.compress(text, 9, mtime=0))
    manual.chmod(0o644)
    for shell, place in COMPLETIONS.items():
        put(LINUX / f"sidecar-viz.{shell}", share / place.format(zsh=zsh))


def metainfo() -> str:
    """What software centres are told; where the project lives is filled in."""
    return METAINFO.read_text("utf-8").replace(NO_SITE, SITE or NO_SITE)


def fill_icons(hicolor: Path) -> None:
    """The program's icon and that of its files, in every size."""
    icons = ROOT / "resources" / "icons"
    lesson = "application-x-sidecar-viz-lesson"
    for name, context, target in (
        ("sidecar-viz", "apps", DESKTOP_ID),
        ("lesson", "mimetypes", lesson),
    ):
        put(icons / f"{name}.svg", hicolor / "scalable" / context / f"{target}.svg")
        for picture in icons.glob(f"{name}-*.png"):
            side = picture.stem.rpartition("-")[2]
            put(picture, hicolor / f"{side}x{side}" / context / f"{target}.png")
