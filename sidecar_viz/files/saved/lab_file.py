"""What labs had open when they were left, or when they came to a sudden end."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from sidecar_viz.files.saved.tolerant import fitting_items, peek_json, read_json

FILE = "lab.json"
MOST_BYTES = 4_000_000
MOST_ROWS = 20


class KeptLab(Struct, frozen=True):
    """A lab's manifest, its script, the text being edited, and the second.

    *text* is what the editor shows, which may have mistakes, *manifest* the last good
    one, *script* its script as text, *typed* what the editor shows of a script that is
    not played, "" for none. *path* is "" for what has no file yet, *base* what
    the file held when it was opened or saved, *unsaved* whether that is another thing.
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
    base: str = ""
    unsaved: bool = True
    typed: str = ""

    @property
    def key(self) -> str:
        """What tells rows apart: the file, or the name of what has none."""
        return self.path or self.name


def load_kept_labs(file: Path) -> list[KeptLab]:
    """Return what was kept, the latest at the end; what cannot be read is left out."""
    with contextlib.suppress(OSError, ValueError):
        return fitting_items(_rows(peek_json(file, MOST_BYTES, object)), KeptLab)
    return []


def merged_labs(file: Path, own: Sequence[KeptLab]) -> bytes:
    """Encode what is in the *file*, with one's *own* rows as the latest.

    Another lab's rows stay while there is something unsaved in them, at most MOST_ROWS
    of them; the latest row stays in any case. A damaged file is kept aside.

    Raises:
        OSError: the file is there and cannot be read.
    """
    found = fitting_items(_rows(read_json(file, MOST_BYTES, object)), KeptLab)
    keys = {row.key for row in own}
    rows = [*(row for row in found if row.key not in keys), *own]
    rows = [*(row for row in rows[:-1] if row.unsaved), *rows[-1:]][-MOST_ROWS:]
    while len(made := labs_bytes(rows)) > MOST_BYTES and len(rows) > 1:
        rows = rows[1:]
    return made


def labs_bytes(rows: Sequence[KeptLab]) -> bytes:
    """Return the bytes of the file that holds these rows."""
    return msgspec.json.encode({"rows": rows})


def _rows(found: object) -> list[object]:
    """Return the rows as they were written; earlier versions kept one alone."""
    if not isinstance(found, dict):
        return []
    rows = found.get("rows", [found])
    return rows if isinstance(rows, list) else []
