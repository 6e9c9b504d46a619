"""What a lesson can be exported as: a row for each ending. Loads Qt when it draws.

Here bytes are made; whoever asks for them writes them, whole or not at all.
"""

from __future__ import annotations

# Whoever only asks for the endings needs no Qt.
# ruff: noqa: PLC0415
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec

from sidecar_viz.core.sheets import Sheet
from sidecar_viz.export.film.kinds import KINDS
from sidecar_viz.export.refused import (
    FILM,
    LOOP,
    refused_film,
    refused_loop,
    without_pyav,
)
from sidecar_viz.export.wanted import (
    Exported,
    Format,
    Option,
    Piece,
    Scope,
    Wanted,
    what_films_have,
)


def exported_as(kind: Format, wanted: Wanted) -> Exported:
    """Make a file's content, as it is asked for; say which letters have no font."""
    from PySide6.QtGui import QGuiApplication

    from sidecar_viz.export.letters import letters_without_font, said_of
    from sidecar_viz.paint.brush.fonts import load_fonts

    application = QGuiApplication.instance() or QGuiApplication(["sidecar-viz"])
    load_fonts(wanted.fonts)
    missing = letters_without_font(wanted.lesson)
    pieces = _with(application, kind.make(wanted))
    return Exported(pieces, said_of(missing) if missing else "")


