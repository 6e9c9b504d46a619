"""Colours come through as they were painted."""

from __future__ import annotations

import pytest
from av import VideoFrame
from PySide6.QtGui import QImage

from sidecar_viz.export.film.colours import to_palette, to_yuv420p

SIZE = (64, 64)


def plain(colour: int) -> VideoFrame:
    """Make a frame of one colour."""
    frame = VideoFrame(*SIZE, "bgra")
    pixels = (0xFF000000 | colour).to_bytes(4, "little")
    frame.planes[0].update(pixels * (frame.planes[0].buffer_size // 4))
    frame.pts = 0
    return frame


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        (0xFF0000, (63, 102, 240)),
        (0x00FF00, (173, 42, 26)),
        (0x0000FF, (32, 240, 118)),
        (0xFFFFFF, (235, 128, 128)),
        (0x000000, (16, 128, 128)),
    ],
)
def test_a_film_has_the_colours_of_bt709(
    colour: int, wanted: tuple[int, int, int]
) -> None:
    """As it is written into it; those of BT.601 would be seen as others."""
    planes = to_yuv420p(plain(colour)).planes

    assert tuple(bytes(plane)[0] for plane in planes) == pytest.approx(wanted, abs=1)


def test_a_rare_hue_keeps_its_place_in_the_palette() -> None:
    """Among many greys, each of which is there far more often."""
    image = QImage(512, 512, QImage.Format.Format_RGB32)
    for y in range(512):
        for x in range(512):
            image.setPixel(x, y, 0xFF000000 | 0x010101 * ((x + y) // 4))
    for x in range(40):
        image.setPixel(x, 0, 0xFF0B7A55)
    frame = plain(0x0B7A55)

    shown = to_palette([image], SIZE)(frame).reformat(format="rgb24")

    red, green, blue = bytes(shown.planes[0])[:3]
    assert (red, green, blue) == pytest.approx((0x0B, 0x7A, 0x55), abs=16)
