"""Make the icons' PNG, ICO and ICNS files from their SVG drawings.

After a change of a drawing: `python packaging/make_icons.py`, then look at them.
The same drawings give the same bytes.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
FEW_PIXELS = 32  # up to here the plain drawing is used
LESSON_SIZES = (32, 64, 128)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512}


def rendered(drawing: Path, side: int) -> QImage:
    """Draw an SVG into a square of *side* pixels."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    with QPainter(picture) as painter:
        QSvgRenderer(str(drawing)).render(painter)
    return picture.convertToFormat(QImage.Format.Format_ARGB32)


def program_icon(side: int) -> QImage:
    """The program's icon; small ones have a plainer drawing."""
    plain = side <= FEW_PIXELS
    name = "sidecar-viz-small.svg" if plain else "sidecar-viz.svg"
    return rendered(FOLDER / name, side)


def png(picture: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG files, by their side (256 is written as 0)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for side, data in pictures.items():
        byte = side % 256
        head += struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(pictures.values())


def icns(pictures: dict[str, bytes]) -> bytes:
    """A macOS icon of PNG files, by their type."""
    body = b"".join(
        kind.encode() + struct.pack(">I", len(data) + 8) + data
        for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write all files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    made = {side: png(program_icon(side)) for side in SIZES}
    for side, data in made.items():
        (FOLDER / f"sidecar-viz-{side}.png").write_bytes(data)
    for side in LESSON_SIZES:
        picture = rendered(FOLDER / "lesson.svg", side)
        (FOLDER / f"lesson-{side}.png").write_bytes(png(picture))
    (FOLDER / "sidecar-viz.ico").write_bytes(ico({s: made[s] for s in ICO_SIZES}))
    apple = {kind: made[side] for kind, side in ICNS_TYPES.items()}
    (FOLDER / "sidecar-viz.icns").write_bytes(icns(apple))
    application.quit()


if __name__ == "__main__":
    main()
