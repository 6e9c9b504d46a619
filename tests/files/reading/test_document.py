"""Bytes to a tree: what is refused, where, and that nothing explodes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from sidecar_viz.files.reading import tree
from sidecar_viz.files.reading.content import MAX_BYTES, read_bytes
from sidecar_viz.files.reading.document import Document, read_document
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.reading.tree import (
    MAX_ALIASES,
    MAX_DEPTH,
    MAX_NODES,
    MAX_SCALAR,
    Fields,
    Items,
    Scalar,
)


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read everything with the fast parser and with the one in Python."""
    monkeypatch.setattr(tree, "LOADER", getattr(yaml, request.param))


def document(text: str | bytes) -> Document:
    """Read a document called d.yaml."""
    data = text.encode() if isinstance(text, str) else text
    return read_document(data, "d.yaml")


def refused(text: str | bytes) -> tuple[str, str]:
    """Place and code of the last problem of a document that must be refused."""
    with pytest.raises(LessonError) as caught:
        document(text)
    place, code, *_ = caught.value.problems[-1]
    return f"{place.line}:{place.column}", code


def noted(text: str) -> list[str]:
    """The problems of a document that can be read all the same."""
    return [
        f"{p.place.line}:{p.place.column} {p.code}" for p in document(text).problems
    ]


def test_scalars_stay_text() -> None:
    """No word turns into a boolean, a number, a time or a date."""
    words = [
        "Yes",
        "no",
        "on",
        "Off",
        "1:30",
        "0o17",
        "2024-01-02",
        "null",
        "1e3",
        ".5",
    ]
    root = document("[" + ", ".join(words) + "]").root

    assert isinstance(root, Items)
    assert [n.text for n in root.nodes if isinstance(n, Scalar)] == words
    assert all(n.plain for n in root.nodes if isinstance(n, Scalar))


def test_quoted_and_block_texts_are_told_from_plain_ones() -> None:
    """Only text without quotes can be meant as a number."""
    root = document("a: '1'\nb: \"1\"\nc: |\n  1\nd: 1\n").root

    assert isinstance(root, Fields)
    plain = [n.plain for n in root.nodes.values() if isinstance(n, Scalar)]
    assert plain == [False, False, False, True]


def test_every_part_has_its_place() -> None:
    """A missing part has the place of what is around it."""
    found = document("a:\n  - b: c\n  - d\n")

    assert str(found.place(())) == "d.yaml:1:1"
    assert str(found.place(("a", 0, "b"))) == "d.yaml:2:8"
    assert str(found.place(("a", 1))) == "d.yaml:3:5"
    assert str(found.place(("a", 7))) == "d.yaml:2:3"
    assert str(found.place(("a", "x"))) == "d.yaml:2:3"
    assert str(found.place(("a", 1, "deeper"))) == "d.yaml:3:5"


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "# only a remark\n", "\ufeff", "---\n..."]
)
def test_an_empty_file_is_refused(text: str) -> None:
    """Nothing, blanks, remarks and an empty document are no lesson."""
    assert refused(text) == ("1:1", "empty")


def test_a_mark_of_byte_order_and_foreign_line_ends_do_not_matter() -> None:
    """Files from other systems read the same."""
    found = document("\ufeffa: 1\r\nb:\r  c\r\n")

    assert isinstance(found.root, Fields)
    assert list(found.root.nodes) == ["a", "b"]
    assert str(found.place(("b",))) == "d.yaml:3:3"


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"a: 1\nb: \xff\n", "2:4", "encoding"),
        (b"a: \xc3\xa9\n  \xe9t\xe9", "2:3", "encoding"),
        ("a: 1".encode("utf-16"), "1:1", "encoding"),
        (b"\xfe\xff\x00a", "1:1", "encoding"),
        (b"\x89PNG\r\n\x1a\n\0\0", "1:1", "binary"),
        (b"a: 1\nb: \0\n", "2:4", "binary"),
        (b"a: \x1b[31m\n", "1:4", "binary"),
        ("a: \ufffe".encode(), "1:4", "binary"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, place: str, code: str) -> None:
    """Other encodings, zero bytes and control characters, each with its place."""
    assert refused(data) == (place, code)


