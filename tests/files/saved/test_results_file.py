"""Results of votes are kept whole, and spreadsheets can be trusted with them."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sidecar_viz.core.learning.vote import new_vote
from sidecar_viz.files.saved.results_file import (
    Result,
    csv_text,
    load_results,
    merged_results,
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


def test_two_windows_keep_the_votes_of_both(tmp_path: Path) -> None:
    """One's own take the place of older ones of the same vote; the others stay."""
    path = tmp_path / "results.json"
    path.write_bytes(merged_results(path, (ONE,)))
    path.write_bytes(merged_results(path, (TWO,)))
    assert load_results(path) == (ONE, TWO)

    later = replace(ONE, second=(0, 12, 0))
    path.write_bytes(merged_results(path, (later,)))
    assert load_results(path) == (TWO, later)


def test_rows_of_a_later_version_are_kept(tmp_path: Path) -> None:
    """With fields, counts and kinds of rows that this version does not know."""
    path = tmp_path / "results.json"
    rows: list[object] = [
        {"time": "t", "lesson": "l", "question": "q", "first": [1] * 9, "new": 1},
        {"of another kind": True},
        7,
    ]
    path.write_bytes(results_bytes(rows))
    content = merged_results(path, (ONE,))
    assert msgspec.json.decode(content)[:3] == rows
    path.write_bytes(content)
    assert load_results(path) == (ONE,)


def test_of_a_file_that_is_cut_off_the_whole_rows_are_read(tmp_path: Path) -> None:
    """And written again; the damaged file stays beside them, and is told of."""
    path, aside = tmp_path / "results.json", tmp_path / "results.damaged.json"
    cut = results_bytes([replace(ONE, time=str(n)) for n in range(40)])[:-30]
    path.write_bytes(cut)
    told: list[Path] = []

    assert [one.time for one in load_results(path, told)] == [str(n) for n in range(39)]
    assert told == [aside]
    assert aside.read_bytes() == cut
    assert len(load_results(path)) == 39


@pytest.mark.skipif(os.name != "posix", reason="a link that leads in a circle")
def test_what_cannot_be_read_now_is_neither_damaged_nor_written_over(
    tmp_path: Path,
) -> None:
    """It may be whole, and be read again later."""
    path = tmp_path / "results.json"
    path.symlink_to(path)
    told: list[Path] = []

    assert load_results(path, told) == ()
    assert told == []
    with pytest.raises(OSError, match="symbolic links"):
        merged_results(path, (ONE,))
    assert names_in(tmp_path) == ["results.json"]
