"""The lab's pictures are as they were looked at, and cause comes before effect."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from sidecar_viz.paint.brush.brush import Brush
from sidecar_viz.paint.brush.effects import Effects
from sidecar_viz.paint.brush.theme import THEMES
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.playhead_paint import paint_playhead
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.paint.lab.line.time_line import paint_time_line
from sidecar_viz.paint.lab.pod.card_paint import paint_card
from sidecar_viz.paint.lab.pod.plan import plan_of
from sidecar_viz.paint.lab.pod.stage import Moment, paint_lab
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.showing.cards import cards_at
from sidecar_viz.pods.showing.run import Run, played
from tests.paint.draw.test_golden import compare
from tests.pods.showing.runs import orders, shop
from tests.pods.stories import SHOP, SHOP_LIVES

STAGE, LINE, EM = (1100, 480), (1400, 320), 14.0


def stage(run: Run, moment: Moment, theme: str) -> QImage:
    """Paint the stage of a run."""
    image = QImage(*STAGE, QImage.Format.Format_RGB32)
    size = (float(STAGE[0]), float(STAGE[1]))
    brush = Brush(THEMES[theme], EM, Effects(vectors=True))
    with QPainter(image) as painter:
        paint_lab(painter, brush, run, plan_of(run.pod, size, EM), moment, size=size)
    return image


def line(
    run: Run, t: float, theme: str, *, hidden: bool = False, em: float = EM
) -> QImage:
    """Paint the time line of a run."""
    image = QImage(*LINE, QImage.Format.Format_RGB32)
    image.fill(THEMES[theme].surface)
    rows = rows_of(run, (float(LINE[0]), float(LINE[1])), em)
    laid = TimeLine(run, Axis(run.way.folded, rows.left, rows.right, em), rows)
    brush = Brush(THEMES[theme], em, Effects(vectors=True))
    with QPainter(image) as painter:
        paint_time_line(painter, brush, laid)
        paint_playhead(painter, brush, laid, t, run.arrows[-1], hidden=hidden)
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_shop_while_it_is_stopped(
    theme: str, request: pytest.FixtureRequest
) -> None:
    """Gates, order of stopping, grace and the closed tap, at 64 s."""
    compare(f"lab/stage-{theme}", stage(shop(), Moment(64, 64), theme), request)
    compare(f"lab/line-{theme}", line(shop(), 64, theme), request)


def test_a_crash_loop(request: pytest.FixtureRequest) -> None:
    """Stairs, dial and capsules, at 61 s."""
    compare("lab/stage-loop", stage(orders(), Moment(61, 61), "light"), request)
    compare("lab/line-loop", line(orders(), 61, "light"), request)


def test_a_change_shows_its_cause_before_its_effect() -> None:
    """Web ends first; then something goes to the logger; last the logger stops."""
    run = shop()
    before = stage(run, Moment(60.999, 60.999), "light")
    begun = stage(run, Moment(61, 61, 0.0), "light")
    caused = stage(run, Moment(61, 61, 0.25), "light")
    half = stage(run, Moment(61, 61, 0.5), "light")
    done = stage(run, Moment(61, 61, 1.0), "light")
    plan = plan_of(run.pod, (1100.0, 480.0), EM)
    web, logger = (plan.cards[n].toRect() for n in ("web", "logger"))
    assert begun.copy(web) != caused.copy(web)
    assert caused.copy(logger) == begun.copy(logger)
    assert half != caused
    assert done.copy(logger) != caused.copy(logger)
    assert done.copy(web) == caused.copy(web)
    assert before.copy(logger) == caused.copy(logger)


def test_what_is_not_played_covers_no_fact() -> None:
    """The chip stands below the facts of a card, beside or above the guess."""
    plain = card_picture()
    chipped = card_picture("command", "ports")
    foot = QRect(0, 98, 300, 62)
    body = QRect(0, 0, 300, 98)
    assert plain.copy(body) == chipped.copy(body)
    assert plain.copy(foot) != chipped.copy(foot)


def card_picture(*left_out: str) -> QImage:
    """Paint an ended container's card in its least height with all its parts."""
    card = structs.replace(cards_at(shop(), 64)["web"], left_out=left_out)
    image = QImage(320, 160, QImage.Format.Format_RGB32)
    brush = Brush(THEMES["light"], EM, Effects(vectors=True))
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), QColor(THEMES["light"].stage))
        paint_card(painter, brush, card, QRectF(2, 2, 300, 140), "full")
    return image


def test_what_is_ahead_can_be_hidden() -> None:
    """For those who predict it: a pod that is never deleted looks the same then."""
    calm = played(SHOP, Script(containers=SHOP_LIVES))
    right = QRect(1000, 60, 400, 230)
    seen = [line(run, 20, "light").copy(right) for run in (shop(), calm)]
    hidden = [line(run, 20, "light", hidden=True).copy(right) for run in (shop(), calm)]
    assert seen[0] != seen[1]
    assert hidden[0] == hidden[1]


def test_the_axis_tells_nothing_of_what_is_hidden() -> None:
    """Neither that the pod will be deleted, nor how long nothing happens before."""
    empty = QImage(540, 12, QImage.Format.Format_RGB32)
    empty.fill(THEMES["light"].surface)
    above = QRect(860, 0, 540, 12)
    lengths = QRect(770, 14, 34, 20)  # "21 s" lies there
    shown = line(shop(), 20, "light")
    hidden = line(shop(), 20, "light", hidden=True)
    assert shown.copy(above) != empty
    assert hidden.copy(above) == empty
    assert shown.copy(lengths) != hidden.copy(lengths)


@pytest.mark.parametrize("em", [12.4, 13.7, 14.0, 16.0, 20.5, 28.0])
@pytest.mark.parametrize("t", [50.0, 50.3, 47.0])
def test_nothing_is_left_of_a_deed_that_is_hidden(em: float, t: float) -> None:
    """Wherever it is, and however large letters are; numbers at the axis stay whole."""
    runs = done_at(t), done_at(58.5)
    seen = [line(run, 20, "light", em=em) for run in runs]
    hidden = [line(run, 20, "light", hidden=True, em=em) for run in runs]
    assert most_apart(*seen) > 100
    assert most_apart(*hidden) < 40  # a line of the grid may begin lower there


def most_apart(one: QImage, other: QImage) -> int:
    """Return how much lighter, at most, a pixel of one picture is: 0 to 255."""
    grey = QImage.Format.Format_Grayscale8
    first, second = (
        bytes(image.convertToFormat(grey).constBits()) for image in (one, other)
    )
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


def done_at(t: float) -> Run:
    """Return the shop's run with its deed written at another second."""
    run = structs.replace(shop())
    vars(run)["deeds"] = (structs.replace(shop().deeds[0], t=t),)
    return run
