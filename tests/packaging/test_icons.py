"""The icons' files are made from their drawings."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from make_icons import ICO_SIZES, SIZES, ico, program_icon
from PySide6.QtGui import QIcon, QImage

from sidecar_viz.app.help.window_icon import window_icon

pytestmark = pytest.mark.usefixtures("qapp")

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def difference(one: QImage, other: QImage) -> int:
    """Tell by how much the most different byte of two pictures differs."""
    same = QImage.Format.Format_ARGB32_Premultiplied
    one, other = one.convertToFormat(same), other.convertToFormat(same)
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("side", SIZES)
def test_the_files_are_as_drawn(side: int) -> None:
    """After a change of a drawing, run `python packaging/make_icons.py`."""
    kept = QImage(str(ICONS / f"sidecar-viz-{side}.png"))

    assert difference(kept, program_icon(side)) <= 8


def test_a_window_icon_has_all_sizes() -> None:
    """Few pixels get the plain drawing, a dock gets the detailed one."""
    icon = window_icon(ICONS)

    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    small = icon.pixmap(16, 16).toImage()
    assert difference(small, QImage(str(ICONS / "sidecar-viz-16.png"))) == 0


def test_no_icons_are_no_error(tmp_path: Path) -> None:
    """A copy without them starts all the same."""
    assert isinstance(window_icon(tmp_path), QIcon)
    assert window_icon(tmp_path).isNull()


def test_the_windows_icon_leads_to_its_pictures() -> None:
    """Each entry's place and length enclose a PNG file of its size."""
    data = (ICONS / "sidecar-viz.ico").read_bytes()
    kept = {s: (ICONS / f"sidecar-viz-{s}.png").read_bytes() for s in ICO_SIZES}

    assert data == ico(kept)
    for number, side in enumerate(ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert entry[0] == side % 256
        assert data[entry[7] : entry[7] + entry[6]] == kept[side]
