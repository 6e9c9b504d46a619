"""Who looks at the lab sees which picture has the keyboard."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.look.look import Look
from sidecar_viz.paint.brush.theme import THEMES, contrast

LEAST, APART = 2, 3.0  # pixels; the contrast of a ring to what it lies on

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", extend=True)


def seen(view: QWidget) -> QImage:
    """Return what is on the screen of a view."""
    QApplication.processEvents()
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ringed(view: QWidget, look: Look) -> bool:
    """Tell whether a ring comes with the keyboard, at every edge, and goes with it."""
    view.window().setFocus()
    before = seen(view)
    view.setFocus()
    after = seen(view)
    view.clearFocus()
    if seen(view) != before:
        return False
    wide, high, accent = view.width(), view.height(), look.theme.accent
    middle, level = wide // 2, high // 2
    places = [
        place
        for n in range(LEAST)
        for place in ((n, level), (wide - 1 - n, level), (middle, n))
    ] + [(middle, high - 1 - n) for n in range(LEAST)]
    return all(
        after.pixelColor(*at).name() == accent
        and contrast(accent, before.pixelColor(*at).name()) >= APART
        for at in places
    )


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "projector"])
def test_the_picture_with_the_keyboard_has_a_ring(lab: Lab, theme: str) -> None:
    """Pod and time line, and the four of the twin; also where a card is chosen."""
    window = lab.window
    look = Look(THEMES[theme], 0.8)
    window.looks.show(look)
    lab.player.jump(20)
    single = (window.stage, window.time_line)
    for view, chosen in product(single, ("", "proxy")):
        window.stage.focus_on(chosen)
        assert ringed(view, look), (theme, type(view).__name__, chosen)
    lab.compared.toggle()
    for view in (*window.twin.stages, *window.twin.lines):
        assert ringed(view, look), (theme, view)
    lab.compared.toggle()
