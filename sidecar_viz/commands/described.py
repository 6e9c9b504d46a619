"""Turns a course into plain data for JSON: everything that the window would show."""

from __future__ import annotations

from typing import Any

from sidecar_viz.core.beside.tables import TableRow, table_rows, tracker_lines
from sidecar_viz.core.beside.told import ends_as_told, told, transcript
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.course.scenes import ending_scene
from sidecar_viz.core.lesson import Lesson, Question, Start, Step, boxes_of
from sidecar_viz.core.markup import plain


def described(course: Course) -> dict[str, Any]:
    """Return the course as dictionaries, lists and text, with computed tables."""
    lesson, note = course.lesson, course.lesson.exit_note
    rows = table_rows(course)
    return {
        "id": lesson.id,
        "title": lesson.title,
        "subject": lesson.subject,
        "what_if": course.what_if.id if course.what_if else None,
        "flow": _flow(lesson),
        "table": {"columns": _columns(lesson), "rows": [_texts(row) for row in rows]},
        "tracker": _tracker(course),
        "exit_note": plain(note.text) if note and ends_as_told(course) else "",
        "key_moments": [
            {
                "question": plain(moment.question),
                "answer": plain(moment.answer),
                "steps": [course.index_of(step) for step in moment.refers.steps],
            }
            for moment in lesson.key_moments
        ],
        "quiz": [_question(question) for question in lesson.quiz],
        "snapshot": [plain(line) for line in lesson.snapshot],
        "transcript": "\n\n".join(plain(part) for part in transcript(course)),
        "samples": [
            {"id": s.id, "title": s.title, "language": s.language, "text": s.text}
            for s in lesson.samples
        ],
        "what_ifs": [what_if.id for what_if in lesson.what_ifs],
        "steps": [_step(course, outcome, rows) for outcome in course.outcomes],
        "ending": _ending(course),
    }


def _ending(course: Course) -> dict[str, Any] | None:
    ending, scene = course.lesson.ending, ending_scene(course)
    if ending is None or scene is None:
        return None
    sides = [side for side in (scene.without, scene.gained) if side is not None]
    return {
        "remember": ending.remember,
        "note": ending.note,
        "description": ending.describe,
        "numbers": {
            side.label: [f"{number.text} {number.word}" for number in side.numbers]
            for side in sides
        },
        "next": ending.next_lesson,
    }


def _flow(lesson: Lesson) -> dict[str, Any]:
    return {
        "nodes": [
            {"id": node.id, "label": node.label, "kind": node.kind}
            for node in lesson.flow.nodes
        ],
        "edges": [
            {"from": edge.source, "to": edge.target, "label": edge.label}
            for edge in lesson.flow.edges
        ],
    }


def _columns(lesson: Lesson) -> list[str]:
    return [column.label for column in lesson.table.columns] if lesson.table else []


def _texts(row: TableRow) -> list[str]:
    return [cell.text for cell in row.cells]


def _tracker(course: Course) -> dict[str, Any]:
    tracker = course.lesson.tracker
    if tracker is None:
        return {"columns": [], "rows": []}
    return {
        "columns": [tracker.heading, *(column.label for column in tracker.columns)],
        "rows": [
            [line.label, *(cell.text for cell in line.cells)]
            for line in tracker_lines(course)
        ],
    }


def _question(question: Question) -> dict[str, Any]:
    rights = question.rights
    several = {"answers": list(rights)} if question.needed > 1 else {}
    return {
        "question": plain(question.question),
        "options": [option.text for option in question.options],
        "answer": rights[0] if rights else None,
        **several,
        "hint": plain(question.hint),
    }


def _step(
    course: Course, outcome: Outcome, rows: tuple[TableRow, ...]
) -> dict[str, Any]:
    lesson = course.lesson
    part: Start | Step = outcome.step or lesson.start
    words = told(course, outcome.index)
    labels = {node.id: node.label for node in lesson.flow.nodes}
    row = next((r for r in rows if outcome.step and r.step == outcome.index), None)
    texts = _texts(row) if row else []
    return {
        "step": outcome.index,
        "title": words.title,
        "caption": plain(words.caption),
        "say": plain(words.say),
        "cells": dict(zip(_columns(lesson), texts, strict=False)),
        "flow": [
            labels[node]
            for node in (boxes_of(part) if isinstance(part, Step) else part.flow)
        ],
        "states": {key: state.word for key, state in outcome.actors.items()},
        "counts": {
            key: round(state.count)
            for key, state in outcome.actors.items()
            if state.count is not None
        },
        "values": {
            key: dict(state.values)
            for key, state in outcome.actors.items()
            if state.values
        },
        "on_cards": {
            key: list(state.cells.texts)
            for key, state in outcome.actors.items()
            if state.cells is not None
        },
        "moved": {
            key: state.home.parent
            for key, state in outcome.actors.items()
            if state.home is not None
        },
        "links": {key: state.word for key, state in outcome.links.items()},
        "sends": [
            {"from": send.source, "to": send.target, "loop": send.loop}
            for send in outcome.sends
        ],
        "changed": list(outcome.changed),
        "description": plain(words.describe),
        "notes": plain(words.notes),
        "in_reality": plain(words.in_reality),
        "blocked": outcome.blocked,
    }
