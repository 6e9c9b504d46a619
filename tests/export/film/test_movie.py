"""A film plays what the program shows, at the right time."""

from __future__ import annotations

import errno
import io
import threading
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import av
import pytest
from av import Packet
from av.container import OutputContainer
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.film.colours import to_yuv420p
from sidecar_viz.export.film.encoder import AHEAD, Encoder
from sidecar_viz.export.film.frames import Frames
from sidecar_viz.export.film.kinds import KINDS
from sidecar_viz.export.film.movie import film
from sidecar_viz.export.film.schedule import Chapter, Schedule, scheduled
from sidecar_viz.export.film.words import dwell_of, words_of
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.paint.brush.theme import DARK, THEMES
from tests.export.film.made import bundled, difference, frames_of, made

FILMS = [".mp4", ".webm"]
LIKE = 2.5
"""The mean difference (0 to 255) that encoding makes, at most; that of the moments that
are compared is larger, as the test sees."""


def schedule_of(lesson: Lesson, rate: int) -> Schedule:
    """Lay a film out as it must be."""
    timeline = Timeline(lesson)
    return scheduled(timeline, rate, lambda number: dwell_of(timeline, number))


@pytest.mark.parametrize("ending", FILMS)
def test_its_frames_are_those_of_the_program(
    qapp: QGuiApplication, sidecar_lesson: Lesson, ending: str
) -> None:
    """At six moments: the opening, on the way, at rest, and the ending."""
    del qapp
    size, rate = (1280, 720), 10
    timeline = Timeline(sidecar_lesson)
    schedule = schedule_of(sidecar_lesson, rate)
    found = frames_of(made(sidecar_lesson, ending, size=size).data, ending)
    high = Frames(timeline, _blank(size), THEMES["light"], captions=True).stage[1]
    chapters = schedule.chapters
    frames = [
        *(0, chapters[2].first + chapters[2].moving // 2, chapters[3].first + 3),
        *(chapters[4].first + 11, chapters[5].first + 12, chapters[7].first),
    ]
    before = _blank((size[0], high))
    for frame in frames:
        chapter = next(one for one in chapters if one.first <= frame < one.end)
        last = chapter.number > timeline.end
        stage = (
            timeline.rest(timeline.final)
            if last
            else timeline.stage_at(chapter.position_at(frame))
        )
        wanted = still(sidecar_lesson, stage, (size[0], high), THEMES["light"])
        shown = found[round(1000 * frame / rate)].copy(QRect(0, 0, size[0], high))

        assert difference(shown, wanted) < LIKE < difference(shown, before), frame
        before = wanted


def _blank(size: tuple[int, int]) -> QImage:
    return QImage(*size, QImage.Format.Format_RGB32)


@pytest.mark.parametrize("ending", FILMS)
def test_it_has_a_chapter_for_each_step(
    qapp: QGuiApplication, lesson: Lesson, ending: str
) -> None:
    """They begin where the step's words do, and it is as long as they are."""
    del qapp
    schedule = schedule_of(lesson, 10)
    data = made(lesson, ending).data

    with av.open(io.BytesIO(data), "r") as film:
        chapters = film.chapters()
        assert film.metadata["title"] == "A pod with one container"
        assert film.duration == pytest.approx(schedule.seconds * 1e6, abs=2e5)
        stream = film.streams.video[0]
        assert (stream.width, stream.height) == (640, 360)
        assert stream.codec_context.colorspace == 1
        assert stream.codec_context.color_range == 1
    titles = [chapter["metadata"]["title"] for chapter in chapters]
    starts = [
        float(chapter["start"] * (chapter["time_base"] or Fraction(0)))
        for chapter in chapters
    ]
    timeline = Timeline(lesson)
    assert titles == [words_of(timeline, number).heading for number in range(3)]
    assert starts == pytest.approx([one.first / 10 for one in schedule.chapters])


def test_all_that_moves_has_its_frames(qapp: QGuiApplication, lesson: Lesson) -> None:
    """Sixty a second while something moves; at rest two, and the last."""
    del qapp
    schedule = schedule_of(lesson, 60)
    found = frames_of(made(lesson, ".mp4", rate=60, size=(320, 180)).data, ".mp4")

    wanted = [round(1000 * m.frame / 60) for m in schedule.moments(30)]
    assert [*found] == wanted
    assert len(wanted) < schedule.frames / 2


@pytest.mark.parametrize("ending", FILMS)
def test_the_same_lesson_gives_the_same_bytes(
    qapp: QGuiApplication, lesson: Lesson, ending: str
) -> None:
    """So that a course can keep films in version control."""
    del qapp
    first, second = (made(lesson, ending, rate=30).data for _ in range(2))

    assert first == second
    assert b"Lavf6" not in first  # nor the version of what encoded it


def test_an_mp4_begins_with_its_index(qapp: QGuiApplication, lesson: Lesson) -> None:
    """A page can play it while it still loads."""
    del qapp
    data = made(lesson, ".mp4").data

    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_it_says_how_far_it_is(qapp: QGuiApplication, lesson: Lesson) -> None:
    """From nothing to all, never back."""
    del qapp
    done = made(lesson, ".mp4").done

    assert done == sorted(done)
    assert len(done) > 20
    assert (done[0], done[-1]) == (0.0, 1.0)


def test_captions_beside_leave_the_stage_the_whole_picture(
    qapp: QGuiApplication, lesson: Lesson
) -> None:
    """And they are in a file of the name that was asked for."""
    del qapp
    found = made(lesson, ".mp4", beside="small.vtt", theme="dark")
    first = frames_of(found.data, ".mp4")[0]

    assert [*found.beside] == ["small.vtt"]
    assert found.beside["small.vtt"].startswith(b"WEBVTT\n")
    wanted = still(lesson, Timeline(lesson).stage_at(0.0), (640, 360), DARK)
    assert difference(first, wanted) < LIKE


def test_a_step_alone_is_shorter(qapp: QGuiApplication, lesson: Lesson) -> None:
    """It has one chapter, and another one is another film."""
    del qapp
    one, two, whole = (made(lesson, ".mp4", only=n).data for n in (1, 2, None))

    assert one != two
    assert len(frames_of(one, ".mp4")) < len(frames_of(whole, ".mp4"))
    with av.open(io.BytesIO(one), "r") as film:
        (chapter,) = film.chapters()
    assert chapter["metadata"]["title"] == "1. The app runs"


@pytest.mark.parametrize("name", ["sidecar", "job"])
@pytest.mark.parametrize("size", [(1280, 900), (640, 360)])
def test_a_frame_that_is_painted_over_the_last_is_whole(
    qapp: QGuiApplication, name: str, size: tuple[int, int]
) -> None:
    """Only what differs is painted, and nothing of an earlier frame is left."""
    del qapp
    timeline = Timeline(bundled(name))
    schedule = scheduled(timeline, 4, lambda _number: 0.25)
    image = _blank(size)
    frames = Frames(timeline, image, THEMES["light"], captions=True)
    for number, moment in enumerate(schedule.moments(None)):
        if not moment.fresh:
            continue
        frames.paint(moment)
        if number % 3 and moment.position != int(moment.position):
            continue
        fresh = _blank(size)
        Frames(timeline, fresh, THEMES["light"], captions=True).paint(moment)

        assert difference(image, fresh) < 0.4, moment.position


@pytest.mark.storm
def test_a_film_of_4k_is_made(qapp: QGuiApplication, lesson: Lesson) -> None:
    """With thirty frames a second."""
    del qapp
    data = made(lesson, ".mp4", size=(3840, 2160), rate=30, only=2).data

    first = next(iter(frames_of(data, ".mp4").values()))
    assert (first.width(), first.height()) == (3840, 2160)


def test_who_stops_in_between_ends_the_encoding(
    qapp: QGuiApplication, sidecar_lesson: Lesson
) -> None:
    """No thread goes on with what nobody will read."""
    del qapp
    pieces = film(
        sidecar_lesson,
        ".mp4",
        size=(320, 180),
        rate=10,
        theme="light",
        what_if=None,
        only=None,
        beside="",
    )
    for _ in range(5):
        next(pieces)
    assert is_encoding()
    pieces.close()
    assert not is_encoding()


def is_encoding() -> bool:
    """Tell whether a thread encodes."""
    return any(one.name.startswith("encoder") for one in threading.enumerate())


def test_what_fails_in_encoding_is_said(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends the film, though what comes after it could be encoded."""
    del qapp
    mux = OutputContainer.mux
    fails = iter([True])

    def full(container: OutputContainer, packets: Sequence[Packet[Any]]) -> None:
        if next(fails, False):
            raise OSError(errno.ENOSPC, "no space")
        mux(container, packets)

    monkeypatch.setattr(OutputContainer, "mux", full)
    with encoder() as made, pytest.raises(OSError, match="no space"):
        add_all(made)


def test_frames_are_never_far_ahead_of_their_encoding(qapp: QGuiApplication) -> None:
    """Each that waits is some megabytes."""
    del qapp
    with encoder() as made:
        for at in range(20):
            made.add(at, begins=at == 0)
            assert len(made._waiting) <= AHEAD + 1
        assert made.finished()


def add_all(made: Encoder) -> None:
    """Give all frames, and end the film."""
    for at in range(20):
        made.add(at, begins=at == 0)
    made.finished()


def encoder() -> Encoder:
    """Begin a small film of twenty frames."""
    chapter = Chapter(number=0, first=0, before=0, moving=0, resting=20)
    schedule = Schedule(10, (chapter,))
    return Encoder(KINDS[".mp4"], (64, 64), schedule, ("A", "B"), to_yuv420p)
