"""What every bundled lesson promises: complete, told in full, true, and it fits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from msgspec import Struct
from msgspec.structs import fields
from write_pictures import recipes, simulated_in

from sidecar_viz.app.words.step_words import step_words
from sidecar_viz.cli import main
from sidecar_viz.core.beside.tables import computed_cell, table_rows, tracker_lines
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Lesson, Start, Step
from sidecar_viz.files.library.places import Found, bundled_lessons
from sidecar_viz.files.making.starter import STARTERS, starter_file
from sidecar_viz.files.reading.lesson_file import load_lesson, read_lesson
from sidecar_viz.files.rules.checks import problems_in

LESSONS = {found.name: load_lesson(found.path) for found in bundled_lessons()}
COOKBOOK = Path(__file__).parents[1] / "docs" / "cookbook.md"
STARTED = [load_lesson(found) for name in STARTERS if (found := starter_file(name))]
GUIDE = COOKBOOK.with_name("writing-lessons.md")
PATTERNS = [
    read_lesson(recipe.lesson.encode(), recipe.name)
    for recipe in recipes(COOKBOOK.read_text("utf-8"))
]
each_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=LESSONS)
WORDS_OF_TRANSCRIPT = range(90, 181)


@pytest.mark.parametrize("found", bundled_lessons(), ids=lambda found: found.name)
def test_it_has_no_problem(found: Found) -> None:
    """Neither of form nor of meaning, and its folder is called after its id."""
    assert problems_in(found.path) == ()
    assert found.path.parent.name == LESSONS[found.name].id


@each_lesson
def test_it_is_complete(lesson: Lesson) -> None:
    """Every part is there, and who wrote it, for whom, how long, under what terms."""
    parts = (lesson.subject, lesson.category, lesson.minutes, lesson.authors)
    shown = (lesson.flow.edges, lesson.flow.caption, lesson.samples, lesson.table)
    beside = (lesson.tracker, lesson.exit_note, lesson.snapshot, lesson.transcript)

    assert all((*parts, *shown, *beside, lesson.licence, lesson.start.caption))
    assert len(lesson.key_moments) >= 3
    assert len(lesson.quiz) >= 3
    assert len(lesson.what_ifs) >= 3
    assert all(actor.about for actor in lesson.actors)
    assert all(sample.caption for sample in lesson.samples)


@each_lesson
def test_every_step_is_told_in_full(lesson: Lesson) -> None:
    """Caption, announcement, description, notes, reality, boxes of the flow, lines."""
    parts: list[Start | Step] = [lesson.start, *lesson.steps]
    for part in parts:
        assert all((part.caption, part.say, part.describe, part.notes))
    for step in lesson.steps:
        assert all((step.in_reality, step.flow, step.lines, step.focus))
        assert 1.4 <= step.seconds <= 3.5


@each_lesson
def test_the_transcript_is_as_long_as_it_is_listened_to(lesson: Lesson) -> None:
    """And the snapshot is as short as it is remembered."""
    words = sum(len(part.split()) for part in lesson.transcript)

    assert words in WORDS_OF_TRANSCRIPT
    assert 4 <= len(lesson.snapshot) <= 7


@each_lesson
def test_the_tracker_is_as_computed(lesson: Lesson) -> None:
    """What is written is what the steps' changes lead to, cell by cell."""
    course = course_of(lesson)
    assert lesson.tracker is not None
    for row, line in zip(lesson.tracker.rows, tracker_lines(course), strict=True):
        for column, cell in zip(lesson.tracker.columns, line.cells, strict=True):
            assert cell.text == (computed_cell(course, row, column.after) or cell.text)
            assert not cell.fault


@each_lesson
def test_every_box_of_the_flow_is_reached(lesson: Lesson) -> None:
    """Some step lights it, and arrows lead to all but where it begins."""
    parts: list[Start | Step] = [lesson.start, *lesson.steps]
    lit = {node for part in parts for node in part.flow}
    entered = {edge.target for edge in lesson.flow.edges}
    nodes = [node.id for node in lesson.flow.nodes]

    assert {n.id for n in lesson.flow.nodes if n.kind != "optional"} <= lit
    assert set(nodes[1:]) <= entered


