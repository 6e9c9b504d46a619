"""What a lesson can be saved as, in words, and what can be chosen for each."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

PICTURES = ((1280, 720), (1920, 1080), (3840, 2160))
FILMS = ((1920, 1080), (3840, 2160))


class Kind(Struct, frozen=True):
    """A row of the list: a file's ending, a title, and a sentence about it.

    *sizes* are pixels to choose from, the usual one first; *themed*: its colours can be
    chosen; *sheets*: it is one of several sheets of paper; *captions*: they are burnt
    in, or lie beside it.
    """

    suffix: str
    title: str
    about: str
    sizes: tuple[tuple[int, int], ...] = ()
    themed: bool = False
    sheets: bool = False
    captions: bool = False


def _tr(text: str) -> str:
    """Mark a text for translation."""
    return text


KINDS: tuple[Kind, ...] = (
    Kind(
        ".html",
        _tr("Web page"),
        _tr("Plays in a browser, without a network: steps, quiz, what-ifs, tables."),
    ),
    Kind(
        ".mp4",
        _tr("Film"),
        _tr("Plays everywhere, with a chapter for each step and time to read it."),
        sizes=FILMS,
        themed=True,
        captions=True,
    ),
    Kind(
        ".webm",
        _tr("Film for the web"),
        _tr("The same in a free format, smaller and slower to make."),
        sizes=FILMS,
        themed=True,
        captions=True,
    ),
    Kind(
        ".gif",
        _tr("Looping picture"),
        _tr("Moves in a chat or a README, over and over."),
        themed=True,
    ),
    Kind(
        ".webp",
        _tr("Looping picture, small"),
        _tr("The same with better colours, for browsers and most chats."),
        themed=True,
    ),
    Kind(
        ".png",
        _tr("Picture"),
        _tr("The stage as it is now, for slides and documents."),
        sizes=(PICTURES[1], PICTURES[0], PICTURES[2]),
        themed=True,
    ),
    Kind(
        ".svg",
        _tr("Drawing"),
        _tr("The stage as shapes and text: sharp at every size, can be edited."),
        themed=True,
    ),
    Kind(
        ".pdf",
        _tr("Paper"),
        _tr("To print: for pupils, for the teacher, cards, the manifest; or pictures."),
        sheets=True,
    ),
    Kind(
        ".pptx",
        _tr("Slides"),
        _tr("A slide for each step, with notes, for PowerPoint or LibreOffice."),
        themed=True,
    ),
    Kind(
        ".md",
        _tr("Text with pictures"),
        _tr("Markdown for a course's repository, with a folder of pictures beside it."),
        themed=True,
    ),
)
BY_SUFFIX = {kind.suffix: kind for kind in KINDS}


def said(text: str) -> str:
    """Return a text of a Kind in the user's language."""
    return QCoreApplication.translate("SaveKinds", text)
