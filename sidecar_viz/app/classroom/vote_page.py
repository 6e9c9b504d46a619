"""How a vote is laid out for the class: what is written, and where the picture is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF

from sidecar_viz.app.classroom.vote_bars import VoteBar
from sidecar_viz.app.classroom.vote_picture import PicturePainter, VotePicture
from sidecar_viz.app.classroom.vote_words import (
    result_words,
    right_words,
    stage_words,
    tr,
)
from sidecar_viz.app.look.fitting import largest_that_fits
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.wrapped_text import WrappedText, laid
from sidecar_viz.core.learning.vote import Vote, percents
from sidecar_viz.core.lesson import Question
from sidecar_viz.core.markup import plain
from sidecar_viz.paint.brush.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD, font

# Sizes at 1080p. Nothing the class reads is smaller than 28 as long as it fits.
HEAD, QUESTION, OPTION, NUMBER, REASON = 30, 46, 36, 32, 30
MARGIN, GAP, PAD, BADGE, BAR = 48, 16, 16, 58, 38
SHRINKS = (1.3, 1.15, 1.0, 0.94, 0.88, 0.82, 0.78, 0.7, 0.62, 0.54, 0.46, 0.38, 0.3)
LEAST = 28 / 1080
"""The size of letters that can be read from the last row, of the display's height."""
SMALLEST = 0.78
"""What is written is shrunk so far, not below LEAST, to have picture and reason."""
SHARES = (0.66, 0.63, 0.6, 0.57, 0.54, 0.51, 0.48, 0.45, 0.42, 0.38)
"""The shares of the width that a picture may have, the largest first."""


class Shown(Struct, frozen=True):
    """What is to be laid out; *place* says which question it is of how many."""

    question: Question
    vote: Vote
    place: str
    picture: VotePicture | None = None

    @property
    def answered(self) -> bool:
        """Whether the class sees the answer."""
        return self.vote.stage == "answer"

    def right(self, option: int) -> str:
        """Return that an option is right, once the class sees it; or ""."""
        return right_words(self.question, option) if self.answered else ""

    def reason(self, option: int) -> str:
        """Return that an option is right, and why, once the class sees it; or ""."""
        right, why = self.right(option), plain(self.question.options[option].why)
        return f"{right}. {why}" if right and why else ""

    @property
    def head(self) -> str:
        """What is written above the question."""
        doing = stage_words(self.vote)
        if self.answered:
            doing = result_words(self.vote) or doing
        return f"{self.place}  ·  {doing}"

    def bars(self, option: int, *, latest: bool) -> tuple[VoteBar, ...]:
        """Return the bars below an option: both votes', or that of the *latest*."""
        vote = self.vote
        if vote.counting or vote.empty:
            return ()
        first = VoteBar(vote.first[option], percents(vote.first)[option], solid=False)
        if vote.stage == "bars" or not any(vote.second):
            return (first._replace(solid=True),)
        second = VoteBar(
            vote.second[option], percents(vote.second)[option], name=tr("2nd")
        )
        if latest:
            return (second._replace(name=""),)
        return (first._replace(name=tr("1st")), second)


class Row(NamedTuple):
    """An option laid out: its text, why it is right, its bars, and how high it is."""

    text: WrappedText
    reason: WrappedText | None
    bars: tuple[VoteBar, ...]
    height: float


class Wish(NamedTuple):
    """What is wanted beside question and options; of two votes maybe the *latest*."""

    reasons: bool = False
    picture: VotePicture | None = None
    latest: bool = False


class Page(NamedTuple):
    """Everything that is written, laid out at one size."""

    sizes: Sizes
    head: WrappedText
    question: WrappedText
    rows: tuple[Row, ...]
    height: float


class Placed(NamedTuple):
    """A picture's place, its words, and how low letters in it may be (pixels)."""

    box: QRectF
    words: WrappedText | None
    least: float


class Arrangement(NamedTuple):
    """A page of so many pixels width, and a picture beside it, if there is room."""

    page: Page
    width: float
    picture: Placed | None


class Sizes(Struct, frozen=True):
    """How large everything is at a *scale*; letters are never lower than *least*."""

    look: Look
    scale: float
    least: float = 0.0

    def text(self, size: float) -> float:
        """Return the size of letters in pixels."""
        look = self.look
        return max(8.0, self.least, size * look.ui * look.text * self.scale)

    @property
    def badge(self) -> float:
        """The side of a letter's square."""
        return max(self.look.px(BADGE) * self.scale, self.text(OPTION) * 1.4)

    @property
    def tick(self) -> float:
        """The width of a tick and the gap after it."""
        return self.text(NUMBER) * 1.3

    @property
    def bar(self) -> float:
        """The height of a bar."""
        return max(self.look.px(BAR) * self.scale, self.text(NUMBER) * 1.2)


