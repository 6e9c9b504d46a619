"""What desktops, shells and shops are told agrees with the program and with itself."""

from __future__ import annotations

import configparser
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from sidecar_viz import __version__
from sidecar_viz.app.qt_application import DESKTOP_ID
from sidecar_viz.commands import arguments, grammar
from sidecar_viz.pods.given.lab_file import ENDING

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "resources" / "icons"
METAINFO = ET.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()
KINDS = {
    "application/x-sidecar-viz-lesson": ["*.lesson.yaml", "*.lesson.yml"],
    "application/x-sidecar-viz-podlab": [f"*{ENDING}"],
}
SHELLS = ("sidecar-viz.bash", "sidecar-viz.zsh", "sidecar-viz.fish")


def desktop_entry() -> configparser.SectionProxy:
    """Read what the desktop's menu is made from."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # its own way
    parser.read_string((LINUX / f"{DESKTOP_ID}.desktop").read_text("utf-8"))
    return parser["Desktop Entry"]


def options() -> set[str]:
    """List every long option that the command line knows."""
    folder = Path(arguments.__file__).parent
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    found = set(re.findall(r'"(--[a-z-]+)"', text))
    assert {"--what-if", "--selftest", "--size"} <= found
    return found | {"--help", "--version"}


def test_one_version_everywhere() -> None:
    """The package, the shop entry, the man page and the changelog have one number."""
    shop = METAINFO.find("releases/release")
    manual = (LINUX / "sidecar-viz.1").read_text("utf-8").splitlines()[0]
    changes = re.findall(
        r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )

    assert shop is not None
    assert shop.get("version") == __version__
    assert f"sidecar_viz {__version__}" in manual
    assert changes[0] == "Unreleased"
    assert shop.get("type") == "development" or changes[1] == __version__


def test_the_shop_and_the_manual_have_one_date() -> None:
    """Both were written by one release."""
    shop = METAINFO.find("releases/release")
    manual = (LINUX / "sidecar-viz.1").read_text("utf-8").splitlines()[0]

    assert shop is not None
    assert str(shop.get("date")) in manual


def test_our_files_open_by_double_click() -> None:
    """Both kinds are ours in the entry, the shop and the list of kinds."""
    kinds = ET.parse(LINUX / f"{DESKTOP_ID}.mime.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    globs = {
        kind.get("type"): [glob.get("pattern") for glob in kind.iter(f"{space}glob")]
        for kind in kinds
    }

    assert globs == KINDS
    assert [one.text for one in METAINFO.iter("mediatype")] == [*KINDS]
    assert desktop_entry()["MimeType"] == "".join(f"{kind};" for kind in KINDS)
    assert desktop_entry()["Exec"] == "sidecar-viz %f"


def test_the_window_is_known_by_its_desktop_entry() -> None:
    """Entry, icon and shop have the name that the window tells the desktop."""
    launchable = METAINFO.find("launchable")

    assert METAINFO.findtext("id") == DESKTOP_ID
    assert launchable is not None
    assert launchable.text == f"{DESKTOP_ID}.desktop"
    assert desktop_entry()["Icon"] == DESKTOP_ID


def test_the_shop_shows_pictures_that_are_there() -> None:
    """Every screenshot is in the repository, in the size that is said."""
    images = list(METAINFO.iter("image"))

    assert images
    for image in images:
        place = str(image.text).partition("/.github/")[2]
        picture = QImage(str(ROOT / ".github" / place))
        said = (int(str(image.get("width"))), int(str(image.get("height"))))
        assert (picture.width(), picture.height()) == said


@pytest.mark.parametrize("name", [*SHELLS, "sidecar-viz.1"])
def test_manual_and_completions_know_every_option(name: str) -> None:
    """A new option or command is told here, too."""
    text = (LINUX / name).read_text("utf-8").replace("\\-", "-")
    if name.endswith(".fish"):
        text = re.sub(r" -l ([a-z-]+)", r" --\1", text)

    words = {*options(), *arguments.COMMANDS, *grammar.THEMES}

    found = set(re.findall(r"(?<![\w-])(?:--)?[a-z]+(?:-[a-z]+)*(?![\w-])", text))
    assert not sorted(words - found)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["la"], "lab"),
        (["lab", "--sc"], "--script"),
        (["lab", "--pr"], ""),
        (["lab", "--version", "1.3"], "1.33 1.36"),
        (["lab", "sto"], "stop.podlab.yaml"),
    ],
)
def test_bash_completes_the_lab(tmp_path: Path, typed: list[str], offered: str) -> None:
    """Its name, its options and their values, and files; no option of the window."""
    (tmp_path / "stop.podlab.yaml").touch()
    words = " ".join(["sidecar-viz", *typed])
    ask = (
        f"source {LINUX / 'sidecar-viz.bash'} 2>/dev/null; COMP_WORDS=({words});"
        f'COMP_CWORD={len(typed)}; _sidecar_viz 2>/dev/null; echo "${{COMPREPLY[@]}}"'
    )
    said = subprocess.run(
        ["bash", "-c", ask], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert said.stdout.split() == offered.split()


@pytest.mark.parametrize("path", sorted(ICONS.glob("*-*.png")), ids=lambda p: p.name)
def test_an_icon_is_drawn_at_its_size(path: Path) -> None:
    """It has the side in its name, and corners that let the desktop through."""
    picture = QImage(str(path))
    side = int(path.stem.rpartition("-")[2])

    assert (picture.width(), picture.height()) == (side, side)
    assert picture.pixelColor(0, 0).alpha() < 128
    assert picture.pixelColor(side // 2, side // 2).alpha() == 255
