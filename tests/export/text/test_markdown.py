"""A lesson as Markdown: all that it says, with pictures beside it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from sidecar_viz.cli import main
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.contents import contents
from sidecar_viz.export.text.markdown import markdown
from tests.export.text.test_marks import READER, shown

LESSONS = ("adapter", "ambassador", "init-containers", "job", "native-sidecar")


def written(lesson: Lesson, *, notes: bool = False) -> str:
    """Write a lesson's Markdown."""
    return markdown(contents(course_of(lesson), notes=notes), "lesson")


def headings(tokens: list[Token]) -> list[tuple[str, str]]:
    """List the headings of a text, each with its level."""
    return [
        (token.tag, shown([tokens[at + 1]]))
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def test_every_part_has_its_heading(sidecar_lesson: Lesson) -> None:
    """Steps, ending, tables, key moments, quiz, manifest, what-ifs, in this order."""
    lesson = sidecar_lesson
    found = headings(READER.parse(written(lesson)))
    names = lesson.headings

    steps = [f"{n}. {step.title}" for n, step in enumerate(lesson.steps, start=1)]
    assert lesson.opening is not None
    assert lesson.ending is not None
    assert [text for level, text in found if level == "h1"] == [lesson.title]
    assert [text for level, text in found if level == "h2"] == [
        lesson.opening.title,
        *steps,
        lesson.ending.remember,
        *(names.table, names.tracker, names.key_moments, names.quiz, names.sample),
        *(what_if.title for what_if in lesson.what_ifs),
        names.snapshot,
    ]


def test_every_picture_says_what_it_shows(sidecar_lesson: Lesson) -> None:
    """Its alternative text is the step's description."""
    text = READER.parse(written(sidecar_lesson))
    pictures = [
        (child.attrs["src"], child.content)
        for token in text
        for child in token.children or ()
        if child.type == "image"
    ]

    assert [source for source, _ in pictures[:8]] == [
        *(f"lesson/step-{number}.svg" for number in range(7)),
        "lesson/ending.svg",
    ]
    assert READER.render(written(sidecar_lesson)).count('alt=""') == 0
    described = [step.describe for step in sidecar_lesson.steps]
    assert [words for _, words in pictures[1:7]] == described


def test_every_word_of_the_lesson_is_in_it(sidecar_lesson: Lesson) -> None:
    """Captions, questions, options, reasons, what-ifs, and the manifest as it is."""
    lesson = sidecar_lesson
    tokens = READER.parse(written(lesson))
    words = " ".join(shown(tokens).split())

    options = [option for question in lesson.quiz for option in question.options]
    texts = [lesson.flow.caption, *(step.caption for step in lesson.steps)]
    texts += [text for one in options for text in (one.text, one.why)]
    texts += [text for one in lesson.key_moments for text in (one.question, one.answer)]
    texts += [what_if.summary for what_if in lesson.what_ifs]
    texts += [*lesson.snapshot, *(step.in_reality for step in lesson.steps)]
    assert [t for t in texts if " ".join(plain(t).split()) not in words] == []
    [manifest] = [token for token in tokens if token.type == "fence"]
    sample = lesson.samples[0].text
    assert (manifest.info, manifest.content) == ("yaml", f"{sample}\n")


def test_answers_are_folded(sidecar_lesson: Lesson) -> None:
    """A reader thinks first; what is right stands inside a fold, and only there."""
    text = written(sidecar_lesson)
    outside = re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)

    secret = [moment.answer for moment in sidecar_lesson.key_moments]
    secret += [o.why for q in sidecar_lesson.quiz for o in q.options if o.why]
    shown_outside = " ".join(shown(READER.parse(outside)).split())
    assert [one for one in secret if plain(one) in shown_outside] == []
    assert "Right:" not in outside
    assert text.count("<details>") == text.count("</details>") == 3 + 2 * 3


def test_notes_are_for_who_asks_for_them(sidecar_lesson: Lesson) -> None:
    """A course repository is read by pupils, too."""
    without, with_notes = (
        " ".join(shown(READER.parse(written(sidecar_lesson, notes=notes))).split())
        for notes in (False, True)
    )

    notes = [" ".join(plain(one.notes).split()) for one in sidecar_lesson.steps]
    assert [note for note in notes if note not in with_notes] == []
    assert [note for note in notes if note in without] == []


def test_what_cannot_happen_is_said(sidecar_lesson: Lesson) -> None:
    """In its section, with the reason; a what-if alone is a text of its own."""
    html = READER.render(written(sidecar_lesson))
    assert "<h3>5. <s>Sidecar sends logs externally</s></h3>" in html
    assert "<strong>Cannot happen: The network is down," in html

    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "network-down")
    alone = contents(course_of(sidecar_lesson, what_if), notes=True)
    tokens = READER.parse(markdown(alone, "x"))
    assert headings(tokens)[0] == ("h1", f"{sidecar_lesson.title}: {what_if.title}")
    assert not alone.quiz
    assert not alone.what_ifs
    assert alone.remains is None


def test_a_small_lesson_has_no_empty_parts(lesson: Lesson) -> None:
    """No heading without text, no table without rows."""
    bare = replace(lesson, table=None, tracker=None, flow=type(lesson.flow)())
    html = MarkdownIt("commonmark").enable("table").render(written(bare))

    assert not re.search(r"</h2>\s*<h2", html)
    assert "<tbody>\n</tbody>" not in html


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["sidecar", *LESSONS])
def test_every_lesson_is_written_with_all_its_pictures(
    name: str, tmp_path: Path
) -> None:
    """Each picture that is named is there, an SVG, and no other; the same twice."""
    out = tmp_path / "my lesson (1).md"
    assert main(["export", name, str(out)]) == 0

    text = out.read_text("utf-8")
    named = [unquote(one) for one in re.findall(r"\]\(([^)]+)\)$", text, re.MULTILINE)]
    there = sorted(path.name for path in (tmp_path / out.stem).iterdir())
    assert sorted(named) == [f"{out.stem}/{one}" for one in there]
    for one in named:
        root = ET.parse(tmp_path / one).getroot()
        assert root.tag.endswith("}svg")
    first = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert main(["export", name, str(out)]) == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == first
