"""Turns painted frames into the pixels that codecs take."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from math import isqrt
from typing import TypedDict

from av import VideoFormat, VideoFrame
from av.filter import Graph
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from PySide6.QtGui import QImage

TICK = Fraction(1, 100)
COLOURS = 256
WIDE = 256  # pixels, of a picture of all colours
Converted = Callable[[VideoFrame], VideoFrame]


def unchanged(frame: VideoFrame) -> VideoFrame:
    """Return the frame."""
    return frame


def to_yuv420p(frame: VideoFrame) -> VideoFrame:
    """Return a frame in YUV 4:2:0 by BT.709, in the range of television."""
    return frame.reformat(
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )


def tag_bt709(context: VideoCodecContext) -> None:
    """Write into a film that its colours are as `to_yuv420p` makes them."""
    context.color_range = ColorRange.MPEG
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    context.colorspace = Colorspace.ITU709


def to_palette(images: Iterable[QImage], size: tuple[int, int]) -> Converted:
    """Return what gives frames of one *size* the 256 colours that suit images best.

    Without dithering: its dots would be new in each frame, and large in a file.

    Args:
        images: some of the frames, at least one, as 32-bit RGB.
        size: of all frames, in pixels.
    """
    found: Counter[int] = Counter()
    for image in images:
        found.update(memoryview(image.constBits()).cast("I"))
    palette = _palette(found)
    graph = Graph()
    source = graph.add_buffer(**_like(size))
    colours = graph.add_buffer(**_like((palette.width, palette.height)))
    used, sink = graph.add("paletteuse", "dither=none"), graph.add("buffersink")
    source.link_to(used, 0, 0)
    colours.link_to(used, 0, 1)
    used.link_to(sink)
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)

    def converted(frame: VideoFrame) -> VideoFrame:
        source.push(frame)
        return graph.vpull()

    return converted


def _palette(found: Counter[int]) -> VideoFrame:
    """Choose from the colours that were found so many times.

    The root of how often there is one counts: there is much more of the ground and the
    letters than of a hue that tells who somebody is.
    """
    shown = array("I")
    for colour, often in sorted(found.items()):
        shown.extend([colour] * isqrt(often))
    size = (WIDE, max(1, len(shown) // WIDE))
    shown.extend([shown[-1]] * WIDE)
    weighed = VideoFrame(*size, "bgra")
    weighed.planes[0].update(shown[: size[0] * size[1]].tobytes())
    weighed.pts, weighed.time_base = 0, TICK
    graph = Graph()
    source = graph.add_buffer(**_like(size))
    made = graph.add("palettegen", f"max_colors={COLOURS}:stats_mode=full")
    sink = graph.add("buffersink")
    source.link_to(made)
    made.link_to(sink)
    graph.configure()
    source.push(weighed)
    source.push(None)
    return graph.vpull()


class _Buffer(TypedDict):
    width: int
    height: int
    format: VideoFormat
    time_base: Fraction


def _like(size: tuple[int, int]) -> _Buffer:
    """Return what a filter must know of the frames that it is given."""
    return {
        "width": size[0],
        "height": size[1],
        "format": VideoFormat("bgra"),
        "time_base": TICK,
    }
