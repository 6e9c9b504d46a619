"""Whether lessons make sense: each rule finds its mistake and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import CODES, RULES, check_lesson, problems_in
from tests.files.rules.at_checks import FLOW, TEXT, found, texts


def test_a_sound_lesson_has_no_problem() -> None:
    """Nothing to say about the lesson above."""
    assert found() == []


LONG = "x" * 300
TOLD = "remember: It works"
LIE = 'label: With, numbers: [{word: done, text: "9", actor: app}]'
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
    "move": [
        ("format: 1", "format: 2"),
        ("[{id: app, state: Up}]", "[{id: app, state: Up}, {id: net, parent: app}]"),
        (
            "    needs: [{actor",
            "    actors: [{id: pod, parent: net}]\n    needs: [{actor",
        ),
    ],
    "unused-link": [
        ("links:\n  -", "links:\n  - {id: spare, from: pod, to: net}\n  -")
    ],
    "number": [
        ("format: 1", "format: 2"),
        ("\nsteps:\n", f"\nending: {{{TOLD}, describe: D, with: {{{LIE}}}}}\nsteps:\n"),
    ],
    "untold-story": [
        ("format: 1", "format: 2"),
        ("\nsteps:\n", f"\nending: {{{TOLD}}}\nsteps:\n"),
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
    "arrives": [
        (
            "    sends: [{from: net, to: app, adds: 3}]",
            """\
    actors: [{id: app, state: Fed, moment: 2}]
    sends:
      - {from: net, to: app, moment: 2, needs: [{actor: net, state: Off, why: No.}]}""",
        ),
        (
            "what-ifs:",
            """\
