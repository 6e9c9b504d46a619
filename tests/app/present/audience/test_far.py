"""What the last row sees: the stage has the room, and larger text is the stage's."""

from __future__ import annotations

import pytest

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.present.presenting import Presenting
from tests.app.present.conftest import Begin

pytestmark = pytest.mark.qt_log_ignore("plugin does not support", extend=True)
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]


def words(show: Presenting) -> float:
    """Tell how large the words of the class's stage are, in pixels."""
    return show.audience.stage.picture.painter().layout.em


def sized(show: Presenting, size: tuple[int, int]) -> None:
    """Give the class's view a size."""
    show.audience.showNormal()
    show.audience.setMinimumSize(1, 1)
    show.audience.resize(*size)
    assert show.audience.size().toTuple() == size


def test_the_class_sees_the_stage_alone(begin: Begin) -> None:
    """The list of steps comes when it is asked for."""
    show = begin(3, audience_panel=Preferences().audience_panel)
    sized(show, SIZES[0])
    stage = show.audience.stage

    assert not show.audience.side.isVisible()
    assert stage.width() == SIZES[0][0]
    assert stage.height() > 0.8 * SIZES[0][1]


@pytest.mark.parametrize("size", SIZES)
def test_larger_text_makes_the_stage_s_words_larger(
    begin: Begin, size: tuple[int, int]
) -> None:
    """Never smaller, and the caption takes none of the stage's height for it."""
    show = begin(3)
    sized(show, size)
    seen = []
    for scale in (1.0, 1.2, 1.4, 1.6, 1.8, 2.0):
        show.window.change(text_scale=scale)
        seen.append((words(show), show.audience.stage.height()))

    larger, heights = zip(*seen, strict=True)
    assert list(larger) == sorted(larger)
    assert larger[-1] > 1.1 * larger[0]
    assert len(set(heights)) == 1


@pytest.mark.parametrize("size", SIZES)
def test_words_on_the_stage_have_two_hundredths_of_its_picture(
    begin: Begin, size: tuple[int, int]
) -> None:
    """Of the height of a wide picture; the log lines are whole for that."""
    show = begin(3)
    sized(show, size)
    wide, high = size

    assert words(show) >= 0.021 * min(high, wide * 9 / 16)
    assert show.audience.stage.picture.painter().layout.places["logs"].sheet


def test_the_console_s_copy_is_laid_out_alike(begin: Begin) -> None:
    """Also at another size, where the class's words are wanted larger."""
    show = begin(3)
    for size in SIZES:
        sized(show, size)
        for actor in ("main", "sidecar", "logs"):
            assert show.console.presented.spot_of(actor) == pytest.approx(
                show.audience.presented.spot_of(actor)
            )
