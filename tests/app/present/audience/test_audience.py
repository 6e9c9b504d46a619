"""What the class sees is chosen by keys: captions, panels, colours, questions."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from sidecar_viz.app.present.audience.side_panel import sample_part
from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Fail, Lesson, WhatIf, WhatIfStep
from sidecar_viz.paint.brush.band import band_colours
from tests.app.present.conftest import Begin, press

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)


def test_captions_can_be_larger_or_gone(show: Presenting) -> None:
    """Alt and plus, C; the choice is kept with the preferences."""
    before = show.audience.band.text_px()
    press(show, Key.Key_Plus, modifier="alt")
    assert show.audience.band.text_px() > before
    assert show.window.preferences.caption_scale == 1.1

    press(show, Key.Key_C)

    assert not show.audience.band.text.isVisible()
    assert show.audience.band.title.isVisible()


def test_panels_are_chosen_by_their_keys(show: Presenting) -> None:
    """Ctrl+1 is the stage alone; the table and the tracker come and go."""
    press(show, Key.Key_1, modifier="ctrl")
    assert not show.audience.side.isVisible()
    press(show, Key.Key_2, modifier="ctrl")
    assert show.audience.side.isVisible()
    press(show, Key.Key_3, modifier="ctrl")

    assert show.window.preferences.audience_panel == "both"
    assert "Mounted" in show.audience.side.accessibleDescription() or (
        "mounted" in show.audience.side.accessibleDescription()
    )


def test_the_projector_has_its_own_colours(show: Presenting) -> None:
    """Only the class sees them; brightness and contrast change them further."""
    press(show, Key.Key_P, modifier="ctrl+shift")
    assert show.audience.look.theme.name == "projector"
    assert show.window.look.theme.name == "light"
    plain = show.audience.look.theme

    press(show, Key.Key_Up, modifier="ctrl+shift")
    press(show, Key.Key_Right, modifier="ctrl+shift")
    assert show.audience.look.theme != plain
    assert show.window.preferences.brightness == 0.05
    press(show, Key.Key_N, modifier="ctrl+shift")

    assert show.audience.look.theme == plain


def test_a_key_moment_is_told_in_two_parts(begin: Begin) -> None:
    """I asks the class, I again answers, I once more brings the caption back."""
    show = begin(4)
    caption = show.audience.band.text.text()
    press(show, Key.Key_I)
    question = show.audience.band.text.text()
    assert question != caption

    press(show, Key.Key_I)
    assert question in show.audience.band.text.text()
    press(show, Key.Key_I)

    assert show.audience.band.text.text() == caption


def chosen_panel(show: Presenting) -> str:
    """What stands beside the stage."""
    return show.window.preferences.audience_panel


def test_the_class_sees_the_manifest_that_the_teacher_chose(show: Presenting) -> None:
    """Ctrl+5 shows it with the step's lines marked, again takes it away."""
    press(show, Key.Key_5, modifier="ctrl")
    window = show.window
    assert chosen_panel(show) == "sample"
    course = window.player.timeline.course

    part = sample_part(course, 4)

    assert [row.lead for row in part.rows if row.marked] == [*map(str, range(14, 21))]
    assert part.rows[3].text == "\u00a0\u00a0name: example-pod"
    press(show, Key.Key_2, modifier="ctrl")
    assert chosen_panel(show) == "table"
    press(show, Key.Key_5, Key.Key_5, modifier="ctrl")
    assert chosen_panel(show) == "none"


def test_no_caption_is_cut_however_large_the_letters(begin: Begin) -> None:
    """With the largest text and the largest captions, at every step."""
    show = begin(text_scale=2.0, caption_scale=2.0)
    band = show.audience.band
    for _ in range(show.player.timeline.course.end):
        press(show, Key.Key_PageDown)
        room = band.text.width()
        assert band.text.height() >= band.text.heightForWidth(room)
        assert band.text.geometry().bottom() <= band.height()


