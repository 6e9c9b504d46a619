"""What is chosen in the dialog is what the command is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import Shown, is_whole, name_of, words_of
from sidecar_viz.app.saving.kinds import BY_SUFFIX, KINDS
from sidecar_viz.commands.arguments import read_arguments
from sidecar_viz.export.formats import FORMATS

LESSON, OUT = Path("my.lesson.yaml"), Path("out")


def test_every_kind_that_can_be_exported_is_offered_with_its_words() -> None:
    """The dialog's list and the exporter's table name the same endings."""
    assert {kind.suffix for kind in KINDS} >= set(FORMATS)
    assert all(kind.title and kind.about for kind in KINDS)


@pytest.mark.parametrize("suffix", list(FORMATS))
@pytest.mark.parametrize("whole", [True, False])
def test_the_words_are_those_of_the_command(suffix: str, *, whole: bool) -> None:
    """It understands them, for every kind, with all that can be chosen for it."""
    choice = SaveChoice(
        suffix, whole=whole, theme="dark", notes=True, sheet="cards", captions=False
    )
    out = OUT.with_suffix(suffix)
    words = words_of(Shown(LESSON, 3, "no-volume"), choice, out)

    asked = read_arguments(words)
    assert (asked.command, asked.lesson, asked.out) == ("export", str(LESSON), out)
    assert asked.progress
    assert asked.what_if == (None if suffix == ".pdf" else "no-volume")  # cards
    if not is_whole(Shown(LESSON, 3), choice):
        assert asked.step == 3


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_nothing_is_asked_that_the_command_would_refuse(suffix: str) -> None:
    """What the dialog asks for a kind is what its export takes."""
    kind, takes = BY_SUFFIX[suffix], FORMATS[suffix].takes
    assert "--theme" in takes or not kind.themed
    assert "--size" in takes or not kind.sizes


@pytest.mark.parametrize("suffix", [".mp4", ".gif"])
def test_at_the_ending_what_moves_is_the_whole_lesson(suffix: str) -> None:
    """The ending is no step that could move alone; name and words agree on it."""
    choice, shown = SaveChoice(suffix, whole=False), Shown(LESSON, None)
    words = words_of(shown, choice, OUT.with_suffix(suffix))

    assert is_whole(shown, choice)
    assert not {"--step", "--ending"} & set(words)
    assert name_of(shown, "sidecar", choice) == f"sidecar{suffix}"


def test_the_ending_of_a_lesson_can_be_a_picture() -> None:
    """It has no number."""
    choice = SaveChoice(".png", theme="light")
    words = words_of(Shown(LESSON, None), choice, Path("x.png"))
    assert "--ending" in words
    assert "--step" not in words


@pytest.mark.parametrize(
    ("shown", "choice", "name"),
    [
        (Shown(LESSON, 3), SaveChoice(".png"), "sidecar-step-3.png"),
        (Shown(LESSON, None), SaveChoice(".png"), "sidecar-ending.png"),
        (Shown(LESSON, 3, "slow"), SaveChoice(".svg"), "sidecar-slow-step-3.svg"),
        (Shown(LESSON, 3), SaveChoice(".pdf", sheet="pupils"), "sidecar-pupils.pdf"),
        (
            Shown(LESSON, 3),
            SaveChoice(".pdf", sheet="pictures"),
            "sidecar-pictures.pdf",
        ),
        (
            Shown(LESSON, 3),
            SaveChoice(".pdf", sheet="pictures", whole=False),
            "sidecar-step-3.pdf",
        ),
    ],
)
def test_a_file_is_named_after_what_is_in_it(
    shown: Shown, choice: SaveChoice, name: str
) -> None:
    """So that two of them do not replace each other."""
    assert name_of(shown, "sidecar", choice) == name


def test_pictures_on_pages_have_colours_and_can_be_one() -> None:
    """They are asked for as the other pictures are, with the name of their sheet."""
    choice = SaveChoice(".pdf", sheet="pictures", theme="dark", whole=False, notes=True)
    words = words_of(Shown(LESSON, 3, "slow"), choice, OUT.with_suffix(".pdf"))

    asked = read_arguments(words)
    assert (asked.sheet, asked.step, asked.theme) == ("pictures", 3, "dark")
    assert (asked.what_if, asked.notes) == ("slow", False)
    whole = words_of(Shown(LESSON, 3), replace(choice, whole=True), OUT)
    assert read_arguments(whole).step is None
