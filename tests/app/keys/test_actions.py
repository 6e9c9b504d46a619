"""Actions made of rows, and what they show of the preferences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from sidecar_viz.app.keys.actions import Actions, first_key, key_sign
from sidecar_viz.app.keys.command import Command
from sidecar_viz.app.preferences.preferences import Preferences

ROWS: tuple[Command[None, None], ...] = (
    Command("next", "Next", "Go on", "Steps", ("N",), ("PgDown",)),
    Command(
        "captions", "Caption", "Show it", "View", ("C",), switch="captions",
        checkable=True, gap=True,
    ),
    Command(
        "predict", "Predict", "Ask", "View", ("Y",), switch="predict_first",
        checkable=True,
    ),
    Command("swap", "Swap", "Swap screens", "Presenting", ("Shift+X",), on_show=print),
)  # fmt: skip


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[Actions]:
    """Make actions of four rows."""
    window = QWidget()
    qtbot.addWidget(window)
    yield Actions(window, window, ROWS)
    window.close()


def test_a_switch_follows_its_own_preference(actions: Actions) -> None:
    """Only what changed is shown; the others stay as they are."""
    actions["predict"].setChecked(True)
    chosen = Preferences(captions=False, predict_first=False)
    actions["captions"].setChecked(True)

    actions.follow(chosen, frozenset({"captions"}))

    assert not actions["captions"].isChecked()
    assert actions["predict"].isChecked()


def test_letters_are_shown_while_they_are_keys(actions: Actions) -> None:
    """In menus and tips; keys that always work are shown in both cases."""
    assert actions["captions"].text() == "Caption\tC"
    assert actions["captions"].toolTip() == "Show it (C)"

    actions.set_letters(letters=False)

    assert actions["captions"].text() == "Caption"
    assert actions["captions"].toolTip() == "Show it"
    assert actions["next"].toolTip() == "Go on (PgDn)"
    assert first_key(ROWS[1], letters=False) == ""


def test_menus_stand_in_the_order_of_their_rows(actions: Actions) -> None:
    """With a line above where a row says so."""
    bar = QMenuBar()
    actions.add_menus(bar)
    actions.fill_menus()
    actions.fill_menus()
    view = next(a for a in bar.actions() if a.text().replace("&", "") == "View")
    menu = view.menu()

    shown = [one.text() for one in menu.actions()]  # type: ignore[attr-defined]

    assert shown == ["", "Caption\tC", "Predict\tY"]


def test_a_row_tells_where_it_holds() -> None:
    """What only a show has is no use without one."""
    assert [row.only_on_show for row in ROWS] == [True, False, False, True]
    assert ROWS[0].keys == ("PgDown", "N")
    assert key_sign("Shift+X") == "⇧X"
