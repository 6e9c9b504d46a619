"""Four pods from beginning to end, with the seconds and lines that kubectl prints."""

from __future__ import annotations

from sidecar_viz.pods.given.pod import Container, Probe
from sidecar_viz.pods.given.script import Image, Life, OnSigterm, When
from tests.pods.stories import (
    SHOP,
    SHOP_LIVES,
    box,
    condition,
    delete_at,
    lines,
    phases,
    play,
    pod,
    times,
    turned,
)

LOGGER = Life(image=Image(pull_seconds=2), on_sigterm=OnSigterm(after=2))
REPORT = Life(image=Image(pull_seconds=3), run=20)


def test_a_shop_starts_and_is_deleted() -> None:
    """Init, two sidecars and a regular container: each line of kubectl's watch."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)

    assert lines(SHOP, trace) == [
        (0, "0/3", "Init:0/3"),
        (7, "0/3", "Init:1/3"),
        (13, "1/3", "Init:2/3"),
        (14, "2/3", "PodInitializing"),
        (18, "2/3", "Running"),
        (23, "3/3", "Running"),
        (50, "3/3", "Terminating"),
        (67, "0/3", "Completed"),
    ]
    assert trace.exit_times == {
        "migrate": [7],
        "web": [61],
        "logger": [65],
        "proxy": [67],
    }
    assert times(trace, "web", "SIGTERM") == [55]
    assert times(trace, "proxy-stop", "Starting") == [50]
    assert phases(trace) == [(0, "Pending"), (18, "Running"), (67, "Succeeded")]
    assert trace.deleted_at == 67


def test_a_longer_period_moves_all_that_follows() -> None:
    """With a startup probe each 10 s the sidecar is started at 19, all ready at 29."""
    proxy = SHOP.by_name["proxy"]
    slow = [
        Container("proxy", "sidecar", startup=Probe(period=10)) if c is proxy else c
        for c in SHOP.containers
    ]
    own = Life(
        start_delay=3.5,
        image=Image(pull_seconds=2),
        probes=SHOP_LIVES["proxy"].probes,
    )
    trace = play(pod(*slow), lives={**SHOP_LIVES, "proxy": own})

    started = [s.t for s in trace.snapshots if s.status.containers["proxy"].started]
    assert started[0] == 19
    assert turned(trace, "Ready") == [(0, "False"), (29, "True")]


def test_an_order_service_crashes_again_and_again() -> None:
    """Its starts are those of the back-off; the sidecar runs through."""
    orders = pod(box("sidecar", "sidecar"), box("api"))
    trace = play(
        orders,
        until=When(seconds=600),
        sidecar=Life(image=Image(pull_seconds=2)),
        api=Life(image=Image(pull_seconds=3), run=2, exit_code=1),
    )

    assert times(trace, "sidecar", "Starting") == [2]
    assert times(trace, "api", "Starting") == [5, 7, 19, 41, 83, 165, 327]
    assert phases(trace) == [(0, "Pending"), (5, "Running")]
    assert turned(trace, "Ready")[:4] == [
        (0, "False"),
        (5, "True"),
        (7, "False"),
        (7, "True"),
    ]


def test_a_report_with_a_native_sidecar_completes() -> None:
    """The sidecar gets SIGTERM when the report is done; then the pod succeeds."""
    report = pod(box("logger", "sidecar"), box("report"), policy="Never")
    trace = play(report, logger=LOGGER, report=REPORT)

    assert times(trace, "logger", "Starting") == [2]
    assert times(trace, "report", "Starting") == [5]
    assert times(trace, "logger", "SIGTERM") == trace.exit_times["report"] == [25]
    assert phases(trace) == [(0, "Pending"), (5, "Running"), (27, "Succeeded")]
    assert condition(trace, "Initialized") == ("True", "PodCompleted", "")


def test_a_report_with_a_classic_sidecar_never_completes() -> None:
    """The second container runs on, so that the pod is Running for ever (R52)."""
    report = pod(box("report"), box("logger"), policy="Never")
    trace = play(report, logger=LOGGER, report=REPORT)

    assert lines(report, trace)[-1] == (23, "1/2", "NotReady")
    assert phases(trace)[-1] == (5, "Running")
    assert trace.stopped == "nothing will happen any more"
