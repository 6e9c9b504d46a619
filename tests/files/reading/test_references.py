"""Ids given twice, references to nothing, circles and unclear choices."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

TEXT = """\
format: 1
id: whole
title: Whole
actors:
  - {id: pod, name: Pod, lines: [{sample: code, first: 1, last: 2}]}
  - {id: app, name: App, parent: pod}
  - {id: net, name: Net}
links:
  - {id: wire, from: app, to: net, through: pod}
flow:
  nodes: [{id: go, label: Go}, {id: end, label: End}]
  edges: [{from: go, to: end}]
samples:
  - {id: code, text: "one\\ntwo\\nthree"}
table:
  columns: [{id: what, label: What, about: [app, wire]}]
  rows: [{id: first, step: one, cells: [Go]}]
start: {flow: [go], focus: [pod], lines: [{sample: code, first: 1, last: 3}]}
steps:
  - id: one
    title: One
    flow: [go]
    focus: [app, wire]
    lines: [{sample: code, first: 2, last: 3}]
    needs: [{step: start, why: Start.}]
    actors: [{id: app, state: Up, needs: [{actor: pod, why: Pod.}]}]
    links: [{id: wire, state: "on", needs: [{link: wire, state: "off", why: Off.}]}]
    sends: [{from: app, to: net, needs: [{actor: app, state: Up, why: Up.}]}]
tracker:
  columns: [{id: at, label: At, after: start}, {id: late, label: Late, after: one}]
  rows: [{id: r-app, label: App, actor: app}, {id: r-wire, label: W, link: wire},
    {id: r-n, label: N, counts: net}]
key-moments:
  - id: why
    question: Why?
    answer: So.
    refers:
      steps: [one]
      columns: [what]
      cells: [{row: r-app, column: late}]
      flow: [end]
      actors: [app, wire]
quiz:
  - id: when
    question: When?
    asks: {actor: app, state: Up}
    shows: {step: one, what-if: never}
    refers: {steps: [start]}
    options: [{text: One, step: one, right: true}, {text: Start, step: start}]
  - id: whatif
    question: What if?
    asks: {what-if: never}
    options: [{text: One, step: one, right: true}, {text: Start, step: start}]
what-ifs:
  - id: never
    title: Never
    holds: [{actor: app, state: Down}, {link: wire, state: "off"}]
    fails: [{step: one, why: Never.}]
    steps: [{step: one, cells: [{column: what, text: Nothing}]}]
