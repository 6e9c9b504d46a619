"""A looping picture: small, for ever, and every hue as it is."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import av
import pytest
from PySide6.QtGui import QGuiApplication

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.film.frames import Frames
from sidecar_viz.export.film.schedule import scheduled
from sidecar_viz.export.film.words import dwell_of
from sidecar_viz.export.pictures.stills import still
from sidecar_viz.paint.brush.theme import THEMES
from tests.export.film.made import ROOT, bundled, difference, frames_of, made
from tests.export.film.test_movie import _blank

LESSONS = sorted(path.parent.name for path in ROOT.glob("lessons/*/lesson.yaml"))
LOOPS = [".gif", ".webp"]
MOST = 3_000_000
WHOLE = (960, 540)


@pytest.mark.storm
@pytest.mark.parametrize("ending", LOOPS)
@pytest.mark.parametrize("name", LESSONS)
def test_a_whole_lesson_is_small(qapp: QGuiApplication, name: str, ending: str) -> None:
    """It goes into a chat: at most 3 MB at 960x540."""
    del qapp
    assert len(made(bundled(name), ending, size=WHOLE).data) <= MOST


@pytest.mark.storm
def test_in_the_dark_it_is_small_too(qapp: QGuiApplication) -> None:
    """The lesson with the most steps is the largest."""
    del qapp
    assert len(made(bundled("job"), ".gif", size=WHOLE, theme="dark").data) <= MOST


def test_a_gif_is_the_stage_in_256_colours(
    qapp: QGuiApplication, sidecar_lesson: Lesson
) -> None:
    """Its frames differ from the program's by so little that every hue is kept."""
    del qapp
    timeline = Timeline(sidecar_lesson)
    data = made(sidecar_lesson, ".gif", size=WHOLE).data
    found = frames_of(data, ".gif")
    high = Frames(timeline, _blank(WHOLE), THEMES["light"], captions=True).stage[1]
    schedule = scheduled(timeline, 10, lambda number: dwell_of(timeline, number))
    for chapter in schedule.chapters[1:-1]:
        frame = chapter.first + chapter.moving - 1
        stage = timeline.rest(chapter.number)
        wanted = still(sidecar_lesson, stage, (WHOLE[0], high), THEMES["light"])
        shown = found[100 * frame].copy(0, 0, WHOLE[0], high)

        assert difference(shown, wanted) < 2.0, chapter.number


def delays(data: bytes) -> list[int]:
    """Return how long each frame of a GIF stays, in hundredths of a second."""
    found = data.split(b"\x21\xf9\x04")[1:]
    return [struct.unpack("<H", part[1:3])[0] for part in found]


def test_a_gif_rests_in_one_frame(qapp: QGuiApplication, lesson: Lesson) -> None:
    """It is as long as the film, loops for ever, and holds what does not move."""
    del qapp
    timeline = Timeline(lesson)
    schedule = scheduled(timeline, 10, lambda number: dwell_of(timeline, number))
    data = made(lesson, ".gif").data

    assert b"NETSCAPE2.0\x03\x01\x00\x00\x00" in data
    assert sum(delays(data)) == schedule.frames * 10
    assert len(delays(data)) == len(list(schedule.moments(None)))
    assert delays(data)[0] == 250


def test_a_webp_is_animated_and_loops(qapp: QGuiApplication, lesson: Lesson) -> None:
    """It begins again after its end, without a limit."""
    del qapp
    data = made(lesson, ".webp").data

    assert (data[:4], data[8:12]) == (b"RIFF", b"WEBP")
    at = data.index(b"ANIM") + 8
    assert struct.unpack("<H", data[at + 4 : at + 6]) == (0,)
    assert data.count(b"ANMF") > 10


@pytest.mark.parametrize("ending", LOOPS)
def test_the_same_lesson_gives_the_same_picture(
    qapp: QGuiApplication, lesson: Lesson, ending: str
) -> None:
    """Byte for byte."""
    del qapp
    assert made(lesson, ending).data == made(lesson, ending).data


def test_one_step_is_a_picture_of_its_own(
    qapp: QGuiApplication, lesson: Lesson, tmp_path: Path
) -> None:
    """Smaller than the lesson, and playable from a file."""
    del qapp
    step, whole = (made(lesson, ".gif", only=n).data for n in (2, None))
    (tmp_path / "step.gif").write_bytes(step)

    assert len(step) < len(whole)
    with av.open(tmp_path / "step.gif", "r") as film:
        assert film.streams.video[0].width == 640
    with av.open(io.BytesIO(whole), "r") as film:
        assert film.format.name == "gif"
