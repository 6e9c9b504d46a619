"""Two regular containers: what their order means, and what not (R55, R56)."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Probe
from sidecar_viz.pods.given.script import (
    Image,
    Life,
    OnSigterm,
    ProbeRun,
    ProbeRuns,
    When,
)
from tests.pods.stories import box, delete_at, play, pod, times


def test_who_is_listed_first_is_only_begun_first() -> None:
    """R55: web does not wait until the proxy listens, or is ready."""
    slow = Life(
        start_delay=20,
        probes=ProbeRuns(readiness=ProbeRun(result="success-when-started")),
    )
    played = pod(box("proxy", readiness=Probe()), box("web"))
    trace = play(played, until=When(seconds=5), proxy=slow)
    order = [who for _, who, what in trace.events if what == "Starting"]

    assert order == ["proxy", "web"]
    assert times(trace, "web", "Started") == [0]
    assert times(trace, "proxy", "Started") == []
    assert not trace.status_at(5).containers["proxy"].ready


def test_the_other_order_is_no_better() -> None:
    """R55: listed last it is begun last, and still nobody waits for it."""
    trace = play(pod(box("web"), box("proxy")), proxy=Life(start_delay=20))
    order = [who for _, who, what in trace.events if what == "Starting"]
    assert order == ["web", "proxy"]


def test_a_pull_of_the_first_parts_their_starts() -> None:
    """R56: they share the pod's life, not the moment of their starts."""
    proxy = Life(image=Image(pull_seconds=7))
    trace = play(pod(box("proxy"), box("web")), proxy=proxy)
    starts = times(trace, "proxy", "Starting") + times(trace, "web", "Starting")
    assert starts == [7, 7]
    web = Life(image=Image(pull_seconds=5))
    trace = play(pod(box("proxy"), box("web")), proxy=proxy, web=web)
    assert times(trace, "web", "Starting") == [12]


def test_they_are_told_to_stop_together_and_stop_apart() -> None:
    """R56: SIGTERM goes to both at once, each ends in its own time."""
    trace = play(
        pod(box("proxy"), box("web")),
        delete_at(10),
        proxy=Life(on_sigterm=OnSigterm(after=1)),
        web=Life(on_sigterm=OnSigterm(after=8)),
    )
    assert times(trace, "proxy", "SIGTERM") == times(trace, "web", "SIGTERM") == [10]
    assert trace.exit_times == {"proxy": [11], "web": [18]}


def test_one_that_ends_does_not_end_the_other() -> None:
    """R56: it is started again alone, the other is not told."""
    trace = play(
        pod(box("proxy"), box("web")), until=When(seconds=8), proxy=Life(run=3)
    )
    assert trace.exit_times == {"proxy": [3, 6]}
    assert times(trace, "web", "Starting") == [0]


def test_the_signal_is_the_manifests() -> None:
    """It is called by its name; SIGKILL is not waited for (R40)."""
    deaf = Life(on_sigterm="ignore")
    killed = pod(box("web", stop_signal="SIGKILL"))
    assert play(killed, delete_at(5), web=deaf).exit_times == {"web": [5]}
