"""The pictures in docs/exports.md: what other programs show of exports.

Needs Debian's chromium, libreoffice-impress and poppler-utils.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from course_page import write_course
from PIL import Image  # python-pptx brings it
from PySide6.QtGui import QImage

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images" / "exports"


class Shown(NamedTuple):
    """A page of an export: what is exported, which page, how many dots an inch."""

    name: str
    out: str
    more: tuple[str, ...]
    page: int
    dots: int


WIDTHS = {"page": 900, "course": 760, "film": 800, "save-as": 800}
"""Pictures of windows: pixels across in the pages of docs."""
SAVE_AS = """
import sys
from pathlib import Path
from sidecar_viz.app.qt_application import make_application
app = make_application()
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.saving.save_dialog import SaveDialog
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.fonts import load_fonts
load_fonts(Path("resources/fonts"))
path = Path("lessons/sidecar/lesson.yaml")
chosen = Preferences(motion="none", theme="light")
program = connected_program(load_lesson(path), path, chosen)
program.window.resize(1600, 900)
program.window.show()
program.player.jump(4)
program.saving.ask()
(dialog,) = [one for one in app.topLevelWidgets() if isinstance(one, SaveDialog)]
dialog.list.setCurrentRow(1)
app.processEvents()
dialog.resize(900, 620)
app.processEvents()
dialog.grab().save(sys.argv[1])
"""
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
        page = Path(folder, "sidecar.html")
        _export(page)
        _browsed(f"{page.as_uri()}?step=4", "page", "1280,720")
        _browsed(write_course(Path(folder)).as_uri(), "course", "1280,1000")
        _film_frame(Path(folder, "sidecar.mp4"))
    _export(IMAGES / "looping.gif", "--step", "5")
    _save_as(IMAGES / "save-as.png")
    for name, wide in WIDTHS.items():
        _make_small(IMAGES / f"{name}.png", wide)


def _make_small(path: Path, wide: int) -> None:
    """Write a picture anew, so many pixels wide and with its own 256 colours."""
    with Image.open(path) as picture:
        whole = picture.convert("RGB")
    high = round(whole.height * wide / whole.width)
    small = whole.resize((wide, high), Image.Resampling.LANCZOS)
    few = small.quantize(256, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def _browsed(address: str, name: str, size: str) -> None:
    """Make a picture of what Chromium shows at an address, in this many pixels."""
    command = [
        *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
        *("--disable-background-networking", "--hide-scrollbars"),
        *(f"--window-size={size}", "--virtual-time-budget=6000"),
        *(f"--screenshot={IMAGES / name}.png", address),
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _film_frame(out: Path) -> None:
    """Make a picture of a film's fourth step."""
    import av  # noqa: PLC0415 - of an extra

    _export(out, "--size", "960x540", "--step", "4")
    with av.open(str(out)) as film:
        *_, last = film.decode(video=0)
        frame = last.reformat(format="rgb24")
    plane, form = frame.planes[0], QImage.Format.Format_RGB888
    pixels = memoryview(plane)
    image = QImage(pixels, frame.width, frame.height, plane.line_size, form)
    image.save(str(IMAGES / "film.png"))


def _save_as(out: Path) -> None:
    """Make a picture of the dialog that saves."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SAVE_AS, str(out)]
    subprocess.run(command, check=True, env=environ)


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
