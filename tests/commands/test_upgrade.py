"""A lesson of format 1 becomes one of format 2, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sidecar_viz.cli import main
from sidecar_viz.files.making.starter import blank
from sidecar_viz.files.reading.lesson_file import load_lesson

OLD = """\
# A lesson of mine: format: 1
format: 1  # as the guide says
id: mine
title: Mine
actors: [{ id: a, name: A, about: "format: 1" }]
steps: [{ id: s, title: S, actors: [{ id: a, state: Up }] }]
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Write a lesson of format 1."""
    path = tmp_path / "mine.yaml"
    path.write_bytes(OLD.encode())
    return path


def test_only_the_number_of_the_format_changes(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Comments and texts that look like it stay, and so does the lesson."""
    before = load_lesson(old)

    assert main(["upgrade", str(old)]) == 0

    assert old.read_text("utf-8") == OLD.replace("format: 1  #", "format: 2  #")
    assert load_lesson(old) == replace(before, format=2)
    assert "is of format 2 now" in capsys.readouterr().out


def test_line_ends_stay_as_they_are(old: Path) -> None:
    """A file from another system is not written anew."""
    old.write_bytes(
        OLD.replace("  # as the guide says", "").encode().replace(b"\n", b"\r\n")
    )

    assert main(["upgrade", str(old)]) == 0

    assert b"format: 2\r\n" in old.read_bytes()
    assert b"\n" not in old.read_bytes().replace(b"\r\n", b"")


def test_a_lesson_of_the_newest_format_is_left_alone(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, and that is no mistake."""
    main(["upgrade", str(old)])
    text = old.read_bytes()

    assert main(["upgrade", str(old)]) == 0

    assert old.read_bytes() == text
    assert "already" in capsys.readouterr().out


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_files_of_windows_stay_so(old: Path, mark: bytes, end: bytes) -> None:
    """With the mark and the ends of lines that their editor wrote."""
    text = OLD[OLD.index("\n") + 1 :].encode().replace(b"\n", end)
    old.write_bytes(mark + text)

    assert main(["upgrade", str(old)]) == 0
    assert old.read_bytes() == mark + text.replace(b"1", b"2", 1)


@pytest.mark.parametrize(
    "text", [OLD.replace("title: Mine", "titel: Mine"), OLD.replace("1  #", "'1'  #")]
)
def test_what_cannot_be_read_or_changed_stays(
    old: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the place and the reason, and exit code 2."""
    old.write_text(text, "utf-8")

    assert main(["upgrade", str(old)]) == 2

    assert old.read_text("utf-8") == text
    assert "stays as it is" in capsys.readouterr().err


def test_a_new_lesson_can_be_upgraded(tmp_path: Path) -> None:
    """What `new` writes is of a format that upgrade knows."""
    path = tmp_path / "fresh.yaml"
    path.write_text(blank("fresh"), "utf-8")

    assert main(["upgrade", str(path)]) == 0
    assert load_lesson(path).format == 2
