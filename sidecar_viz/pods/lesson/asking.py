"""Asks for an order where the simulation leaves no doubt about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sidecar_viz.core.lesson import Option, Proof, Question, References
from sidecar_viz.pods.lesson.beside import Page
from sidecar_viz.pods.lesson.cast import Cast
from sidecar_viz.pods.story.changes import ChangeKind
from sidecar_viz.pods.story.naming import seconds, shortened

MOST, LEAST = 4, 3  # options of a question
NAME = 40
ORDINALS = ("first", "second", "third", "fourth")


def questions_of(cast: Cast, pages: Sequence[Page]) -> Iterator[Question]:
    """Yield a question on the order of starts, and one on that of ends.

    Only containers are asked for that start, or end, in different steps.
    """
    starts = _first(pages, "starts")
    if len(starts) >= LEAST:
        yield _question("starts", "start", cast, starts)
    if pages and pages[-1].beat.ending:
        ends = _last(pages, "ends")
        if len(ends) >= LEAST:
            yield _question("ends", "end", cast, ends)


def _first(pages: Sequence[Page], kind: ChangeKind) -> dict[str, Page]:
    """Return the first page on which each container has a change, one for each page."""
    found: dict[str, Page] = {}
    seen = set[str]()
    for page in pages:
        names = {c.name for c in page.beat.moment.changes if c.kind == kind}
        new = names - seen
        seen |= names
        if len(new) == 1 and len(found) < MOST:
            found[new.pop()] = page
    return found


def _last(pages: Sequence[Page], kind: ChangeKind) -> dict[str, Page]:
    """Return the last page on which each container has a change, one for each page."""
    found = _first(pages[::-1], kind)
    return dict(reversed(found.items()))


def _question(key: str, verb: str, cast: Cast, pages: dict[str, Page]) -> Question:
    names = list(pages)
    options = [
        Option(
            text=shortened(name, NAME),
            at=cast.ids[name],
            order=place + 1,
            why=f"It {verb}s {ORDINALS[place]} of these, {_when(pages[name])}.",
        )
        for place, name in enumerate(names)
    ]
    options.sort(key=lambda option: option.text)
    if [option.order for option in options] == sorted(o.order or 0 for o in options):
        options.reverse()
    return Question(
        id=key,
        question=f"In which order do these containers {verb}?",
        hint="Who waits for whom? Look at the lines between them.",
        options=tuple(options),
        refers=References(steps=tuple(page.id for page in pages.values())),
        shows=Proof(step=pages[names[-1]].id),
    )


def _when(page: Page) -> str:
    return f"at {seconds(page.beat.moment.last)}"
