"""What stands in the caption, as rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from sidecar_viz.app.words.step_words import StepWords, told_next
from sidecar_viz.core.markup import escaped, isolated, plain, rich
from sidecar_viz.paint.brush.theme import MONO, Theme
from sidecar_viz.paint.kinds.kinds import hue_of

if TYPE_CHECKING:
    from sidecar_viz.core.lesson import Lesson


NEXT, BEGIN = "next", "begin"
"""Where the links to the next lesson, and to the first step, lead."""


def title_text(words: StepWords, theme: Theme) -> str:
    """Return the number and the title; struck out when the step cannot happen.

    A title that a what-if gives says what happens instead.
    """
    title = escaped(words.title)
    if words.blocked is not None and not words.retitled:
        title = f"<s>{title}</s>"
    if not words.number or words.story:
        return title
    number = _said("Step {n}").format(n=words.number)
    return f'<span style="color:{theme.accent}">{number}</span>&nbsp; {isolated(title)}'


def caption_text(words: StepWords, inks: dict[str, str], theme: Theme) -> str:
    """Return what happens; or why it cannot, then what happens instead.

    Under a title of its own, the reason needs no such words before it.
    """
    if words.blocked is None:
        return rich(words.caption, MONO, strong=theme.ink, inks=inks)
    why = isolated(rich(words.blocked, MONO))
    if not words.retitled:
        red = f"color:{theme.failed.text};font-weight:700"
        why = f'<span style="{red}">{_said("Cannot happen:")}</span> {why}'
    if not words.instead:
        return why
    instead = rich(words.instead, MONO, strong=theme.ink, inks=inks)
    return f"{why} {isolated(instead)}"


def reality_text(words: StepWords) -> str:
    """Return how it is in a real cluster, or ""."""
    if not words.in_reality:
        return ""
    return (
        f"<b>{_said('In a real cluster:')}</b> {isolated(rich(words.in_reality, MONO))}"
    )


def reality_remark(words: StepWords) -> str:
    """Return the same in the marks of lessons, for a caption without room for it."""
    return f"**{_said('In a real cluster:')}** {isolated(words.in_reality)}"


def moment_text(words: StepWords, theme: Theme) -> str:
    """Return the step's first key moment, or the next lesson, as a link, or "".

    At the start it is how the lesson begins.
    """
    style = f"color:{theme.muted};text-decoration:none"
    if words.following:
        said = escaped(told_next(words))
        return f'<a href="{NEXT}" style="{style}">{said}</a>'
    if not words.moments and not words.number:
        return f'<a href="{BEGIN}" style="{style}">{escaped(_said("begins"))}</a>'
    if not words.moments:
        return ""
    question = isolated(plain(words.moments[0].question))
    said = _said("Key moment: {question}").format(question=question)
    return f'<a href="moment" style="{style}">{escaped(said)}</a>'


def name_inks(lesson: Lesson, theme: Theme) -> dict[str, str]:
    """Return the colour of each actor's names; none where two would differ."""
    inks: dict[str, set[str]] = {}
    for actor in lesson.actors:
        for name in filter(None, (actor.label, actor.short, actor.name)):
            inks.setdefault(name.lower(), set()).add(theme.hue(hue_of(actor)).text)
    return {name: ink for name, (ink, *others) in inks.items() if not others}


def _said(text: str) -> str:
    return QCoreApplication.translate("Caption", text)
