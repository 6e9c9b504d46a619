"""The packages for Fedora's and Arch's families, from the same files as the .deb."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from artefacts.common import (
    BUILD,
    DIST,
    EXPLANATION,
    MAINTAINER,
    ROOT,
    SUMMARY,
    VERSION,
    dated,
    do,
    epoch,
    fresh,
    put,
    tool,
    write,
)
from artefacts.tree import fill_usr

# Fedora and Arch compile nothing by themselves that lies outside Python's folders.
COMPILE = """\
#!/bin/sh
python3 -m compileall -q /usr/lib/sidecar-viz || :
"""
CLEAN = """\
#!/bin/sh
# A newer version is there already when rpm removes the old one and says 1.
[ "$1" = 1 ] ||
    find /usr/lib/sidecar-viz -name __pycache__ -prune -exec rm -rf {} + || :
"""
DEPENDS = {
    "rpm": """
        (python3 >= 3.11 with python3 < 3.15)
        libglvnd-egl libglvnd-glx glib2 dbus-libs fontconfig freetype libX11 libX11-xcb
        libxkbcommon libxkbcommon-x11 libxcb xcb-util xcb-util-cursor xcb-util-wm
        xcb-util-image xcb-util-keysyms xcb-util-renderutil libzstd zlib libstdc++
        libwayland-client libwayland-cursor libwayland-egl
    """,
    "archlinux": """
        python>=3.11 python<3.15
        libglvnd glib2 dbus fontconfig freetype2 libx11 libxkbcommon libxkbcommon-x11
        libxcb xcb-util xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms
        xcb-util-renderutil zstd zlib gcc-libs wayland
    """,
}
ZSH = "site-functions"
NAMES = {
    "rpm": f"sidecar-viz-{VERSION}-1.x86_64.rpm",
    "archlinux": f"sidecar-viz-{VERSION}-1-x86_64.pkg.tar.zst",
}


def build_with_nfpm(site: Path, kind: str) -> Path:
    """The package of one *kind*, rpm or archlinux, in dist/."""
    root = fresh(BUILD / kind)
    fill_usr(root / "usr", site, zsh=ZSH)
    licences = root / "usr" / "share" / "licenses" / "sidecar-viz"
    for name in ("LICENSE", "THIRD-PARTY.md"):
        put(ROOT / name, licences / name)
    for path in root.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    dated(root)
    scripts = BUILD / f"{kind}-scripts"
    write(scripts / "compile", COMPILE, 0o755)
    write(scripts / "clean", CLEAN, 0o755)
    described = scripts / "nfpm.json"  # JSON is YAML
    described.write_text(
        json.dumps(description(kind, root, scripts), indent=1), "utf-8"
    )
    package = DIST / NAMES[kind]
    flags = ("--config", described, "--packager", kind, "--target", package)
    do(tool("nfpm"), "package", *flags)
    return package


def description(kind: str, root: Path, scripts: Path) -> dict[str, object]:
    """What nfpm is told."""
    moment = datetime.fromtimestamp(epoch(), UTC).isoformat()
    return {
        "name": "sidecar-viz",
        "arch": "amd64",
        "platform": "linux",
        "version": VERSION,
        "release": "1",
        "maintainer": MAINTAINER,
        "description": SUMMARY + "\n" + EXPLANATION,
        "homepage": "https://sidecar-viz.example/",
        "license": "MIT AND OFL-1.1 AND LGPL-3.0-only",
        "mtime": moment,
        "depends": wanted(DEPENDS[kind]),
        "contents": [{"src": f"{root}/usr/", "dst": "/usr/", "type": "tree"}],
        "scripts": {
            "postinstall": str(scripts / "compile"),
            "preremove": str(scripts / "clean"),
        },
        "rpm": {
            "compression": "xz",
            "group": "Education",
            "summary": SUMMARY,
            "buildhost": "localhost",
        },
        "archlinux": {
            "packager": MAINTAINER,
            "scripts": {"postupgrade": str(scripts / "compile")},
        },
    }


def wanted(text: str) -> list[str]:
    """The words of a table; what stands in brackets is one word."""
    rows = [row.strip() for row in text.strip().splitlines()]
    found: list[str] = []
    for row in rows:
        found += [row] if row.startswith("(") else row.split()
    return found
