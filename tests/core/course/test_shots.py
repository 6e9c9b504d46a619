"""What a move is about: who stays clear, and when the camera is near."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.lesson import Actor, ActorChange, Lesson, Link, Send, Step
from sidecar_viz.core.stage import Shot

SECONDS = 4.0
COMING = 0.5 / SECONDS


def lesson_of(*steps: Step) -> Lesson:
    """Make a box with two inside, two beside it, and links from one to the next."""
    return Lesson(
        format=2,
        id="shots",
        title="Shots",
        actors=(
            Actor(id="pod", name="Pod", kind="pod"),
            Actor(id="one", name="One", kind="container", parent="pod"),
            Actor(id="two", name="Two", kind="container", parent="pod"),
            Actor(id="far", name="Far", kind="service"),
            Actor(id="farther", name="Farther", kind="service"),
        ),
        links=(
            Link(id="inside", source="one", target="two", state="on"),
            Link(id="outside", source="two", target="far", state="on"),
        ),
        steps=steps,
    )


def step(step_id: str = "s", **fields: object) -> Step:
    """Make a step of four seconds."""
    return Step(id=step_id, title="Step", seconds=SECONDS, **fields)  # type: ignore[arg-type]


def shot(*steps: Step, at: float = 0.5) -> Shot | None:
    """Give the shot in the middle of the last of these steps."""
    return Timeline(lesson_of(*steps)).stage_at(len(steps) - 1 + at).shot


def test_it_is_what_the_step_is_about_with_what_is_around() -> None:
    """A frame around something meant does not fade; who else stands in it does."""
    found = shot(step(focus=("one",)))

    assert found is not None
    assert found.framed == {"one"}
    assert found.meant == {"one", "pod"}


def test_a_link_comes_with_its_ends() -> None:
    """Half a line would be a riddle."""
    found = shot(step(focus=("outside",)))

    assert found is not None
    assert found.framed == {"outside", "two", "far"}


def test_a_frame_comes_with_all_that_stands_in_it() -> None:
    """Who starts a pod starts its containers; links between them stay clear, too."""
    found = shot(step(focus=("pod",)))

    assert found is not None
    assert found.framed == {"pod", "one", "two"}
    assert found.meant == {"pod", "one", "two", "inside"}


def test_without_a_focus_it_is_what_changes_and_what_begins_to_travel() -> None:
    """Nobody has to write it down."""
    change = ActorChange(id="one", state="Running")
    found = shot(step(actors=(change,)))
    assert found is not None
    assert found.framed == {"one"}

    found = shot(step(sends=(Send(source="two", target="far"),)))
    assert found is not None
    assert found.framed == {"two", "far", "outside"}


def test_what_goes_on_travelling_is_not_what_the_next_step_is_about() -> None:
    """A stream in the background stays there."""
    going = Send(source="two", target="far", loop=True)
    first = step("a", sends=(going,))
    second = step("b", focus=("one",), sends=(going,))
    found = shot(first, second)

    assert found is not None
    assert found.framed == {"one"}


def test_a_lesson_may_name_it() -> None:
    """The shot is the author's, then: no less, and no more but ends and frames."""
    found = shot(step(focus=("one",), shot=("far", "farther")))
    assert found is not None
    assert found.framed == found.meant == {"far", "farther"}

    assert shot(step(focus=("one",), shot=())) is None


def test_a_step_about_everything_has_none() -> None:
    """Where nothing would fade, the camera stays."""
    everybody = ("pod", "far", "farther")
    assert shot(step(focus=everybody)) is None


def test_who_is_not_there_is_not_waited_for() -> None:
    """An actor that has not come yet cannot fade."""
    gone = ActorChange(id="farther", present=False)
    before = step("a", actors=(gone,))
    assert shot(before, step("b", focus=("pod", "far"))) is None


@pytest.mark.parametrize("at", [0.0, 1.0])
def test_at_rest_the_whole_stage_is_seen(at: float) -> None:
    """Rest has no shot at all."""
    assert shot(step(focus=("one",)), at=at) is None


def parts(at: float, *, seconds: float = SECONDS) -> tuple[float, float]:
    """Give how far all else has faded, and how near the camera is."""
    found = shot(replace(step(focus=("one",)), seconds=seconds), at=at)
    assert found is not None
    return found.apart, found.near


def test_the_rest_fades_then_the_camera_comes_and_both_go_back() -> None:
    """Half a second each way; between them nothing fades or moves."""
    assert parts(COMING * 0.195) == pytest.approx((0.5, 0.0))
    assert parts(COMING * 0.65) == pytest.approx((1.0, 0.5))
    assert parts(COMING) == parts(0.5) == parts(1.0 - COMING) == (1.0, 1.0)
    assert parts(1.0 - COMING * 0.65) == pytest.approx((1.0, 0.5))
    assert parts(1.0 - COMING * 0.195) == pytest.approx((0.5, 0.0))


def test_the_first_frame_is_just_the_stage() -> None:
    """What answers a key is there at once: 16 ms later nothing has faded yet."""
    assert parts(0.016 / SECONDS) == (0.0, 0.0)


def test_in_a_short_step_the_camera_takes_a_quarter_each_way() -> None:
    """There is always a while in which it stands still."""
    assert parts(0.25 * 0.65, seconds=0.4)[1] == pytest.approx(0.5)
    assert parts(0.25, seconds=0.4) == parts(0.75, seconds=0.4) == (1.0, 1.0)


def test_the_first_lesson_shows_who_reads_and_who_goes_on_writing(
    sidecar_lesson: Lesson,
) -> None:
    """The file has two who use it: neither fades while one reads."""
    timeline = Timeline(sidecar_lesson)
    reading, sending = timeline.stage_at(3.5).shot, timeline.stage_at(4.5).shot

    assert reading is not None
    assert sending is not None
    assert {"main", "logs", "sidecar"} <= reading.framed
    assert not {"network", "receiver"} & reading.meant
    assert {"sidecar", "network", "receiver"} <= sending.framed
    assert not {"main", "logs"} & sending.meant
    assert "pod" in sending.meant - sending.framed
