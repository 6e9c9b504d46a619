"""Builds what people install, into dist/, and tells sizes and times."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from artefacts.common import DIST, megabytes, need_tools, say
from artefacts.deb import build_deb
from artefacts.nfpm import build_with_nfpm
from artefacts.others import build_appdir, prepare_flatpak
from artefacts.portable import build_portable
from artefacts.sbom import build_sbom
from artefacts.site import build_sdist, build_wheel, make_site


class Made:
    """What was built, each once; parts that several need are made when first asked."""

    def __init__(self) -> None:
        self._wheel: Path | None = None
        self._site: Path | None = None
        self.rows: list[tuple[str, float, float]] = []

    @property
    def wheel(self) -> Path:
        """The wheel."""
        if self._wheel is None:
            (self._wheel,) = self.timed("wheel", lambda: [build_wheel()])
        return self._wheel

    @property
    def site(self) -> Path:
        """The program with its libraries."""
        if self._site is None:
            need_tools("readelf", "strip")
            wheel = self.wheel
            (self._site,) = self.timed("(libraries)", lambda: [make_site(wheel)])
        return self._site

    def timed(self, name: str, build: Callable[[], list[Path]]) -> list[Path]:
        """Build, and note how long it took and how big it is."""
        say(f"building {name.strip('()')} …")
        began = time.monotonic()
        built = build()
        seconds = time.monotonic() - began
        for path in built:
            self.rows.append((f"{name} {path.name}", seconds, megabytes([path])))
        return built

    def table(self) -> str:
        """Sizes and times."""
        head = f"{'seconds':>8} {'MB':>8}  what"
        rows = [f"{s:8.1f} {size:8.2f}  {name}" for name, s, size in self.rows]
        return "\n".join([head, *rows])


def _packed(made: Made, name: str, build: Callable[[Path], list[Path]]) -> None:
    site = made.site
    made.timed(name, lambda: build(site))


BUILDS: dict[str, Callable[[Made], object]] = {
    "wheel": lambda made: made.wheel,
    "sdist": lambda made: made.timed("sdist", lambda: [build_sdist()]),
    "deb": lambda made: _packed(made, "deb", lambda site: [build_deb(site)]),
    "portable": lambda made: _packed(made, "portable", build_portable),
    "rpm": lambda made: _packed(made, "rpm", lambda s: [build_with_nfpm(s, "rpm")]),
    "arch": lambda made: _packed(
        made, "arch", lambda site: [build_with_nfpm(site, "archlinux")]
    ),
    "appdir": lambda made: _packed(made, "appdir", lambda s: [build_appdir(s)]),
    "flatpak": lambda made: made.timed(
        "flatpak", lambda: [prepare_flatpak(made.wheel)]
    ),
    "sbom": lambda made: made.timed("sbom", lambda: [build_sbom()]),
}


def main() -> int:
    """Build what is named; all without a name."""
    wanted = sys.argv[1:] or ["all"]
    if wanted == ["all"]:
        wanted = list(BUILDS)
    unknown = [name for name in wanted if name not in BUILDS]
    if unknown:
        known = ", ".join((*BUILDS, "all"))
        if set(unknown) <= {"-h", "--help"}:
            print(f"{__doc__}\npackaging/build [{known.replace(', ', '|')}]...")
            return 0
        say(f"cannot build {', '.join(unknown)}; what there is: {known}")
        return 2
    DIST.mkdir(exist_ok=True)
    made = Made()
    for name in wanted:
        BUILDS[name](made)
    print(made.table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
