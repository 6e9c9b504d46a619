"""A sound lesson, and what check finds once something in it is changed."""

from __future__ import annotations

from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.rules.checks import check_lesson

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
FLOW = """\
flow:
  nodes: [{id: one, label: One}, {id: two, label: Two}]
  edges: [{from: one, to: two}]
"""


def problems_after(*changes: tuple[str, str]) -> tuple[Problem, ...]:
    """All problems after some changes to the lesson above."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    read = read_lesson_file(text.encode(), "w.yaml")
    return check_lesson(read.lesson, read.document.place)


def found(*changes: tuple[str, str]) -> list[str]:
    """Line and code of each problem after some changes."""
    return [f"{p.place.line} {p.code}" for p in problems_after(*changes)]


def texts(*changes: tuple[str, str]) -> list[str]:
    """What is said after some changes."""
    return [problem.text for problem in problems_after(*changes)]
