"""What-ifs say what only newer lessons may, and where their ranges end."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

TEXT = """\
format: 2
id: made
title: Made
actors: [{id: a, name: A, state: Idle}, {id: b, name: B}]
links: [{id: ab, from: a, to: b, state: "on"}]
flow: {nodes: [{id: box, label: Box}]}
samples: [{id: code, text: x}]
steps:
  - {id: one, title: One, actors: [{id: a, state: Up}]}
  - {id: two, title: Two, actors: [{id: a, state: Down}]}
tracker: {plain: [Same]}
what-ifs:
  - id: other
    title: Other
    holds:
      - {actor: a, state: Broken, from: two}
    steps:
      - step: one
        to: two
        title: Other
        caption: Nothing comes.
        say: Said.
        notes: Noted.
        in-reality: Real.
        flow: [box]
        focus: [ab]
        lines: [{sample: code, first: 1, last: 1}]
        sends: [{from: a, to: b, needs: [{link: ab, why: No.}]}]
"""


def problems(*changes: tuple[str, str]) -> list[tuple[int, str, str]]:
    """Line, code and text of each problem after some changes."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    with pytest.raises(LessonError) as caught:
        read_lesson(text.encode(), "made.yaml")
    return [(p.place.line, p.code, p.text) for p in caught.value.problems]


def test_a_newer_lesson_may_write_all_of_it() -> None:
    """Everything is used above."""
    assert read_lesson(TEXT.encode(), "made.yaml").what_ifs[0].steps[0].to == "two"


def test_an_older_lesson_is_told_which_format_each_needs() -> None:
    """Each field with its own place, and nothing else."""
    found = problems(("format: 2", "format: 1"))

    assert {code for _, code, _ in found} == {"format"}
    assert [(line, text.split()[0]) for line, _, text in found] == [
        *((11, "plain"), (16, "from"), (19, "to"), (20, "title"), (22, "say")),
        *((23, "notes"), (24, "in-reality"), (25, "flow"), (26, "focus")),
        *((27, "lines"), (28, "sends")),
    ]
    assert found[0][2] == "plain needs format: 2 here"
    none = problems(("format: 2", "format: 1"), ("flow: [box]", "flow: []"))
    assert (25, "format", "flow needs format: 2 here") in none


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("to: two\n", "to: tow\n", (19, "unknown-id")),
        ("from: two}", "from: tow}", (16, "unknown-id")),
        ("flow: [box]", "flow: [bax]", (25, "unknown-id")),
        ("focus: [ab]", "focus: [ba]", (26, "unknown-id")),
        ("sample: code, first: 1", "sample: cod, first: 1", (27, "unknown-id")),
        ("first: 1, last: 1", "first: 1, last: 9", (27, "lines")),
        ("{from: a, to: b, needs", "{from: a, to: c, needs", (28, "unknown-id")),
        ("{link: ab, why", "{link: ba, why", (28, "unknown-id")),
        ("{link: ab, why: No.}", "{link: ab, actor: a, why: No.}", (28, "unclear")),
        ("caption: Nothing comes.", "describe: Nothing.", (18, "missing")),
        ("to: b, needs", "to: b, items: [1], needs", (28, "ledger")),
    ],
)
def test_a_mistake_is_named_at_its_place(
    old: str, new: str, problem: tuple[int, str]
) -> None:
    """A reference to nothing, a range that ends nowhere or has no reason."""
    assert [(line, code) for line, code, _ in problems((old, new))] == [problem]


def test_a_range_ends_after_it_begins() -> None:
    """The other way round nothing would stand still."""
    found = problems(("step: one\n        to: two", "step: two\n        to: one"))

    assert found == [(19, "range", "'one' comes before 'two', where it begins")]
