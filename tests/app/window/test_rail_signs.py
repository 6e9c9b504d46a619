"""Signs of a what-if on the line of steps and in the flow: seen and told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from sidecar_viz.app.flow.view import FAILED
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.window.scrubber import Scrubber
from sidecar_viz.core.beside.differing import StepSign
from sidecar_viz.paint.brush.theme import THEMES, contrast

SIGNS: tuple[StepSign, ...] = ("", "", "differs", "fails", "")


def rail(signs: tuple[StepSign, ...], look: Look, end: int = 4) -> Scrubber:
    """Make a line of steps that rests at step 1."""
    made = Scrubber()
    made.set_look(look)
    made.resize(600, made.minimumSizeHint().height())
    made.show_signs(signs)
    made.show_end(end)
    made.show_step(1, "One")
    made.show_position(1.0)
    return made


def painted(scrubber: Scrubber) -> QImage:
    """Paint it on the ground of its card."""
    picture = QImage(scrubber.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(scrubber._look.theme.surface))
    scrubber.render(picture, renderFlags=Scrubber.RenderFlag.DrawChildren)
    return picture


def around(picture: QImage, scrubber: Scrubber, step: int) -> QImage:
    """Give the upper right of a step's mark."""
    left, high = round(scrubber.x_of(step)), picture.height()
    return picture.copy(left, 0, high // 2 + 8, high // 2)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ui", [0.65, 1.0, 2.0])
def test_signs_are_seen_and_told_apart_without_colour(name: str, ui: float) -> None:
    """In grey, too: a sign stands out from its ground, and has its own form."""
    look = Look(THEMES[name], ui)
    with_signs, without = rail(SIGNS, look), rail((), look)
    seen, plain = painted(with_signs), painted(without)
    forms = []
    for step in range(5):
        now, before = around(seen, with_signs, step), around(plain, without, step)
        others = [
            (x, y)
            for x in range(now.width())
            for y in range(now.height())
            if now.pixel(x, y) != before.pixel(x, y)
        ]
        assert bool(others) == bool(SIGNS[step])
        forms.append(frozenset(others))
        if others:
            ground = look.theme.surface
            best = max(contrast(now.pixelColor(*at).name(), ground) for at in others)
            assert best >= 3.0
    assert forms[2] != forms[3]


@pytest.mark.usefixtures("qapp")
def test_marks_without_numbers_have_signs_in_their_place() -> None:
    """With many steps there is no room beside a dot."""
    signs: tuple[StepSign, ...] = tuple(
        "fails" if step == 13 else "" for step in range(31)
    )
    seen = painted(rail(signs, Look(), 30))
    plain = painted(rail((), Look(), 30))

    assert seen != plain


def test_the_lesson_has_no_signs(window: MainWindow) -> None:
    """They come with a what-if, and go with it."""
    scrubber = window.views.work.controller.scrubber
    steps = range(7)
    assert [scrubber.sign_of(step) for step in steps] == [""] * 7
    assert scrubber.accessibleName() == "Step"
    assert scrubber.toolTip() == ""

    window.show_what_if("volume-not-mounted")
    assert [scrubber.sign_of(step) for step in steps] == [
        *("", "", "differs", "differs", "fails", "differs", "differs"),
    ]

    window.show_what_if("")
    assert [scrubber.sign_of(step) for step in steps] == [""] * 7
    assert scrubber.accessibleName() == "Step"


def test_signs_are_told(window: MainWindow) -> None:
    """The name says all of them, the description that of the step; so does a tip."""
    window.show_what_if("volume-not-mounted")
    window.player.jump(4)
    scrubber = window.views.work.controller.scrubber

    assert scrubber.accessibleName() == (
        "Step; cannot happen: 4; ends otherwise: 2, 3, 5, 6"
    )
    assert scrubber.accessibleDescription().endswith(", cannot happen")
    assert scrubber.toolTip() == (
        "In this what-if; cannot happen: 4; ends otherwise: 2, 3, 5, 6"
    )
    window.player.jump(1)
    assert scrubber.accessibleDescription().startswith("Step 1 of 6: ")
    assert "otherwise" not in scrubber.accessibleDescription()


def test_what_is_to_be_predicted_has_no_sign_yet(window: MainWindow) -> None:
    """It would be the answer."""
    window.change(predict_first=True)
    window.show_what_if("volume-not-mounted")
    window.player.jump(2)
    scrubber = window.views.work.controller.scrubber

    assert [scrubber.sign_of(step) for step in (2, 3, 4)] == ["differs", "", ""]
    assert scrubber.accessibleName() == "Step; ends otherwise: 2"


def failed(window: MainWindow) -> list[tuple[str, str]]:
    """List the boxes that are struck, with what is told of them."""
    model = window.views.work.flow.view.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    told = Qt.ItemDataRole.AccessibleTextRole
    return [(str(at.data()), str(at.data(told))) for at in rows if at.data(FAILED)]


def test_boxes_of_what_cannot_happen_are_struck(window: MainWindow) -> None:
    """And told so; the lesson has none, and none gives a prediction away."""
    assert failed(window) == []
    window.player.jump(3)
    window.show_what_if("network-down")

    label = "Pod runs both containers together"
    assert failed(window) == [(label, f"{label}, cannot happen")]

    window.change(predict_first=True)
    assert failed(window) == []
    window.show_what_if("")
    assert failed(window) == []
