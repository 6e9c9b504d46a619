"""Encodes the frames of a film, with its chapters, into memory."""

from __future__ import annotations

# PyAV is an extra: a program without it does everything else.
# ruff: noqa: PLC0415
import io
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from PySide6.QtGui import QImage

from sidecar_viz.export.film.schedule import Schedule

THREADS = 4
"""Fixed, as what an encoder writes depends on it: the same bytes on any computer."""
PICTURE_ANY, PICTURE_I = 0, 1
"""What a frame is encoded as: whatever is best, or whole, to begin playing from."""
A_SAMPLE, A_CHAPTER, HEAD = 40, 600, 20_000
"""Bytes in the index of an MP4 at most: for a frame, for a chapter, beside them."""


class Kind(Struct, frozen=True):
    """How a kind of film is encoded: container, codec and its options."""

    container: str
    codec: Literal["libx264", "libvpx-vp9"]
    options: dict[str, str]


MP4 = Kind(
    "mp4",
    "libx264",
    {"preset": "veryfast", "crf": "20", "x264-params": "cpu-independent=1"},
)
WEBM = Kind(
    "webm",
    "libvpx-vp9",
    {
        "deadline": "realtime",
        "cpu-used": "8",
        "row-mt": "1",
        "tile-columns": "2",
        "crf": "24",
        "b": "0",
    },
)


class Encoder:
    """Takes frames of one size and gives a film's bytes.

    Attributes:
        stride: the width (pixels) that images must have to be taken as they are.
    """

    def __init__(
        self,
        kind: Kind,
        size: tuple[int, int],
        schedule: Schedule,
        titles: tuple[str, ...],
    ) -> None:
        """Begin a film.

        Args:
            size: of its frames, both even.
            schedule: when there are frames.
            titles: the film's own, and then that of each chapter.
        """
        import av
        from av.video.reformatter import (
            ColorPrimaries,
            ColorRange,
            Colorspace,
            ColorTrc,
        )

        self._written = io.BytesIO()
        self._base = Fraction(1, schedule.rate)
        index = HEAD + A_SAMPLE * schedule.frames + A_CHAPTER * len(titles)
        options = {"fflags": "+bitexact"}
        if kind.container == "mp4":
            options["moov_size"] = str(index)  # so that it begins to play at once
        self._container = av.open(
            self._written, "w", format=kind.container, container_options=options
        )
        self._container.metadata["title"] = titles[0]
        self._container.set_chapters(
            [
                {
                    "id": number,
                    "start": chapter.first,
                    "end": chapter.end,
                    "time_base": self._base,
                    "metadata": {"title": title},
                }
                for number, (chapter, title) in enumerate(
                    zip(schedule.chapters, titles[1:], strict=True)
                )
            ]
        )
        self._stream = self._container.add_stream(
            kind.codec,
            rate=schedule.rate,
            options={**kind.options, "flags": "+bitexact"},
        )
        context = self._stream.codec_context
        context.width, context.height = size
        context.pix_fmt = "yuv420p"
        context.time_base = self._base
        context.thread_count = THREADS
        context.gop_size = schedule.frames
        context.color_range = ColorRange.MPEG
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        context.colorspace = Colorspace.ITU709
        self._taken = av.VideoFrame(*size, "bgra")
        self._encoded = av.VideoFrame(*size, "yuv420p")
        self.stride = self._taken.planes[0].line_size // 4

    def add(self, image: QImage, at: int, *, begins: bool) -> None:
        """Encode an image as the frame with a number; *begins* a chapter, or not."""
        from av.video.reformatter import ColorRange, Colorspace

        pixels = image.constBits()
        self._taken.planes[0].update(pixels)  # type: ignore[arg-type] # takes any buffer
        self._encoded = self._taken.reformat(
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
        )
        self._encode(at, PICTURE_I if begins else PICTURE_ANY)

    def repeat(self, at: int) -> None:
        """Encode the last image once more as the frame with a number."""
        self._encode(at, PICTURE_ANY)

    def finished(self) -> bytes:
        """End the film and give all its bytes."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._written.getvalue()

    def _encode(self, at: int, kind: int) -> None:
        frame = self._encoded
        frame.pts, frame.time_base, frame.pict_type = at, self._base, kind
        self._container.mux(self._stream.encode(frame))
