"""What screen readers are told while somebody presents."""

from __future__ import annotations

import pytest

from sidecar_viz.app.keys.command import CommandId
from sidecar_viz.app.present.presenting import Presenting
from tests.app.present.conftest import Begin

AGAIN = "The class sees the lesson again."


def test_what_is_said_comes_from_the_window_in_front(show: Presenting) -> None:
    """Each step and what-if once, though the main window is hidden."""
    heard: list[str] = []
    window = show.window
    window.voice.said.connect(heard.append)
    window.player.jump(2)
    assert heard == [window.lesson.steps[1].say]
    fronts = [window.front]

    window.show_what_if("volume-not-mounted")
    assert len(heard) == 2
    assert heard[1].startswith("What if ")

    show.end()
    fronts.append(window.front)
    assert fronts == [show.seats.audience, window]


@pytest.mark.parametrize(
    ("command", "first", "second"),
    [
        ("black", "The class sees black.", AGAIN),
        ("white", "The class sees white.", AGAIN),
        ("freeze", "The class still sees step 3.", AGAIN),
        ("hide_audience", "Hidden from the class.", AGAIN),
        ("laser", "Laser: on.", "Laser: off."),
        ("predict", "Predict first: on.", "Predict first: off."),
        ("captions", "Caption: off.", "Caption: on."),
        ("faster", "Speed 1.25×.", "Speed 1.5×."),
        ("text_bigger", "Text: 110 %.", "Text: 120 %."),
        (
            "brighter",
            "Brightness +5 %, contrast 0 %.",
            "Brightness +10 %, contrast 0 %.",
        ),
        ("caption_bigger", "Captions: 110 %.", "Captions: 120 %."),
        ("zoom", "Zoom: 2 times.", "The whole picture."),
        ("timer", "The time stands still.", "The time runs."),
    ],
)
def test_a_toggle_says_what_the_class_sees(
    begin: Begin, command: CommandId, first: str, second: str
) -> None:
    """On and off, one short sentence each."""
    show = begin(3)
    heard: list[str] = []
    show.window.voice.said.connect(heard.append)
    show.window.commands[command].trigger()
    show.window.commands[command].trigger()

    assert heard == [first, second]


def test_ink_that_is_taken_back_is_counted(begin: Begin) -> None:
    """A line, its erasing and what is done again: how many are there now."""
    show = begin(3)
    show.tools.draw(((0.1, 0.1), (0.5, 0.5)))
    heard: list[str] = []
    show.window.voice.said.connect(heard.append)
    for command in ("undo_ink", "redo_ink", "erase", "undo_ink"):
        show.window.commands[command].trigger()

    lines = [said.removeprefix("Lines drawn on this step: ") for said in heard]
    assert lines == ["0.", "1.", "0.", "1."]


def test_nobody_is_said_to_see_what_is_only_here(begin: Begin) -> None:
    """Without a second screen the class's view is in the console: nobody sees black."""
    show = begin(3)
    show.seats.toggle_console()
    assert show.seats.seating.shrunk
    heard: list[str] = []
    show.window.voice.said.connect(heard.append)
    for command in ("black", "black", "freeze"):
        show.window.commands[command].trigger()

    assert heard == [
        "The picture is black.",
        "The picture shows the lesson again.",
        "The picture still shows step 3.",
    ]


def test_esc_tells_that_black_is_gone_and_the_end_tells_nothing(
    show: Presenting,
) -> None:
    """Whatever takes it away; who ends hears no more of the class."""
    heard: list[str] = []
    show.cover("black")
    show.window.voice.said.connect(heard.append)
    show.leave_layer()
    assert heard == [AGAIN]

    show.cover("white")
    show.end()
    assert heard[1:] == ["The class sees white."]
