"""What labs had open when they were left, or when they came to a sudden end."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, field, structs

from sidecar_viz.files.saved.aside import keep_aside, put_back
from sidecar_viz.files.saved.tolerant import fitting_items, peek_json, read_json
from sidecar_viz.files.saved.whole import write_whole

FILE = "lab.json"
MOST_BYTES = 32_000_000
MOST_ROWS = 100
SAME = ("text", "base")  # written as null where they are what the manifest is
HEAD, PARTED, TAIL = b'{"rows":[', b",", b"]}"


class KeptLab(Struct, frozen=True):
    """A lab's manifest, its script, the text being edited, and the second.

    *text* is what the editor shows, which may have mistakes, *manifest* the last good
    one, *script* its script as text, *typed* what the editor shows of a script that is
    not played, "" for none. *path* is "" for what has no file yet, *base* what that
    was at first, *unsaved* whether something would be lost without this row. *mark* is
    another one at each writing: who wrote it, a dot, a number.
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
    mark: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells apart what a lab has open, one after the other."""
        return lab_key(self.path, self.name, self.base)

    @property
    def writer(self) -> str:
        """Who wrote it; "" in files of earlier versions."""
        return self.mark.partition(".")[0]


class Merged(Struct):
    """What is to be told of a merging: damaged files' new names, rows left out."""

    aside: list[Path] = field(default_factory=list)
    left_out: list[KeptLab] = field(default_factory=list)


def lab_key(path: str, name: str, base: str) -> tuple[str, str]:
    """Return the file; of what has none, its name and what it was at first."""
    return (path, "") if path else (name, base)


def load_kept_labs(file: Path) -> list[KeptLab]:
    """Return what was kept, the latest at the end; what cannot be read is left out."""
    with contextlib.suppress(OSError, ValueError):
        return _kept(peek_json(file, MOST_BYTES, object))
    return []


def merged_labs(
    file: Path,
    own: Sequence[KeptLab],
    taken: Collection[str] = (),
    told: Merged | None = None,
) -> bytes:
    """Encode what is in the *file*, with one's *own* rows as the latest.

    Another lab's rows stay while there is something unsaved in them, also of the same
    file; not those with a mark that is *taken*: their work goes on in one's own rows.
    The latest row stays in any case. Of more than is read again, the oldest rows are
    left out. A damaged file is kept aside, also one with a damaged row: the rows in it
    that are whole go on.

    Raises:
        OSError: the file is there and cannot be read, or one's own latest row is more
            than would be read again.
    """
    told = Merged() if told is None else told
    others = [row for row in _read(file, told) if not _replaced(row, own, taken)]
    rows = [*others, *own]
    rows = [*(row for row in rows[:-1] if row.unsaved), *rows[-1:]]
    return _bounded(file, rows, told)


def _read(file: Path, told: Merged) -> list[KeptLab]:
    """Read the rows; a file in which one is damaged is kept aside, and told.

    Raises:
        OSError: it cannot be read, or not be kept aside, or its whole rows cannot be
            written; it stays as it is then.
    """
    found = read_json(file, MOST_BYTES, object, told.aside)
    kept, rows = _kept(found), _rows(found)
    if found is None or (rows is not None and len(kept) == len(rows)):
        return kept
    aside = keep_aside(file)
    if aside is None:
        raise OSError(errno.EEXIST, "what is there cannot be kept aside", str(file))
    try:
        write_whole(file, labs_bytes(kept))
    except OSError:  # such as a full disk: all of it once more, the next time
        with contextlib.suppress(OSError):
            put_back(aside, file)
        raise
    told.aside.append(aside)
    return kept


def labs_bytes(rows: Sequence[KeptLab]) -> bytes:
    """Return the bytes of the file that holds these rows."""
    return HEAD + PARTED.join(_row_bytes(row) for row in rows) + TAIL


def _bounded(file: Path, rows: list[KeptLab], told: Merged) -> bytes:
    """Encode the latest of the rows: so many as are read again."""
    written = [_row_bytes(row) for row in rows]
    size = len(HEAD) + len(TAIL) - len(PARTED)
    first = len(rows)
    for content in reversed(written[-MOST_ROWS:]):
        size += len(content) + len(PARTED)
        if size > MOST_BYTES:
            break
        first -= 1
    if first == len(rows) and rows:
        raise OSError(errno.EFBIG, "what is open is too large", str(file))
    told.left_out += rows[:first]
    return HEAD + PARTED.join(written[first:]) + TAIL


def _replaced(row: KeptLab, own: Sequence[KeptLab], taken: Collection[str]) -> bool:
    """Return whether one of one's own rows says all that a row of the file says."""
    if row.mark and row.mark in taken:
        return True
    return any(
        row.key == mine.key
        and (
            not row.unsaved
            or row.writer in ("", mine.writer)
            or _work(row) == _work(mine)
        )
        for mine in own
    )


def _work(row: KeptLab) -> KeptLab:
    """Return what was done, wherever the playhead stands and whoever wrote it."""
    return structs.replace(row, second=0.0, unsaved=True, mark="")


def _row_bytes(row: KeptLab) -> bytes:
    """Encode a row, with each text that is the manifest's once."""
    plain = msgspec.to_builtins(row)
    for name in SAME:
        if plain[name] == row.manifest:
            plain[name] = None
    return msgspec.json.encode(plain)


def _kept(found: object) -> list[KeptLab]:
    return fitting_items([_filled(row) for row in _rows(found) or ()], KeptLab)


def _filled(row: object) -> object:
    """Return a row with the manifest's text where that was written once."""
    if not isinstance(row, dict):
        return row
    same = (name for name in SAME if row.get(name, "") is None)
    return row | {name: row.get("manifest") for name in same}


def _rows(found: object) -> list[object] | None:
    """Return the rows as they were written; None if none were.

    Earlier versions kept one alone.
    """
    rows = found.get("rows", [found]) if isinstance(found, dict) else None
    return rows if isinstance(rows, list) else None
