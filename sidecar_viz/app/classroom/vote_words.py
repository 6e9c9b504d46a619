"""The words of a class vote, for the class and for the teacher."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sidecar_viz.core.learning.vote import Vote, percents, share_right
from sidecar_viz.core.lesson import Question
from sidecar_viz.core.markup import plain

LETTERS = "ABCDEF"


def tr(text: str, /, **values: object) -> str:
    """Return a text of the vote in the user's language, with its *values* filled in."""
    return QCoreApplication.translate("vote", text).format(**values)


def stage_words(vote: Vote) -> str:
    """Return what the class is doing now."""
    words = {
        "count": tr("Vote: hands or cards up"),
        "bars": tr("How the class voted"),
        "recount": tr("Second vote: hands or cards up"),
        "both": tr("First and second vote"),
        "answer": tr("The answer"),
    }
    return words[vote.stage]


def suggestion(vote: Vote) -> str:
    """Return what to do next, in words that the class may read, too."""
    if vote.stage not in ("bars", "both"):
        return ""
    words = {
        "none": "",
        "explain": tr("Suggestion: look at it again together, then vote again."),
        "discuss": tr("Suggestion: talk with neighbours for two minutes, vote again."),
        "go_on": tr("Suggestion: on to the answer."),
    }
    if vote.stage == "both" and vote.advice == "explain":
        return tr("Suggestion: look at it again together, then at the answer.")
    if vote.stage == "both" and vote.advice == "discuss":
        return tr("Suggestion: say why, then on to the answer.")
    return words[vote.advice]


def reason(vote: Vote) -> str:
    """Return how many are right, for the teacher's eyes only."""
    right = share_right(vote.counts, vote.right)
    if right is None or vote.stage not in ("bars", "both"):
        return ""
    return tr("{n} % are right.", n=round(right * 100))


def result_words(vote: Vote) -> str:
    """Return how many were right, once the answer is known."""
    first, second = (share_right(c, vote.right) for c in (vote.first, vote.second))
    if first is None:
        return ""
    if second is None:
        return tr("{n} % were right", n=round(first * 100))
    return tr(
        "Right at first {first} %, then {second} %",
        first=round(first * 100),
        second=round(second * 100),
    )


def right_words(question: Question, place: int) -> str:
    """Return that an option is right; "" if it is not."""
    return tr("Right answer") if place in question.rights else ""


def bar_words(count: int, percent: int) -> str:
    """Return what is written beside a bar."""
    return tr("{count} · {percent} %", count=count, percent=percent)


def next_words(vote: Vote, *, last: bool) -> str:
    """Return what the Next button does now."""
    after = vote.onward().stage
    if vote.stage == "answer":
        return tr("Close") if last else tr("Next question")
    words = {
        "count": tr("Show the bars"),
        "bars": tr("Show the bars"),
        "recount": tr("Vote again"),
        "both": tr("Show the bars"),
        "answer": tr("Show the answer"),
    }
    return words[after]


def told(question: Question, vote: Vote) -> str:
    """Return what is told when the vote goes on: shares by letter, or the answer."""
    lines = [stage_words(vote)]
    if vote.counting:
        lines.append(plain(question.question))
    elif vote.stage == "answer":
        right = plain(question.options[vote.right].text)
        lines += [f"{LETTERS[vote.right]}: {right}", result_words(vote)]
    elif not vote.empty:
        latest = vote.second if any(vote.second) else vote.first
        lines += [f"{LETTERS[at]} {of} %" for at, of in enumerate(percents(latest))]
    return _sentences(lines)


def heard(question: Question, vote: Vote) -> str:
    """Return the whole picture in words, for who cannot see it."""
    lines = [stage_words(vote), plain(question.question)]
    shown = not vote.counting
    first, second = percents(vote.first), percents(vote.second)
    for place, option in enumerate(question.options):
        said = f"{LETTERS[place]}: {plain(option.text)}"
        if shown and any(vote.first):
            said += ", " + bar_words(vote.first[place], first[place])
        if shown and any(vote.second):
            said += ", " + tr("then") + " "
            said += bar_words(vote.second[place], second[place])
        right = right_words(question, place) if vote.stage == "answer" else ""
        if right:
            said += ", " + right.lower()
            if option.why:
                said += ": " + plain(option.why).rstrip(".")
        lines.append(said)
    return _sentences(lines)


def _sentences(lines: list[str]) -> str:
    """Return lines as sentences; one that has its own end keeps it."""
    said = filter(None, lines)
    return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in said)
