"""What `sidecar-viz lab` shows first."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab.lab import Lab
from sidecar_viz.app.lab.run_to_save import RunToSave
from sidecar_viz.app.lab_application import Asked, begun_lab, opened_first
from sidecar_viz.app.preferences.preferences import (
    Preferences,
    load_preferences,
    preferences_file,
)
from sidecar_viz.app.session.notice_bar import NoticeBar
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from tests.app.lab.conftest import MANIFEST, lab, make_lab

__all__ = ["lab", "make_lab"]
BROKEN = MANIFEST.replace("Always", "Allways").encode()
NO_POD = b"kind: Service\n"
FILE = Path("/somewhere/pod.yaml")


@pytest.mark.parametrize("data", [BROKEN, NO_POD])
def test_for_a_file_that_is_refused_an_example_stands(data: bytes) -> None:
    """Then the window says why; a double-click has no terminal."""
    opened, refused = opened_first(Asked((data, FILE, "pod.yaml")))
    assert refused
    assert opened.name == first_example().name


def test_a_file_that_is_well_is_shown() -> None:
    """By its own name."""
    opened, refused = opened_first(Asked((MANIFEST.encode(), FILE, "pod.yaml")))
    assert (opened.name, refused) == ("pod.yaml", False)


@pytest.mark.parametrize(
    "asked",
    [
        Asked((BROKEN, None, "-")),
        Asked((BROKEN, FILE, "pod.yaml"), script=(b"{}", "s.yaml")),
        Asked((MANIFEST.encode(), FILE, "pod.yaml"), wanted="other"),
    ],
)
def test_who_has_a_terminal_reads_it_there(asked: Asked) -> None:
    """From a pipe, with a script, or with the name of a pod."""
    with pytest.raises((LessonError, ManifestError)):
        opened_first(asked)


def test_preferences_that_are_damaged_are_told_in_the_lab(qtbot: QtBot) -> None:
    """With the name under which they are still there."""
    file = preferences_file()
    file.parent.mkdir(parents=True)
    file.write_text("{", "utf-8")
    lab, preferences, _ = begun_lab(Asked())
    qtbot.addWidget(lab.window)
    lab.window.show()
    assert preferences == Preferences()
    (bar,) = lab.window.findChildren(NoticeBar)
    assert bar.isVisible()
    aside = file.with_name("preferences.damaged.json")
    assert bar.message.text().endswith(f"It is still there: {aside}")
    assert aside.read_text("utf-8") == "{"
    lab.window.close()


def test_preferences_that_are_damaged_later_are_told_when_a_choice_is_kept(
    lab: Lab,
) -> None:
    """Reading them alone leaves them where they are."""
    run = RunToSave(lab.files, lab.player, lab.window)
    said: list[str] = []
    run.remarked.connect(said.append)
    file = preferences_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{", "utf-8")
    choice = run.choice()
    assert file.read_text("utf-8") == "{"
    other = replace(choice, notes=not choice.notes)
    run.keep(other)
    (told,) = said
    assert "preferences.damaged.json" in told
    assert run.choice() == other
    assert load_preferences(file).save_choice == other
