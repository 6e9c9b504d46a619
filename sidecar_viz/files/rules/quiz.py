"""Rules about the quiz: its answers are computed, not believed."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.core.course.course import Course
from sidecar_viz.core.lesson import Asks, Question
from sidecar_viz.files.rules.rule import Checked, Remark


def has_a_right_answer(case: Checked) -> Iterator[Remark]:
    """Report questions without a right option, or without a wrong one."""
    for number, question in enumerate(case.lesson.quiz):
        rights = len(question.rights)
        route = ("quiz", number, "options")
        if question.ordered:
            yield from _order(question, number)
            continue
        if question.every and rights == 1:
            message = "one option is right: leave every out, or mark the others, too"
            yield Remark(("quiz", number, "every"), message)
        if question.asks and any(_false(case, question, question.asks)):
            continue  # what is wrong with which option is said there
        if rights == 0:
            yield Remark(route, "no option is marked as right")
        elif rights == len(question.options):
            yield Remark(route, "every option is marked as right")


def _order(question: Question, number: int) -> Iterator[Remark]:
    """Report an order with gaps, with two in one place, or with one thing in it."""
    orders = sorted(option.order for option in question.options if option.order)
    route = ("quiz", number, "options")
    if orders != list(range(1, len(orders) + 1)):
        found = ", ".join(map(str, orders))
        message = f"the order is {found}; number the options from 1, each only once"
        yield Remark(route, message)
    elif len(orders) == 1:
        yield Remark(route, "an order of one option is none: number two, at least")
    for index, option in enumerate(question.options):
        if option.right:
            message = "in an order no option is marked as right: its number says it"
            yield Remark((*route, index, "right"), message)


def answer_is_true(case: Checked) -> Iterator[Remark]:
    """Report options that are marked otherwise than the course is computed."""
    for number, question in enumerate(case.lesson.quiz):
        if question.asks is None:
            continue
        for index, message in _false(case, question, question.asks):
            yield Remark(("quiz", number, "options", index), message)


def _false(case: Checked, question: Question, asks: Asks) -> Iterator[tuple[int, str]]:
    """Yield wrongly marked options, each with what to do about it."""
    steps = _true_steps(case, asks)
    marked = any(option.right and option.step in steps for option in question.options)
    for index, option in enumerate(question.options):
        if not steps or option.step is None or option.right == (option.step in steps):
            continue
        if option.right:
            found = ", ".join(_called(case, steps))
            message = f"marked as right, but computed is {found}; mark that, or ask"
        else:
            found, too = _called(case, {option.step})[0], " too" if marked else ""
            message = f"marked as wrong, but {found} is right as computed; "
            message += f"mark it right{too}, or ask"
        yield index, f"{message} otherwise"


def _called(case: Checked, steps: set[str]) -> list[str]:
    """List steps by number and title, in the lesson's order."""
    called = ["the start"] if "start" in steps else []
    return called + [
        f"step {number} ({step.title})"
        for number, step in enumerate(case.lesson.steps, start=1)
        if step.id in steps
    ]


def answer_can_be_computed(case: Checked) -> Iterator[Remark]:
    """Report questions without an answer, and options without a step."""
    for number, question in enumerate(case.lesson.quiz):
        if question.asks is None:
            continue
        if not _true_steps(case, question.asks):
            message = "no step gives this answer in the computed course"
            yield Remark(("quiz", number, "asks"), message)
        for index, option in enumerate(question.options):
            if option.step is None:
                message = (
                    "name the step that this option means, so that it can be checked"
                )
                yield Remark(("quiz", number, "options", index), message)


def _true_steps(case: Checked, asks: Asks) -> set[str]:
    """Return the ids of the steps that answer the question."""
    for course in case.what_ifs:
        if course.what_if and course.what_if.id == asks.what_if:
            return {o.step.id for o in course.outcomes if o.step and o.blocked}
    return _first_with(case.course, asks.actor or "", asks.state)


def _first_with(course: Course, actor: str, state: str | None) -> set[str]:
    """Find the step after which the actor first shows *state*, or first changes."""
    first = course.outcomes[0].actors[actor].word
    for outcome in course.outcomes:
        word = outcome.actors[actor].word
        if word == state or (state is None and word != first):
            return {outcome.step.id if outcome.step else "start"}
    return set()


def wrong_option_is_explained(case: Checked) -> Iterator[Remark]:
    """Report wrong options that do not explain why they are wrong."""
    for number, question in enumerate(case.lesson.quiz):
        for index, option in enumerate(question.options):
            if not option.right and not option.why:
                message = "a wrong option needs a short explanation, why"
                yield Remark(("quiz", number, "options", index), message)


def options_differ(case: Checked) -> Iterator[Remark]:
    """Report options of one question that read the same."""
    for number, question in enumerate(case.lesson.quiz):
        seen: set[str] = set()
        for index, option in enumerate(question.options):
            if option.text in seen:
                message = "another option of this question has the same text"
                yield Remark(("quiz", number, "options", index, "text"), message)
            seen.add(option.text)