def test_an_opening_says_how_it_begins(begin: Begin) -> None:
    """At the right, in the number's colour; a step has nothing there."""
    show = begin()
    band = show.audience.band
    colour = QColor(band_colours(show.audience.look.theme).number)

    def said() -> bool:
        picture = band.grab().toImage()
        across = range(band.text.geometry().right() + 1, picture.width())
        high = range(picture.height() // 3, picture.height())
        return any(picture.pixelColor(x, y) == colour for x in across for y in high)

    assert said()
    assert band.text.geometry().right() < band.width() * 0.8
    press(show, Key.Key_PageDown)
    assert not said()


def test_the_lines_of_a_caption_are_about_as_long(begin: Begin) -> None:
    """No word stands alone under a full line: a narrower label would be higher."""
    show = begin()
    band = show.audience.band
    several = 0
    for _ in range(show.player.timeline.course.end):
        press(show, Key.Key_PageDown)
        label = band.text
        if label.heightForWidth(label.width()) == label.heightForWidth(10_000):
            continue
        several += 1
        assert label.heightForWidth(label.width() - 12) > label.height()
    assert several


@pytest.mark.parametrize("sizes", [(1.0, 1.0), (2.0, 1.0), (1.0, 2.0)])
def test_no_answer_is_cut(begin: Begin, sizes: tuple[float, float]) -> None:
    """An answer to a key moment may be longer than every caption."""
    text, captions = sizes
    show = begin(text_scale=text, caption_scale=captions)
    band = show.audience.band
    lesson = show.window.lesson
    assert lesson.key_moments
    for moment in lesson.key_moments:
        band.show_remark(f"{moment.question} **{moment.answer}**")
        room = band.text.width()
        assert band.text.isVisible()
        assert band.text.height() >= band.text.heightForWidth(room)
        assert band.text.geometry().bottom() <= band.height() - 5
        if band.title.isVisible():
            assert band.title.geometry().top() >= 5

    band.show_remark("")
    assert band.title.isVisible()


def test_time_runs_while_presenting_only(begin: Begin, lesson: Lesson) -> None:
    """Another lesson begins its time anew."""
    show = begin()
    follow = show.following
    assert follow.timekeeper.stopwatch.running
    show.end()
    assert not follow.timekeeper.stopwatch.running
    show.begin()
    assert follow.timekeeper.stopwatch.running

    show.window.show_lesson(lesson, None)

    assert follow.timekeeper.stopwatch.elapsed(time.monotonic()) < 5.0


def test_the_console_shows_what_the_class_reads(show: Presenting) -> None:
    """An actor's explanation stands where the caption stood, in both."""
    press(show, Key.Key_PageDown)
    show.window.highlighter.remark.emit("Main container: it works.")
    assert "it works" in show.console.caption.text()

    show.window.highlighter.remark.emit("")

    assert "it works" not in show.console.caption.text()


def test_with_one_screen_a_number_that_is_typed_is_seen(show: Presenting) -> None:
    """It stands where the caption stood, until the step is shown."""
    press(show, Key.Key_4)
    assert "Go to step 4" in show.audience.band.text.text()
    press(show, Key.Key_Return)

    assert show.player.target == 4
    assert "Go to step" not in show.audience.band.text.text()


def test_the_other_arm_is_told_to_the_class(begin: Begin) -> None:
    """A title of the what-if's own is not struck out, and what happens is told.

    The teacher reads the same, and notes of the lesson are not shown there.
    """
    show = begin(5)
    down = WhatIf(
        id="down",
        title="What if it is down?",
        fails=(Fail(step="sidecar-sends", why="The way out is down."),),
        steps=(
            WhatIfStep(
                step="sidecar-sends",
                title="Sidecar keeps the logs",
                caption="The **sidecar** keeps what it has read.",
            ),
        ),
    )
    window, band = show.window, show.audience.band
    lesson_notes = window.lesson.steps[4].notes
    assert lesson_notes.split(".")[0] in show.console.notes.text.text()

    window.play(Timeline(window.lesson, down))
    show.following.catch_up()

    assert band.title.text() == "Sidecar keeps the logs"
    assert "keeps what it has read" in band.text.text()
    assert "keeps what it has read" in show.console.caption.text()
    assert "Cannot happen" not in band.text.text()
    assert lesson_notes.split(".")[0] not in show.console.notes.text.text()
