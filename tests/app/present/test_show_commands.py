"""Laser, spotlight, pen and zoom, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.core.beside.find import Passage
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.layout.zoom import View
from tests.app.conftest import ROOT
from tests.app.present.conftest import Begin, press
from tests.app.programs import program_of

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def drag(show: Presenting, *places: tuple[int, int]) -> None:
    """Draw on the class's stage with the mouse."""
    stage = show.audience.stage
    QTest.mousePress(stage, LEFT, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(stage, QPoint(*place))
    QTest.mouseRelease(stage, LEFT, pos=QPoint(*places[-1]))


def test_one_tool_is_in_hand_at_a_time(show: Presenting) -> None:
    """Taking another puts the first away; its key again, too."""
    press(show, Key.Key_L)
    assert show.window.commands["laser"].isChecked()
    press(show, Key.Key_T)
    assert show.tools.tool == "spotlight"
    assert not show.window.commands["laser"].isChecked()

    press(show, Key.Key_T)

    assert not show.tools.tool


@pytest.mark.parametrize("key", [Key.Key_L, Key.Key_T])
def test_a_tool_follows_the_mouse(show: Presenting, key: Qt.Key) -> None:
    """In 0..1 of the stage, and the picture changes there."""
    stage = show.audience.stage
    before = stage.grab().toImage()
    press(show, key)
    QTest.mouseMove(stage, QPoint(3, 3))
    QTest.mouseMove(stage, QPoint(stage.width() // 4, stage.height() // 2))

    assert show.tools.spot == pytest.approx((0.25, 0.5), abs=0.01)
    assert stage.grab().toImage() != before


def test_the_spotlight_leaves_light_only_where_it_points(show: Presenting) -> None:
    """What is beside the stage is dim, too, and bright again without it."""
    audience = show.audience

    def brightness() -> int:
        wide, high = audience.width(), audience.height()
        picture = audience.grab().toImage()
        return picture.pixelColor(wide - 5, high // 3).lightness()

    before = brightness()
    press(show, Key.Key_T)
    dim = brightness()
    press(show, Key.Key_T)

    assert dim < before * 0.4
    assert brightness() == before


def test_tab_points_from_actor_to_actor(show: Presenting) -> None:
    """The laser needs no mouse: Tab takes it to the middle of the next actor."""
    press(show, Key.Key_PageDown, Key.Key_L, Key.Key_Tab, Key.Key_Tab)

    actor = show.audience.stage.hot
    assert actor == "main"
    assert show.tools.spot == show.audience.presented.spot_of(actor)


def test_ink_belongs_to_its_step(begin: Begin) -> None:
    """Drawn at step 1, not seen at 2, there again at 1."""
    show = begin(1)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60), (120, 90))
    assert len(show.tools.strokes) == 1

    press(show, Key.Key_PageDown)
    assert not show.tools.strokes
    press(show, Key.Key_PageUp)

    assert len(show.tools.strokes) == 1
    assert show.tools.ink.strokes[0].step == 1


def test_ink_can_be_undone_and_erased(begin: Begin) -> None:
    """Ctrl+Z takes the last line, E all of the step; other steps keep theirs."""
    show = begin(1)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60))
    drag(show, (50, 90), (90, 90))
    press(show, Key.Key_Z, modifier="ctrl")
    assert len(show.tools.strokes) == 1

    press(show, Key.Key_PageDown)
    drag(show, (10, 10), (20, 20))
    press(show, Key.Key_E)

    assert not show.tools.strokes
    assert [stroke.step for stroke in show.tools.ink.strokes] == [1]


def test_an_erasing_is_undone_and_redone(begin: Begin) -> None:
    """Ctrl+Z brings all lines back; Ctrl+Shift+Z or Ctrl+Y takes them again."""
    show = begin(1)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60))
    drag(show, (50, 90), (90, 90))
    drawn = show.tools.strokes
    press(show, Key.Key_E)
    assert not show.tools.strokes

    press(show, Key.Key_Z, modifier="ctrl")
    assert show.tools.strokes == drawn

    press(show, Key.Key_Y, modifier="ctrl")
    assert not show.tools.strokes
    press(show, Key.Key_Z, modifier="ctrl")
    press(show, Key.Key_Z, modifier="ctrl")
    assert show.tools.strokes == drawn[:1]
    press(show, Key.Key_Z, modifier="ctrl+shift")

    assert show.tools.strokes == drawn


def test_a_line_under_the_hand_is_erased_and_comes_back(begin: Begin) -> None:
    """E with the pen down loses nothing for good."""
    show = begin(1)
    press(show, Key.Key_D)
    stage = show.audience.stage
    QTest.mousePress(stage, LEFT, pos=QPoint(50, 50))
    QTest.mouseMove(stage, QPoint(90, 60))
    press(show, Key.Key_E)
    QTest.mouseRelease(stage, LEFT, pos=QPoint(90, 60))
    assert not show.tools.strokes

    press(show, Key.Key_Z, modifier="ctrl")

    assert len(show.tools.strokes) == 1


def test_the_pen_draws_round_an_actor_by_keyboard(begin: Begin) -> None:
    """Tab to an actor, Enter: a ring; no step is taken."""
    show = begin(2)
    press(show, Key.Key_D, Key.Key_Tab, Key.Key_Return)

    assert len(show.tools.strokes) == 1
    assert show.player.target == 2


