"""The quiz as HTML, with its hints and reasons, and what the player must know of it."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.lesson import Lesson, Option, Question
from sidecar_viz.export.page.html import rich
from sidecar_viz.export.page.words import SAID

LETTERS = "ABCDEF"


class Asked(Struct, frozen=True, rename="camel"):
    """A question: its right options, in their order if one is asked for, and how many.

    *step* is where its proof is shown, with *what_if* on; -1 for nowhere.
    """

    rights: tuple[int, ...]
    needed: int
    ordered: bool
    step: int = -1
    what_if: str = ""


def asked_of(lesson: Lesson) -> tuple[Asked, ...]:
    """Return what the player must know of each question."""
    return tuple(_asked(lesson, question) for question in lesson.quiz)


def _asked(lesson: Lesson, question: Question) -> Asked:
    shows = question.shows
    wanted = shows.step if shows else next(iter(question.refers.steps), None)
    numbers = {step.id: number for number, step in enumerate(lesson.steps, start=1)}
    step = 0 if wanted == "start" else numbers.get(wanted or "", -1)
    what_if = (shows.what_if or "") if shows else ""
    ordered = bool(question.ordered)
    return Asked(question.rights, question.needed, ordered, step, what_if)


def quiz_html(lesson: Lesson) -> str:
    """Write all questions; the player shows one at a time."""
    count = len(lesson.quiz)
    return "".join(
        _question(number, count, question)
        for number, question in enumerate(lesson.quiz, start=1)
    )


def _question(number: int, count: int, question: Question) -> str:
    many = ""
    if question.ordered:
        many = SAID["in-order"].format(count=question.needed)
    elif question.every:
        many = SAID["choose-all"]
    options = "".join(
        _option(letter, option)
        for letter, option in zip(LETTERS, question.options, strict=False)
    )
    hint = ""
    if question.hint:
        hint = f'<p class="hint" hidden>{rich(question.hint)}</p>'
    return (
        f'<section class="question" data-question="{number - 1}" hidden>'
        f'<p class="count">{SAID["question-of"].format(n=number, count=count)}</p>'
        f'<h3 tabindex="-1">{rich(question.question)}</h3>'
        f"{f'<p>{many}</p>' if many else ''}<ol>{options}</ol>{hint}"
        f'<p class="links">{_button("hint") if hint else ""}{_button("reveal")}'
        f"{_button('show-me')}</p></section>"
    )


def _option(letter: str, option: Option) -> str:
    return (
        f'<li><button type="button" class="option"><span>{letter}</span>'
        f"<span>{rich(option.text)}</span></button>"
        f'<p class="verdict" hidden><b></b> <span>{rich(option.why)}</span></p></li>'
    )


def _button(name: str) -> str:
    return f'<button type="button" data-quiz="{name}">{SAID[name]}</button>'