def test_a_huge_file_is_refused() -> None:
    """One byte over the limit is too much; it is not parsed at all."""
    assert refused(b"[" * (MAX_BYTES + 1)) == ("1:1", "too-big")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_a_deep_file_is_refused(opening: str) -> None:
    """Two megabytes of brackets end at the first that is too deep."""
    place = refused(opening * (MAX_BYTES // len(opening)))

    assert place == (f"1:{MAX_DEPTH * len(opening) + 1}", "depth")


@pytest.mark.storm
def test_too_many_parts_are_refused() -> None:
    """The number of parts is bounded, however small they are."""
    assert refused("[" + "a," * MAX_NODES + "]")[1] == "too-big"


def test_an_alias_bomb_is_refused() -> None:
    """Nine aliases of nine aliases of nine … count as often as they are used."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for n in range(1, 9):
        again = ", ".join([f"*a{n - 1}"] * 9)
        lines.append(f"a{n}: &a{n} [{again}]")

    assert refused("\n".join(lines))[1] == "too-big"


def test_too_many_aliases_are_refused() -> None:
    """Even of something small."""
    text = "a: &a x\nb: [" + "*a, " * (MAX_ALIASES + 1) + "]"

    assert refused(text)[1] == "alias"


def test_an_alias_of_nothing_or_of_itself_is_refused() -> None:
    """A list cannot hold itself, and a name must be given before it is used."""
    assert refused("a: *b\n") == ("1:4", "alias")
    assert refused("a: &a [*a]\n") == ("1:8", "alias")
    assert refused("a: &a x\nb: &a [*a]\n") == ("2:8", "alias")


def test_an_alias_stands_for_its_part() -> None:
    """A few aliases are a convenience for authors."""
    root = document("a: &a [x]\nb: *a\nc: &c y\nd: *c\n").root

    assert isinstance(root, Fields)
    assert root.nodes["a"] is root.nodes["b"]
    assert root.nodes["c"] is root.nodes["d"]


def test_a_huge_text_is_refused() -> None:
    """One text is bounded as well."""
    assert refused("a: " + "x" * (MAX_SCALAR + 1)) == ("1:4", "too-big")


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system [ls]",
        "a: !!str x",
        "a: ! x",
        "a: !own {b: c}",
        "a: !<tag:example.org,2000:x> y",
    ],
)
def test_tags_are_refused(text: str) -> None:
    """No tag has a meaning here, not even a harmless one; the rest is read."""
    assert noted(text) == ["1:4 tag"]


def test_a_directive_for_tags_is_refused() -> None:
    """So that no other name of a tag slips through."""
    assert refused("%TAG ! tag:example.org,2000:\n---\na: 1\n")[1] == "tag"


def test_a_second_document_is_refused() -> None:
    """A file is one lesson."""
    assert refused("a: 1\n---\nb: 2\n") == ("2:1", "syntax")


def test_fields_written_twice_are_reported() -> None:
    """Each of them, with the line of the first; the first one counts."""
    found = document("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n")

    assert [str(p) for p in found.problems] == [
        "d.yaml:3:1: duplicate: 'a' is written twice, first in line 1",
        "d.yaml:4:11: duplicate: 'd' is written twice, first in line 4",
    ]
    assert isinstance(found.root, Fields)
    assert found.root.nodes["a"] == Scalar(1, 4, "1", plain=True)


def test_a_name_that_is_no_word_is_reported() -> None:
    """A list or fields cannot be the name of a field."""
    assert noted("? [a, b]\n: c\n? {d: e}\n: f\n") == ["1:3 shape", "3:3 shape"]


def test_control_characters_by_escape_are_reported() -> None:
    """What the file may not hold may not come in through an escape either."""
    found = document('a: "x\\e[31m\\0"\n')

    assert [p.code for p in found.problems] == ["binary"]
    assert isinstance(found.root, Fields)
    assert found.root.nodes["a"] == Scalar(1, 4, "x [31m ", plain=False)


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, 2\nb: 3\n",
        "a: b: c",
        "\tx: 1",
        "a: 'open\n",
        'a: "\\q"',
        "- a\nb: c",
        "%YAML 9.9\n---\na",
        'a: "\\UFFFFFFFF"',
        "a: @b",
    ],
)
def test_broken_syntax_has_a_place(text: str) -> None:
    """Whatever the parser says comes out as one problem with a place."""
    place, code = refused(text)

    assert code == "syntax"
    assert place.count(":") == 1


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    """No such file, a folder, a name that cannot be: unreadable, no traceback."""
    for path in (tmp_path / "none.yaml", tmp_path, tmp_path / "x\0y"):
        with pytest.raises(LessonError) as caught:
            read_bytes(path)
        assert [p.code for p in caught.value.problems] == ["unreadable"]


def test_what_is_not_a_file_is_a_problem(tmp_path: Path) -> None:
    """A pipe would be waited for without end."""
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(LessonError, match="not an ordinary file"):
        read_bytes(tmp_path / "pipe")


def test_a_forbidden_file_is_a_problem(tmp_path: Path) -> None:
    """Without permission the reason is named."""
    path = tmp_path / "secret.yaml"
    path.write_text("format: 1")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")

    with pytest.raises(LessonError, match="permission denied"):
        read_bytes(path)


def test_no_more_is_read_than_needed(tmp_path: Path) -> None:
    """Of a file of many megabytes just enough is read to see that it is too big."""
    path = tmp_path / "big.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES * 20)

    assert len(read_bytes(path)) == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("title: Tea: how it is made\n", "put a text with a colon in it in quotes"),
        ("a: 1\n b: 2\n", "the line is indented too far"),
        ("a:\n\tb: 1\n", "indent with spaces, not with tabs"),
        ("a: @x\n", "needs quotes"),
        ("a:\n  - x\n - y\n", "not indented like its neighbours"),
        ("a: 'it's'\n", "a quote in the middle of a text"),
        ("a: [1, 2\n", "a bracket is not closed"),
        ('a: "x\n', "this quote is not closed"),
        ('a: "x\nb: 1\nc: "y"\n', "this quote is closed only in line 3"),
        ("a: 1\nbcd\ne: 2\n", "a name needs its colon"),
        ("- a\nb: 1\n", "not indented like its neighbours"),
    ],
)
def test_broken_syntax_says_what_has_likely_happened(text: str, likely: str) -> None:
    """YAML's own words first, then what an author can do about it."""
    with pytest.raises(LessonError) as caught:
        read_document(text.encode(), "l.yaml")

    assert likely in caught.value.problems[0].text
