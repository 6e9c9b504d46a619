"""What the lab had open when it was left, or when it came to a sudden end."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import msgspec
from msgspec import Struct

from sidecar_viz.files.saved.whole import read_start

FILE = "lab.json"
MOST_BYTES = 4_000_000
MOST_NAME = 4096


class KeptLab(Struct, frozen=True):
    """The lab's manifest, its script, the text being edited, and the second.

    *text* is what the editor shows, which may have mistakes, *manifest* the last good
    one, *script* its script as text. *path* is "" for what has no file yet.
    """

    name: str
    manifest: str
    script: str
    text: str
    version: str
    second: float = 0.0
    path: str = ""
    wanted: str = ""
    about: str = ""


def kept_bytes(kept: KeptLab) -> bytes:
    """Return the bytes of the file that holds it."""
    return json.dumps(msgspec.to_builtins(kept), ensure_ascii=False).encode("utf-8")


def load_kept_lab(file: Path) -> KeptLab | None:
    """Return what was kept; None if there is nothing, or nothing that can be read."""
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
        data = read_start(file, MOST_BYTES + 1)
        if len(data) <= MOST_BYTES:
            return msgspec.json.decode(data, type=KeptLab)
    return None