@each_lesson
def test_questions_explain_and_prove(lesson: Lesson) -> None:
    """Every option says why, every question has a hint, a place and a proof."""
    for question in lesson.quiz:
        assert question.hint
        assert question.shows
        assert question.refers.steps
        assert all(option.why for option in question.options)
    assert any(question.asks for question in lesson.quiz)
    assert any(question.shows.what_if for question in lesson.quiz if question.shows)


@each_lesson
def test_what_if_texts_are_only_where_something_differs(lesson: Lesson) -> None:
    """Each new cell says something else than the lesson, and each has its caption."""
    assert lesson.table is not None
    columns = [column.id for column in lesson.table.columns]
    shown = {row.id: row for row in table_rows(course_of(lesson))}
    cells = {row.step: shown[row.id].cells for row in lesson.table.rows}
    for what_if in lesson.what_ifs:
        assert what_if.summary
        for step in what_if.steps:
            assert step.caption
            assert step.describe
            for new in step.cells:
                assert new.text != cells[step.step][columns.index(new.column)].text


@each_lesson
def test_what_cannot_happen_is_told(lesson: Lesson) -> None:
    """A step that a what-if blocks has words of its own there."""
    for what_if in lesson.what_ifs:
        for outcome in course_of(lesson, what_if).outcomes:
            if outcome.step is not None and outcome.blocked is not None:
                assert outcome.own is not None


@each_lesson
def test_nothing_is_told_in_a_what_if_that_is_not_true_there(lesson: Lesson) -> None:
    """Each sentence is the what-if's, or of a step that comes out as it always does.

    That is so to the eye and to the ear, and for notes and descriptions.
    """
    usual = course_of(lesson)
    parts: list[Start | Step] = [lesson.start, *lesson.steps]
    for what_if in lesson.what_ifs:
        course = course_of(lesson, what_if)
        holds = {hold.actor or hold.link for hold in what_if.holds}
        for number, part in enumerate(parts):
            words = step_words(course, number)
            assert words.describe != part.describe
            now, then = course.outcomes[number], usual.outcomes[number]
            held = holds if number else set()
            if seen(now, held) == seen(then, held):
                continue
            assert now.own is not None, (what_if.id, number)
            own = now.own
            written = {own.caption, own.say, own.notes, own.in_reality}
            said = {words.say, words.notes, words.in_reality, words.caption} - written
            false = {part.say, part.notes, part.in_reality, part.caption}
            assert not said & false, (what_if.id, number)
            assert own.caption, (what_if.id, number)


def seen(outcome: Outcome, held: set[str | None]) -> list[object]:
    """What is seen of all that a what-if does not hold, and what travels."""
    actors = [(s.id, s.word, s.presence, s.count) for s in outcome.actors.values()]
    links = [(s.id, s.word) for s in outcome.links.values()]
    sends = [(send.source, send.target) for send in outcome.sends]
    alike = [part for part in (*actors, *links) if part[0] not in held]
    return [outcome.blocked, *alike, *sends]


