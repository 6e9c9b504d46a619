"""What can be set in the preferences, and what it is good for."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.play.speeds import SPEEDS
from sidecar_viz.app.preferences.preferences import PreferenceName

TEXT_SIZES = tuple(range(100, 201, 10))


def tr(text: str) -> str:
    """Return a text of the preferences in the user's language."""
    return QCoreApplication.translate("preferences", text)


class Setting(Struct, frozen=True):
    """A field of the preferences, its name, and a sentence about it.

    *choices* are values with their words; none: it is on or off.
    """

    field: PreferenceName
    name: str
    words: str
    choices: tuple[tuple[str | float, str], ...] = ()


def settings() -> tuple[Setting, ...]:
    """Return all that can be set, in the order of the dialog."""
    return (*_looks(), *_plays(), *_switches())


def _looks() -> tuple[Setting, ...]:
    themes = (
        ("system", tr("System")),
        ("light", tr("Light")),
        ("dark", tr("Dark")),
        ("contrast", tr("High contrast")),
        ("projector", tr("Projector")),
    )
    sizes = tuple((percent / 100, f"{percent} %") for percent in TEXT_SIZES)
    return (
        Setting(
            "theme", tr("Colours"), tr("Follow the system, or choose yourself."), themes
        ),
        Setting(
            "text_scale",
            tr("Text size"),
            tr("Make all text of the program larger."),
            sizes,
        ),
    )


def _plays() -> tuple[Setting, ...]:
    motions = (
        ("system", tr("System")),
        ("full", tr("Full")),
        ("gentle", tr("Gentle")),
        ("none", tr("None")),
    )
    speeds = tuple((speed, f"{speed:g}×") for speed in SPEEDS)
    words = tr(
        "Gentle moves are short, and nothing flows at rest; with none, every step is"
        " there at once. System is full, or none where the system asks for less."
    )
    camera = tr("Show the whole picture all the time, also while a step is shown.")
    return (
        Setting("motion", tr("Motion"), words, motions),
        Setting("speed", tr("Speed"), tr("How fast the steps are played."), speeds),
        Setting("hold_camera", tr("Hold the camera still"), camera),
    )


def _switches() -> tuple[Setting, ...]:
    letters = tr(
        "Let letters and signs without Ctrl or Alt be keys. Switch this off if you"
        " speak to the computer."
    )
    predict = tr("Ask what changes before a step is shown; hide it in flow and tables.")
    cluster = tr(
        "Say under the caption where the lesson is simpler than a real cluster."
    )
    caption = tr("Show the sentence under the stage.")
    return (
        Setting("single_letter_keys", tr("Single-letter keys"), letters),
        Setting("predict_first", tr("Predict first"), predict),
        Setting("captions", tr("Caption"), caption),
        Setting("real_cluster_notes", tr("In a real cluster"), cluster),
    )