def test_ink_outlives_presenting(begin: Begin) -> None:
    """Esc and F5 again: what was drawn is still there."""
    show = begin(1)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60))
    press(show, Key.Key_Escape, Key.Key_Escape)
    QTest.keyClick(show.window, Key.Key_F5)

    assert len(show.tools.strokes) == 1


def test_ink_outlives_the_program(begin: Begin) -> None:
    """Another window on the same lesson finds the lines where they were."""
    show = begin(1)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60))
    drawn = show.tools.ink
    program_of(show.window).session.finish()
    show.end()
    show.window.close()

    assert begin(1).tools.ink == drawn


def test_another_lesson_has_its_own_ink(show: Presenting, lesson: Lesson) -> None:
    """What was drawn on one lesson is not seen on the next."""
    show.tools.draw(((0.1, 0.1), (0.2, 0.2)))
    show.window.show_lesson(lesson, None)

    assert not show.tools.strokes


def test_finished_lines_are_told(begin: Begin) -> None:
    """Whoever keeps the ink hears of every change, once."""
    show = begin(1)
    kept: list[object] = []
    show.tools.ink_kept.connect(kept.append)
    press(show, Key.Key_D)
    drag(show, (50, 50), (90, 60), (99, 80))
    press(show, Key.Key_E)

    assert len(kept) == 2


def test_zoom_to_an_actor_and_back(begin: Begin) -> None:
    """Tab, Z: that actor is large; Z again shows everything."""
    show = begin(3)
    press(show, *(Key.Key_Tab,) * 5, Key.Key_Z)
    assert show.tools.view.factor > 1.3
    assert show.tools.view == show.audience.presented.view_of("network")

    press(show, Key.Key_Z)

    assert show.tools.view.whole


def test_a_column_as_high_as_the_stage_is_seen_twice_as_large(begin: Begin) -> None:
    """Nothing would be nearer if all of it were to be seen."""
    show = begin(3)
    press(show, Key.Key_Tab, Key.Key_Tab, Key.Key_Z)
    presented = show.audience.presented

    assert presented.view_of("main").factor < 1.3
    assert show.tools.view == View(2.0, *presented.spot_of("main")).clamped()


def test_zoom_forgets_who_was_chosen_in_another_lesson(begin: Begin) -> None:
    """Z comes near to what the new lesson's step is about."""
    show = begin(3)
    show.window.highlighter.pin_actor("receiver")
    show.window.opener.open(ROOT / "lessons" / "adapter" / "lesson.yaml")
    show.player.jump(2)
    press(show, Key.Key_Z)

    (focus, *_) = show.audience.stage.picture.in_focus()
    middle = show.audience.presented.spot_of(focus)
    assert show.tools.view == View(2.0, *middle).clamped()


def test_zoom_in_notches(show: Presenting) -> None:
    """Plus, plus, minus, minus: as it was."""
    press(show, Key.Key_Plus, Key.Key_Plus)
    assert show.tools.view.factor == pytest.approx(1.5625)
    press(show, Key.Key_Minus, Key.Key_Minus)

    assert show.tools.view.whole


def test_pointing_is_right_when_zoomed(begin: Begin) -> None:
    """The pen draws where the mouse is, however near the stage is."""
    show = begin(3)
    press(show, Key.Key_Tab, Key.Key_Tab, Key.Key_Z, Key.Key_D)
    stage = show.audience.stage
    middle = (stage.width() // 2, stage.height() // 2)
    drag(show, middle, (middle[0] + 30, middle[1]))

    drawn = show.tools.strokes[0].points[0]
    assert drawn == pytest.approx((show.tools.view.x, show.tools.view.y), abs=0.01)


def test_the_copy_shows_the_same_places(begin: Begin) -> None:
    """Console and class have one layout, so that a line lies on the same actor."""
    show = begin(3)
    show.console.set_shape((1090.0, 890.0))
    show.audience.stage.resize(1090, 890)

    for actor in ("main", "sidecar", "logs"):
        assert show.console.presented.spot_of(actor) == pytest.approx(
            show.audience.presented.spot_of(actor)
        )


def test_a_passage_that_is_found_opens_no_panel_behind_the_show(
    show: Presenting,
) -> None:
    """The window is away; its tabs stay as they are."""
    tabs = show.window.views.work.tabs
    before = tabs.current()
    offers = program_of(show.window).offers

    offers.go_to(Passage("transcript", "words", 2))
    assert tabs.current() == before
    assert show.player.target == 2

    show.end()
    offers.go_to(Passage("transcript", "words", None))
    assert tabs.current() == "transcript"


def test_beam_and_captions_are_changed_by_their_keys(show: Presenting) -> None:
    """Brighter and darker, more and less, each its own way."""
    chosen = show.window.preferences
    for name in ("brighter", "more_contrast", "caption_bigger"):
        show.window.commands[name].trigger()
    now = show.window.preferences
    seen = [now.brightness, now.contrast, now.caption_scale]
    assert all(
        one > other
        for one, other in zip(
            seen,
            (chosen.brightness, chosen.contrast, chosen.caption_scale),
            strict=True,
        )
    )
    for back in ("darker", "less_contrast", "caption_smaller"):
        show.window.commands[back].trigger()
    assert show.window.preferences == chosen
    for darker in ("darker", "less_contrast"):
        show.window.commands[darker].trigger()
    assert show.window.preferences.brightness < 0
    assert show.window.preferences.contrast < 0
    show.window.commands["beam_normal"].trigger()
    assert show.window.preferences == chosen
