"""Which changes are one moment, and which rounds of a loop are told."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Hook, Pod
from sidecar_viz.pods.given.script import Action, Image, Life, OnSigterm, Script, When
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.changes import changes_of_trace
from sidecar_viz.pods.story.moments import MOST, Moment, moments_of, stopped_at
from tests.pods.stories import FAILS, OVER, box, delete_at, pod


def moments(played: Pod, *actions: Action, **lives: Life) -> tuple[Moment, ...]:
    """Play a pod and join what happens."""
    script = Script(containers=lives, actions=actions)
    return moments_of(
        played, changes_of_trace(played, script, simulate(played, script))
    )


def shapes(found: tuple[Moment, ...]) -> list[tuple[float, list[str]]]:
    """Return the second of each moment, and what is in it."""
    return [(m.last, [f"{c.kind} {c.name}".strip() for c in m.changes]) for m in found]


def test_what_comes_before_the_first_container_is_one_moment() -> None:
    """Node, network and the first pull; then each container's start."""
    found = moments(pod(box("a")), a=Life(image=Image(pull_seconds=2)))
    assert shapes(found) == [
        (0.0, ["bound", "network", "pulling a"]),
        (2.0, ["starts a", "phase"]),
    ]


def test_a_pull_that_takes_no_time_is_not_told() -> None:
    """Nobody would notice it."""
    assert shapes(moments(pod(box("a"))))[0] == (0.0, ["bound", "network"])


def test_regular_containers_start_together_and_those_of_the_chain_one_by_one() -> None:
    """Regular ones do not wait for each other; a sidecar holds back what follows."""
    found = moments(pod(box("s", "sidecar"), box("a"), box("b")))
    assert shapes(found)[1:] == [
        (0.0, ["starts s"]),
        (0.0, ["starts a", "starts b", "phase"]),
    ]


def test_an_end_and_what_follows_from_it_are_one_moment() -> None:
    """The next start is part of it, in the same second."""
    found = moments(pod(box("i", "init"), box("a")), i=OVER)
    assert shapes(found)[2] == (1.0, ["ends i", "starts a", "phase"])


def test_an_end_within_a_second_of_its_signal_belongs_to_it() -> None:
    """A later one is a moment of its own."""
    hooked = pod(box("a", pre_stop=Hook(sleep=3)))
    soon = moments(hooked, delete_at(5), a=Life(on_sigterm=OnSigterm(after=1)))
    late = moments(hooked, delete_at(5), a=Life(on_sigterm=OnSigterm(after=2)))
    ends = ["ends a", "phase", "cleared", "gone"]
    assert shapes(soon)[-1] == (9.0, ["sigterm a", *ends])
    assert shapes(late)[-2:] == [(8.0, ["sigterm a"]), (10.0, ends)]


def test_signals_at_one_moment_stand_before_the_ends() -> None:
    """Regular containers stop at once; what each does after it has no order."""
    found = moments(pod(box("a"), box("b")), delete_at(5))
    kinds = [change.kind for change in found[-1].changes]
    assert kinds[1:7] == ["told-to-stop"] * 2 + ["sigterm"] * 2 + ["ends"] * 2


def test_a_loop_is_told_three_times_and_then_as_one() -> None:
    """All rounds after the third are one moment, which counts what is in it."""
    found = moments(pod(box("a")), a=FAILS)
    assert [m.again for m in found[:-1]] == [0] * (len(found) - 1)
    assert found[-1].again > 1
    ends = [m for m in found if any(c.kind == "ends" for c in m.changes)]
    assert len(ends) == 1 + 3 + 1


def test_stops_join_all_that_happens_up_to_them() -> None:
    """Nothing after the last; a stop up to which nothing happens is none."""
    played = pod(box("a"))
    script = Script(containers={"a": Life(run=10)}, until=When(seconds=30))
    changes = changes_of_trace(played, script, simulate(played, script))
    found = stopped_at(played, changes, [0, 5, 15])
    assert [(m.first, m.last) for m in found] == [(0.0, 0.0), (10.0, 15.0)]


def test_nobody_is_shown_more_than_two_hundred_moments() -> None:
    """What comes after them is one moment, however many loops there are."""
    names = [f"c{n}" for n in range(12)]
    lives = {n: Life(run=i + 1, exit_code=1) for i, n in enumerate(names)}
    found = moments(pod(*(box(name) for name in names)), **lives)
    assert len(found) <= MOST + 1
    assert found[-1].again > 1
