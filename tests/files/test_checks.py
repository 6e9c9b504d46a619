"""Whether lessons make sense: each rule finds its mistake and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.checks import CODES, RULES, check_lesson, problems_in
from sidecar_viz.files.lesson_file import read_lesson_file

TEXT = """\
format: 1
id: whole
title: Whole
actors:
  - {id: pod, name: Pod, state: Off}
  - {id: app, name: App, parent: pod, state: Off, count: 0, capacity: 9}
  - {id: net, name: Net, state: Off}
links:
  - {id: wire, from: app, to: net, words: {off: Shut, on: Open}}
table:
  columns: [{id: step, label: Step}, {id: what, label: What}]
  rows:
    - {id: first, step: one, cells: ["1", Goes up]}
    - {id: second, step: two, cells: ["2", Sends]}
    - {id: else, kind: case, cells: [else, Nothing]}
steps:
  - id: one
    title: Up
    caption: It goes up.
    describe: The app is up.
    say: The app is up.
    actors: [{id: app, state: Up}]
    links: [{id: wire, state: "on"}]
  - id: two
    title: Sends
    caption: It sends.
    describe: The app sends.
    needs: [{actor: app, state: Up, why: The app is down.}]
    sends: [{from: net, to: app, adds: 3}]
tracker:
  columns: [{id: at, label: At, after: start}, {id: late, label: Late, after: two}]
  rows:
    - {id: a, label: App, actor: app, cells: [Off, Up]}
    - {id: w, label: Wire, link: wire, cells: [Shut, Open]}
    - {id: n, label: Count, counts: app, cells: ["0", "3"]}
    - {id: f, label: Free, cells: [x, y]}
    - {id: c, label: Computed, actor: pod}
quiz:
  - id: when
    question: When is it up?
    asks: {actor: app, state: Up}
    options: [{text: One, step: one, right: true}, {text: Two, step: two, why: Late.}]
  - id: not
    question: What could not be?
    asks: {what-if: never}
    options: [{text: One, step: one, why: No.}, {text: Two, step: two, right: true}]
  - id: free
    question: How are you?
    options: [{text: Well, right: true}, {text: Not well, why: Oh.}]
what-ifs:
  - id: never
    title: Never
    holds: [{actor: app, state: Down}]
    steps:
      - {step: one, cells: [{column: what, text: Stays down}]}
      - {step: two, cells: [{column: what, text: Nothing}]}
"""


def found(*changes: tuple[str, str]) -> list[str]:
    """Line and code of each problem after some changes to the lesson above."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    read = read_lesson_file(text.encode(), "w.yaml")
    problems = check_lesson(read.lesson, read.document.place)
    return [f"{problem.place.line} {problem.code}" for problem in problems]


def test_a_sound_lesson_has_no_problem() -> None:
    """Nothing to say about the lesson above."""
    assert found() == []


LONG = "x" * 300
FLOW = """\
flow:
  nodes: [{id: one, label: One}, {id: two, label: Two}]
  edges: [{from: one, to: two}]
"""

