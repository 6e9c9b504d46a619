"""Words of what was done: none covers another, and none is lost without need."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sidecar_viz.paint.brush.fonts import SEMIBOLD
from sidecar_viz.paint.brush.text import whole, width
from sidecar_viz.paint.lab.line.axis import Axis
from sidecar_viz.paint.lab.line.deed_paint import PAD, SIZE, Said, deeds_said
from sidecar_viz.paint.lab.line.laid_out import TimeLine
from sidecar_viz.paint.lab.line.rows import rows_of
from sidecar_viz.pods.given.script import Action, Script, When
from sidecar_viz.pods.showing.folds import Folded
from sidecar_viz.pods.showing.run import played
from tests.pods.stories import box, delete_at, pod

EM = 16.0
IMAGE = "registry.example.com/team/with-a-long-name/hello:1.0-typo"


def laid(*actions: Action) -> list[Said]:
    """Lay out what is said of actions, with no second folded."""
    run = played(pod(box("a")), Script(actions=actions))
    rows = rows_of(run, (1400.0, 320.0), EM)
    axis = Axis(Folded(run.end), rows.left, rows.right, EM)
    return deeds_said(TimeLine(run, axis, rows))


def said_of(times: list[float]) -> list[Said]:
    """Lay out what is said of images that are set at some seconds of a minute."""
    return laid(
        *(
            Action(do="set-image", when=When(seconds=t), container="a", image=IMAGE)
            for t in times
        )
    )


def right(said: Said) -> float:
    """Return where words end."""
    wide = (width(said.word, SEMIBOLD) + PAD) * whole(EM * SIZE)
    return said.left + (wide if said.word else 0)


@given(st.lists(st.integers(1, 50).map(float), max_size=6, unique=True).map(sorted))
def test_words_of_deeds_lie_apart(times: list[float]) -> None:
    """However near they are; none leaves the picture."""
    found = said_of(times)
    for one, other in pairwise([s for s in found if s.word]):
        assert right(one) <= other.left + 0.5
    assert all(right(s) <= 1400 for s in found)


def test_long_words_are_cut_before_the_next_deed() -> None:
    """What is done is told; the rest of an image's name is not."""
    first, _ = said_of([5, 20])
    assert first.word.startswith("set image a registry")
    assert first.word.endswith("…")


def test_words_at_the_end_stand_before_their_line() -> None:
    """There is no room behind it, but enough in front."""
    (last,) = laid(delete_at(100, 0))
    assert last.word
    assert right(last) <= last.x + 0.5
