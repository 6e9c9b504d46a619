"""Puts a lesson together as one web page that needs nothing else."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Generator, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from sidecar_viz.core.course.course import Course, course_of
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import escaped, plain
from sidecar_viz.export.page.embedding import embed_html
from sidecar_viz.export.page.film import Film, film_of
from sidecar_viz.export.page.flow import flow_html
from sidecar_viz.export.page.help import keys_html
from sidecar_viz.export.page.html import classes, inks_of, text
from sidecar_viz.export.page.panels import (
    extra_html,
    moments_html,
    samples_html,
    snapshot_html,
    table_html,
    tracker_html,
    transcript_html,
    what_ifs_html,
)
from sidecar_viz.export.page.quiz import Asked, asked_of, quiz_html
from sidecar_viz.export.page.styling import fonts_css, themes_css
from sidecar_viz.export.page.told import Moment, failing_boxes, moments_told
from sidecar_viz.export.page.words import SAID
from sidecar_viz.export.pictures.extra import Extra

SIZES = (1104, 664), (560, 598)
"""The stage's sizes: on a screen, and on a phone held upright."""
RECORDED = 0.98
"""The part (0..1) of the work that is recording."""
SCRIPTS = ("film.js", "player.js", "moving.js", "controls.js")
LEVEL = 9  # of packing


class Told(Struct, frozen=True, rename="camel"):
    """What is told of a course beside its pictures; *fails* are boxes of the flow."""

    id: str
    title: str
    moments: tuple[Moment, ...]
    table: str
    tracker: str
    transcript: str
    fails: tuple[str, ...]


class Content(Struct, frozen=True, rename="camel"):
    """All that the player reads: pictures, what is told, the quiz, its own words."""

    lesson: str
    begins: Beginning
    end: int
    films: tuple[Film, ...]
    told: tuple[Told, ...]
    quiz: tuple[Asked, ...]
    said: Mapping[str, str]


class Beginning(NamedTuple):
    """Where a page begins: a step or the ending, if wanted in a what-if, or dark."""

    step: int = 0
    ended: bool = False
    what_if: str = ""
    dark: bool = False


def lesson_page(
    lesson: Lesson, begins: Beginning, fonts: Path, extra: Extra | None = None
) -> Iterator[tuple[bytes, float]]:
    """Make the page; the same lesson makes the same bytes, on any day.

    Yields bytes, and how much of the work is done (0 to 1); the page comes last, whole.

    Args:
        begins: where the page begins.
        fonts: the folder of the bundled fonts; the page's own parts lie in `page`,
            beside it.
        extra: a picture that comes with the lesson.

    Raises:
        OSError: a font or a part of the page cannot be read.
    """
    parts = fonts.parent / "page"
    style = _part(parts, "page.css")
    script = "".join(_part(parts, name) for name in SCRIPTS)
    page = _part(parts, "page.html")
    styles = (fonts_css(fonts), themes_css() + style)
    films: list[Film] = []
    for size in SIZES:
        films.append((yield from _so_far(film_of(lesson, size), len(films))))
    courses = [course_of(lesson, what_if) for what_if in (None, *lesson.what_ifs)]
    content = Content(
        lesson.id,
        begins,
        len(lesson.steps),
        tuple(films),
        tuple(_told(course) for course in courses),
        asked_of(lesson),
        SAID,
    )
    values = {
        **_words(lesson),
        **_panels(courses[0], extra),
        "policy": policy(styles, script),
        "fonts": styles[0],
        "style": styles[1],
        "script": script,
        "content": packed(msgspec.json.encode(content)),
    }
    yield filled(page, values).encode(), 1.0


def _part(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def _so_far(
    recording: Generator[float, None, Film], before: int
) -> Generator[tuple[bytes, float], None, Film]:
    """Let a film be recorded; yield how much of all of them is done."""
    while True:
        try:
            done = next(recording)
        except StopIteration as end:
            film: Film = end.value
            return film
        yield b"", RECORDED * (before + done) / len(SIZES)


def _told(course: Course) -> Told:
    what_if = course.what_if
    return Told(
        what_if.id if what_if else "",
        plain(what_if.title) if what_if else "",
        moments_told(course, inks_of(course.lesson)),
        table_html(course),
        tracker_html(course),
        transcript_html(course),
        failing_boxes(course),
    )


def _words(lesson: Lesson) -> dict[str, str]:
    minutes = SAID["minutes"].format(n=lesson.minutes) if lesson.minutes else ""
    about = filter(None, (lesson.subject, lesson.category, minutes))
    made = filter(None, (", ".join(lesson.authors), lesson.licence))
    return {
        **{f"said-{key}": escaped(words) for key, words in SAID.items()},
        "language": lesson.language,
        "title": text(lesson.title),
        "about": " · ".join(map(text, about)),
        "made": " · ".join(map(text, made)),
        "lesson": lesson.id,
        "end": str(len(lesson.steps)),
        "keys": keys_html(),
        "embed": embed_html(lesson),
    }


def _panels(course: Course, extra: Extra | None) -> dict[str, str]:
    """Return the panels of the lesson with their tabs; without any, it has all room."""
    lesson = course.lesson
    inks, heads = inks_of(lesson), lesson.headings
    panels = (
        ("table", heads.table, table_html(course)),
        ("tracker", heads.tracker, tracker_html(course)),
        ("flow", heads.flow, flow_html(lesson.flow)),
        ("sample", heads.sample, samples_html(lesson)),
        ("moments", heads.key_moments, moments_html(lesson, inks)),
        ("what-ifs", SAID["what-ifs"], what_ifs_html(lesson)),
        ("quiz", heads.quiz, quiz_html(lesson)),
        ("snapshot", heads.snapshot, snapshot_html(lesson, inks)),
        ("transcript", heads.transcript, transcript_html(course)),
        ("extra", extra.title if extra else "", extra_html(extra) if extra else ""),
    )
    known = [panel for panel in panels if panel[2]]
    names = {name: SAID.get(f"tab-{name}", text(title)) for name, title, _ in known}
    tabs = "".join(
        f'<button type="button" role="tab" id="tab-{name}" aria-controls="{name}"'
        f' aria-selected="false" tabindex="-1">{words}</button>'
        for name, words in names.items()
    )
    bodies = "".join(
        f'<section role="tabpanel" id="{name}" aria-labelledby="tab-{name}"'
        f' tabindex="0" hidden><h2 class="unseen">{text(title)}</h2>'
        f'<div class="body">{html}</div></section>'
        for name, title, html in known
    )
    if not known:
        return {"room": classes("alone"), "panels": ""}
    label = f'aria-label="{escaped(SAID["panels"])}"'
    listed = f'<div role="tablist" {label}>{tabs}</div>'
    beside = f'<section id="beside" {label}>\n{listed}\n{bodies}\n</section>'
    return {"room": "", "panels": beside}


def filled(page: str, values: Mapping[str, str]) -> str:
    """Put the values into a page, each in the place of its name in double braces.

    Raises:
        KeyError: the page has a name without a value.
    """
    first, *others = page.split("{{")
    parts = [first]
    for other in others:
        name, _, rest = other.partition("}}")
        parts += [values[name], rest]
    return "".join(parts)


def policy(styles: tuple[str, ...], script: str) -> str:
    """Return what a browser may load for the page: nothing but what is in it."""
    allowed = " ".join(map(_hash, styles))
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none';"
        " font-src data:; img-src data:;"
        f" style-src {allowed}; script-src {_hash(script)}"
    )


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def packed(content: bytes) -> str:
    """Pack bytes as letters that HTML can hold."""
    return b64encode(zlib.compress(content, LEVEL)).decode()
