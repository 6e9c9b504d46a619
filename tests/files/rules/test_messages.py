"""What check says: what is so and what to do, and nothing where all is well."""

from __future__ import annotations

import pytest

from tests.files.rules.at_checks import FLOW, found, texts

ON = 'links: [{id: wire, state: "on"}]'
NEED = "needs: [{actor: app, state: Up, why: The app is down.}]"


@pytest.mark.parametrize(
    ("old", "new", "message"),
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
    old: str, new: str, message: str
) -> None:
    """What is, what is needed or missing, and the way out."""
    assert message in texts((old, new))


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
