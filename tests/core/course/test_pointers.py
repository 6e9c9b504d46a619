"""Links come, go and turn: pointers, references, labels."""

from __future__ import annotations

import pytest

from sidecar_viz.core.beside.tables import tracker_lines
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.lesson_file import read_lesson
from sidecar_viz.files.reading.problems import LessonError

LIST = """
format: 2
id: list
title: List
actors:
  - {id: head, name: head}
  - {id: ten, name: Ten, count: 0}
  - {id: twenty, name: Twenty, count: 0}
links:
  - {id: first, from: head, to: ten, state: "on"}
  - {id: extra, from: ten, to: twenty, state: "on", present: false}
steps:
  - {id: come, title: Come, links: [{id: extra, present: true}]}
  - id: turn
    title: Turn
    links: [{id: first, to: twenty}]
    sends: [{from: head, to: twenty, adds: 1}]
  - {id: go, title: Go, links: [{id: extra, present: false}]}
  - {id: none, title: None, sends: [{from: ten, to: twenty, adds: 1}]}
tracker:
  columns: [{id: s, label: Start}, {id: t, label: Then, after: turn}]
  rows: [{id: first, label: First, link: first}]
"""


def lesson(text: str = LIST) -> Lesson:
    """Read the list, or a lesson like it."""
    return read_lesson(text.encode(), "list.yaml")


def test_a_link_comes_turns_and_goes() -> None:
    """Each is a change of the link that the step announces."""
    outcomes = Timeline(lesson()).course.outcomes

    there = [outcome.links["extra"].presence for outcome in outcomes]
    leads = [outcome.links["first"].target for outcome in outcomes]

    assert there == [0.0, 1.0, 1.0, 0.0, 0.0]
    assert leads == ["ten", "ten", "twenty", "twenty", "twenty"]
    assert [o.changed for o in outcomes[1:4]] == [
        ("extra",),
        ("twenty", "first"),
        ("extra",),
    ]


def test_things_travel_along_a_link_as_it_leads_now() -> None:
    """Not along one that is absent, nor where it led before."""
    outcomes = Timeline(lesson()).course.outcomes

    assert [f.chip.route[0].link for f in outcomes[2].flights] == ["first"]
    assert outcomes[2].actors["twenty"].count == 1
    assert [unmet.why for unmet in outcomes[4].unmet] == ["no open link on its way"]


def test_a_tracker_says_where_a_pointer_points() -> None:
    """By the name of the actor, instead of on and off."""
    (line,) = tracker_lines(Timeline(lesson()).course)

    assert [cell.text for cell in line.cells] == ["Ten", "Twenty"]


def test_a_change_of_a_link_says_what_changes() -> None:
    """One without state, target or presence is a slip."""
    with pytest.raises(LessonError, match="give it a state, to or present"):
        lesson(LIST.replace("{id: extra, present: true}", "{id: extra}"))
