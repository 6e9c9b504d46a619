"""The pictures in docs/exports.md: what other programs show of exports.

Needs Debian's libreoffice-impress and poppler-utils.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images" / "exports"


class Shown(NamedTuple):
    """A page of an export: what is exported, which page, how many dots an inch."""

    name: str
    out: str
    more: tuple[str, ...]
    page: int
    dots: int


SHOWN = (
    Shown("slide", "slide.pptx", (), 7, 40),
    Shown("worksheet", "pupils.pdf", ("--sheet", "pupils"), 1, 50),
    Shown("worksheet-moments", "pupils.pdf", ("--sheet", "pupils"), 2, 50),
    Shown("review", "review.pdf", ("--sheet", "review"), 1, 50),
)


def main() -> None:
    """Make all of them."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for shown in SHOWN:
            _make(shown, Path(folder))
    _export(IMAGES / "looping.gif", "--step", "5")


def _export(out: Path, *more: str) -> None:
    command = [sys.executable, "-m", "sidecar_viz", "export", "sidecar", str(out)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([*command, *more], check=True, env=environ)


def _make(shown: Shown, folder: Path) -> None:
    out = folder / shown.out
    _export(out, *shown.more)
    if out.suffix != ".pdf":
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        convert = ["soffice", home, "--headless", "--convert-to", "pdf", out.name]
        subprocess.run(convert, check=True, cwd=folder, stdout=subprocess.DEVNULL)
    page = str(shown.page)
    subprocess.run(
        [
            *("pdftoppm", "-png", "-singlefile", "-f", page, "-r", str(shown.dots)),
            *(str(out.with_suffix(".pdf")), str(IMAGES / shown.name)),
        ],
        check=True,
    )


if __name__ == "__main__":
    main()
