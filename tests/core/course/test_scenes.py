"""What the opening and the ending show, computed from the course."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.scenes import ending_scene, opening_scene
from sidecar_viz.core.course.timeline import GIVES_WAY, Timeline
from sidecar_viz.core.lesson import Figure, Lesson
from sidecar_viz.core.scene import EndingScene, OpeningScene


def ending_of(lesson: Lesson) -> EndingScene:
    """Make the ending of a lesson that has one."""
    made = ending_scene(course_of(lesson))
    assert made is not None
    return made


def test_the_opening_is_what_the_lesson_says(sidecar_lesson: Lesson) -> None:
    """Main is broken, five lines fall out, and of the first five others are traces."""
    scene = opening_scene(course_of(sidecar_lesson))
    assert scene is not None

    assert (scene.asks, scene.missing) == ("Which payment failed?", "app.log")
    assert (scene.broken.actor.id, scene.broken.state) == ("main", "Stopped")
    assert [item.number for item in scene.broken.falls] == [1, 4, 7, 9, 11]
    assert scene.broken.falls[1].text == "POST /pay **500**"
    assert scene.broken.kept == (1, 2, 3, 5)


def test_the_numbers_of_the_ending_are_computed(sidecar_lesson: Lesson) -> None:
    """What is written beside an actor does not count; what it holds or counted does."""
    ending = sidecar_lesson.ending
    assert ending is not None
    assert ending.gained is not None
    lies = [replace(number, text="99") for number in ending.gained.numbers]
    side = replace(ending.gained, numbers=tuple(lies))
    lesson = replace(sidecar_lesson, ending=replace(ending, gained=side))

    scene = ending_of(lesson)

    told = [(number.text, number.word) for number in scene.gained.numbers]
    assert told == [("12", "written"), ("9", "read"), ("6", "safe at the receiver")]
    assert scene.without is not None
    told = [(number.text, number.word) for number in scene.without.numbers]
    assert told == [("12", "written"), ("0", "left")]


def test_without_an_actor_a_number_is_as_written(sidecar_lesson: Lesson) -> None:
    """So a lesson may say what its steps do not count."""
    ending = sidecar_lesson.ending
    assert ending is not None
    assert ending.gained is not None
    side = replace(ending.gained, numbers=(Figure(word="saved", text="2 h"),))
    lesson = replace(sidecar_lesson, ending=replace(ending, gained=side))

    assert [number.text for number in ending_of(lesson).gained.numbers] == ["2 h"]


def test_the_holder_has_its_lines_and_the_columns_what_is_safe(
    sidecar_lesson: Lesson,
) -> None:
    """Lines 1 to 6 got out; what was in the volume is gone with it."""
    gained = ending_of(sidecar_lesson).gained

    assert [item.number for item in gained.held] == [1, 2, 3, 4, 5, 6]
    assert gained.frame is not None
    assert (gained.frame.actor.id, gained.frame.state) == ("pod", "Stopped")
    columns = {column.actor.id: column for column in gained.columns}
    assert list(columns) == ["main", "logs", "sidecar"]
    assert [len(column.items) for column in gained.columns] == [12, 12, 9]
    assert all(column.safe == (1, 2, 3, 4, 5, 6) for column in gained.columns)
    assert [column.gone for column in gained.columns] == [False, True, False]


def test_the_opening_gives_way_in_the_first_third(sidecar_lesson: Lesson) -> None:
    """It is whole at the start, less and less on the way, and then there no more."""
    timeline = Timeline(sidecar_lesson)
    start = timeline.stage_at(0.0)
    assert isinstance(start.scene, OpeningScene)
    assert start.covered

    shown = [timeline.stage_at(GIVES_WAY * part / 10).shown for part in range(11)]

    assert shown[0] == 1.0
    assert sorted(shown, reverse=True) == shown
    assert not timeline.stage_at(GIVES_WAY * 0.1).covered
    for position in (GIVES_WAY, 0.5, 1.0, 6.0):
        assert timeline.stage_at(position).scene is None


def test_the_ending_is_a_place_of_its_own(sidecar_lesson: Lesson) -> None:
    """It rests after the last step; no position leads there."""
    timeline = Timeline(sidecar_lesson)

    assert (timeline.end, timeline.final, timeline.ends) == (6, 7, True)
    assert isinstance(timeline.rest(7).scene, EndingScene)
    assert timeline.rest(7).actors == timeline.rest(6).actors
    assert timeline.stage_at(7.0) == timeline.rest(6)


def test_a_what_if_has_neither(sidecar_lesson: Lesson) -> None:
    """They tell of the lesson's own course."""
    timeline = Timeline(sidecar_lesson, sidecar_lesson.what_ifs[0])

    assert timeline.stage_at(0.0).scene is None
    assert (timeline.final, timeline.ends) == (6, False)


def test_a_lesson_without_them_is_as_it_was(sidecar_lesson: Lesson) -> None:
    """The empty stage at the start, and nothing after the last step."""
    lesson = replace(sidecar_lesson, opening=None, ending=None)
    timeline = Timeline(lesson)

    assert timeline.stage_at(0.0).scene is None
    assert timeline.stage_at(0.1).shown == 0.0
    assert timeline.final == 6
