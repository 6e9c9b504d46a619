"""Every package is bit for bit the same when it is built again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from artefacts.common import DIST, say
from artefacts.deb import build_deb
from artefacts.nfpm import build_with_nfpm
from artefacts.portable import build_portable
from artefacts.site import build_wheel, make_site

from checks.room import require

BUILDS: dict[str, Callable[[Path], object]] = {
    "*.deb": build_deb,
    "*.rpm": lambda site: build_with_nfpm(site, "rpm"),
    "*.pkg.tar.zst": lambda site: build_with_nfpm(site, "archlinux"),
    "*linux*.tar.xz": build_portable,
}


def check_again() -> None:
    """Build what is in dist/ a second time, from the libraries on."""
    before = sums()
    site = make_site(build_wheel())
    for pattern, build in BUILDS.items():
        if list(DIST.glob(pattern)):
            say(f"    building {pattern} again")
            build(site)
    after = sums()
    changed = [name for name, value in before.items() if after.get(name) != value]
    require(not changed, f"not the same when built again: {', '.join(changed)}")


def sums() -> dict[str, str]:
    """The sum of every file in dist/."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(DIST.iterdir())
        if path.is_file()
    }
