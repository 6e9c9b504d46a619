"""The worst that a stranger's file can hold: read or refused, shown as text, quickly.

Bombs of aliases, deep nesting, huge files and forged tags are in test_document.py.
"""

from __future__ import annotations

import pytest

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import AT_MOST, LessonError, Meant

LESSON = """\
format: 1
id: worst
title: {title}
actors: [{{id: a, name: {name}, count: {count}}}]
steps: [{{id: s, title: {title}, actors: [{{id: a, state: Up}}]}}]
"""
RIGHT_TO_LEFT = "שלום \u202eabc\u202c مرحبا"
ODD = (
    "e\u0301" * 40,
    "\u200b\u200d\u2060",
    "\U0001f469\u200d\U0001f467\u200d\U0001f466" * 8,
    "\ufdfd",
    "\U0001d518\U0001d52b",
    "a\u0300\u0301\u0302\u0303",
)


def text(title: str = "T", name: str = "A", count: str = "1") -> bytes:
    """A small lesson with these in it, quoted as YAML wants it."""
    quoted = ['"' + part.replace('"', "") + '"' for part in (title, name)]
    return LESSON.format(title=quoted[0], name=quoted[1], count=count).encode()


def problems(data: bytes) -> str:
    """The codes of what is wrong, each once."""
    with pytest.raises(LessonError) as caught:
        read_lesson(data, "w.yaml")
    return " ".join(sorted({problem.code for problem in caught.value.problems}))


def test_right_to_left_text_stays_as_it_was_written() -> None:
    """Marks of direction included; nothing is turned round or cut."""
    lesson = read_lesson(text(RIGHT_TO_LEFT, RIGHT_TO_LEFT), "w.yaml")

    assert lesson.title == RIGHT_TO_LEFT
    assert Timeline(lesson).rest(1).actors[0].word == "Up"


@pytest.mark.parametrize("odd", ODD)
def test_odd_unicode_is_text(odd: str) -> None:
    """Combining marks, joiners, families of four, one letter as wide as a word."""
    assert read_lesson(text(odd, odd), "w.yaml").title == odd


@pytest.mark.parametrize(
    "count",
    ["9" * 400, "-1", "1e999", ".inf", ".nan", "0x7fffffff", "1_000_000_000", "1.5"],
)
def test_huge_and_odd_numbers_are_refused(count: str) -> None:
    """In words, with the place; no number is taken for another one."""
    assert problems(text(count=count)) in {"range", "type"}


def test_a_long_scalar_is_refused_where_it_is_too_long() -> None:
    """A title of five thousand letters; a text of fifty thousand and one."""
    assert problems(text("x" * 5000)) == "range"
    assert problems(text("x" * 50_001)) == "too-big"


@pytest.mark.parametrize(
    "sign", [b"\x00", b"\x07", b"\x1b[2J", b"\x7f", b"\xed\xa0\xbd"]
)
def test_control_characters_are_refused(sign: bytes) -> None:
    """A terminal's commands, a bell, a nought, half a pair: none is a text."""
    data = text("mark").replace(b"mark", b"m" + sign)

    assert problems(data) in {"binary", "encoding"}


def test_text_is_never_taken_for_markup() -> None:
    """What looks like HTML, a tag or an alias is letters inside quotes."""
    for forged in ("<img src=x>", "&amp;", "!!python/object:os.system", "*a", "%TAG"):
        assert read_lesson(text(forged, forged), "w.yaml").actors[0].name == forged


def large(parts: str, actors: str = "  - {id: a, name: A}") -> bytes:
    """A lesson with these actors, and these fields after all others."""
    steps = "steps: [{id: s, title: S, actors: [{id: a, state: Up}]}]"
    return f"""\
format: 1
id: l
title: L
actors:
{actors}
{steps}
{parts}
""".encode()


def told(data: bytes) -> list[str]:
    """Every problem in words, with its place."""
    with pytest.raises(LessonError) as caught:
        read_lesson(data, "w.yaml")
    return [str(problem) for problem in caught.value.problems]


def chain(many: int) -> str:
    """That many actors, each but the first in the one before."""
    inner = [f"  - {{id: b{n}, name: B, parent: b{n - 1}}}" for n in range(2, many)]
    return "\n".join(
        ["  - {id: a, name: A}", "  - {id: b1, name: B, parent: a}", *inner]
    )


def test_actors_stand_in_each_other_as_deep_as_can_be_drawn() -> None:
    """Twenty levels are drawn; the first that is deeper is told, once."""
    assert len(read_lesson(large("", chain(20)), "w.yaml").actors) == 20
    assert told(large("", chain(500))) == [
        "w.yaml:25:32: depth: actors stand in each other in more than 20 levels"
    ]


