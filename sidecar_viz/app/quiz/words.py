"""The words of the quiz: how an option, a question and the whole went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.widgets.choice_paint import Choice, Fate
from sidecar_viz.app.words.step_words import titles
from sidecar_viz.core.course.course import course_of
from sidecar_viz.core.learning.quiz import (
    Answer,
    Attempt,
    Score,
    at_once,
    found,
    right_option,
)
from sidecar_viz.core.markup import isolated, plain

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson, Question

LETTERS = "ABCDEF"


def tr(text: str, /, **values: object) -> str:
    """Return a text of the quiz in the user's language, with its *values* filled in."""
    return QCoreApplication.translate("quiz", text).format(**values)


def option_choices(question: Question, answer: Answer) -> tuple[Choice, ...]:
    """Return the options as they stand after this answer."""
    return tuple(
        _option_choice(question, answer, place)
        for place in range(len(question.options))
    )


def _option_choice(question: Question, answer: Answer, place: int) -> Choice:
    fate, option = _fate(question, answer, place), question.options[place]
    letter = LETTERS[place]
    if fate in ("open", "past"):
        return Choice(letter, plain(option.text), fate=fate)
    remark = _remark(question, answer, place, fate)
    return Choice(letter, plain(option.text), remark, plain(option.why), fate)


def _remark(question: Question, answer: Answer, place: int, fate: Fate) -> str:
    """Say in a few words how an option went."""
    if fate == "right":
        return _right_words(question, answer, place)
    if place in question.ordered:
        if fate == "wrong":
            return tr("Not yet")
        return tr("Number {n}", n=question.ordered.index(place) + 1)
    return tr("Not this one") if fate == "wrong" else tr("This is the answer")


def _right_words(question: Question, answer: Answer, place: int) -> str:
    """Say how an option was right: at which try, or as which of several."""
    if question.needed <= 1:
        return tr("Correct on try {n}", n=len(answer.tries))
    number = found(question, answer.tries).index(place) + 1
    if question.ordered:
        return tr("Number {n} of {count}", n=number, count=question.needed)
    return tr("Right, {n} of {count}", n=number, count=question.needed)


def _fate(question: Question, answer: Answer, place: int) -> Fate:
    if place in found(question, answer.tries):
        return "right"
    told = place in question.rights and answer.progress == "revealed"
    if question.ordered and place in question.ordered and not told:
        # One that came too soon is tried again: only the last try is spoken of.
        return "wrong" if answer.tries[-1:] == (place,) else "open"
    if place in answer.tries and not told:
        return "wrong"
    if not answer.done:
        return "open"
    return "told" if told else "past"


def how_many(question: Question) -> str:
    """Say how many options are asked for; "" where it is one."""
    if question.ordered:
        return tr("Put {count} in their order.", count=question.needed)
    if question.every:
        return tr("Choose all that are right.")
    return ""


def heard_verdict(question: Question, answer: Answer, place: int) -> str:
    """Return what is said aloud after the option at *place* was tried."""
    option = question.options[place]
    why = plain(option.why)
    if place in found(question, answer.tries):
        return f"{_right_words(question, answer, place)}. {why}".strip()
    if place in question.ordered:
        return tr("Not yet: something comes before {letter}.", letter=LETTERS[place])
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
    if question.needed > 1:
        letters = ", ".join(LETTERS[at] for at in question.rights)
        if question.ordered:
            return tr("The order is {letters}.", letters=letters)
        return tr("The answers are {letters}.", letters=letters)
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
    return Choice(number, title, _how(question, answer), _helped(answer), fate)


def _how(question: Question, answer: Answer) -> str:
    count = len(answer.tries)
    if answer.progress == "right":
        if at_once(question, answer):
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
