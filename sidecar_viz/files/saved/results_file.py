"""The file of the votes that classes took: no names, only counts."""

from __future__ import annotations

import csv
import errno
import io
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from sidecar_viz.core.learning.vote import Counts, Vote, share_right
from sidecar_viz.files.saved.aside import put_back
from sidecar_viz.files.saved.tolerant import fitting_items, read_json
from sidecar_viz.files.saved.whole import read_whole, write_whole

FILE = "results.json"
BIGGEST_FILE = 16_000_000
LETTERS = "ABCDEF"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
Separator = Literal[",", ";"]
SHARES = ("first right %", "second right %")


class Result(Struct, frozen=True):
    """A vote; *time* is when it began, as ISO 8601, and tells votes apart."""

    lesson: str
    question: str
    asked: str
    right: int
    first: Counts
    second: Counts
    time: str


def result_of(vote: Vote, lesson: str, asked: str) -> Result:
    """Make the result of a *vote* on the question *asked* in *lesson* (its title)."""
    return Result(
        lesson, vote.question, asked, vote.right, vote.first, vote.second, vote.began
    )


def with_result(results: Sequence[Result], new: Result) -> tuple[Result, ...]:
    """Return the *results* with the *new* one, in place of the same vote's old one."""
    mark = (new.time, new.lesson, new.question)
    others = [one for one in results if (one.time, one.lesson, one.question) != mark]
    return (*others, new)


def load_results(path: Path, aside: list[Path] | None = None) -> tuple[Result, ...]:
    """Read all results; a damaged row is left out.

    A damaged file is kept aside, under the name that is added to *aside*; the rows in
    it that are whole are read, and written again. What cannot be read stays as it is,
    and so does a damaged file while its whole rows cannot be written.
    """
    try:
        return _fitting(_rows(path, [] if aside is None else aside))
    except (OSError, ValueError):
        return _fitting(_whole_rows(path))


def merged_results(
    path: Path, own: Sequence[Result], aside: list[Path] | None = None
) -> bytes:
    """Encode the results in the file at *path*, with one's *own* in place of old ones.

    What another window wrote stays, and so does what is not understood. A damaged file
    is kept aside under the name that is added to *aside*.

    Raises:
        OSError: the file is there and cannot be read, or it would become too large.
    """
    marks = {(one.time, one.lesson, one.question) for one in own}
    found = _rows(path, [] if aside is None else aside)
    rows = [row for row in found if _mark(row) not in marks]
    content = results_bytes([*rows, *own])
    if len(content) > BIGGEST_FILE:
        raise OSError(errno.EFBIG, "there are too many results", str(path))
    return content


def results_bytes(results: Sequence[object]) -> bytes:
    """Encode the results, one a line."""
    lines = b",\n".join(msgspec.json.encode(result) for result in results)
    return b"[\n" + lines + b"\n]\n"


def _fitting(rows: Sequence[object]) -> tuple[Result, ...]:
    found = fitting_items(rows, Result)
    return tuple(row for row in found if len(row.first) == len(row.second))


def _mark(row: object) -> object:
    if not isinstance(row, dict):
        return None
    return row.get("time"), row.get("lesson"), row.get("question")


def _rows(path: Path, aside: list[Path]) -> list[object]:
    """Read the rows as they were written; of a damaged file, those that are whole."""
    before = len(aside)
    found = read_json(path, BIGGEST_FILE, list[object], aside)
    if found is not None or len(aside) == before:
        return found or []
    rows = _whole_rows(aside[-1])
    if rows:
        try:
            write_whole(path, results_bytes(rows))
        except OSError:  # such as a full disk: all of it once more, the next time
            with suppress(OSError):
                put_back(aside.pop(), path)
            raise
    return rows


def _whole_rows(path: Path) -> list[object]:
    """Read those lines of a damaged file that are whole rows."""
    rows: list[object] = []
    for line in (read_whole(path, BIGGEST_FILE) or b"").splitlines():
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            row = msgspec.json.decode(line.strip(b", \t"), type=dict[str, object])
            rows += [row] if row.keys() >= {"time", "lesson", "question"} else []
    return rows


def save_results(results: Sequence[Result], path: Path) -> None:
    """Write all results, whole.

    Raises:
        OSError: the file cannot be written; it is left as it was.
    """
    write_whole(path, results_bytes(results))


def csv_text(results: Sequence[Result], separator: Separator = ",") -> str:
    """Write a table for spreadsheets: time, lesson, question, counts, shares.

    Where the decimal sign is a comma, spreadsheets part cells by semicolons.
    """
    most = max((len(one.first) for one in results), default=4)
    letters = LETTERS[:most]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    head = ["time", "lesson", "question id", "question", "right"]
    head += [f"first {letter}" for letter in letters]
    head += [f"second {letter}" for letter in letters]
    writer.writerow([*head, *SHARES])
    for one in results:
        writer.writerow([*_words(one), *_numbers(one, most)])
    return out.getvalue()


def save_csv(results: Sequence[Result], path: Path, separator: Separator = ",") -> None:
    """Write the table as UTF-8 with the mark by which spreadsheets recognise it."""
    write_whole(path, csv_text(results, separator).encode("utf-8-sig"))


def safe_cell(text: str) -> str:
    """Return the text such that no spreadsheet takes it, or a part, for a formula.

    One that parts cells by another sign than ours begins a cell behind that.
    """
    cells = re.split("([;,])", text.replace("\0", ""))
    return "".join(_no_formula(cell) for cell in cells)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _words(one: Result) -> list[str]:
    right = LETTERS[one.right] if 0 <= one.right < len(LETTERS) else ""
    cells = (one.time, one.lesson, one.question, one.asked, right)
    return [safe_cell(cell) for cell in cells]


def _numbers(one: Result, most: int) -> list[str]:
    missing = [""] * (most - len(one.first))
    first = [*map(str, one.first), *missing]
    voted_again = any(one.second)
    second = [*map(str, one.second), *missing] if voted_again else [""] * most
    return [*first, *second, _percent(one.first, one), _percent(one.second, one)]


def _percent(counts: Counts, one: Result) -> str:
    right = share_right(counts, one.right)
    return "" if right is None else f"{right * 100:.0f}"
