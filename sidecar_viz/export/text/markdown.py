"""Writes a lesson as Markdown; its pictures lie in a folder beside it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QUrl

from sidecar_viz.core.lesson import KeyMoment
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.changes import Change
from sidecar_viz.export.contents.contents import (
    Asked,
    Choice,
    Contents,
    Grid,
    OtherCourse,
    Remains,
    StepTold,
)
from sidecar_viz.export.pictures.extra import Extra
from sidecar_viz.export.text.marks import (
    fenced,
    folded,
    grid,
    inline,
    literal,
    one_line,
    quoted,
)

ENDING, EXTRA = "ending.svg", "picture.svg"


def picture_of(step: int) -> str:
    """Name the picture of a step."""
    return f"step-{step}.svg"


def picture_of_what_if(name: str) -> str:
    """Name the picture of a what-if, by its id."""
    return f"what-if-{name}.svg"


def markdown(found: Contents, folder: str, extra: Extra | None = None) -> str:
    """Write everything down; *folder* is where the pictures lie beside the file."""
    parts = [f"# {one_line(found.title)}"]
    if found.about:
        parts.append(f"*{literal(found.about)}*")
    if found.summary:
        parts.append(inline(found.summary))
    place = bytes(QUrl.toPercentEncoding(folder).data()).decode()
    for step in found.steps:
        parts += _step(step, place)
    if extra is not None:
        parts.append(f"## {one_line(extra.title)}")
        parts.append(_picture(place, EXTRA, extra.describe))
    parts += _remains(found.remains, place)
    for table, note in ((found.table, found.exit_note), (found.tracker, "")):
        parts += _table(table, note)
    parts += _moments(found.headings.key_moments, found.key_moments)
    parts += _quiz(found.headings.quiz, found.quiz)
    for sample in found.samples:
        parts.append(f"## {one_line(_sample_title(found, sample.title))}")
        parts.append(fenced(sample.text, sample.language))
        parts += [inline(sample.caption)] if sample.caption else []
    parts += _what_ifs(found.what_ifs, place)
    if found.snapshot:
        parts.append(f"## {one_line(found.headings.snapshot)}")
        parts.append("\n".join(f"- {one_line(point)}" for point in found.snapshot))
    if found.by:
        parts += ["---", literal(found.by)]
    return "\n\n".join(parts) + "\n"


def _sample_title(found: Contents, title: str) -> str:
    """Return a listing's title, with the panel's name where there are several."""
    name = found.headings.sample
    return title if len(found.samples) == 1 or name == title else f"{name}: {title}"


def _picture(place: str, name: str, words: str) -> str:
    return f"![{literal(words)}]({place}/{name})"


def _step(step: StepTold, place: str) -> Iterator[str]:
    title = one_line(step.title)
    title = f"~~{title}~~" if step.struck else title
    yield f"## {title}" if step.number == 0 else f"## {step.number}. {title}"
    yield _picture(place, picture_of(step.number), step.describe)
    yield from _words(step)
    if step.changes:
        yield _changes(step.changes)
    if step.in_reality:
        yield quoted(f"**In reality:** {inline(step.in_reality)}")
    if step.notes:
        yield quoted(f"**For the teacher:** {inline(step.notes)}")


def _words(step: StepTold) -> Iterator[str]:
    if step.why:
        yield f"**{literal(plain(step.why))}**"
    if step.caption:
        yield inline(step.caption)


def _changes(found: tuple[Change, ...]) -> str:
    rows = [(change.name, change.before, change.after) for change in found]
    return grid(("What changes", "Before", "After"), rows)


def _remains(remains: Remains | None, place: str) -> Iterator[str]:
    if remains is None:
        return
    yield f"## {one_line(remains.remember)}"
    yield _picture(place, ENDING, remains.describe)
    if remains.numbers:
        yield "\n".join(
            f"- {one_line(label)}: {literal(', '.join(texts))}"
            for label, texts in remains.numbers
        )
    if remains.note:
        yield inline(remains.note)


def _table(table: Grid | None, note: str) -> Iterator[str]:
    if table is not None:
        yield f"## {one_line(table.heading)}"
        yield grid(table.columns, table.rows)
    if note:
        yield inline(note)


def _moments(heading: str, moments: tuple[KeyMoment, ...]) -> Iterator[str]:
    if moments:
        yield f"## {one_line(heading)}"
    for moment in moments:
        yield f"### {one_line(moment.question)}"
        yield folded("Answer", inline(moment.answer))


def _quiz(heading: str, quiz: tuple[Asked, ...]) -> Iterator[str]:
    if quiz:
        yield f"## {one_line(heading)}"
    for question in quiz:
        yield f"### {question.number}. {one_line(question.question)}"
        if question.how:
            yield f"*{question.how}*"
        yield "\n".join(_option(choice) for choice in question.choices)
        if question.hint:
            yield folded("Hint", inline(question.hint))
        yield folded("Answer", "\n".join(_answers(question)))


def _option(choice: Choice) -> str:
    return f"- **{choice.letter}** {one_line(choice.text)}"


def _answers(question: Asked) -> Iterator[str]:
    """Write the right options, in their order, then why the others are wrong."""
    for right in question.rights:
        place = f"{right.order}. " if right.order else ""
        lead = f"- **Right: {place}{right.letter}**"
        yield f"{lead} {one_line(right.text)}{_why(right)}"
    for choice in question.choices:
        if not choice.right and choice.why:
            yield f"- **{choice.letter}** {one_line(choice.text)}{_why(choice)}"


def _why(choice: Choice) -> str:
    return f" – {one_line(choice.why)}" if choice.why else ""


def _what_ifs(what_ifs: tuple[OtherCourse, ...], place: str) -> Iterator[str]:
    for what_if in what_ifs:
        yield f"## {one_line(what_if.title)}"
        if what_if.summary:
            yield inline(what_if.summary)
        if what_if.steps:
            words = what_if.steps[0].describe
            yield _picture(place, picture_of_what_if(what_if.id), words)
        for step in what_if.steps:
            title = one_line(step.title)
            yield f"### {step.number}. {f'~~{title}~~' if step.struck else title}"
            yield from _words(step)
            if step.changes:
                yield _changes(step.changes)
            if step.notes:
                yield quoted(f"**For the teacher:** {inline(step.notes)}")