"""


def found(old: str, new: str) -> list[tuple[int, str]]:
    """Line and code of each problem after one change to the lesson above."""
    assert old in TEXT, old
    with pytest.raises(LessonError) as caught:
        read_lesson(TEXT.replace(old, new).encode(), "w.yaml")
    return [(problem.place.line, problem.code) for problem in caught.value.problems]


def test_a_lesson_may_refer_to_all_that_is_there() -> None:
    """Every kind of reference is used above, and all lead somewhere."""
    assert read_lesson(TEXT.encode(), "w.yaml").id == "whole"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("parent: pod", "parent: pot", 6),
        (
            "[{sample: code, first: 1, last: 2}]",
            "[{sample: cod, first: 1, last: 2}]",
            5,
        ),
        ("from: app, to: net, through", "from: ap, to: net, through", 9),
        ("to: net, through", "to: nett, through", 9),
        ("through: pod", "through: pop", 9),
        ("edges: [{from: go", "edges: [{from: og", 12),
        ("to: end}", "to: ende}", 12),
        ("about: [app, wire]", "about: [app, wier]", 16),
        ("rows: [{id: first, step: one", "rows: [{id: first, step: stat", 17),
        ("start: {flow: [go]", "start: {flow: [goo]", 18),
        ("focus: [pod]", "focus: [pud]", 18),
        ("    flow: [go]", "    flow: [og]", 22),
        ("focus: [app, wire]", "focus: [app, wirr]", 23),
        ("lines: [{sample: code, first: 2", "lines: [{sample: c, first: 2", 24),
        ("{step: start, why", "{step: two, why", 25),
        ("[{id: app, state: Up, n", "[{id: apx, state: Up, n", 26),
        ("{actor: pod, why", "{actor: wire, why", 26),
        ('[{id: wire, state: "on"', '[{id: app, state: "on"', 27),
        ('[{link: wire, state: "off", w', '[{link: app, state: "off", w', 27),
        ("sends: [{from: app", "sends: [{from: ape", 28),
        ("to: net, needs", "to: wire, needs", 28),
        ("{actor: app, state: Up, why", "{actor: oops, state: Up, why", 28),
        ("after: start}", "after: begin}", 30),
        ("actor: app}, {id: r-wire", "actor: ap}, {id: r-wire", 31),
        ("link: wire}", "link: app}", 31),
        ("counts: net", "counts: nut", 32),
        ("steps: [one]", "steps: [on]", 38),
        ("columns: [what]", "columns: [that]", 39),
        ("{row: r-app,", "{row: app,", 40),
        ("column: late}]", "column: what}]", 40),
        ("flow: [end]", "flow: [fin]", 41),
        ("actors: [app, wire]", "actors: [app, go]", 42),
        ("asks: {actor: app", "asks: {actor: wire", 46),
        ("shows: {step: one", "shows: {step: won", 47),
        ("what-if: never}\n    refers", "what-if: ever}\n    refers", 47),
        ("refers: {steps: [start]}", "refers: {steps: [starts]}", 48),
        ("asks: {what-if: never}", "asks: {what-if: evermore}", 52),
        ("holds: [{actor: app", "holds: [{actor: wire", 57),
        ('{link: wire, state: "off"}]', '{link: app, state: "off"}]', 57),
        ("fails: [{step: one", "fails: [{step: start", 58),
        ("steps: [{step: one", "steps: [{step: two", 59),
        ("column: what, text", "column: at, text", 59),
    ],
)
def test_a_reference_to_nothing_is_found(old: str, new: str, line: int) -> None:
    """Wherever an id is mentioned, it must be there, and of the right kind."""
    assert (line, "unknown-id") in found(old, new)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("{id: net, name", "{id: app, name", 7),
        ("{id: net, name", "{id: wire, name", 7),
        ("{id: end, label", "{id: go, label", 11),
        ("  - id: one", "  - id: start", 20),
        ("{id: r-wire, label", "{id: r-app, label", 31),
        ("- id: whatif", "- id: when", 50),
    ],
)
def test_an_id_given_twice_is_found(old: str, new: str, line: int) -> None:
    """Also of an actor and a link, which one may name side by side; start is taken."""
    assert (line, "duplicate-id") in found(old, new)


def test_an_actor_cannot_stand_in_itself() -> None:
    """Not directly and not by way of others; who stands in a circle is not in it."""
    assert found("name: App, parent: pod", "name: App, parent: app") == [(6, "circle")]
    assert found(
        "{id: pod, name: Pod,", "{id: pod, name: Pod, parent: app,"
    ) == [(5, "circle"), (6, "circle")]  # fmt: skip
    both = "parent: app}\n  - {id: more, name: More, parent: more"
    assert found("name: Net", f"name: Net, {both}") == [(8, "circle")]
    assert found(
        "name: App, parent: pod}",
        "name: App, parent: app}\n  - {id: in, name: In, parent: app}",
    ) == [(6, "circle")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("{step: start, why", "{why", 25),
        ("{actor: pod, why", "{actor: pod, step: start, why", 26),
        ('{link: wire, state: "off"}]', '{state: "off"}]', 57),
        ("{actor: app, state: Down}", "{actor: app, link: wire, state: Down}", 57),
        ("asks: {what-if: never}", "asks: {}", 52),
        ("asks: {actor: app,", "asks: {actor: app, what-if: never,", 46),
    ],
)
def test_one_thing_must_be_named(old: str, new: str, line: int) -> None:
    """A need, a hold and a question are each about exactly one thing."""
    assert found(old, new) == [(line, "unclear")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("first: 2, last: 3", "first: 3, last: 2", 24),
        ("first: 2, last: 3", "first: 2, last: 4", 24),
        ("first: 1, last: 2", "first: 1, last: 9", 5),
        ("first: 1, last: 3", "first: 1, last: 30", 18),
    ],
)
def test_lines_must_be_there(old: str, new: str, line: int) -> None:
    """A range of lines begins before it ends, inside its sample."""
    assert found(old, new) == [(line, "lines")]
