"""Results of votes are kept whole, and spreadsheets can be trusted with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.results_file import (
    Result,
    csv_text,
    load_results,
    result_of,
    results_bytes,
    safe_cell,
    save_csv,
    save_results,
    with_result,
)


def names_in(folder: Path) -> list[str]:
    """List what is in a folder."""
    return sorted(found.name for found in folder.iterdir())


ONE = Result("Sidecar", "q1", "When?", 1, (3, 9, 0), (1, 11, 0), "2026-03-02T10:15:00")
TWO = Result("Sidecar", "q2", "Why?", -1, (1, 2), (0, 0), "2026-03-02T10:20:00")


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """In the same order."""
    path = tmp_path / "results.json"
    save_results((ONE, TWO), path)

    assert load_results(path) == (ONE, TWO)
    assert load_results(tmp_path / "none.json") == ()


def test_a_vote_becomes_a_result() -> None:
    """With the lesson, the question, the counts and the time; no names."""
    vote = new_vote("q1", 1, 2, "2026-03-02T10:15:00").counted(1, 4)

    found = result_of(vote, "Sidecar", "When?")

    wanted = Result("Sidecar", "q1", "When?", 1, (0, 4), (0, 0), "2026-03-02T10:15:00")
    assert found == wanted


def test_a_vote_that_goes_on_stays_one_result() -> None:
    """The second count replaces the first state; another time is another vote."""
    more = replace(ONE, second=(0, 12, 0))
    later = replace(ONE, time="2026-03-03T10:15:00")

    assert with_result((ONE, TWO), more) == (TWO, more)
    assert with_result((ONE,), later) == (ONE, later)
    for other in (replace(ONE, question="q9"), replace(ONE, lesson="Other")):
        assert with_result((ONE,), other) == (ONE, other)


def test_a_damaged_row_costs_only_itself(tmp_path: Path) -> None:
    """The others are still there."""
    path = tmp_path / "results.json"
    odd = replace(TWO, second=(0, 0, 0))
    text = results_bytes((ONE, odd)).replace(b"]\n]", b']\n,{"lesson": 3}]')
    path.write_bytes(text.replace(b"\n]\n", b',\n{"lesson": 3}\n]\n'))

    assert load_results(path) == (ONE,)


@pytest.mark.parametrize("content", [b"", b"[{", b"{}", b"\xff", b"[" * 100_000])
def test_a_damaged_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    """Nothing is overwritten that somebody might still rescue."""
    path = tmp_path / "results.json"
    path.write_bytes(content)

    assert load_results(path) == ()
    assert names_in(tmp_path) == ["results.damaged.json"]


def test_a_folder_in_its_place_is_kept_aside(tmp_path: Path) -> None:
    """What cannot be read at all does not stand in the way either."""
    path = tmp_path / "results.json"
    path.mkdir()

    assert load_results(path) == ()
    assert names_in(tmp_path) == ["results.damaged.json"]


def test_the_table_for_spreadsheets() -> None:
    """A row a vote; a second vote that did not take place is empty, not 0."""
    rows = list(csv.reader(io.StringIO(csv_text((ONE, TWO)))))

    assert rows[0][:6] == [
        *("time", "lesson", "question id", "question", "right"),
        "first A",
    ]
    assert rows[1][4:] == ["B", "3", "9", "0", "1", "11", "0", "75", "92"]
    assert rows[2][4:] == ["", "1", "2", "", "", "", "", "", ""]
    assert len(list(csv.reader(io.StringIO(csv_text(()))))) == 1


def test_the_table_where_the_decimal_sign_is_a_comma() -> None:
    """Semicolons part the cells; one in a question is kept together by quotes."""
    asked = "Which; and, why?"
    text = csv_text((replace(ONE, asked=asked),), ";")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))

    assert text.startswith("time;lesson;question id;")
    assert rows[1][3:7] == [asked, "B", "3", "9"]


def test_the_table_is_utf_8_and_spreadsheets_know_it(tmp_path: Path) -> None:
    """It begins with the mark; umlauts come back."""
    path = tmp_path / "results.csv"
    save_csv((replace(ONE, lesson="Küche"),), path)

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Küche" in path.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("A pod = two containers", "A pod = two containers"),
        ("zero\0", "zero"),
        ("\0=1", "'=1"),
        ("", ""),
        ("Which one;=1+1", "Which one;'=1+1"),
        ("Which one, @SUM(A1)", "Which one,' @SUM(A1)"),
        ("one; two, three", "one; two, three"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    """A lesson's author cannot make a teacher's spreadsheet compute."""
    assert safe_cell(text) == cell


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_come_back_from_the_table(lesson: str, asked: str) -> None:
    """Quotes, commas and line ends of a lesson do not break the rows."""
    one = replace(ONE, lesson=lesson, asked=asked)
    text = csv_text((one,))

    rows = list(csv.reader(io.StringIO(text, newline="")))

    assert len(rows) == 2
    assert rows[1][1:4:2] == [safe_cell(lesson), safe_cell(asked)]
    assert not rows[1][3].startswith(("=", "+", "-", "@"))
