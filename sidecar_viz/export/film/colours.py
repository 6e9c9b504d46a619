"""Turns painted frames into the pixels that codecs take."""

from __future__ import annotations

# PyAV is an extra: a program without it does everything else.
# ruff: noqa: PLC0415
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from av import VideoFormat, VideoFrame
    from av.video.codeccontext import VideoCodecContext

TICK = Fraction(1, 100)
COLOURS = 256
Converted = Callable[["VideoFrame"], "VideoFrame"]


def unchanged(frame: VideoFrame) -> VideoFrame:
    """Return the frame."""
    return frame


def to_yuv420p(frame: VideoFrame) -> VideoFrame:
    """Return a frame in YUV 4:2:0 by BT.709, in the range of television."""
    from av.video.reformatter import ColorRange, Colorspace

    return frame.reformat(
        format="yuv420p",
        dst_colorspace=Colorspace.ITU709,
        src_color_range=ColorRange.JPEG,
        dst_color_range=ColorRange.MPEG,
    )


def tag_bt709(context: VideoCodecContext) -> None:
    """Write into a film that its colours are as `to_yuv420p` makes them."""
    from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

    context.color_range = ColorRange.MPEG
    context.color_primaries = ColorPrimaries.BT709
    context.color_trc = ColorTrc.BT709
    context.colorspace = Colorspace.ITU709


def to_palette(frames: Iterable[VideoFrame], size: tuple[int, int]) -> Converted:
    """Return what gives frames of one *size* the colours that suit some of them best.

    Without dithering: its dots would be new in each frame, and large in a file.

    Args:
        frames: some frames, at least one.
        size: of all frames, in pixels.
    """
    from av.filter import Graph

    palette = _palette(frames, size)
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


def _palette(frames: Iterable[VideoFrame], size: tuple[int, int]) -> VideoFrame:
    from av.filter import Graph

    graph = Graph()
    source = graph.add_buffer(**_like(size))
    made = graph.add("palettegen", f"max_colors={COLOURS}:stats_mode=full")
    sink = graph.add("buffersink")
    source.link_to(made)
    made.link_to(sink)
    graph.configure()
    for number, frame in enumerate(frames):
        frame.pts, frame.time_base = number, TICK
        source.push(frame)
    source.push(None)
    return graph.vpull()


class _Buffer(TypedDict):
    width: int
    height: int
    format: VideoFormat
    time_base: Fraction


def _like(size: tuple[int, int]) -> _Buffer:
    """Return what a filter must know of the frames that it is given."""
    from av import VideoFormat

    return {
        "width": size[0],
        "height": size[1],
        "format": VideoFormat("bgra"),
        "time_base": TICK,
    }