CASES = {
    "no-change": [
        (
            'actors: [{id: app, state: Up}]\n    links: [{id: wire, state: "on"}]',
            'actors: [{id: app, state: Off}]\n    links: [{id: wire, state: "off"}]',
        ),
    ],
    "unused-actor": [
        (
            "  - {id: net, name: Net, state: Off}",
            "  - {id: net, name: Net, state: Off}\n  - {id: odd, name: Odd}",
        )
    ],
    "same-spot": [
        (
            "  - {id: net, name: Net, state: Off}",
            (
                "  - {id: net, name: Net, state: Off, spot: {row: 1, column: 1}}\n"
                "  - {id: there, name: There, parent: app, spot: {row: 1, column: 1}}\n"
                "  - {id: here, name: Here, spot: {row: 1, column: 1, rows: 2}}"
            ),
        )
    ],
    "unused-link": [
        ("links:\n  -", "links:\n  - {id: spare, from: pod, to: net}\n  -")
    ],
    "never-there": [
        ("id: net, name: Net, state: Off", "id: net, name: Net, present: false")
    ],
    "strange-kind": [("name: Net, state", "name: Net, kind: gatway, state")],
    "strange-hold": [
        ("holds: [{actor: app, state: Down}", "holds: [{actor: app, state: up}")
    ],
    "lone-exit": [
        ("table:\n", FLOW.replace("One", "One, kind: decision") + "table:\n"),
        ("needs:", "flow: [one, two]\n    needs:"),
    ],
    "unlit-box": [
        ("table:\n", FLOW + "table:\n"),
        ("needs:", "flow: [one]\n    needs:"),
    ],
    "empty-row": [("name: Pod, state: Off", "name: Pod")],
    "strange-state": [("state: Up, why", "state: up, why")],
    "unmet-need": [("state: Up, why", "state: Down, why")],
    "no-way": [('    links: [{id: wire, state: "on"}]\n', "")],
    "overlap": [
        ("[{id: app, state: Up}]", "[{id: app, state: Up}, {id: app, tone: good}]")
    ],
    "idle-what-if": [
        (
            "what-ifs:",
            "what-ifs:\n  - {id: same, title: Same, holds: [{actor: pod, state: Off}]}",
        )
    ],
    "untold-what-if": [
        ("      - {step: two, cells: [{column: what, text: Nothing}]}\n", "")
    ],
    "tracker": [("[Off, Up]", "[Off, Gone]")],
    "tracker-row": [("actor: app, cells", "actor: app, link: wire, cells")],
    "cells": [('cells: ["1", Goes up]', 'cells: ["1"]')],
    "stray-row": [("kind: case, ", "")],
    "no-row": [('    - {id: second, step: two, cells: ["2", Sends]}\n', "")],
    "capacity": [("capacity: 9", "capacity: 2")],
    "right-answer": [("{text: Well, right: true}", "{text: Well, why: Oh.}")],
    "false-answer": [
        (
            "asks: {actor: app, state: Up}\n    options: [{text: One, step: one",
            "asks: {actor: app, state: Up}\n    options: [{text: One, step: start",
        )
    ],
    "open-answer": [
        ("asks: {actor: app, state: Up}", "asks: {actor: app, state: Sideways}")
    ],
    "unexplained": [(", why: Late.", "")],
    "same-option": [("text: Not well", "text: Well")],
    "too-long": [("caption: It goes up.", f"caption: {LONG}")],
    "say": [("say: The app is up.", "say: " + "word " * 26)],
    "untold": [("    describe: The app sends.\n", "")],
}


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_every_rule_finds_its_mistake(code: str) -> None:
    """One mistake of its kind is made, and the rule names it."""
    assert code in [problem.split()[1] for problem in found(*CASES[code])]


@pytest.mark.parametrize(
    ("code", "problems"),
    [
        ("unused-actor", ["8 unused-actor"]),
        ("unused-link", ["9 unused-link"]),
        ("overlap", ["22 overlap"]),
        ("never-there", ["7 never-there"]),
        ("strange-kind", ["7 strange-kind"]),
        ("strange-hold", ["53 strange-hold"]),
        ("lone-exit", ["11 lone-exit"]),
        ("unlit-box", ["11 unlit-box"]),
        ("empty-row", ["37 empty-row"]),
        ("idle-what-if", ["51 idle-what-if"]),
        ("untold-what-if", ["55 untold-what-if"]),
        ("tracker", ["33 tracker"]),
        ("tracker-row", ["33 tracker-row"]),
        ("cells", ["13 cells"]),
        ("stray-row", ["15 stray-row"]),
        ("no-row", ["23 no-row"]),
        ("capacity", ["6 capacity"]),
        ("right-answer", ["49 right-answer"]),
        ("unexplained", ["42 unexplained"]),
        ("same-option", ["49 same-option"]),
        ("too-long", ["19 too-long"]),
        ("say", ["21 say"]),
        ("untold", ["24 untold"]),
    ],
)
def test_a_mistake_is_found_once_and_where_it_is(
    code: str, problems: list[str]
) -> None:
    """No other rule speaks up about it."""
    assert found(*CASES[code]) == problems


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        (
            "{text: Two, step: two, why: Late.}",
            "{text: Two, right: true}",
            ["42 open-answer", "42 right-answer"],
        ),
        (
            "{text: Two, step: two, right: true}",
            "{text: Two, step: two, why: No.}",
            ["46 false-answer"],
        ),
        ("asks: {actor: app, state: Up}", "asks: {actor: app}", []),
        (
            "asks: {actor: app, state: Up}",
            "asks: {actor: app, state: Off}",
            ["42 false-answer"],
        ),
        ("cells: [Off, Up]", "cells: [Off, Up, Up]", ["33 cells"]),
        ("cells: [Off, Up]", "cells: [Off]", ["33 cells"]),
        ("cells: [Shut, Open]", "cells: ['', Open]", []),
        ("cells: [x, y]", "cells: []", ["36 cells"]),
        (
            "holds: [{actor: app, state: Down}]",
            "fails: [{step: one, why: No.}]",
            ["46 false-answer"],
        ),
        (
            "      - {step: one, cells: [{column: what, text: Stays down}]}\n",
            "",
            ["55 untold-what-if"],
        ),
        (
            "title: Up",
            "title: Up, too, up, and so on, for ever and ever, amen",
            ["18 too-long"],
        ),
        (
            "sends: [{from: net, to: app, adds: 3}]",
            (
                "sends: [{from: net, to: app, adds: 3,"
                " needs: [{actor: app, count: 1, why: None.}]}]"
            ),
            ["35 tracker", "29 unmet-need"],
        ),
    ],
)
def test_mistakes_of_many_kinds(old: str, new: str, problems: list[str]) -> None:
    """Answers are computed, cells counted, texts measured."""
    assert sorted(found((old, new))) == sorted(problems)


