"""What is written below each step, and for how long."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.export.film.band import MOST_HIGH, Band
from sidecar_viz.export.film.schedule import scheduled
from sidecar_viz.export.film.subtitles import subtitles
from sidecar_viz.export.film.words import Words, words_of
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.band import band_colours
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.brush.theme import DARK, LIGHT, THEMES

ROOT = Path(__file__).parents[3]
LESSONS = sorted(path.parent.name for path in ROOT.glob("lessons/*/lesson.yaml"))


def test_a_step_has_its_number_and_opening_and_ending_have_none(
    sidecar_lesson: Lesson,
) -> None:
    """They are not among the steps that are counted."""
    timeline = Timeline(sidecar_lesson)
    found = [words_of(timeline, number) for number in range(timeline.final + 1)]

    assert [words.number for words in found] == [None, 1, 2, 3, 4, 5, 6, None]
    assert [words.lit for words in found] == [0, 1, 2, 3, 4, 5, 6, 6]
    assert found[4].heading == "4. Sidecar reads logs"
    assert (
        found[-1].title
        == "A sidecar gives the app what it lacks, and the app stays as it is."
    )


def test_a_step_that_cannot_happen_says_why(sidecar_lesson: Lesson) -> None:
    """Its title is struck out; the what-if's question comes first of all."""
    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "network-down")
    timeline = Timeline(sidecar_lesson, what_if)

    assert words_of(timeline, 0).title == what_if.title
    fifth = words_of(timeline, 5)
    assert fifth.struck
    assert fifth.text.startswith("**Cannot happen:** The network is down")


def test_captions_beside_the_film_begin_and_end_with_their_step(lesson: Lesson) -> None:
    """As WebVTT, with nothing that a player would take for its own marks."""
    timeline = Timeline(lesson)
    schedule = scheduled(timeline, 10, lambda _number: 2.5)
    first, second, third = (chapter.first for chapter in schedule.chapters)

    blocks = subtitles(timeline, schedule).split("\n\n")

    assert blocks[0] == "WEBVTT"
    assert (first, second) == (0, 25)
    assert blocks[2].startswith("00:00:02.500 --> ")
    assert blocks[2].endswith("\n<b>1. The app runs</b>")
    last = blocks[3].splitlines()
    begin, end = third / 10, schedule.frames / 10
    assert last[0] == f"00:00:{begin:06.3f} --> 00:00:{end:06.3f}"


def test_captions_hold_no_marks_of_their_own(sidecar_lesson: Lesson) -> None:
    """Bold is WebVTT's, and signs of HTML are letters."""
    text = subtitles(
        Timeline(sidecar_lesson),
        scheduled(Timeline(sidecar_lesson), 60, lambda _number: 2.5),
    )

    assert "Through the <b>shared volume</b>, the sidecar reads" in text
    assert "**" not in text
    assert "`" not in text


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (960, 540), (320, 180)])
@pytest.mark.parametrize("name", LESSONS)
def test_the_longest_words_fit_the_band(
    qapp: QGuiApplication, name: str, size: tuple[int, int]
) -> None:
    """Of every lesson and what-if; and most of the height is the stage's."""
    del qapp
    load_fonts(ROOT / "resources" / "fonts")
    lesson = load_lesson(ROOT / "lessons" / name / "lesson.yaml")
    for what_if in (None, *lesson.what_ifs):
        timeline = Timeline(lesson, what_if)
        every = [words_of(timeline, n) for n in range(timeline.final + 1)]
        band = Band(size, LIGHT, every, timeline.end)

        assert band.height % 2 == 0
        assert band.height <= size[1] * MOST_HIGH + 2
        assert all(band.fits(words) for words in every)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_band_is_painted_below_and_nowhere_else(
    qapp: QGuiApplication, theme: object
) -> None:
    """It has the colours of the theme; the line shows how many steps have come."""
    del qapp
    load_fonts(ROOT / "resources" / "fonts")
    used = LIGHT if theme is LIGHT else DARK
    words = Words(2, "A title", "A **sentence** to read.", 2)
    band = Band((640, 360), used, [words], 4)
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(0xFF00FF)
    with QPainter(image) as painter:
        band.paint(painter, 360 - band.height, words)
    colours = band_colours(used)
    top = 360 - band.height

    above = {image.pixel(x, y) for x in range(0, 640, 9) for y in range(top)}
    assert above == {0xFFFF00FF}
    assert image.pixelColor(20, top).name() == colours.number
    assert image.pixelColor(600, top).name() == colours.to_come
    assert image.pixelColor(630, 350).name() == colours.ground


def test_every_theme_has_a_band() -> None:
    """Also those with high contrast and for projectors."""
    assert all(band_colours(theme).ground for theme in THEMES.values())
