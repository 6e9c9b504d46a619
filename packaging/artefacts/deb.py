"""The Debian package: the system's Python, and a private folder with the rest."""

from __future__ import annotations

import gzip
import re
from email.utils import formatdate
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
    megabytes,
    need_tools,
    write,
)
from artefacts.tree import fill_usr

ARCHITECTURE = "amd64"
CONTROL = """\
Package: sidecar-viz
Version: {version}
Section: education
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: python3 (>= 3.11), python3 (<< 3.15), {libraries}
Recommends: shared-mime-info
Homepage: https://sidecar-viz.example/
Description: {summary}
{explanation}"""
POSTINST = """\
#!/bin/sh
set -e
if [ "$1" = configure ] && command -v py3compile >/dev/null 2>&1; then
    py3compile -p sidecar-viz /usr/lib/sidecar-viz
fi
"""
PRERM = """\
#!/bin/sh
set -e
if command -v py3clean >/dev/null 2>&1; then
    py3clean -p sidecar-viz
fi
find /usr/lib/sidecar-viz -name __pycache__ -prune -exec rm -rf {} +
"""
OVERRIDES = """\
# Qt's own build: it lies in a private folder, and users may replace it (LGPL).
sidecar-viz: embedded-library *
sidecar-viz: shared-library-lacks-prerequisites [*/libicudata.so.*]
"""


def build_deb(site: Path) -> Path:
    """The package in dist/."""
    need_tools("dpkg-shlibdeps", "readelf")
    root = fresh(BUILD / "deb")
    fill_usr(root / "usr", site, zsh="vendor-completions")
    documents = root / "usr" / "share" / "doc" / "sidecar-viz"
    write(documents / "copyright", copyright_file())
    packed(documents / "changelog.gz", changelog())
    overrides = root / "usr" / "share" / "lintian" / "overrides" / "sidecar-viz"
    write(overrides, OVERRIDES)
    control = root / "DEBIAN"
    write(control / "postinst", POSTINST, 0o755)
    write(control / "prerm", PRERM, 0o755)
    values = {
        "version": VERSION,
        "architecture": ARCHITECTURE,
        "maintainer": MAINTAINER,
        "size": round(megabytes([root / "usr"]) * 1e6 / 1024),
        "libraries": libraries(root),
        "summary": SUMMARY,
        "explanation": EXPLANATION,
    }
    write(control / "control", CONTROL.format(**values))
    write(control / "md5sums", sums(root))
    for path in root.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
    dated(root)
    package = DIST / f"sidecar-viz_{VERSION}_{ARCHITECTURE}.deb"
    do("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package)
    return package


def libraries(root: Path) -> str:
    """The packages that the compiled files need, as this Debian names them."""
    place = root / "usr" / "lib" / "sidecar-viz"
    files = sorted(path for path in place.rglob("*.so*") if path.is_file())
    folders = sorted({f"-l{path.parent}" for path in files})
    work = fresh(BUILD / "shlibdeps")
    stub = "Source: sidecar-viz\n\nPackage: sidecar-viz\nArchitecture: any\n"
    write(work / "debian" / "control", stub)
    words = ("-O", "--ignore-missing-info", *folders)
    told = do("dpkg-shlibdeps", *words, *(f"-e{f}" for f in files), cwd=work)
    found = re.search(r"shlibs:Depends=(.+)", told)
    if found is None:
        raise SystemExit(f"dpkg-shlibdeps named no packages: {told}")
    return found[1]


def sums(root: Path) -> str:
    """The sums by which damage is found."""
    files = sorted(p for p in (root / "usr").rglob("*") if p.is_file())
    names = [str(path.relative_to(root)) for path in files]
    return do("md5sum", *names, cwd=root)


def copyright_file() -> str:
    """The licences: ours in full, the others by name and place."""
    licence = (ROOT / "LICENSE").read_text("utf-8")
    others = (ROOT / "THIRD-PARTY.md").read_text("utf-8")
    where = "/usr/lib/sidecar-viz/sidecar_viz/_data/resources/licences"
    return (
        f"{licence}\n{others}\nThe texts are in {where}; those of the GPL and the\n"
        "LGPL also in /usr/share/common-licenses/GPL-3 and LGPL-3.\n"
    )


def changelog() -> str:
    """One entry in Debian's form; what changed is in our own changelog."""
    when = formatdate(epoch(), localtime=False).replace("-0000", "+0000")
    return (
        f"sidecar-viz ({VERSION}) stable; urgency=medium\n\n"
        f"  * Version {VERSION}; CHANGELOG.md of the project says what changed.\n\n"
        f" -- {MAINTAINER}  {when}\n"
    )


def packed(target: Path, text: str) -> None:
    """Write a text packed, as Debian wants its documents."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    target.chmod(0o644)
