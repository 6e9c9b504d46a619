"""What somebody finds in a PDF who looks everywhere."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.generic import StreamObject

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.contents import contents
from sidecar_viz.export.paper.worksheet import first_predicted

LONG = 12  # letters
TRACKED = 2  # columns of the tracker that are given: the name, and the start


def reader_of(pdf: bytes) -> PdfReader:
    """Read a PDF, and take no mistake in it."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def lost_in(pdf: bytes) -> list[int]:
    """List the objects that are not where the table of places says.

    Readers find them all the same, by searching; printers may not.
    """
    at = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    assert pdf[at:].startswith(b"xref\n0 ")
    entries = re.findall(rb"^(\d{10}) \d{5} ([nf]) ?$", pdf[at:], re.MULTILINE)
    return [
        number
        for number, (place, kind) in enumerate(entries)
        if kind == b"n" and not pdf[int(place) :].startswith(b"%d 0 obj" % number)
    ]


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def objects_of(pdf: bytes) -> list[StreamObject]:
    """Take out every stream, whatever it belongs to."""
    reader = reader_of(pdf)
    numbers = range(1, len(reader.xref[0]) + 1)
    found = (reader.get_object(number) for number in numbers)
    return [one for one in found if isinstance(one, StreamObject)]


def streams_of(pdf: bytes) -> list[bytes]:
    """Take out what every stream holds, inflated."""
    return [one.get_data() for one in objects_of(pdf)]


def words_in(pdf: bytes) -> str:
    """Join all that a reader shows: pages, metadata, bookmarks, attachments' names."""
    reader = reader_of(pdf)
    parts = [page.extract_text() for page in reader.pages]
    parts += [str(value) for value in (reader.metadata or {}).values()]
    parts += [str(reader.outline), str(reader.get_fields())]
    parts += [str(name) for name in reader.attachments]
    return squeezed(" ".join(parts))


def bytes_in(pdf: bytes) -> str:
    """Join all bytes as text, of the file and of every stream, in two codings."""
    parts = []
    for data in (pdf, *streams_of(pdf)):
        parts += [data.decode("latin-1"), data.decode("utf-16-be", "ignore")]
    return " ".join(parts)


def pictures_in(pdf: bytes) -> list[bytes]:
    """Take out the pixels of every picture."""
    pictures = (one for one in objects_of(pdf) if one.get("/Subtype") == "/Image")
    return [one.get_data() for one in pictures]


def given_to_pupils(lesson: Lesson) -> str:
    """Join what a pupil's sheet says: names, columns, steps, questions, options."""
    found, given = contents(course_of(lesson), notes=False), first_predicted(lesson)
    parts = [found.title, found.about, lesson.headings.quiz, lesson.headings.table]
    for grid, known in ((found.table, given), (found.tracker, TRACKED)):
        if grid is not None:
            parts += [grid.heading, *grid.columns]
            parts += [cell for row in grid.rows for cell in row[:known]]
    parts += [moment.question for moment in lesson.key_moments]
    parts += [lesson.headings.key_moments]
    for question in lesson.quiz:
        parts += [question.question, *(option.text for option in question.options)]
    parts += [lesson.opening.asks] if lesson.opening else []
    return squeezed(plain("\n".join(parts)))


def secrets_of(lesson: Lesson) -> set[str]:
    """List what a pupil is to find out, and what is for the teacher alone."""
    found, given = contents(course_of(lesson), notes=True), first_predicted(lesson)
    parts: list[str] = []
    for grid, known in ((found.table, given), (found.tracker, TRACKED)):
        if grid is not None:
            parts += [cell for row in grid.rows for cell in row[known:]]
    parts += [moment.answer for moment in lesson.key_moments]
    for question in lesson.quiz:
        parts += [question.hint, *(option.why for option in question.options)]
    for step in found.steps:
        parts += [step.caption, step.notes, step.describe, step.in_reality, step.say]
    parts += lesson.snapshot
    wanted = given_to_pupils(lesson)
    texts = {squeezed(plain(part)) for part in parts}
    return {text for text in texts if len(text) > 1 and not is_in(text, wanted)}


def is_in(text: str, whole: str) -> bool:
    """Tell whether a text's words stand in another."""
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", whole) is not None


def dense(text: str) -> str:
    """Return a text without spaces, as a reader may put some between its parts."""
    return "".join(text.split())


def told_in(pdf: bytes, secrets: set[str]) -> set[str]:
    """List which secrets a PDF tells; short ones are looked for in its words alone.

    In its bytes, fonts and numbers have such words by chance.
    """
    words = words_in(pdf)
    whole = dense(words + bytes_in(pdf))
    return {
        secret
        for secret in secrets
        if (dense(secret) in whole if len(secret) >= LONG else is_in(secret, words))
    }
