"""What the page draws is the program's picture; what it says has no barriers."""

from __future__ import annotations

import base64
from importlib.resources import files
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.export.page.frames import RATE
from sidecar_viz.export.page.page import SIZES
from sidecar_viz.export.pictures.stills import Stills
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.theme import THEMES
from tests.export.page.browsers import Browser, Chromium
from tests.export.page.conftest import ROOT, Exported

pytestmark = pytest.mark.storm

MOMENTS = (0.0, 0.2, 1.0, 1.4, 2.0, 2.6, 3.0, 3.5, 4.0, 4.6, 5.0, 6.0)
"""At rest, with the opening giving way, and in the camera's shots."""
MOST, MOST_MOVING = 3.0, 6.5
"""The mean difference of a colour's part (0 to 255): its letters are drawn otherwise,
and in a shot the page's letters grow evenly, the program's by whole pixels."""
SCRUB = """((place) => {
  place.value = %d;
  place.dispatchEvent(new Event("input"));
  return document.getElementById("picture").toDataURL();
})(document.getElementById("place"))"""


def image_of(address: str) -> QImage:
    """Read a picture that a page has given as an address."""
    data = QByteArray(base64.b64decode(address.partition(",")[2]))
    return QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of red, green and blue, 0 to 255."""
    assert one.size() == other.size()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    parts = zip(first, second, strict=True)
    return sum(abs(a - b) for a, b in parts) / (len(first) * 3 / 4)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_stage_is_the_programs(
    in_chromium: Chromium, exported: Exported, theme: str
) -> None:
    """At twelve moments, in both themes, pixel by pixel as large as it was recorded."""
    lesson = load_lesson(ROOT / "lessons" / "sidecar" / "lesson.yaml")
    stills, timeline = Stills(lesson, SIZES[0], THEMES[theme]), Timeline(lesson)
    in_chromium.prefer(theme)
    in_chromium.resize(1280, 900)
    in_chromium.open(exported("sidecar"))
    wide = in_chromium.run("parseFloat(document.getElementById('picture').style.width)")
    in_chromium.resize(1280, 900, SIZES[0][0] / wide)
    in_chromium.open(exported("sidecar"))
    found = {}

    for moment in MOMENTS:
        step, seconds = int(moment), lesson.steps[min(int(moment), 5)].seconds
        frames = round(seconds * RATE)
        position = step + round((moment - step) * frames) / frames
        drawn = image_of(in_chromium.run(SCRUB % round(position * 1000)))
        still = stills.draw(timeline.stage_at(position))
        found[moment] = round(difference(drawn, still), 2)
    in_chromium.prefer("light")
    in_chromium.resize(1280, 720)

    print(theme, found)
    for moment, mean in found.items():
        assert mean <= (MOST_MOVING if moment % 1 else MOST), found


def test_the_stage_stays_sharp(in_chromium: Chromium, exported: Exported) -> None:
    """Its picture has as many pixels as the screen, whatever its ratio."""
    for ratio in (1.0, 1.5, 3.0):
        in_chromium.resize(1280, 720, ratio)
        in_chromium.open(exported("sidecar"))
        has, wide = in_chromium.run(
            "(p => [p.width, p.getBoundingClientRect().width])"
            "(document.getElementById('picture'))"
        )
        assert abs(has - wide * ratio) <= 1.0, ratio
    in_chromium.resize(1280, 720)


def barriers(page: Browser) -> list[tuple[str, Any]]:
    """Look for barriers with axe-core; returns the rules that are broken, and where."""
    script = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.run(f"(() => {{ {script}; }})()")
    found = page.run("axe.run().then((result) => result.violations)")
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def click(page: Browser, what: str) -> None:
    """Click the first thing that fits a selector."""
    page.run(f"document.querySelector({what!r}).click()")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("wide", [1280, 390])
def test_there_are_no_barriers(
    in_chromium: Chromium, exported: Exported, theme: str, wide: int
) -> None:
    """Axe finds nothing: in any panel, any dialog, with a what-if or an answer."""
    in_chromium.prefer(theme, "reduce")
    in_chromium.resize(wide, 800)
    in_chromium.open(exported("sidecar"), "?step=4")
    panels = in_chromium.run(
        "[...document.querySelectorAll('[role=tab]')].map((tab) => tab.id)"
    )
    assert len(panels) == 9
    for panel in panels:
        click(in_chromium, f"#{panel}")
        assert not barriers(in_chromium), panel
    click(in_chromium, "[data-turn=volume-not-mounted]")
    click(in_chromium, "#tab-table")
    assert not barriers(in_chromium)
    click(in_chromium, "#tab-quiz")
    click(in_chromium, ".question:not([hidden]) li:nth-child(2) button")
    click(in_chromium, "[data-quiz=hint]")
    click(in_chromium, "[data-quiz=reveal]")
    assert not barriers(in_chromium)
    for dialog in ("keys", "embed"):
        click(in_chromium, f"#to-{dialog}")
        assert not barriers(in_chromium), dialog
        in_chromium.run(f"document.getElementById('{dialog}').close()")
    in_chromium.prefer("light")
    in_chromium.resize(1280, 720)
