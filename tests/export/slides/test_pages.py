"""What stands on the slides of a lesson."""

from __future__ import annotations

from msgspec.structs import replace

from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import plain
from sidecar_viz.export.contents.contents import contents
from sidecar_viz.export.slides.looks import CAPTION, WORDS, fitting, scheme
from sidecar_viz.export.slides.pages import ENDING, Page, pages
from sidecar_viz.paint.brush.theme import DARK


def laid_out(lesson: Lesson, *, notes: bool = False) -> tuple[Page, ...]:
    """Lay out a lesson's slides."""
    return pages(contents(course_of(lesson), notes=notes))


def test_a_slide_a_step_between_title_and_ending(sidecar_lesson: Lesson) -> None:
    """Then each question and its answer, key moments, what to take home."""
    found = laid_out(sidecar_lesson)
    names = sidecar_lesson.headings

    assert sidecar_lesson.opening is not None
    assert sidecar_lesson.ending is not None
    assert [page.title for page in found] == [
        sidecar_lesson.title,
        sidecar_lesson.opening.title,
        *(f"{n}. {step.title}" for n, step in enumerate(sidecar_lesson.steps, 1)),
        *(
            f"{names.quiz}, {what} {number}"
            for number in (1, 2, 3)
            for what in ("question", "answer")
        ),
        *[names.key_moments] * 3,
        names.snapshot,
        sidecar_lesson.ending.remember,
    ]
    assert [p.picture for p in found if p.picture is not None] == [*range(7), ENDING]
    assert all(page.describe for page in found if page.picture is not None)


def test_a_question_stands_alone_before_its_answer(sidecar_lesson: Lesson) -> None:
    """Nothing on its slide says which option is right."""
    found = laid_out(sidecar_lesson)
    asked = sidecar_lesson.quiz[0]
    [question] = [p for p in found if p.title.endswith("question 1")]
    [answer] = [p for p in found if p.title.endswith("answer 1")]

    right = asked.options[asked.rights[0]]
    assert [line.weight for line in question.lines] == ["strong", *["plain"] * 4]
    assert not any(right.why in line.text for line in question.lines)
    assert answer.lines[0] == question.lines[0]
    assert [line.text for line in answer.lines[1:]] == ["✓  A   Step 3", right.why]
    wrong = [f"{letter}: {plain(asked.options[n].why)}" for n, letter in ((1, "B"),)]
    assert answer.notes[0] == wrong[0]


def test_the_teachers_notes_are_for_who_asks_for_them(sidecar_lesson: Lesson) -> None:
    """Slides are passed on; what is said to a step is there for every speaker."""
    step = sidecar_lesson.steps[0]
    plainly, noted = (laid_out(sidecar_lesson, notes=n)[2].notes for n in (False, True))

    assert plainly == (plain(step.say), f"In reality: {plain(step.in_reality)}")
    assert noted == (*plainly, f"For the teacher: {plain(step.notes)}")


def test_what_cannot_happen_is_said_first(sidecar_lesson: Lesson) -> None:
    """A what-if's slides have neither quiz nor ending."""
    what_if = next(w for w in sidecar_lesson.what_ifs if w.id == "network-down")
    found = pages(contents(course_of(sidecar_lesson, what_if), notes=False))

    assert [page.kind for page in found] == ["title", *["picture"] * 7]
    assert found[6].lines[0].weight == "strong"
    assert found[6].lines[0].text.startswith("Cannot happen: The network is down")


def test_order_questions_tell_the_order(lesson: Lesson, sidecar_lesson: Lesson) -> None:
    """By the numbers that the options have, not by their letters."""
    asked = sidecar_lesson.quiz[0]
    options = tuple(
        replace(option, right=False, order=order)
        for option, order in zip(asked.options, (2, 1, None, 3), strict=True)
    )
    found = laid_out(replace(lesson, quiz=(replace(asked, options=options),)))

    lines = [line.text for line in found[-1].lines if line.weight == "strong"]
    assert [text[:5] for text in lines[1:]] == ["1.  B", "2.  A", "3.  D"]


def test_long_texts_are_smaller(sidecar_lesson: Lesson) -> None:
    """A caption of any lesson is large; the longest there can be is the smallest."""
    sizes = (20, 18, 16, 14, 12)
    captions = [step.caption for step in sidecar_lesson.steps]

    assert {fitting([text], CAPTION, sizes) for text in captions} == {20}
    assert fitting(["word " * 60], CAPTION, sizes) == 16
    assert fitting(["word " * 800], CAPTION, sizes) == 12
    assert fitting(["one"] * 20, WORDS, (30, 12)) == 12


def test_a_theme_is_the_colours_of_slides() -> None:
    """What is written has the ink, the ground is the stage's."""
    written = scheme(DARK).decode()

    assert f'<a:dk1><a:srgbClr val="{DARK.ink[1:].upper()}"/></a:dk1>' in written
    assert f'<a:lt1><a:srgbClr val="{DARK.stage[1:].upper()}"/></a:lt1>' in written
