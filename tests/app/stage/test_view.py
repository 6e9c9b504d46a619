"""The stage alone, with values."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.stage.rim import Rim
from sidecar_viz.app.stage.view import StageView
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.paint.brush.theme import DARK, LIGHT
from sidecar_viz.paint.layout.layout import laid_out
from sidecar_viz.paint.layout.zoom import View, seen

Key = Qt.Key
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Heard(QObject):
    """Notes what a stage tells, and how many pixels of it are painted."""

    def __init__(self, stage: StageView) -> None:
        super().__init__(stage)
        self.hovered: list[str] = []
        self.chosen: list[str] = []
        self.areas: list[int] = []
        stage.hovered.connect(self.hovered.append)
        stage.chosen.connect(self.chosen.append)
        stage.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note how many pixels a paint is asked for."""
        if isinstance(event, QPaintEvent):
            rects = [event.region().boundingRect()]
            self.areas += [rect.width() * rect.height() for rect in rects]
        return super().eventFilter(watched, event)


@pytest.fixture
def stage(qtbot: QtBot, lesson: Lesson) -> Iterator[StageView]:
    """Show a pod, an app and a disk on a stage that has the keyboard."""
    window = QWidget()
    window.resize(500, 460)
    view = StageView(window)
    view.setGeometry(0, 0, 500, 420)
    QPushButton("after", window).setGeometry(0, 420, 500, 40)
    view.show_lesson(lesson)
    view.show_stage(Timeline(lesson).rest(0))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.mouseMove(view, QPoint(1, 1))  # wherever a test before left it
    settle()
    yield view
    window.hide()


def settle() -> None:
    """Work through everything that waits."""
    for _ in range(3):
        QApplication.processEvents()


def on_screen(stage: StageView) -> QImage:
    """Take a picture of the screen where the stage is."""
    settle()
    window = stage.window()
    return window.screen().grabWindow(window.winId()).toImage().copy(stage.geometry())


def middle(stage: StageView, actor_id: str) -> QPoint:
    """Find a place where an actor is pointed at."""
    return stage.box_of(actor_id).center()


