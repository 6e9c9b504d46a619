"""The words of the quiz: how an option, a question and the whole went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.widgets.choice_paint import Choice, Fate
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.learning.quiz import Answer, Attempt, Score, right_option
from sidecar_viz.core.markup import isolated, plain

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson, Option, Question

LETTERS = "ABCDEF"


def tr(text: str, /, **values: object) -> str:
    """Return a text of the quiz in the user's language, with its *values* filled in."""
    return QCoreApplication.translate("quiz", text).format(**values)


def option_choices(question: Question, answer: Answer) -> tuple[Choice, ...]:
    """Return the options as they stand after this answer."""
    return tuple(
        _option_choice(LETTERS[place], option, answer, place)
        for place, option in enumerate(question.options)
    )


def _option_choice(letter: str, option: Option, answer: Answer, place: int) -> Choice:
    fate = _fate(option, answer, place)
    if fate in ("open", "past"):
        return Choice(letter, plain(option.text), fate=fate)
    remarks = {
        "wrong": tr("Not this one"),
        "right": tr("Correct on try {n}", n=len(answer.tries)),
        "told": tr("This is the answer"),
    }
    return Choice(letter, plain(option.text), remarks[fate], plain(option.why), fate)


def _fate(option: Option, answer: Answer, place: int) -> Fate:
    if place in answer.tries:
        return "right" if option.right else "wrong"
    if not answer.done:
        return "open"
    return "told" if option.right and answer.progress == "revealed" else "past"


def heard_verdict(question: Question, answer: Answer, place: int) -> str:
    """Return what is said aloud after the option at *place* was tried."""
    option = question.options[place]
    why = plain(option.why)
    if option.right:
        return f"{tr('Correct on try {n}.', n=len(answer.tries))} {why}".strip()
    said = tr(
        "Not {letter}: {text}.",
        letter=LETTERS[place],
        text=isolated(plain(option.text)),
    )
    return f"{said} {why}".strip()


def heard_answer(question: Question) -> str:
    """Return what is said aloud when the answer is revealed."""
    place = right_option(question)
    if place < 0:
        return tr("This question names no right answer.")
    option = question.options[place]
    said = tr(
        "The answer is {letter}: {text}.",
        letter=LETTERS[place],
        text=isolated(option.text),
    )
    return plain(f"{said} {option.why}".strip())


def score_text(score: Score) -> str:
    """Right answers and tries so far, for the top of the dialog."""
    if not score.tries:
        return tr("Score {right}", right=score.right)
    if score.tries == 1:
        return tr("Score {right} · 1 try", right=score.right)
    return tr("Score {right} · {tries} tries", right=score.right, tries=score.tries)


def summary_choices(attempt: Attempt) -> tuple[Choice, ...]:
    """Return one line for each question."""
    pairs = zip(attempt.questions, attempt.answers, strict=True)
    return tuple(
        _summary_choice(str(number), question, answer)
        for number, (question, answer) in enumerate(pairs, start=1)
    )


def _summary_choice(number: str, question: Question, answer: Answer) -> Choice:
    title = plain(question.question)
    if not answer.done:
        return Choice(number, title, tr("Not answered"))
    fate: Fate = "right" if answer.progress == "right" else "open"
    return Choice(number, title, _how(answer), _helped(answer), fate)


def _how(answer: Answer) -> str:
    count = len(answer.tries)
    if answer.progress == "right":
        if count == 1:
            return tr("Right at the first try")
        return tr("Right on try {n}", n=count)
    if not count:
        return tr("Answer shown")
    if count == 1:
        return tr("Answer shown after 1 try")
    return tr("Answer shown after {n} tries", n=count)


def _helped(answer: Answer) -> str:
    if answer.hinted and answer.looked:
        return tr("With the hint, and after a look at the stage")
    if answer.hinted:
        return tr("With the hint")
    return tr("After a look at the stage") if answer.looked else ""


def headline(score: Score) -> str:
    """Return the result in a few words."""
    if score.right == score.total:
        return tr("All {total} right", total=score.total)
    return tr("{right} of {total} right", right=score.right, total=score.total)


def kind_words(score: Score) -> str:
    """Return what to make of the result, precisely and in a kind way."""
    if score.unanswered:
        return tr("Some questions are still open. Choose one below to go on with it.")
    if score.first == score.total:
        return tr("Every answer was right at the first try: you know this lesson.")
    if score.right == score.total:
        return tr(
            "{first} at the first try, {later} on a later one. You found every answer.",
            first=score.first,
            later=score.later,
        )
    if not score.right:
        return tr(
            "Step through the lesson once more, then try again: you know now"
            " what to look for."
        )
    return tr(
        "The answers that were shown are worth a second look: choose a question below,"
        " then “Show me”."
    )


def proof_of(lesson: Lesson, question: Question) -> tuple[int, str] | None:
    """Return the step and the what-if ("" for none) that prove the answer, if any."""
    shows = question.shows
    step = shows.step if shows else next(iter(question.refers.steps), None)
    numbers = {one.id: number for number, one in enumerate(lesson.steps, start=1)}
    number = 0 if step == "start" else numbers.get(step or "", -1)
    if number < 0:
        return None
    return number, (shows.what_if or "") if shows else ""


def failing_of(
    lesson: Lesson, question: Question, option: int
) -> tuple[int, str] | None:
    """Return the step and the what-if ("" for none) in which an option fails."""
    numbers = {one.id: number for number, one in enumerate(lesson.steps, start=1)}
    number = numbers.get(question.options[option].step or "")
    if number is None:
        return None
    asks, shows = question.asks, question.shows
    what_if = (asks.what_if if asks else None) or (shows.what_if if shows else None)
    return number, what_if or ""


def proof_words(lesson: Lesson, proof: tuple[int, str]) -> str:
    """Return where the stage is taken to."""
    number, what_if = proof
    found = next((w for w in lesson.what_ifs if w.id == what_if), None)
    title = isolated(titles(course_of(lesson, found))[number])
    if not what_if:
        return tr("On the stage: step {n}, {title}", n=number, title=title)
    asked = found.title if found else what_if
    return tr(
        "{asked} On the stage: step {n}, {title}",
        asked=isolated(asked),
        n=number,
        title=title,
    )