what-ifs:
  - {id: gone, title: Gone, holds: [{actor: net, state: Gone, tone: warning}]}""",
        ),
    ],
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
    "table": [
        ("format: 1", "format: 2"),
        ("id: what, label: What", "id: what, label: What, actor: app"),
    ],
    "tracker-row": [("actor: app, cells", "actor: app, link: wire, cells")],
    "amount": [
        ("format: 1", "format: 2"),
        ("id: app, name: App,", "id: app, name: App, values: {phase: Up},"),
        ("[{id: app, state: Up}]", "[{id: app, state: Up, values: {phase: +1}}]"),
    ],
    "members": [
        ("format: 1", "format: 2"),
        ("id: net, name: Net, state: Off", "id: net, name: Net, counts: members"),
    ],
    "opens": [("format: 1", "format: 2\nopens: transcript")],
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


@pytest.mark.parametrize(
    ("spot", "problems"),
    [
        ("{row: 1, column: 1, columns: 2}", ["8 same-spot"]),
        ("{row: 1, column: 1, rows: 2}", []),
        ("{row: 1, column: 3}", []),
    ],
)
def test_a_spot_takes_all_of_its_cells(spot: str, problems: list[str]) -> None:
    """Columns are counted across and rows down."""
    near = "id: net, name: Net, state: Off, spot: {row: 1, column: 2}"
    change = (
        "  - {id: net, name: Net, state: Off}",
        f"  - {{id: big, name: Big, spot: {spot}}}\n  - {{{near}}}",
    )

    assert [one for one in found(change) if "spot" in one] == problems


@pytest.mark.parametrize(("words", "problems"), [(25, []), (26, ["21 say"])])
def test_an_announcement_may_have_so_many_words(
    words: int, problems: list[str]
) -> None:
    """And not one more."""
    assert found(("say: The app is up.", "say: " + "word " * words)) == problems


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


def test_what_does_not_arrive_is_named_with_its_what_if() -> None:
    """And with what to do about it; the needs of what is sent are enough."""
    need = "needs: [{actor: net, state: Off, why: No.}]"
    waits = ("state: Fed, moment: 2}", f"state: Fed, moment: 2, {need}}}")

    said = [text for text in texts(*CASES["arrives"]) if "does not arrive" in text]

    [text] = said
    assert text.startswith("app becomes 'Fed', although what is sent to it does not")
    assert text.endswith("in what-if gone; give the change the needs of what is sent")
    fed = found(*CASES["arrives"], waits)
    assert not [problem for problem in fed if problem.endswith(" arrives")]


@pytest.mark.parametrize(
    "look", ["focus: [app]", "lines: [{sample: s, first: 1, last: 1}]"]
)
def test_a_step_may_only_look(look: str) -> None:
    """One that is about somebody, or about lines; one that is about nothing may not."""
    sample = ("table:\n", "samples: [{id: s, text: x}]\ntable:\n")
    sends = "sends: [{from: net, to: app, adds: 3}]"
    counts = ('cells: ["0", "3"]', 'cells: ["0", "0"]')

    assert found(sample, (sends, look), counts) == []
    assert [p.split()[1] for p in found(sample, (f"    {sends}\n", ""), counts)] == [
        "no-change"
    ]


def test_plain_words_of_a_tracker_are_not_compared() -> None:
    """Where they are named; others still are."""
    newer = ("format: 1", "format: 2")
    plain = ("tracker:\n", "tracker:\n  plain: [No change]\n")
    written = ("cells: [Off, Up]", "cells: [Off, No change]")

    assert found(newer, plain, written) == []
    assert found(newer, written) == ["33 tracker"]
    assert found(newer, plain, ("cells: [Off, Up]", "cells: [Off, Same]")) == [
        "34 tracker"
    ]


def test_what_only_a_what_if_sends_needs_a_way_there() -> None:
    """Also in a step that cannot happen; it is named where it is written."""
    newer = ("format: 1", "format: 2")
    step = "      - {step: two, cells: [{column: what, text: Nothing}]"
    sends = (step, f"{step}, sends: [{{from: app, to: net}}]")
    opens = (
        step,
        f'{step}, links: [{{id: wire, state: "on"}}], sends: [{{from: app, to: net}}]',
    )
    alive = ("{actor: app, state: Down}", "{actor: app, state: Down, tone: warning}")

    assert found(newer, sends) == ["56 no-way"]
    assert found(newer, alive, opens) == []


def test_who_moves_to_where_another_stands_is_found() -> None:
    """Once, at the step that moves it there; each written place is its own."""
    changes = [
        ("format: 1", "format: 2"),
        ("id: pod, name: Pod,", "id: pod, name: Pod, spot: {row: 1, column: 1},"),
        ("id: net, name: Net,", "id: net, name: Net, spot: {row: 1, column: 2},"),
        ("[{id: app, state: Up}]", "[{id: app, state: Up}, {id: net, MOVE}]"),
    ]

    def said(move: str) -> list[str]:
        return texts(*((was, now.replace("MOVE", move)) for was, now in changes))

    assert said("spot: {row: 2, column: 2}") == []
    (problem,) = said("spot: {row: 1, column: 1}")
    assert problem == "after this step net stands where pod stands"


def test_a_state_that_only_a_send_brings_can_come() -> None:
    """What is sent may bring it to the sender and to the receiver."""
    changes = (
        ("format: 1", "format: 2"),
        ("[{id: app, state: Up}]", "[{id: app, tone: good}]"),
        ('    links: [{id: wire, state: "on"}]\n', SENT),
    )

    assert [text for text in texts(*changes) if "never" in text] == []


SENT = """\
    links: [{id: wire, state: "on"}]
    sends: [{from: net, to: app, receiver: {state: Up}}]
"""


def test_a_need_of_a_value_says_what_it_is() -> None:
    """And what is needed."""
    need = "{actor: app, state: Up, values: {phase: Bound}, why"
    changes = (
        ("format: 1", "format: 2"),
        ("id: app, name: App,", "id: app, name: App, values: {phase: Free},"),
        ("{actor: app, state: Up, why", need),
    )

    assert "in the plain run, app's phase is 'Free' here, but 'Bound' is needed" in (
        texts(*changes)
    )
