"""What is assumed of a pod without a script: enough to see it live."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Container, Hook
from sidecar_viz.pods.given.script import HookRun, Image, Life, OnSigterm, Script
from sidecar_viz.pods.showing.run import played
from sidecar_viz.pods.showing.usual import usual_script, with_usual
from tests.pods.stories import box, pod

TOLD = OnSigterm(after=2)
PULLED = Image(pull_seconds=2)


def test_init_containers_end_and_the_others_go_on() -> None:
    """A pod with one would else never start; sidecars and servers run for ever."""
    given = pod(box("a", "init"), box("b", "sidecar"), box("c"))
    assert usual_script(given).containers == {
        "a": Life(run=3, on_sigterm=TOLD, image=PULLED),
        "b": Life(on_sigterm=TOLD, image=PULLED),
        "c": Life(on_sigterm=TOLD, image=PULLED),
    }


def test_what_is_not_started_again_does_some_work() -> None:
    """A Job's container ends; one with a policy of its own follows that."""
    given = pod(box("a"), Container("b", policy="Always"), policy="Never")
    lives = usual_script(given).containers
    assert (lives["a"].run, lives["b"].run) == (20, None)


def test_a_pod_as_it_is_shown_without_a_script() -> None:
    """Each change has its own second, so that it can be stopped at."""
    given = pod(box("a", "init"), box("b", "sidecar"), box("c"))
    run = played(given, usual_script(given))
    assert run.way.stops == (0, 2, 5, 7, 9)
    assert run.trace.snapshots[-1].status.phase == "Running"


def test_a_hook_takes_as_long_as_its_command_sleeps() -> None:
    """Else a second, so that it is seen; one that sleeps by the manifest needs none."""
    slept = Hook(command=("sh", "-c", "sleep 20; nginx -s quit"))
    given = pod(
        box("a", pre_stop=slept),
        box("b", pre_stop=Hook(command=("drain",)), post_start=Hook()),
        box("c", pre_stop=Hook(sleep=5)),
    )
    lives = usual_script(given).containers
    assert lives["a"].pre_stop == HookRun(run=20)
    assert (lives["b"].pre_stop, lives["b"].post_start) == (HookRun(run=1),) * 2
    assert lives["c"].pre_stop is None


def test_what_a_script_says_is_kept() -> None:
    """Only those that it does not speak of get a guess."""
    given = pod(box("a"), box("b"))
    script = Script(containers={"a": Life(run=1)})
    found = with_usual(script, given.containers, given).containers
    assert found == {"a": Life(run=1), "b": Life(on_sigterm=TOLD, image=PULLED)}