def _with(application: object, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Let Qt live until the last piece."""
    yield from pieces
    del application


def _still(wanted: Wanted) -> Iterator[Piece]:
    from sidecar_viz.export.pictures.stills import still_png

    yield Piece(
        still_png(
            wanted.lesson,
            position=wanted.position,
            size=wanted.size,
            theme=wanted.theme,
            what_if=wanted.what_if,
            fonts=wanted.fonts,
        )
    )


def _vectors(wanted: Wanted) -> Iterator[Piece]:
    from sidecar_viz.export.pictures.vectors import still_svg

    yield Piece(
        still_svg(
            wanted.lesson,
            position=wanted.position,
            size=wanted.size,
            theme=wanted.theme,
            what_if=wanted.what_if,
            fonts=wanted.fonts,
        )
    )


def _paper(wanted: Wanted) -> Iterator[Piece]:
    for data, done in PAPERS[wanted.sheet](wanted):
        yield Piece(data, done)


def _handout(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.handout import printed_handout

    parts = printed_handout(
        wanted.lesson,
        teacher=wanted.notes,
        fonts=wanted.fonts,
        what_if=wanted.what_if,
        extra=wanted.extra,
    )
    count = len(wanted.lesson.steps) + 1  # the head comes first, then step 0
    for number, part in enumerate(parts):
        yield part, min(1.0, number / count)


def _pupils(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.sheets import worksheet_pdf

    yield from worksheet_pdf(wanted.lesson, wanted.what_if, teacher=False)


def _teacher(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.sheets import worksheet_pdf

    yield from worksheet_pdf(wanted.lesson, wanted.what_if, teacher=True)


def _cards(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.answer_cards import cards_pdf

    most = max((len(asked.options) for asked in wanted.lesson.quiz), default=0)
    yield cards_pdf(max(4, most), large=False, title=wanted.lesson.title), 1.0


def _review(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.review_cards import review_cards_pdf

    yield from review_cards_pdf(wanted.lesson)


def _manifest(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.listing import listings_pdf

    yield from listings_pdf(wanted.lesson)


def _pictures(wanted: Wanted) -> Iterator[tuple[bytes, float]]:
    from sidecar_viz.export.paper.picture_pages import all_picture_pages, picture_pages

    lesson, look = wanted.lesson, (wanted.size, wanted.theme, wanted.what_if)
    if wanted.only is None and wanted.position is not None:
        yield from all_picture_pages(lesson, *look)
    else:
        yield from picture_pages(lesson, wanted.position, *look)


PAPERS: dict[Sheet, Callable[[Wanted], Iterator[tuple[bytes, float]]]] = {
    "handout": _handout,
    "pupils": _pupils,
    "teacher": _teacher,
    "cards": _cards,
    "review": _review,
    "manifest": _manifest,
    "pictures": _pictures,
}
"""What a PDF can be: a row for each sheet."""


def _markdown(wanted: Wanted) -> Iterator[Piece]:
    from sidecar_viz.export.text.beside import text_and_pictures
    from sidecar_viz.paint.brush.theme import THEMES

    made = text_and_pictures(
        wanted.lesson,
        wanted.what_if,
        THEMES[wanted.theme],
        notes=wanted.notes,
        folder=wanted.name,
        extra=wanted.extra,
    )
    for file, done in made:
        yield Piece(file.data, done, file.name and f"{wanted.name}/{file.name}")


def _slides(wanted: Wanted) -> Iterator[Piece]:
    from sidecar_viz.export.slides.drawn import slides
    from sidecar_viz.paint.brush.theme import THEMES

    theme = THEMES[wanted.theme]
    lesson, what_if, notes = wanted.lesson, wanted.what_if, wanted.notes
    for data, done in slides(lesson, what_if, theme, notes=notes, extra=wanted.extra):
        yield Piece(data, done)


def _no_slides() -> str:
    """Say how to get what makes slides, where it is not installed."""
    if find_spec("pptx") is not None:
        return ""
    return (
        "slides need python-pptx; install the program with it:"
        " pip install 'sidecar-viz[slides]'"
    )


def _film(wanted: Wanted, ending: str) -> Iterator[Piece]:
    from sidecar_viz.export.film.movie import film

    pieces = film(
        wanted.lesson,
        ending,
        size=wanted.size,
        rate=wanted.rate or KINDS[ending].rate,
        theme=wanted.theme,
        what_if=wanted.what_if,
        only=wanted.only,
        beside=f"{wanted.name}.vtt" if wanted.captions == "beside" else "",
    )
    for data, done, beside in pieces:
        yield Piece(data, done, beside)


def _moving(
    ending: str,
    text: str,
    size: tuple[int, int],
    refuses: Callable[[Wanted], str],
) -> Format:
    made = partial(_film, ending=ending)
    return Format(text, Scope.EITHER, made, without_pyav, size, refuses, takes=PICTURE)


def _page(wanted: Wanted) -> Iterator[Piece]:
    from sidecar_viz.export.page.page import Beginning, lesson_page

    begins = Beginning(
        len(wanted.lesson.steps) if wanted.position is None else wanted.only or 0,
        ended=wanted.position is None,
        what_if=wanted.what_if.id if wanted.what_if else "",
        dark=wanted.theme == "dark",
    )
    for data, done in lesson_page(wanted.lesson, begins, wanted.fonts, wanted.extra):
        yield Piece(data, done)


def _page_refused(wanted: Wanted) -> str:
    if wanted.theme not in ("light", "dark"):
        return "a web page begins light or dark, and its reader chooses; leave it away"
    return what_films_have(wanted)


def format_of(suffix: str, sheet: Sheet) -> Format:
    """Return what an ending stands for; a PDF is one of the sheets.

    Raises:
        KeyError: nothing is exported with that ending.
    """
    if suffix == ".pdf" and sheet == "pictures":
        return PAGES
    return FORMATS[suffix]


PICTURE: frozenset[Option] = frozenset({"--size", "--theme"})
TOLD: frozenset[Option] = frozenset({"--theme", "--notes"})
FORMATS: dict[str, Format] = {
    ".png": Format("one step", Scope.STEP, _still, takes=PICTURE),
    ".svg": Format("one step as vectors", Scope.STEP, _vectors, takes=PICTURE),
    ".mp4": _moving(".mp4", "a film", FILM, refused_film),
    ".webm": _moving(".webm", "a film", FILM, refused_film),
    ".gif": _moving(".gif", "a looping picture", LOOP, refused_loop),
    ".webp": _moving(".webp", "a looping picture", LOOP, refused_loop),
    ".pdf": Format(
        "a handout", Scope.LESSON, _paper, takes=frozenset({"--notes"}), extra=True
    ),
    ".pptx": Format(
        "a file of slides", Scope.LESSON, _slides, _no_slides, takes=TOLD, extra=True
    ),
    ".md": Format(
        "a text with pictures", Scope.LESSON, _markdown, takes=TOLD, extra=True
    ),
    ".html": Format(
        "a web page",
        Scope.FROM,
        _page,
        refuses=_page_refused,
        takes=frozenset({"--theme"}),
        extra=True,
    ),
}
PAGES = Format("a page for each picture", Scope.EITHER, _paper, takes=PICTURE)