@each_lesson
def test_it_is_described(lesson: Lesson, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON and as text, as it is and in every what-if."""
    for more in ([], *(["--what-if", what_if.id] for what_if in lesson.what_ifs)):
        assert main(["describe", lesson.id, "--format", "json", *more]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["id"] == lesson.id
        assert len(found["steps"]) == len(lesson.steps) + 1
        assert all(step["description"] for step in found["steps"])
        assert "**" not in json.dumps(found)

        assert main(["describe", lesson.id, *more]) == 0
        assert lesson.transcript[0].split()[0] in capsys.readouterr().out


def manifests() -> list[Any]:
    """Every Kubernetes object that a bundled lesson shows."""
    return [
        pytest.param(made, id=f"{name}-{sample.id}-{made['kind']}")
        for name, lesson in LESSONS.items()
        for sample in lesson.samples
        if sample.language == "yaml"
        for made in yaml.safe_load_all(sample.text)
    ]


@pytest.mark.parametrize("made", manifests())
def test_a_manifest_is_as_kubernetes_wants_it(made: dict[str, Any]) -> None:
    """Named, containers with images, names given once, mounts of volumes it has."""
    assert made["apiVersion"] == {"Job": "batch/v1"}.get(made["kind"], "v1")
    assert made["metadata"]["name"]
    if made["kind"] not in ("Pod", "Job"):
        assert made.get("data") or made.get("stringData")
        return
    spec = made["spec"] if made["kind"] == "Pod" else made["spec"]["template"]["spec"]
    if made["kind"] == "Job":
        assert spec["restartPolicy"] in ("Never", "OnFailure")
    inits = spec.get("initContainers", [])
    everyone = [*inits, *spec["containers"]]
    assert len({one["name"] for one in everyone}) == len(everyone)
    volumes = {volume["name"] for volume in spec.get("volumes", [])}
    for one in everyone:
        assert one["image"]
        assert {mount["name"] for mount in one.get("volumeMounts", [])} <= volumes
        assert one.get("restartPolicy", "Always") == "Always"
    for one in spec["containers"]:
        assert "restartPolicy" not in one
    used = {m["name"] for one in everyone for m in one.get("volumeMounts", [])}
    assert used == volumes


def given(part: object, found: set[tuple[str, str]]) -> None:
    """Note every field of a lesson's part that says something, and every choice."""
    if isinstance(part, tuple):
        for item in part:
            given(item, found)
    if not isinstance(part, Struct):
        return
    for field in fields(part):
        value = getattr(part, field.name)
        usual = field.required or value != field.default
        if usual and value not in ((), "", None, {}):
            found.add((type(part).__name__, field.encode_name))
        if isinstance(value, str):
            found.add((type(part).__name__, f"{field.encode_name}: {value}"))
        given(value, found)


def promised(kind: type[Struct], found: set[tuple[str, str]]) -> None:
    """Every field of the format, and every word that may stand in a choice."""
    for field in fields(kind):
        found.add((kind.__name__, field.encode_name))
        for hint in parts_of(field.type):
            if get_origin(hint) is Literal:
                words = [word for word in get_args(hint) if isinstance(word, str)]
                found |= {(kind.__name__, f"{field.encode_name}: {w}") for w in words}
            elif isinstance(hint, type) and issubclass(hint, Struct):
                promised(hint, found)


def parts_of(hint: Any) -> list[Any]:
    """What a type is made of, down to choices and structs."""
    if get_origin(hint) is Literal or not get_args(hint):
        return [hint]
    return [part for arg in get_args(hint) for part in parts_of(arg)]


UNUSED = {
    *(("Lesson", "language"), ("Tracker", "plain"), ("Actor", "holds")),
    *(("Send", "along"), *(("Send", f"as: {v}") for v in ("send", "write", "read"))),
    *(("Send", "as: take"), ("Column", "counts")),
    *(("Effect", "cells"), ("Effect", "marks"), ("Effect", "pop")),
    *(("ActorChange", "shift"), ("Cells", "first")),
    *(("Simulation", "pod"), ("Simulation", "version")),
}
"""All are in English yet; in the ledgers all begins empty, what comes next is sent, and
the sheets say how."""
OF_MANY = ("tone", "hue", "opens", "version")
"""Choices of so many words that not each needs an example."""


def test_the_lessons_use_all_that_the_format_promises() -> None:
    """Every field and choice has an example: there, in a starter or in a pattern."""
    used: set[tuple[str, str]] = set()
    simulated = read_lesson(simulated_in(GUIDE.read_text("utf-8")).encode(), "guide")
    for lesson in (*LESSONS.values(), *STARTED, *PATTERNS, simulated):
        given(lesson, used)
    asked: set[tuple[str, str]] = set()
    promised(Lesson, asked)

    unused = {pair for pair in asked - used if pair[1].split(": ")[0] not in OF_MANY}
    assert unused - UNUSED == set()
