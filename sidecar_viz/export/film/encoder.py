"""Encodes the frames of a film, with its chapters, into memory."""

from __future__ import annotations

import io
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from typing import Self

import av
from av import VideoFrame
from PySide6.QtGui import QImage

from sidecar_viz.export.film.colours import Converted, tag_bt709
from sidecar_viz.export.film.kinds import Kind
from sidecar_viz.export.film.schedule import Schedule

THREADS = 1
"""Fixed, as what an encoder writes depends on it: the same bytes on any computer."""
AHEAD = 1
"""How many frames may wait to be encoded: each is some megabytes."""
PICTURE_ANY, PICTURE_I = 0, 1
"""What a frame is encoded as: whatever is best, or whole, to begin playing from."""
A_SAMPLE, A_CHAPTER, HEAD = 40, 600, 20_000
"""Bytes in the index of an MP4 at most: for a frame, for a chapter, beside them."""


class Encoder:
    """Takes frames of one size and gives a film's bytes.

    A frame is encoded in a thread of its own while the next one is painted. It is a
    context, at whose end nothing is encoded any more.

    Attributes:
        image: what the next frame shows: it is to be painted on.
    """

    def __init__(
        self,
        kind: Kind,
        size: tuple[int, int],
        schedule: Schedule,
        titles: tuple[str, ...],
        converted: Converted,
    ) -> None:
        """Begin a film.

        Args:
            size: of its frames, in pixels.
            schedule: when there are frames.
            titles: the film's own, and then that of each chapter.
            converted: turns a frame from blue, green, red and nothing into the pixels
                that the kind of film has.
        """
        self._written = io.BytesIO()
        self._base = Fraction(1, schedule.rate)
        options = {"fflags": "+bitexact", **kind.container_options}
        if kind.container == "mp4":  # the index comes first: it plays while it loads
            index = HEAD + A_SAMPLE * schedule.frames + A_CHAPTER * len(titles)
            options["moov_size"] = str(index)
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
        context.pix_fmt = kind.pixels
        context.time_base = self._base
        context.thread_count = THREADS
        context.gop_size = schedule.frames
        if kind.pixels == "yuv420p":
            tag_bt709(self._stream.codec_context)
        self._taken = VideoFrame(*size, "bgra")
        self.image = _image_of(self._taken)
        self._converted = converted
        self._encoded = self._taken
        self._thread = ThreadPoolExecutor(1, "encoder")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Encode nothing more; returns when the thread has ended."""
        self._thread.shutdown(cancel_futures=True)

    def add(self, at: int, *, begins: bool) -> None:
        """Encode the image as the frame with a number; *begins* a chapter, or not."""
        self._taken.pts, self._taken.time_base = at, self._base
        self._encoded = self._converted(self._taken)
        self._hand_over(at, PICTURE_I if begins else PICTURE_ANY)

    def repeat(self, at: int) -> None:
        """Encode the last image once more as the frame with a number."""
        self._hand_over(at, PICTURE_ANY)

    def finished(self) -> bytes:
        """End the film and give all its bytes."""
        self._wait(0)
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._written.getvalue()

    def _hand_over(self, at: int, kind: int) -> None:
        """Let the thread encode the last frame, after those it has been given."""
        self._wait(AHEAD)
        job = self._thread.submit(self._encode, self._encoded, at, kind)
        self._waiting.append(job)
        if self._encoded is self._taken:  # it is painted on next
            self._wait(0)

    def _wait(self, most: int) -> None:
        """Wait until at most so many frames are not encoded; raises what went wrong."""
        while len(self._waiting) > most:
            self._waiting.popleft().result()

    def _encode(self, frame: VideoFrame, at: int, kind: int) -> None:
        frame.pts, frame.time_base, frame.pict_type = at, self._base, kind
        self._container.mux(self._stream.encode(frame))


def _image_of(frame: VideoFrame) -> QImage:
    """Return an image that is the frame's own memory: nothing need be copied."""
    plane, form = frame.planes[0], QImage.Format.Format_RGB32
    pixels = memoryview(plane)
    return QImage(pixels, frame.width, frame.height, plane.line_size, form)