def press(stage: StageView, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Press a button of the mouse, and keep it down."""
    QTest.mousePress(stage, button, pos=place)


def release(stage: StageView, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
    """Let a button of the mouse go."""
    QTest.mouseRelease(stage, button, pos=place)


def empty_corner(stage: StageView) -> QPoint:
    """Find a place where nobody stands."""
    assert stage.actor_at(QPointF(1, 1)) == ""
    return QPoint(1, 1)


def test_pressed_and_released_on_one_actor_chooses_it(stage: StageView) -> None:
    """A click is a press and a release on the same."""
    heard = Heard(stage)
    press(stage, middle(stage, "app"))
    assert heard.chosen == []

    release(stage, middle(stage, "app") + QPoint(3, 3))

    assert heard.chosen == ["app"]


def test_released_on_another_actor_chooses_nothing(stage: StageView) -> None:
    """Who presses on the wrong one moves away from it before letting go."""
    heard = Heard(stage)
    press(stage, middle(stage, "app"))
    release(stage, middle(stage, "disk"))
    press(stage, middle(stage, "app"))
    release(stage, empty_corner(stage))
    press(stage, empty_corner(stage))
    release(stage, middle(stage, "disk"))

    assert heard.chosen == []


def test_released_without_a_press_chooses_nothing(stage: StageView) -> None:
    """What was pressed elsewhere, or before, is of no account."""
    heard = Heard(stage)
    release(stage, middle(stage, "app"))
    press(stage, middle(stage, "app"))
    release(stage, middle(stage, "app"))
    release(stage, middle(stage, "app"))

    assert heard.chosen == ["app"]


def test_another_lesson_forgets_what_was_pressed(
    stage: StageView, lesson: Lesson
) -> None:
    """An actor of the same name in another lesson is another actor."""
    heard = Heard(stage)
    press(stage, middle(stage, "app"))
    stage.show_lesson(lesson)
    stage.show_stage(Timeline(lesson).rest(1))
    release(stage, middle(stage, "app"))

    assert heard.chosen == []


def test_a_click_beside_all_actors_chooses_nobody(stage: StageView) -> None:
    """So that what is explained can be put away."""
    heard = Heard(stage)
    QTest.mouseClick(stage, LEFT, pos=empty_corner(stage))

    assert heard.chosen == [""]


def test_only_the_left_button_chooses(stage: StageView) -> None:
    """Neither another button, nor two in turn."""
    heard = Heard(stage)
    app = middle(stage, "app")
    for down, up in ((RIGHT, RIGHT), (RIGHT, LEFT), (LEFT, RIGHT)):
        press(stage, app, down)
        release(stage, app, up)

    assert heard.chosen == []


def test_what_is_pointed_at_is_told_once(stage: StageView) -> None:
    """On an actor, on the next, beside them, and out of the stage."""
    heard = Heard(stage)
    app, disk = middle(stage, "app"), middle(stage, "disk")
    QTest.mouseMove(stage, app)
    assert stage.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(stage, app + QPoint(2, 2))
    QTest.mouseMove(stage, disk)
    QTest.mouseMove(stage, empty_corner(stage))
    assert stage.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseMove(stage, app)
    QApplication.sendEvent(stage, QEvent(QEvent.Type.Leave))

    assert heard.hovered == ["app", "disk", "", "app", ""]


def test_in_another_lesson_another_is_pointed_at(
    stage: StageView, lesson: Lesson
) -> None:
    """The pointer need not move away for the new actor to be told."""
    place = middle(stage, "app")
    QTest.mouseMove(stage, place)
    heard = Heard(stage)
    stage.show_lesson(lesson)
    stage.show_stage(Timeline(lesson).rest(0))
    QTest.mouseMove(stage, place + QPoint(1, 1))

    assert heard.hovered == ["app"]


def test_tab_goes_from_actor_to_actor_and_on(stage: StageView) -> None:
    """There in the lesson's order, back in the other; then the next widget."""
    heard = Heard(stage)
    seen = []
    for _ in range(3):
        QTest.keyClick(stage, Key.Key_Tab)
        seen.append(stage.hot)
    QTest.keyClick(stage, Key.Key_Backtab)
    assert (seen, stage.hot) == (["pod", "app", "disk"], "app")
    QTest.keyClick(stage, Key.Key_Tab)
    assert stage.hasFocus()
    QTest.keyClick(stage, Key.Key_Tab)

    assert not stage.hasFocus()
    assert stage.hot == ""
    assert heard.hovered == ["pod", "app", "disk", "app", "disk", ""]


def test_back_tab_begins_with_the_last_actor(stage: StageView) -> None:
    """Who comes from behind goes backward through the stage."""
    QTest.keyClick(stage, Key.Key_Backtab)

    assert stage.hot == "disk"


def test_tab_passes_over_who_is_not_there(stage: StageView, lesson: Lesson) -> None:
    """An actor that is still to come cannot be chosen."""
    moment = Timeline(lesson).rest(0)
    actors = tuple(
        replace(state, presence=0.0) if state.id == "app" else state
        for state in moment.actors
    )
    stage.show_stage(replace(moment, actors=actors))
    for _ in range(2):
        QTest.keyClick(stage, Key.Key_Tab)

    assert stage.hot == "disk"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_chooses_the_actor_that_the_keyboard_is_on(
    stage: StageView, key: Qt.Key
) -> None:
    """On none it is nobody's business here, nor is another key."""
    heard = Heard(stage)
    QTest.keyClick(stage, key)
    assert heard.chosen == []
    QTest.keyClick(stage, Key.Key_Tab)
    QTest.keyClick(stage, Key.Key_A)
    QTest.keyClick(stage, key)

    assert heard.chosen == ["pod"]


def test_without_the_keyboard_no_actor_is_hot(stage: StageView) -> None:
    """Another widget has it, or another lesson is shown."""
    heard = Heard(stage)
    QTest.keyClick(stage, Key.Key_Tab)
    stage.clearFocus()
    assert stage.hot == ""
    assert heard.hovered == ["pod", ""]

    stage.setFocus()
    QTest.keyClick(stage, Key.Key_Tab)
    assert stage.lesson is not None
    stage.show_lesson(stage.lesson)

    assert stage.hot == ""


def test_the_keyboard_is_seen(stage: StageView) -> None:
    """A ring round the stage while it has the focus, and round the actor."""
    pictures = [stage.grab().toImage()]
    QTest.keyClick(stage, Key.Key_Tab)
    QTest.keyClick(stage, Key.Key_Tab)
    pictures.append(stage.grab().toImage())
    stage.clearFocus()
    pictures.append(stage.grab().toImage())
    stage.setFocus()
    pictures.append(stage.grab().toImage())

    assert pictures[0] == pictures[3]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    rim = stage.width() // 2
    colours = [picture.pixelColor(rim, 0).name() for picture in pictures]
    assert colours[0] == colours[1] == LIGHT.accent
    assert colours[2] != LIGHT.accent


def test_an_equal_stage_paints_nothing(stage: StageView, lesson: Lesson) -> None:
    """The same moment again, or one that is equal to it."""
    timeline = Timeline(lesson)
    stage.show_stage(timeline.stage_at(2.0))
    settle()
    heard = Heard(stage)

    stage.show_stage(timeline.stage_at(2.0))
    stage.set_marked(frozenset())
    settle()

    assert heard.areas == []


def test_another_stage_paints_only_what_differs(
    stage: StageView, lesson: Lesson
) -> None:
    """A count that grows is a part of the stage; other colours are all of it."""
    timeline = Timeline(lesson)
    stage.show_stage(timeline.stage_at(2.0))
    settle()
    whole = stage.width() * stage.height()
    heard = Heard(stage)
    stage.show_stage(timeline.stage_at(2.0))
    stage.set_marked(frozenset({"disk"}))
    settle()
    assert 0 < sum(heard.areas) < whole / 2

    stage.set_theme(DARK)
    settle()

    assert heard.areas[-1] == whole
    assert stage.grab().toImage().pixelColor(9, 9).lightness() < 100


def test_marks_are_rings_and_no_others_are_left(stage: StageView) -> None:
    """An actor that another view points at is ringed as long as it does."""
    plain = on_screen(stage)
    stage.set_marked(frozenset({"app"}))
    ringed = on_screen(stage)
    stage.set_marked(frozenset({"disk"}))
    assert plain != ringed != on_screen(stage)
    stage.set_marked(frozenset())

    assert on_screen(stage) == plain


def test_the_screen_shows_what_painting_afresh_would(
    stage: StageView, lesson: Lesson
) -> None:
    """Whatever changes is painted: nothing old is left, nothing new is missing."""
    timeline = Timeline(lesson)
    changes = (
        lambda: QTest.keyClick(stage, Key.Key_Tab),
        lambda: QTest.keyClick(stage, Key.Key_Tab),
        stage.clearFocus,
        stage.setFocus,
        lambda: stage.set_rim(Rim(12.0)),
        lambda: stage.set_rim(Rim(12.0, apart=True)),
        lambda: stage.set_marked(frozenset({"app", "disk"})),
        lambda: stage.show_stage(timeline.stage_at(1.4)),
        lambda: stage.set_theme(DARK),
        lambda: stage.set_text_scale(1.6),
        lambda: stage.resize(450, 390),
        lambda: stage.show_lesson(lesson),
        lambda: stage.show_stage(timeline.rest(2)),
    )
    for number, change in enumerate(changes):
        before = on_screen(stage)
        change()
        after = on_screen(stage)
        fresh = stage.grab().toImage().convertToFormat(after.format())
        assert after == fresh, number
        assert after != before, number
    assert stage.picture.marked == frozenset()


def test_every_paint_is_told(stage: StageView) -> None:
    """Once for each, when it is done."""
    painted: list[bool] = []
    stage.painted.connect(lambda: painted.append(stage.paintingActive()))
    stage.grab()

    assert painted == [False]


def test_in_another_size_it_is_laid_out(stage: StageView) -> None:
    """What was laid out for the size before is of no use."""
    assert stage.picture.painter().layout.size == (500.0, 420.0)
    stage.resize(450, 390)

    assert stage.picture.painter().layout.size == (450.0, 390.0)


def test_larger_text_is_laid_out(stage: StageView) -> None:
    """Places follow at once, for eyes and for the mouse."""
    before = stage.box_of("app")
    stage.set_text_scale(2.0)

    assert stage.box_of("app") != before


def test_a_stage_without_a_moment_is_its_ground(stage: StageView) -> None:
    """Between two lessons nothing of either is seen, and nobody is there."""
    assert stage.lesson is not None
    stage.show_lesson(stage.lesson)
    picture = stage.grab().toImage()

    colours = {picture.pixelColor(x, 40).name() for x in range(0, 400, 9)}
    assert colours == {QColor(LIGHT.stage).name()}
    assert stage.picture.present() == []


def test_an_empty_stage_has_nobody_on_it(qtbot: QtBot) -> None:
    """Before the first lesson there is nothing to point at, nor a place."""
    view = StageView()
    qtbot.addWidget(view)

    assert view.actor_at(QPointF(9, 9)) == ""
    assert view.picture.actor("app") is None
    with pytest.raises(LookupError):
        view.box_of("app")


def test_a_lens_says_how_it_is_laid_out(qtbot: QtBot, lesson: Lesson) -> None:
    """Seen from nearer, an actor is larger; who is pointed at follows."""
    near = View(2.0, 0.5, 0.5)
    plain = StageView()
    zoomed = StageView(lens=lambda *asked: seen(laid_out(*asked), near))
    for view in (plain, zoomed):
        qtbot.addWidget(view)
        view.resize(500, 420)
        view.show_lesson(lesson)
        view.show_stage(Timeline(lesson).rest(0))

    wide = plain.box_of("app").width()
    assert zoomed.box_of("app").width() == pytest.approx(2 * wide, abs=2)
    assert zoomed.actor_at(middle(zoomed, "app").toPointF()) == "app"


class Blind:
    """A layer that covers the stage in green, and has a red corner."""

    covers = True

    def cover(self, painter: QPainter, area: QRectF) -> bool:
        """Fill all of it while it covers."""
        if self.covers:
            painter.fillRect(area, QColor("#00ff00"))
        return self.covers

    def draw(self, painter: QPainter) -> None:
        """Draw in the corner."""
        painter.fillRect(0, 0, 5, 5, QColor("#ff0000"))


def test_a_layer_lies_over_the_stage_or_in_its_place(
    qtbot: QtBot, lesson: Lesson
) -> None:
    """It may cover all of it; what it draws is seen in both cases."""
    layer = Blind()
    view = StageView(layer=layer)
    qtbot.addWidget(view)
    view.resize(300, 260)
    view.show_lesson(lesson)
    view.show_stage(Timeline(lesson).rest(0))

    def colours() -> tuple[str, str]:
        picture: QImage = view.grab().toImage()
        corner, inside = picture.pixelColor(2, 2), picture.pixelColor(130, 130)
        return corner.name(), inside.name()

    assert colours() == ("#ff0000", "#00ff00")
    layer.covers = False
    corner, inside = colours()
    assert corner == "#ff0000"
    assert inside != "#00ff00"
