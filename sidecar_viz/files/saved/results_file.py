"""What classes voted, kept for the teacher: no names, only counts."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from sidecar_viz.core.learning.vote import Counts, Vote, share_right
from sidecar_viz.files.saved.tolerant import fitting_items, load_json
from sidecar_viz.files.saved.whole import write_whole

FILE = "results.json"
BIGGEST_FILE = 16_000_000
LETTERS = "ABCDEF"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
SHARES = ("first right %", "second right %")


class Result(Struct, frozen=True):
    """One vote; *time* is when it began, as ISO 8601, and tells votes apart."""

    lesson: str
    question: str
    asked: str
    right: int
    first: Counts
    second: Counts
    time: str


def result_of(vote: Vote, lesson: str, asked: str) -> Result:
    """The result of a *vote* in a lesson (its title); *asked* is the question."""
    return Result(
        lesson, vote.question, asked, vote.right, vote.first, vote.second, vote.began
    )


def with_result(results: Sequence[Result], new: Result) -> tuple[Result, ...]:
    """All *results* with the *new* one; the same vote, counted on, is replaced."""
    mark = (new.time, new.lesson, new.question)
    others = [one for one in results if (one.time, one.lesson, one.question) != mark]
    return (*others, new)


def load_results(path: Path) -> tuple[Result, ...]:
    """Read all results; a damaged file is kept aside, a damaged row left out."""
    found = load_json(path, BIGGEST_FILE, list[object])
    rows = fitting_items(found or [], Result)
    return tuple(row for row in rows if len(row.first) == len(row.second))


def results_bytes(results: Sequence[Result]) -> bytes:
    """The results as they are written, a line each."""
    lines = b",\n".join(msgspec.json.encode(result) for result in results)
    return b"[\n" + lines + b"\n]\n"


def save_results(results: Sequence[Result], path: Path) -> None:
    """Write all of them, or leave the file as it was and raise OSError."""
    write_whole(path, results_bytes(results))


def csv_text(results: Sequence[Result]) -> str:
    """A table for spreadsheets: time, lesson, question, counts, shares."""
    most = max((len(one.first) for one in results), default=4)
    letters = LETTERS[:most]
    out = io.StringIO()
    writer = csv.writer(out)
    head = ["time", "lesson", "question id", "question", "right"]
    head += [f"first {letter}" for letter in letters]
    head += [f"second {letter}" for letter in letters]
    writer.writerow([*head, *SHARES])
    for one in results:
        writer.writerow([*_words(one), *_numbers(one, most)])
    return out.getvalue()


def save_csv(results: Sequence[Result], path: Path) -> None:
    """Write the table as UTF-8 with the mark by which spreadsheets know it."""
    write_whole(path, csv_text(results).encode("utf-8-sig"))


def safe_cell(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula."""
    text = text.replace("\0", "")
    if text.lstrip(" ").startswith(FORMULA):
        return f"'{text}"
    return text


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