@pytest.mark.parametrize(
    ("rows", "columns", "fits"), [(50, 50, True), (51, 50, False), (2, 1251, False)]
)
def test_a_tracker_has_no_more_cells_than_can_be_shown(
    rows: int, columns: int, *, fits: bool
) -> None:
    """However they are shared out between rows and columns; the place is its rows."""
    heads = ", ".join(f"{{id: c{n}, label: C}}" for n in range(columns))
    body = ", ".join(f"{{id: r{n}, label: R, actor: a}}" for n in range(rows))
    data = large(f"tracker:\n  columns: [{heads}]\n  rows: [{body}]")
    if fits:
        assert read_lesson(data, "w.yaml").tracker is not None
        return
    words = f"{rows} rows of {columns} columns are {rows * columns} cells"
    assert told(data) == [f"w.yaml:9:9: range: {words}; at most 2500 are allowed"]


def test_long_lists_are_refused_where_they_begin() -> None:
    """Boxes and arrows of a flow, rows of a table, facts on a card."""
    nodes = ", ".join(f"{{id: n{n}, label: N}}" for n in range(301))
    edges = ", ".join("{from: n0, to: n1}" for _ in range(601))
    assert told(large(f"flow: {{nodes: [{nodes}],\n  edges: [{edges}]}}")) == [
        "w.yaml:7:15: range: 301 items; at most 300 are allowed",
        "w.yaml:8:10: range: 601 items; at most 600 are allowed",
    ]
    rows = ", ".join(f"{{id: r{n}, cells: [x]}}" for n in range(3001))
    table = f"table: {{columns: [{{id: c, label: C}}], rows: [{rows}]}}"
    assert told(large(table)) == [
        "w.yaml:7:45: range: 3001 items; at most 3000 are allowed"
    ]
    facts = ", ".join("{label: L, text: T}" for _ in range(41))
    assert told(large("", f"  - {{id: a, name: A, facts: [{facts}]}}")) == [
        "w.yaml:5:29: range: 41 items; at most 40 are allowed"
    ]


@pytest.mark.parametrize("end", ["\\n", "\\u2028", "\\x85"])
def test_a_text_has_no_more_lines_than_anybody_reads(end: str) -> None:
    """200 in a text and 2000 in a sample, whatever ends a line."""
    for most, field in ((200, "start: {caption: "), (2000, "samples: [{id: s, text: ")):
        close = "}" if most == 200 else "}]"
        texts = [end.join(["x"] * many) for many in (most, most + 1)]
        fits, long = (large(field + '"' + word + '"' + close) for word in texts)
        assert read_lesson(fits, "w.yaml").title == "L"
        words = f"range: {most + 1} lines; at most {most} are allowed"
        assert told(long) == [f"w.yaml:7:{len(field) + 1}: {words}"]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_count_them(sign: str) -> None:
    """What only YAML takes for the end of a line moves no place of a problem."""
    good = large(f'start: {{caption: "a {sign} b"}}\nexit-note: {{text: t}}')
    assert read_lesson(good, "w.yaml").start.caption
    title = large("oops: 1").replace(b"title: L", f'title: "L{sign}"'.encode())
    assert told(title) == told(large("oops: 1"))
    same = f'start: {{caption: "{sign}", oops: 1}}'
    assert [one.split(": ")[0] for one in told(large(same))] == ["w.yaml:7:23"]


def test_what_was_meant_is_said_of_the_first_mistakes() -> None:
    """Of more than are listed it is not even looked for: that would take minutes."""
    hints = Meant()
    said = [hints.near("actros", ["actors"]) for _ in range(AT_MOST + 2)]
    assert said == ["; did you mean actors?"] * AT_MOST + [""] * 2

    actors = "\n".join(f"  - {{id: container-number-{n}, name: A}}" for n in range(400))
    wrong = ", ".join(f"kontainer-numbr-x{n}" for n in range(10_000))
    steps = f"steps: [{{id: s, title: S, focus: [{wrong}]}}]"
    found = told(f"format: 1\nid: l\ntitle: L\nactors:\n{actors}\n{steps}\n".encode())

    assert found[0].endswith("; did you mean container-number-0?")
    assert found[-1].endswith("more problems after these")


def test_fields_that_are_none_are_told_however_many_there_are() -> None:
    """Each is near one that is."""
    found = told(large("\n".join(f"titel{n}: 1" for n in range(40_000))))

    assert found[0] == (
        "w.yaml:7:1: field: 'titel0' is no field of a lesson; did you mean title?"
    )
    assert found[-1].endswith("and 39800 more problems after these")
