"""Real keyboards of other countries; `python -m tests.keyboards` tries all of them."""

from __future__ import annotations

import shutil
from ctypes.util import find_library

import pytest

from tests.keyboards.layouts import pressed_on

pytestmark = [
    pytest.mark.storm,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("setxkbmap")),
        reason="needs Xvfb and setxkbmap (Debian: xvfb, x11-xkb-utils)",
    ),
    pytest.mark.skipif(
        find_library("Xtst") is None, reason="needs libXtst (Debian: libxtst6)"
    ),
]


@pytest.mark.parametrize(
    "layout",
    [
        *(
            "us",
            "de",
            "fr",
            "be",
            "cz",
            "us,ru",
            "us,il",
            "ru",
            "bg",
            "gr",
            "ara",
            "il",
        ),
        "th",
    ],
)
def test_every_key_of_the_table_works(layout: str) -> None:
    """By what is printed on it, or else by its place; no key asks for another thing."""
    tried, wrong = pressed_on(layout)

    assert wrong == []
    assert tried > 100


@pytest.mark.parametrize("layout", ["us", "fr", "us,ru", "il"])
def test_every_key_of_the_lab_works(layout: str) -> None:
    """In its window, too, which runs without that of lessons."""
    tried, wrong = pressed_on(layout, "--lab")

    assert wrong == []
    assert tried > 60
