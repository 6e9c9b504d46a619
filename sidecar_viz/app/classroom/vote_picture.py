"""The picture that a class votes on: a moment of the lesson, with letters on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from sidecar_viz.app.classroom.vote_words import LETTERS
from sidecar_viz.app.hands.badge import BESIDE, draw_disc
from sidecar_viz.app.hands.spots import spot_in
from sidecar_viz.app.quiz.words import proof_of, proof_words
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Lesson, Question
from sidecar_viz.core.stage import Stage
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.fonts import BOLD, font
from sidecar_viz.paint.brush.theme import Theme
from sidecar_viz.paint.draw.painter import paint_stage
from sidecar_viz.paint.layout.layout import READABLE, laid_out
from sidecar_viz.paint.sizes.measure import COUNT
from sidecar_viz.paint.sizes.places import Layout, Size

FEWEST = 2  # options with a place on the stage, so that letters say anything
DISC, LETTER = 2.4, 0.45
"""A letter's disc beside the least letters, and the letter beside its disc."""


class Moment(NamedTuple):
    """A step of the lesson, or with the id of a what-if, of that."""

    step: int
    what_if: str = ""


class Letter(Struct, frozen=True):
    """A letter at an actor or a link; that of the right answer is *full*."""

    place: str
    letter: str
    full: bool = False


class VotePicture(Struct, frozen=True):
    """A stage with letters on it, and words for what it shows, or ""."""

    lesson: Lesson
    stage: Stage
    letters: tuple[Letter, ...] = ()
    words: str = ""


def moment_for(
    lesson: Lesson, question: Question, now: Moment, *, answered: bool
) -> Moment:
    """Return what is seen of a question: before it is *answered*, no answer.

    That is what is shown *now*, or else the step before the one that proves it;
    afterwards the proof.
    """
    proof = proof_of(lesson, question)
    if proof is None:
        return now
    if answered:
        return Moment(*proof)
    step, _ = proof
    before = not now.what_if and now.step < step
    return now if before else Moment(max(0, step - 1))


def picture_for(
    lesson: Lesson, question: Question, now: Moment, *, answered: bool
) -> VotePicture:
    """Return the picture of a question, with the letters of its options."""
    step, what_if = moment_for(lesson, question, now, answered=answered)
    found = next((one for one in lesson.what_ifs if one.id == what_if), None)
    stage = Timeline(lesson, found).rest(step)
    letters = tuple(
        Letter(option.at, LETTERS[at], full=answered and at in question.rights)
        for at, option in enumerate(question.options)
        if option.at
    )
    proof = proof_of(lesson, question) if answered else None
    return VotePicture(
        lesson,
        replace(stage, scene=None, shot=None),
        letters if len(letters) >= FEWEST else (),
        proof_words(lesson, proof) if proof else "",
    )


class VotePictures:
    """Gives the pictures of a lesson's questions; the last one is kept."""

    def __init__(self, lesson: Lesson, now: Callable[[], Moment]) -> None:
        """Take them from a lesson; *now* gives what the window shows."""
        self._lesson, self._now = lesson, now
        self._last: tuple[object, VotePicture] | None = None

    def of(self, question: Question, *, answered: bool) -> VotePicture:
        """Return the picture of a question: the same one while nothing has changed."""
        now = self._now()
        key = (question.id, now, answered)
        if self._last is None or self._last[0] != key:
            made = picture_for(self._lesson, question, now, answered=answered)
            self._last = (key, made)
        return self._last[1]


class PicturePainter:
    """Draws pictures of one size again and again; the last one is kept."""

    def __init__(self) -> None:
        self._layout: tuple[object, Layout] | None = None
        self._made: tuple[object, VotePicture, QPixmap] | None = None

    def readable(self, lesson: Lesson, size: Size, least: float) -> bool:
        """Tell whether no word in a picture of this size is lower than *least*."""
        return self._laid(lesson, size, least).em * COUNT >= least

    def draw(
        self,
        painter: QPainter,
        picture: VotePicture,
        box: QRectF,
        theme: Theme,
        least: float,
        radius: float,
    ) -> None:
        """Draw the picture into *box*, its words and letters at least so high."""
        ratio = painter.device().devicePixelRatioF()
        size = (box.width(), box.height())
        key = (size, theme, least, ratio)
        made = self._made
        if made is None or made[0] != key or made[1] is not picture:
            pixmap = self._painted(picture, size, theme, least, ratio)
            made = self._made = (key, picture, pixmap)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(box.topLeft(), made[2])
        painter.restore()

    def _laid(self, lesson: Lesson, size: Size, least: float) -> Layout:
        key = (lesson.id, size, least)
        if self._layout is None or self._layout[0] != key:
            scale = max(1.0, least / COUNT / READABLE)
            self._layout = (key, laid_out(lesson, size, scale))
        return self._layout[1]

    def _painted(
        self,
        picture: VotePicture,
        size: Size,
        theme: Theme,
        least: float,
        ratio: float,
    ) -> QPixmap:
        made = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
        made.setDevicePixelRatio(ratio)
        layout = self._laid(picture.lesson, size, least)
        with QPainter(made) as painter:
            effects = Effects(ratio=ratio)
            paint_stage(painter, picture.stage, layout, theme, effects=effects)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for letter, disc in discs(picture, layout, least):
                area = draw_disc(painter, disc, theme, full=letter.full)
                painter.setFont(font(disc.height() * LETTER, BOLD))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter.letter)
        return made


def discs(
    picture: VotePicture, layout: Layout, least: float
) -> list[tuple[Letter, QRectF]]:
    """Return the letters whose places are seen, each with its disc, in the picture."""
    found: list[tuple[Letter, QRectF]] = []
    at, wide = layout.at(picture.stage), least * DISC
    for letter in picture.letters:
        spot = spot_in(at, picture.stage, letter.place)
        if spot is None:
            continue
        before = sum(other.place == letter.place for other, _ in found)
        middle = spot + QPointF(before * BESIDE * wide, 0.0)
        disc = QRectF(0.0, 0.0, wide, wide)
        disc.moveCenter(middle)
        disc.moveLeft(max(0.0, min(disc.left(), layout.size[0] - wide)))
        disc.moveTop(max(0.0, min(disc.top(), layout.size[1] - wide)))
        found.append((letter, disc))
    return found
