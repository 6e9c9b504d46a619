"""The pictures of the pod lab's window, for its guide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from sidecar_viz.app.lab.lab import Lab

SIZE = (1600, 900)
MOST_COLOURS, LEAST_PIXELS = 96, 12
HUES, SHADES = 56, 6  # of 255, in red, green or blue: how far colours are apart
ORDERS = b"""\
podlab: 1
name: An API that does not stay up
about: It ends with 1 after two seconds, and waits longer before each start.
script:
  containers:
    log-shipper: { image: { pull-seconds: 2 } }
    api: { run: 2, exit-code: 1, image: { pull-seconds: 3 } }
---
apiVersion: v1
kind: Pod
metadata: { name: orders }
spec:
  initContainers:
    - name: log-shipper
      image: logs/ship:2
      restartPolicy: Always
  containers:
    - name: api
      image: orders/api:4
"""

SEEN = 5  # frames: the first has not all parts of the window


class Shot(NamedTuple):
    """A picture: its name, what is open in it, at which second, and what is done."""

    name: str
    data: bytes
    file: str
    second: float
    done: Callable[[Lab], object] = lambda _lab: None


def shots(manifest: str, script: str, job: bytes) -> tuple[Shot, ...]:
    """List the pictures: of the shop of the guide, of a loop, of a job."""
    head = "podlab: 1\nname: Shop\nabout: A shop.\nscript:\n"
    lines = script.replace("simulation: 1\n", "").splitlines()
    shop = head + "".join(f"  {line}\n" for line in lines) + "---\n" + manifest
    bad = manifest.replace(
        "      restartPolicy: Always\n      startup", "      startup"
    )
    data, name = shop.encode("utf-8"), "pod.yaml"
    return (
        Shot("shop", data, name, 64),
        Shot("loop", ORDERS, "orders.podlab.yaml", 61),
        Shot("twin", job, "job.podlab.yaml", 40, lambda lab: lab.compared.toggle()),
        Shot("edit", data, name, 16, lambda lab: _typed(lab, bad)),
    )


def _typed(lab: Lab, text: str) -> None:
    """Type a text into the editor."""
    lab.texts.toggle()
    lab.window.editor.text.setPlainText(text)
    lab.window.editor.flush()


def write_shot(shot: Shot, folder: Path) -> None:
    """Open the lab, and write what is seen of it; an application must be there."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - slow to load

    from sidecar_viz.app.lab.held.opened import read_given  # noqa: PLC0415
    from sidecar_viz.app.lab.lab_actions import opened_lab  # noqa: PLC0415
    from sidecar_viz.app.preferences.preferences import (  # noqa: PLC0415
        Preferences,
    )

    opened = read_given(shot.data, shot.file)
    lab = opened_lab(opened, Preferences(motion="none", theme="light"))
    lab.window.resize(*SIZE)
    lab.window.show()
    lab.player.jump(shot.second)
    shot.done(lab)
    for _ in range(SEEN):
        QApplication.processEvents()
    picture = lab.window.grab().toImage()
    lab.window.close()
    in_few_colours(picture).save(str(folder / f"{shot.name}.png"), quality=0)


def in_few_colours(image: QImage) -> QImage:
    """Return the image with its most common colours only, so that it is small."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - slow to load
    from PySide6.QtGui import QImage  # noqa: PLC0415

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    common = [one for one, pixels in counted.most_common() if pixels >= LEAST_PIXELS]
    table: list[int] = []
    for apart in (HUES, SHADES):  # each hue comes before its finer shades
        for colour in common:
            if len(table) < MOST_COLOURS and _is_new(colour, table, apart):
                table.append(colour)
    flags = Qt.ImageConversionFlag.ThresholdDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _is_new(colour: int, table: list[int], apart: int) -> bool:
    """Whether a colour differs from each in a table by more than that."""
    return all(
        any(abs((colour >> n & 255) - (other >> n & 255)) > apart for n in (0, 8, 16))
        for other in table
    )
