"""Writes a described course as text, to be read from top to bottom, also aloud."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from sidecar_viz.core.beside.tables import NOTHING
from sidecar_viz.core.beside.told import cannot_happen, standing
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.course.outcome import Outcome
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import isolated, plain

WIDTH = 88
ARROWS = {"forward": "->", "both": "<->", "none": "--"}


def course_text(course: Course, found: dict[str, Any]) -> str:
    """Write the whole course: steps, tables, samples, key moments, quiz, transcript."""
    lesson = course.lesson
    names = names_of(lesson)
    headings = lesson.headings
    lines = [lesson.title, "=" * len(lesson.title), ""]
    if course.what_if:
        lines += [course.what_if.title, *_wrapped(plain(course.what_if.summary)), ""]
    lines += _section("On the stage", _stage(lesson))
    for step, outcome in zip(found["steps"], course.outcomes, strict=True):
        lines += [*_step(step, outcome, names, standing(course, outcome)), ""]
    lines += _section("What remains", _ending(found["ending"]))
    lines += _section(headings.flow, _flow(found["flow"]))
    lines += _section(headings.table, _grid(found["table"]))
    if found["exit_note"]:
        lines += [*_wrapped(found["exit_note"]), ""]
    lines += _section(headings.tracker, _grid(found["tracker"]))
    for sample in found["samples"]:
        text = textwrap.indent(sample["text"], "  ").splitlines()
        lines += _section(sample["title"], text)
    lines += _section(headings.key_moments, _moments(found["key_moments"]))
    lines += _section(headings.quiz, _quiz(found["quiz"], lesson))
    lines += _section("What-ifs", _what_ifs(lesson))
    points = [line for text in found["snapshot"] for line in _wrapped(text, "- ")]
    lines += _section(headings.snapshot, points)
    lines += _section(headings.transcript, _paragraphs(found["transcript"]))
    return "\n".join(lines).rstrip()


def names_of(lesson: Lesson) -> dict[str, str]:
    """Map each actor to its name, which stays whole beside what is written around."""
    return {actor.id: isolated(actor.name) for actor in lesson.actors}


def _ending(ending: dict[str, Any] | None) -> list[str]:
    if ending is None:
        return []
    numbers = [
        f"{label}: {', '.join(numbers)}."
        for label, numbers in ending["numbers"].items()
    ]
    told = (ending["remember"], *numbers, ending["note"], ending["description"])
    lines = [line for text in told if text for line in _wrapped(text)]
    return [*lines, f"Next lesson: {ending['next']}"] if ending["next"] else lines


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [title, "-" * len(title), *lines, ""] if lines else []


def _stage(lesson: Lesson) -> list[str]:
    """List the actors, each inside the one that it stands in, and their links."""
    names = names_of(lesson)
    lines = []
    waiting = [(actor, 0) for actor in lesson.actors if actor.parent is None]
    while waiting:
        actor, depth = waiting.pop(0)
        inside = f", in {names[actor.parent]}" if actor.parent else ""
        later = "" if actor.present else ", not there yet"
        about = f": {isolated(plain(actor.about))}" if actor.about else ""
        lead = "  " * depth + "- "
        lines += _wrapped(f"{names[actor.id]}{inside}{later}{about}", lead)
        within = [one for one in lesson.actors if one.parent == actor.id]
        waiting = [*((one, depth + 1) for one in within), *waiting]
    for link in lesson.links:
        ends = f"{names[link.source]} {ARROWS[link.direction]} {names[link.target]}"
        over = f", through {names[link.through]}" if link.through else ""
        label = f", {isolated(link.label)}" if link.label else ""
        lines += _wrapped(f"{ends}: {link.kind}{over}{label}", "- ")
    return lines


def _what_ifs(lesson: Lesson) -> list[str]:
    lines = []
    for what_if in lesson.what_ifs:
        lines += _wrapped(f"{isolated(what_if.title)} (--what-if {what_if.id})", "- ")
        lines += _wrapped(plain(what_if.summary), "  ")
    return lines


def _step(
    step: dict[str, Any], outcome: Outcome, names: dict[str, str], states: str
) -> Iterator[str]:
    """Write a step; its description only where it says more than the *states*."""
    number = step["step"]
    head = step["title"] if number == 0 else f"Step {number}: {isolated(step['title'])}"
    yield head
    if step["blocked"]:
        retitled = outcome.own is not None and outcome.own.title
        why = isolated(step["blocked"]) if retitled else cannot_happen(step["blocked"])
        yield from _wrapped(why, "  ")
    if step["caption"] and step["caption"] != step["blocked"]:
        yield from _wrapped(step["caption"], "  ")
    if not step["description"].endswith(states):
        yield from _wrapped(step["description"], "  ")
    counts, values = step["counts"], step["values"]
    for key, word in step["states"].items():
        count = f" ({counts[key]})" if counts.get(key) else ""
        mark = "*" if key in step["changed"] else " "
        if word or count:
            yield f"  {mark} {names[key]}: {isolated(word)}{count}"
        for name, text in values.get(key, {}).items():
            named = f"{names[key]}, {isolated(name)}"
            yield f"  {mark} {named}: {isolated(text or NOTHING)}"
    for key, texts in step["on_cards"].items():
        mark = "*" if key in step["changed"] else " "
        yield f"  {mark} {names[key]}: [{isolated(', '.join(texts))}]"
    for send in outcome.sends:
        what = f": {isolated(send.what)}" if send.what else ""
        yield f"    {names[send.source]} -> {names[send.target]}{what}"


def _flow(flow: dict[str, Any]) -> list[str]:
    """List the boxes by number; where one leads is added unless it is just the next."""
    numbers = {node["id"]: n for n, node in enumerate(flow["nodes"], start=1)}
    lines = []
    for node in flow["nodes"]:
        number = numbers[node["id"]]
        ways = [
            (edge["label"], numbers[edge["to"]])
            for edge in flow["edges"]
            if edge["from"] == node["id"]
        ]
        leads = ", ".join(
            f"{isolated(label) + ' ' if label else ''}to {to}" for label, to in ways
        )
        leads = leads or "ends here"
        last = number == len(numbers) or not flow["edges"]
        plain_way = ways == [("", number + 1)] or (last and not ways)
        lines.append(
            f"{number}. {isolated(node['label'])}{'' if plain_way else f' ({leads})'}"
        )
    return lines


def _grid(table: dict[str, Any]) -> list[str]:
    """Write the rows of a table in columns that line up."""
    rows: list[list[str]] = [table["columns"], *table["rows"]]
    if not table["rows"]:
        return []
    wide = [max(map(len, texts)) for texts in zip(*rows, strict=True)]
    return [
        " | ".join(t.ljust(w) for t, w in zip(row, wide, strict=True)).rstrip()
        for row in rows
    ]


def _moments(moments: list[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for moment in moments:
        lines += [*_wrapped(moment["question"]), *_wrapped(moment["answer"], "  "), ""]
    return lines[:-1]


def _quiz(questions: list[dict[str, Any]], lesson: Lesson) -> list[str]:
    lines: list[str] = []
    for number, question in enumerate(questions, start=1):
        lines += _wrapped(question["question"], f"{number}. ")
        for place, option in enumerate(lesson.quiz[number - 1].options):
            right = "  <- right" if option.right else ""
            right = f"  <- number {option.order}" if option.order else right
            lines.append(f"   {chr(ord('A') + place)}  {isolated(option.text)}{right}")
        if question["hint"]:
            lines += _wrapped(f"Hint: {isolated(question['hint'])}", "   ")
        lines.append("")
    return lines[:-1]


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n\n") if text else []:
        lines += [*_wrapped(paragraph), ""]
    return lines[:-1]


def _wrapped(text: str, lead: str = "") -> list[str]:
    rest = " " * len(lead)
    return textwrap.wrap(text, WIDTH, initial_indent=lead, subsequent_indent=rest)