def arranged(
    shown: Shown,
    look: Look,
    room: tuple[float, float],
    display: float,
    painter: PicturePainter,
) -> Arrangement:
    """Lay everything out as large as it fits.

    With the picture and the reason where both can be read from the last row, then with
    the reason, then with neither, shrunk as far as it must be.

    Args:
        room: width and height in pixels.
        display: the height of the whole display, in pixels.
        painter: knows how large the letters in a picture would be.
    """
    least = LEAST * display * look.text
    scales = [scale for scale in SHRINKS if scale >= SMALLEST]
    for wish in _wishes(shown, upright=room[1] > room[0]):
        for share in SHARES if wish.picture else (0.0,):
            width, placed = float(round(room[0] * (1.0 - share))), None
            if wish.picture is not None:
                placed = _placed(wish.picture, look, room, share, least)
                size = (placed.box.width(), placed.box.height())
                lesson = wish.picture.lesson
                if min(size) < 1 or not painter.readable(lesson, size, least):
                    break  # smaller ones are not, either
            sizes = [Sizes(look, scale, least) for scale in scales]
            pages = (_page(shown, one, width, wish) for one in sizes)
            page, high = largest_that_fits(pages, lambda page: page.height, room[1])
            if high <= room[1]:
                return Arrangement(page, width, placed)
    if shown.answered:
        sizes = [Sizes(look, scale, LEAST * display) for scale in SHRINKS]
        pages = (_page(shown, one, room[0], Wish(reasons=True)) for one in sizes)
        page, high = largest_that_fits(pages, lambda page: page.height, room[1])
        if high <= room[1]:
            return Arrangement(page, room[0], None)
    pages = (_page(shown, Sizes(look, scale), room[0], Wish()) for scale in SHRINKS)
    smaller, _ = largest_that_fits(pages, lambda page: page.height, room[1])
    return Arrangement(smaller, room[0], None)


def _wishes(shown: Shown, *, upright: bool) -> Iterator[Wish]:
    """Give what is wanted, the best first; on an *upright* display no picture."""
    answered, picture = shown.answered, shown.picture
    if picture is not None and not upright:
        yield Wish(answered, picture)
        if answered and any(shown.vote.second):
            yield Wish(answered, picture, latest=True)
    if answered:
        yield Wish(answered)


def _placed(
    picture: VotePicture,
    look: Look,
    room: tuple[float, float],
    share: float,
    least: float,
) -> Placed:
    """Find the place of a picture at the right, with its words below it."""
    margin = look.px(MARGIN)
    wide = room[0] * share - margin
    top, high = float(margin), room[1] - 2 * margin
    words = None
    if picture.words:
        size = max(least, HEAD * look.ui * look.text * SMALLEST)
        words = laid(picture.words, font(size, SEMIBOLD), wide)
        high -= words.height + look.px(GAP)
    box = QRectF(round(room[0] * (1.0 - share)), top, round(wide), round(high))
    return Placed(box, words, least)


def _page(shown: Shown, sizes: Sizes, width: float, wish: Wish) -> Page:
    px, scale = sizes.look.px, sizes.scale
    inner = width - 2 * px(MARGIN)
    head = laid(shown.head, font(sizes.text(HEAD), SEMIBOLD), inner)
    asked = plain(shown.question.question)
    question = laid(asked, font(sizes.text(QUESTION), BOLD), inner)
    room = inner - sizes.badge - 3 * px(PAD)
    rows = tuple(
        _row(shown, sizes, at, room, wish) for at in range(len(shown.question.options))
    )
    height = head.height + question.height + 2 * px(MARGIN) * min(1.0, scale)
    height += sum(row.height + px(GAP) for row in rows) + px(GAP)
    return Page(sizes, head, question, rows, height)


def _row(shown: Shown, sizes: Sizes, at: int, room: float, wish: Wish) -> Row:
    px = sizes.look.px
    text = plain(shown.question.options[at].text)
    reason = shown.reason(at) if wish.reasons else ""
    marked = sizes.text(OPTION) * 8 if shown.right(at) and not reason else 0.0
    written = laid(text, font(sizes.text(OPTION), MEDIUM), room - marked)
    height = max(written.height, sizes.badge) + 2 * px(PAD)
    beside = room - sizes.tick
    told = laid(reason, font(sizes.text(REASON), REGULAR), beside) if reason else None
    height += told.height + px(PAD) / 2 if told else 0.0
    bars = shown.bars(at, latest=wish.latest)
    height += len(bars) * (sizes.bar + px(PAD) / 2)
    return Row(written, told, bars, height)
