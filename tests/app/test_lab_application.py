"""What `sidecar-viz lab` shows first."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.app.lab.held.examples import first_example
from sidecar_viz.app.lab_application import Asked, opened_first
from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from tests.app.lab.conftest import MANIFEST

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
