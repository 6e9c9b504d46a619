"""What a class sees of the lesson while it votes: no answer before it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.app.classroom.vote_page import (
    NUMBER,
    OPTION,
    REASON,
    Arrangement,
    Shown,
    arranged,
)
from sidecar_viz.app.classroom.vote_picture import (
    Letter,
    Moment,
    PicturePainter,
    VotePicture,
    discs,
    moment_for,
    picture_for,
)
from sidecar_viz.app.look.look import Look, ui_scale
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.learning.quiz import right_option
from sidecar_viz.core.learning.vote import Stage, Vote, new_vote, votable
from sidecar_viz.core.lesson import Lesson, Proof, Question, References
from sidecar_viz.files.reading.lesson_file import load_lesson
from sidecar_viz.paint.brush.theme import DARK, LIGHT
from sidecar_viz.paint.layout.layout import READABLE, laid_out
from sidecar_viz.paint.sizes.measure import COUNT
from tests.app.classroom.voting import Room
from tests.app.conftest import ROOT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LESSONS = sorted((ROOT / "lessons").glob("*/lesson.yaml"))
SIZES = [(1280, 720), (1920, 1080), (3840, 2160)]
STAGES: tuple[Stage, ...] = ("count", "bars", "recount", "both", "answer")
NOW = Moment(2)


def vote_on(question: Question, stage: Stage) -> Vote:
    """Return a vote in which everybody has an opinion."""
    vote = new_vote(question.id, right_option(question), len(question.options))
    for option in range(len(question.options)):
        vote = vote.counted(option, option + 2)
    again = stage in {"recount", "both"}
    return replace(vote, stage=stage, second=vote.first if again else vote.second)


def page_of(
    lesson: Lesson, question: Question, stage: Stage, look: Look, size: QPoint
) -> Arrangement:
    """Lay a vote out on a display of this size."""
    picture = picture_for(lesson, question, NOW, answered=stage == "answer")
    shown = Shown(question, vote_on(question, stage), "Question 1 of 3", picture)
    room = (float(size.x()), float(size.y()))
    display = min(room[1], room[0] * 1080 / 1920)
    return arranged(shown, look, room, display, PicturePainter())


def question_of(lesson: Lesson, place: int, **fields: object) -> Question:
    """Return a question of a lesson with some *fields*."""
    return replace(lesson.quiz[place], **fields)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (Moment(0), Moment(0)),
        (Moment(2), Moment(2)),
        (Moment(3), Moment(2)),
        (Moment(6), Moment(2)),
        (Moment(1, "volume-not-mounted"), Moment(2)),
    ],
)
def test_before_the_answer_the_picture_gives_none(
    sidecar_lesson: Lesson, now: Moment, before: Moment
) -> None:
    """Step 3 proves it: what is shown now, if it comes before that, else step 2."""
    question = sidecar_lesson.quiz[0]
    assert moment_for(sidecar_lesson, question, now, answered=False) == before
    assert moment_for(sidecar_lesson, question, now, answered=True) == Moment(3)


def test_the_answer_is_shown_where_it_is_proved(sidecar_lesson: Lesson) -> None:
    """With the what-if that proves it; the words below say which it is."""
    question = sidecar_lesson.quiz[2]
    picture = picture_for(sidecar_lesson, question, NOW, answered=True)
    found = next(w for w in sidecar_lesson.what_ifs if w.id == "volume-not-mounted")

    assert picture.stage == Timeline(sidecar_lesson, found).rest(4)
    assert picture.words == (
        "What if the shared volume is not mounted? On the stage: step 4,"
        " Sidecar reads logs"
    )
    before = picture_for(sidecar_lesson, question, NOW, answered=False)
    assert before.stage == Timeline(sidecar_lesson).rest(2)
    assert before.words == ""


def test_without_a_proof_the_window_s_moment_is_seen(sidecar_lesson: Lesson) -> None:
    """Before and after; a proof that begins the lesson shows its start."""
    none = question_of(sidecar_lesson, 0, shows=None, refers=References())
    now = Moment(5, "volume-not-mounted")
    for answered in (False, True):
        assert moment_for(sidecar_lesson, none, now, answered=answered) == now
    first = question_of(sidecar_lesson, 0, shows=Proof(step="start"))
    assert moment_for(sidecar_lesson, first, NOW, answered=False) == Moment(0)


def test_no_opening_covers_the_picture(sidecar_lesson: Lesson) -> None:
    """Step 0 is seen as its actors stand there."""
    question = sidecar_lesson.quiz[0]
    picture = picture_for(sidecar_lesson, question, Moment(0), answered=False)

    assert Timeline(sidecar_lesson).rest(0).covered
    assert not picture.stage.covered


def test_letters_stand_where_options_have_a_place(sidecar_lesson: Lesson) -> None:
    """None is full before the answer; then the right one. A single one says nothing."""
    question = sidecar_lesson.quiz[2]
    places = [("pod", "A"), ("sidecar", "B"), ("main", "C"), ("network", "D")]

    before = picture_for(sidecar_lesson, question, NOW, answered=False)
    after = picture_for(sidecar_lesson, question, NOW, answered=True)

    assert [(one.place, one.letter) for one in before.letters] == places
    assert not any(one.full for one in before.letters)
    assert [one.letter for one in after.letters if one.full] == ["B"]
    assert picture_for(sidecar_lesson, sidecar_lesson.quiz[0], NOW, answered=True) == (
        replace(
            after,
            stage=Timeline(sidecar_lesson).rest(3),
            letters=(),
            words=("On the stage: step 3, Sidecar container starts"),
        )
    )
    options = tuple(replace(one, at=None) for one in question.options[1:])
    single = replace(question, options=(question.options[0], *options))
    assert not picture_for(sidecar_lesson, single, NOW, answered=False).letters


def test_letters_lie_on_the_picture_and_not_on_each_other(
    sidecar_lesson: Lesson,
) -> None:
    """Those of one place stand side by side; those of who is not there, nowhere."""
    stage = Timeline(sidecar_lesson).rest(4)
    letters = tuple(
        Letter(place, letter)
        for place, letter in (("main", "A"), ("main", "B"), ("pod", "C"), ("no", "D"))
    )
    layout = laid_out(sidecar_lesson, (1000.0, 800.0), 2.0)
    picture = VotePicture(sidecar_lesson, stage, letters)

    found = discs(picture, layout, 27.0)

    assert [letter.letter for letter, _ in found] == ["A", "B", "C"]
    boxes = [disc for _, disc in found]
    assert all(QRectF(0, 0, 1000, 800).contains(box) for box in boxes)
    assert not any(
        one.intersects(other) for one in boxes for other in boxes if one is not other
    )
    assert boxes[0].top() == boxes[1].top()


def test_the_letter_of_the_right_answer_is_full(sidecar_lesson: Lesson) -> None:
    """As on the stage: its disc has the accent's colour, others have the ground's."""
    question, painter = sidecar_lesson.quiz[2], PicturePainter()
    box, theme = QRectF(0, 0, 1100, 900), DARK
    picture = picture_for(sidecar_lesson, question, NOW, answered=True)
    image = QImage(1100, 900, QImage.Format.Format_RGB32)
    with QPainter(image) as brush:
        painter.draw(brush, picture, box, theme, 27.0, 0.0)

    layout = laid_out(sidecar_lesson, (1100.0, 900.0), 27.0 / COUNT / READABLE)
    colours = {
        letter.letter: image.pixelColor(
            round(disc.center().x()), round(disc.top() + disc.height() * 0.2)
        )
        for letter, disc in discs(picture, layout, 27.0)
    }
    full, empty = QColor(theme.accent), QColor(theme.surface)
    assert colours == {"A": empty, "B": full, "C": empty, "D": empty}


def test_a_picture_is_readable_if_its_least_words_are(sidecar_lesson: Lesson) -> None:
    """Not if they are a little smaller."""
    for width in range(700, 1300, 20):
        size = (float(width), 800.0)
        made = laid_out(sidecar_lesson, size, 27.0 / COUNT / READABLE)
        readable = PicturePainter().readable(sidecar_lesson, size, 27.0)
        assert readable == (made.em * COUNT >= 27.0)
    assert not PicturePainter().readable(sidecar_lesson, (1000.0, 800.0), 27.0)
    assert PicturePainter().readable(sidecar_lesson, (1200.0, 800.0), 27.0)


@pytest.mark.storm
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.parent.name)
def test_a_class_sees_the_picture_and_can_read_it(
    path: Path, size: tuple[int, int]
) -> None:
    """On a projector, at every stage of every vote; no word is under 2.5 per cent."""
    lesson, look = load_lesson(path), Look(LIGHT, ui_scale(*size))
    least = 0.025 * size[1]
    for question in votable(lesson):
        for stage in STAGES:
            made = page_of(lesson, question, stage, look, QPoint(*size))
            placed = made.picture
            assert placed is not None, (question.id, stage)
            box = (placed.box.width(), placed.box.height())
            assert PicturePainter().readable(lesson, box, least)
            assert made.page.height <= size[1]
            assert placed.box.left() >= made.width
            assert placed.box.right() <= size[0]
            words = placed.words.height if placed.words else 0.0
            assert placed.box.bottom() + words <= size[1]
            sizes = made.page.sizes
            assert min(map(sizes.text, (NUMBER, OPTION, REASON))) >= least
            told = [bool(row.reason) for row in made.page.rows]
            rights = [at in question.rights for at in range(len(question.options))]
            assert told == (rights if stage == "answer" else [False] * len(rights))


@pytest.mark.parametrize(
    ("size", "text"), [((1920, 1080), 2.0), ((800, 330), 1.0), ((1080, 1920), 1.0)]
)
def test_where_there_is_no_room_the_words_are_alone(
    sidecar_lesson: Lesson, size: tuple[int, int], text: float
) -> None:
    """With large text, in a small window, and upright; the reason stays if it can."""
    look = Look(LIGHT, ui_scale(*size), text)
    for question in sidecar_lesson.quiz:
        for stage in STAGES:
            made = page_of(sidecar_lesson, question, stage, look, QPoint(*size))
            assert made.picture is None
            assert made.width == size[0]
            if stage == "answer" and size[0] > 800:
                assert any(row.reason for row in made.page.rows)


def test_of_two_votes_the_second_is_shown_where_both_have_no_room(
    sidecar_lesson: Lesson,
) -> None:
    """The picture counts more then; how many were right at first stands above."""
    question = sidecar_lesson.quiz[2]
    vote = replace(vote_on(question, "both"), stage="answer")
    picture = picture_for(sidecar_lesson, question, NOW, answered=True)
    shown = Shown(question, vote, "Question 3 of 3", picture)

    low = arranged(shown, Look(), (1920.0, 900.0), 1080.0, PicturePainter())
    high = arranged(shown, Look(), (1920.0, 1080.0), 1080.0, PicturePainter())

    assert low.picture is not None
    assert [len(row.bars) for row in low.page.rows] == [1, 1, 1, 1]
    assert [row.bars[0].votes for row in low.page.rows] == list(vote.second)
    assert high.picture is not None
    assert [len(row.bars) for row in high.page.rows] == [2, 2, 2, 2]
    assert shown.head == "Question 3 of 3  ·  Right at first 21 %, then 21 %"


def test_every_right_option_has_its_reason(sidecar_lesson: Lesson) -> None:
    """Where one choice is enough, more than one may be right; before, none is told."""
    question = sidecar_lesson.quiz[0]
    options = tuple(replace(o, right=at != 1) for at, o in enumerate(question.options))
    several = replace(question, options=options)

    shown = Shown(several, vote_on(several, "answer"), "Question 1 of 1")
    reasons = [shown.reason(at) for at in range(4)]
    assert [why[:14] for why in reasons] == [
        *("Right answer. ", "", "Right answer. ", "Right answer. ")
    ]
    assert reasons[0].endswith("the Container State is Main and sidecar running.")
    before = Shown(several, vote_on(several, "bars"), "Question 1 of 1")
    assert not any(before.reason(at) for at in range(4))


def test_the_dialog_shows_what_the_window_shows(room: Room) -> None:
    """The reason is heard with the answer, not before; the picture follows."""
    view, why = room.dialog.view, "in step 3 the Container State is Main and sidecar"
    made = view.arrangement()
    assert made is not None
    assert made.picture is not None
    assert view._shown is not None
    before = view._shown.picture
    assert before is not None
    assert before.stage == replace(
        Timeline(room.window.lesson).rest(0), scene=None, shot=None
    )

    room.press("9")
    assert view._shown.picture is before
    room.dialog.onward()
    assert why not in view.accessibleName()
    while room.stage() != "answer":
        room.dialog.onward()

    assert why in view.accessibleName()
    after = view._shown.picture
    assert after is not None
    assert after.stage == Timeline(room.window.lesson).rest(3)
