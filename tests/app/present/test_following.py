"""The console follows the class, and takes nothing from it."""

from __future__ import annotations

import pytest

from sidecar_viz.app.present.following import BETWEEN, SOON, wait_after_the_class
from sidecar_viz.files.library.places import bundled_lessons
from tests.app.present.conftest import Begin

LESSONS = {found.name: found.path for found in bundled_lessons()}


def test_the_console_leaves_the_class_its_frames() -> None:
    """Right after its own frame it waits; it takes about every second one."""
    assert wait_after_the_class(0) is None
    assert wait_after_the_class(BETWEEN - 1) is None
    assert wait_after_the_class(BETWEEN) == SOON
    assert wait_after_the_class(1000) == SOON


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
@pytest.mark.parametrize("step", [6, 7, 8, 9, 10])
@pytest.mark.parametrize("name", ["native-sidecar", "sidecar"])
def test_a_shorter_lesson_is_opened_before_the_class(
    begin: Begin, step: int, name: str
) -> None:
    """From a late step: the console shows the other lesson's start, and its next."""
    show = begin()
    show.begin_with_console()
    window, follow = show.window, show.following
    window.opener.open(LESSONS["job"])
    window.player.jump(step)
    follow.catch_up()

    window.opener.open(LESSONS[name])
    follow.catch_up()

    assert window.player.target == 0
    assert follow.pictures.are_of(window.player.timeline)
    assert follow.console.stage.lesson is window.lesson
    for _ in range(window.player.timeline.end):
        window.player.step(1)
        follow.catch_up()


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_the_next_picture_is_of_what_is_shown(begin: Begin) -> None:
    """Another lesson, a what-if, another lesson between two shows."""
    show = begin()
    show.begin_with_console()
    window, follow = show.window, show.following
    follow.catch_up()
    assert follow.pictures.are_of(window.player.timeline)

    window.show_what_if(window.lesson.what_ifs[0].id)
    follow.catch_up()
    assert follow.pictures.are_of(window.player.timeline)

    show.end()
    window.opener.open(LESSONS["job"])
    window.player.jump(9)
    show.begin_with_console()
    follow.catch_up()
    assert follow.pictures.are_of(window.player.timeline)
    assert follow.pictures.picture(10) is not None
