"""What stands beside the stage, as HTML: tables as tables, texts as texts."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from sidecar_viz.core.beside.tables import Cell, table_rows, tracker_lines
from sidecar_viz.core.beside.told import ends_as_told, transcript
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Column, KeyMoment, Lesson, Sample
from sidecar_viz.core.markup import escaped
from sidecar_viz.export.page.html import (
    Inks,
    classes,
    narrow,
    rich,
    table,
    text,
    unseen,
)
from sidecar_viz.export.page.words import SAID
from sidecar_viz.export.pictures.extra import Extra
from sidecar_viz.export.pictures.outlines import outlined
from sidecar_viz.paint.kinds.kinds import hue_of

WIDE = 1000.0
"""Units from which on a picture is scrolled rather than made too small to read."""


def table_html(course: Course) -> str:
    """Write the process table as it is in this course, with its last word."""
    lesson = course.lesson
    if lesson.table is None:
        return ""
    hues = {actor.id: hue_of(actor) for actor in lesson.actors}
    heads = [_head(column, hues) for column in lesson.table.columns]
    rows = []
    for row in table_rows(course):
        first, *others = row.cells
        steps = f' data-step="{row.step}" data-last="{row.last}"' if row.steps else ""
        head = f'<th scope="row">{_cell(first)}</th>'
        cells = "".join(f"<td{_changed(one)}>{_cell(one)}</td>" for one in others)
        rows.append(f"<tr{classes(row.kind)}{steps}>{head}{cells}</tr>")
    note = lesson.exit_note
    said = ""
    if note is not None and ends_as_told(course):
        said = f'<p class="exit">{rich(note.text)}</p>'
    return table(lesson.headings.table, heads, rows) + said


def _head(column: Column, hues: Mapping[str, str]) -> str:
    """Write the head of a column, beside squares in the hues of whom it is about."""
    about = dict.fromkeys(hues[one] for one in column.speaks_of if one in hues)
    squares = "".join(f'<i class="hue-{hue}"></i>' for hue in about)
    said = text(column.label)
    if squares:
        said = f'<span class="about"><span>{squares}</span><span>{said}</span></span>'
    return f'<th scope="col">{said}</th>'


def tracker_html(course: Course) -> str:
    """Write the tracker as it is in this course."""
    tracker = course.lesson.tracker
    if tracker is None:
        return ""
    after = [course.index_of(column.after) for column in tracker.columns]
    heads = [f'<th scope="col">{text(tracker.heading)}</th>']
    heads += [
        f'<th scope="col" data-after="{step}">{text(column.label)}</th>'
        for column, step in zip(tracker.columns, after, strict=True)
    ]
    rows = []
    for line in tracker_lines(course):
        cells = "".join(
            f'<td data-after="{step}"{_changed(cell)}>{_cell(cell, state=True)}</td>'
            for cell, step in zip(line.cells, after, strict=True)
        )
        rows.append(f'<tr><th scope="row">{text(line.label)}</th>{cells}</tr>')
    return table(course.lesson.headings.tracker, heads, rows)


def _changed(cell: Cell) -> str:
    return classes("fault" if cell.fault else "changed" if cell.changed else "")


def _cell(cell: Cell, *, state: bool = False) -> str:
    """Write a cell: what cannot happen struck out, what a what-if made of it new."""
    written = narrow(cell.text)
    if state and cell.sign and cell.tone:
        written = f'<span class="state {cell.tone}">{written}</span>'
    if cell.struck:
        return f"<s>{written}</s> {unseen(SAID['struck'])}"
    if cell.fault and cell.old:
        mark = "cannot" if cell.cannot else "other"
        old = f"{unseen(SAID['instead-of'])} {narrow(cell.old)}"
        return f'<ins class="{mark}">{written}</ins> <del>{old}</del>'
    return written


def transcript_html(course: Course) -> str:
    """Write the whole course as paragraphs."""
    return "".join(f"<p>{rich(part)}</p>" for part in transcript(course))


def samples_html(lesson: Lesson) -> str:
    """Write the listings line by line, so that some can be lit."""
    return "".join(map(_sample, lesson.samples))


def _sample(sample: Sample) -> str:
    lines = "".join(
        f'<span class="line" data-line="{sample.id}:{number}">{escaped(line)}\n</span>'
        for number, line in enumerate(sample.text.rstrip("\n").split("\n"), start=1)
    )
    title = text(sample.title)
    note = f"<p>{rich(sample.caption)}</p>" if sample.caption else ""
    return (
        f"<section><h3>{title}</h3>{note}"
        f'<pre tabindex="0" role="region" aria-label="{title}"><code>{lines}</code>'
        "</pre></section>"
    )


def moments_html(lesson: Lesson, inks: Inks) -> str:
    """Write the key moments; each answer is opened by who has thought about it."""
    numbers = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    return "".join(
        _key_moment(at, moment, numbers, inks)
        for at, moment in enumerate(lesson.key_moments)
    )


def _key_moment(at: int, moment: KeyMoment, numbers: dict[str, int], inks: Inks) -> str:
    steps = "".join(
        step_button(numbers[step]) for step in moment.refers.steps if step in numbers
    )
    return (
        f'<section class="moment" data-moment="{at}">'
        f'<p class="now">{SAID["at-this-step"]}</p><h3>{rich(moment.question)}</h3>'
        f"<details><summary>{SAID['answer']}</summary>"
        f"<p>{rich(moment.answer, inks)}</p></details>"
        f'<p class="links">{steps}</p></section>'
    )


def step_button(number: int, what_if: str = "") -> str:
    """Write a button that goes to a step, if wanted with a what-if on."""
    name = SAID["step-n"].format(n=number)
    with_it = f' data-what-if="{what_if}"' if what_if else ""
    return f'<button type="button" data-go="{number}"{with_it}>{name}</button>'


def snapshot_html(lesson: Lesson, inks: Inks) -> str:
    """Write the lesson in a few sentences."""
    points = "".join(f"<li>{rich(point, inks)}</li>" for point in lesson.snapshot)
    return f"<ul>{points}</ul>" if points else ""


def extra_html(extra: Extra) -> str:
    """Show a picture that comes with the lesson; its letters need no font."""
    shown = b64encode(outlined(extra.svg)).decode()
    words = escaped(extra.describe)
    wide = "wide" if _across(extra.svg) > WIDE else ""
    source = f"data:image/svg+xml;base64,{shown}"
    return f'<img{classes("extra", wide)} src="{source}" alt="{words}">'


def _across(svg: bytes) -> float:
    """Return how many units an SVG's view is wide; 0 if it does not say so."""
    view = ET.fromstring(svg).get("viewBox", "")  # noqa: S314 - nothing in it can grow
    try:
        _, _, across, _ = map(float, view.replace(",", " ").split())
    except ValueError:
        return 0.0
    return across


def what_ifs_html(lesson: Lesson) -> str:
    """Write the what-ifs as buttons, the lesson's own course before them."""
    rows = [_what_if("", SAID["normal"], SAID["normal-note"])]
    rows += [_what_if(one.id, one.title, one.summary) for one in lesson.what_ifs]
    return f'<ul class="choices">{"".join(rows)}</ul>' if lesson.what_ifs else ""


def _what_if(key: str, title: str, summary: str) -> str:
    return (
        f'<li><button type="button" data-turn="{key}" aria-pressed="false">'
        f"<b>{text(title)}</b></button><p>{rich(summary)}</p></li>"
    )