def texts(*changes: tuple[str, str]) -> list[str]:
    """What is said after some changes to the lesson above."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    read = read_lesson_file(text.encode(), "w.yaml")
    return [p.text for p in check_lesson(read.lesson, read.document.place)]


ON = 'links: [{id: wire, state: "on"}]'
NEED = "needs: [{actor: app, state: Up, why: The app is down.}]"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "actors: [{id: app, state: Up}]",
            "actors: [{id: app, state: up}]",
            "app is never 'Up'; did you mean up?",
        ),
        (
            "actors: [{id: app, state: Up}]",
            (
                "actors: [{id: app, state: up}, {id: app, state: Up, moment: 2},"
                " {id: app, state: up, moment: 3}]"
            ),
            (
                "in the plain run, app is 'up' here, but 'Up' is needed; did you mean"
                " the same word? Write both with the same capitals"
            ),
        ),
        (
            NEED,
            "needs: [{actor: app, count: 2, why: Few.}]",
            "in the plain run, app counts 0 here, but 2 is needed",
        ),
        (
            NEED,
            "needs: [{link: wire, state: denied, why: Open.}]",
            "in the plain run, wire is on here, but denied is needed",
        ),
        (
            NEED,
            "needs: [{step: two, why: Late.}]",
            (
                "in the plain run, step 2 (Sends) has not happened yet; put it before"
                " this step"
            ),
        ),
        (
            f"    {ON}\n",
            "",
            (
                "wire is off at that moment, so nothing can travel from net to app;"
                ' open it here or sooner: links: [{ id: wire, state: "on" }]'
            ),
        ),
        (
            "sends: [{from: net, to: app, adds: 3}]",
            "sends: [{from: pod, to: app}]",
            "no link leads from pod to app, nor links over others; add one to links",
        ),
        (
            'cells: ["1", Goes up]',
            'cells: ["1"]',
            '1 cell for 2 columns: none for What; write "" for an empty cell',
        ),
        (
            'cells: ["1", Goes up]',
            'cells: ["1", Goes, up]',
            (
                "3 cells for 2 columns: too many from 'up'; put a text with a comma in"
                " quotes"
            ),
        ),
        (
            "{text: Two, step: two, why: Late.}",
            "{text: Two, step: two, right: true}",
            "marked as right, but computed is step 1 (Up); mark that, or ask otherwise",
        ),
        (
            "{text: One, step: one, why: No.}, {text: Two, step: two, right: true}",
            "{text: One, step: two, why: No.}, {text: Two, step: two, right: true}",
            (
                "marked as wrong, but step 2 (Sends) is right as computed; mark it"
                " right too, or ask otherwise"
            ),
        ),
    ],
)
def test_a_message_says_what_is_so_and_what_to_do(
    old: str, new: str, said: str
) -> None:
    """What is, what is needed or missing, and the way out."""
    assert said in texts((old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Net, state", "name: Net, kind: lighthouse, state"),
        ("name: Net, state", "name: Net, kind: Config-Map, state"),
        ("from: app, to: net,", "from: app, to: net, kind: cable,"),
        ("from: app, to: net,", "from: app, to: net, kind: points-to,"),
        ("actor: app, state: Down}", "actor: app, state: Not up}"),
        ("actor: app, state: Down}", "actor: app, state: Stopped}"),
        ("actor: app, state: Down}", "actor: app, state: Burnt}"),
        ("table:\n", FLOW + "table:\n"),
        (
            "table:\n",
            FLOW.replace("  edges: [{from: one, to: two}]\n", "") + "table:\n",
        ),
    ],
)
def test_words_of_ones_own_are_no_slips(old: str, new: str) -> None:
    """Other words, opposites, other spellings, a flow that no step is about."""
    assert found((old, new)) == []


@pytest.mark.parametrize("kind", ["optional", "decision"])
def test_boxes_off_the_way_may_stay_dark(kind: str) -> None:
    """An optional box, and one behind the answer that is not given."""
    if kind == "optional":
        flow = FLOW.replace("label: Two", "label: Two, kind: optional")
    else:
        flow = FLOW.replace("label: One", "label: One, kind: decision").replace(
            "to: two}", "to: two}, {from: one, to: one}"
        )

    assert (
        found(("table:\n", flow + "table:\n"), ("needs:", "flow: [one]\n    needs:"))
        == []
    )


def test_who_appears_only_in_a_what_if_is_there() -> None:
    """One course is enough."""
    besides = "{step: one, actors: [{id: net, present: true}], cells:"

    assert (
        found(
            ("id: net, name: Net, state", "id: net, name: Net, present: false, state"),
            ("{step: one, cells:", besides),
        )
        == []
    )


def test_a_way_that_opens_too_late_is_told_so() -> None:
    """The link opens in the same step, but after what is to travel."""
    late = (
        ON.replace('"on"}', '"on", moment: 3}') + "\n    sends: [{from: net, to: app}]"
    )

    assert texts((ON, late)) == [
        (
            "wire opens in moment 3 of this step; send from net to app in that moment,"
            " or open it sooner"
        )
    ]


def test_a_closed_link_is_told_once_a_step_and_nowhere_else() -> None:
    """There and back are one cause; that the step shows nothing is only its effect."""
    both = "sends: [{from: net, to: app}, {from: app, to: net, moment: 2}]"
    problems = found(
        (f"    {ON}\n", ""),
        ("sends: [{from: net, to: app, adds: 3}]", both),
        ("cells: [Shut, Open]", "cells: [Shut, Shut]"),
        ('cells: ["0", "3"]', 'cells: ["0", "0"]'),
    )

    assert problems == ["28 no-way"]


def test_a_lesson_without_tables_or_quiz_is_sound() -> None:
    """All but actors and steps may be left out."""
    text = (
        TEXT[: TEXT.index("table:")]
        + TEXT[TEXT.index("steps:") : TEXT.index("tracker:")]
    )
    read = read_lesson_file(text.encode(), "w.yaml")

    assert check_lesson(read.lesson, read.document.place) == ()


def test_codes_are_all_explained() -> None:
    """The table of codes has each rule once, and what every rule asks."""
    rules = [rule.code for rule in RULES]

    assert len(set(rules)) == len(rules)
    assert set(rules) <= set(CODES)
    assert all(CODES.values())


def test_problems_of_form_come_first(tmp_path: Path) -> None:
    """A file of wrong form is not judged by its meaning; a sound one is."""
    path = tmp_path / "w.yaml"
    path.write_text(
        TEXT.replace("title: Whole", "").replace("[Off, Up]", "[Off, Gone]")
    )
    assert [p.code for p in problems_in(path)] == ["missing"]

    path.write_text(TEXT.replace("[Off, Up]", "[Off, Gone]"))
    assert [p.code for p in problems_in(path)] == ["tracker"]
