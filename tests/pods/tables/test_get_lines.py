"""Tests of the lines of `kubectl get pod -w`."""

from __future__ import annotations

from sidecar_viz.pods.given.script import Image, Life, Script
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.tables.get_lines import (
    copied,
    kubectl_lines,
    line_now,
    told_apart,
)
from tests.pods.stories import (
    ORDERS,
    ORDERS_LIVES,
    SHOP,
    SHOP_LIVES,
    box,
    delete_at,
    play,
    pod,
)


def test_a_shop_prints_a_line_for_each_change_of_its_status() -> None:
    """Every change of the status is a line, with the age at that second."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)
    assert [
        (line.age, line.ready, line.status) for line in kubectl_lines(SHOP, trace, 70)
    ] == [
        ("0s", "0/3", "Init:0/3"),
        ("3s", "0/3", "Init:0/3"),
        ("7s", "0/3", "Init:1/3"),
        ("9s", "0/3", "Init:1/3"),
        ("13s", "1/3", "Init:2/3"),
        ("14s", "2/3", "PodInitializing"),
        ("18s", "2/3", "Running"),
        ("23s", "3/3", "Running"),
        ("50s", "3/3", "Terminating"),
        ("67s", "0/3", "Completed"),
    ]


def test_a_crash_loop_prints_error_and_then_its_back_off() -> None:
    """Several changes in one second are a line each; RESTARTS has its age."""
    trace = play(ORDERS, lives=ORDERS_LIVES)
    found = kubectl_lines(ORDERS, trace, 61)
    assert [line.cells[1:] for line in found] == [
        ("0/2", "Init:0/1", "0", "0s"),
        ("1/2", "PodInitializing", "0", "2s"),
        ("2/2", "Running", "0", "5s"),
        ("1/2", "Error", "0", "7s"),
        ("2/2", "Running", "1 (0s ago)", "7s"),
        ("1/2", "Error", "1 (2s ago)", "9s"),
        ("1/2", "CrashLoopBackOff", "1 (0s ago)", "9s"),
        ("2/2", "Running", "2 (10s ago)", "19s"),
        ("1/2", "Error", "2 (12s ago)", "21s"),
        ("1/2", "CrashLoopBackOff", "2 (0s ago)", "21s"),
        ("2/2", "Running", "3 (20s ago)", "41s"),
        ("1/2", "Error", "3 (22s ago)", "43s"),
        ("1/2", "CrashLoopBackOff", "3 (0s ago)", "43s"),
    ]
    now = line_now(ORDERS, trace, 61)
    assert now.cells == ("orders", "1/2", "CrashLoopBackOff", "3 (18s ago)", "61s")


def test_the_api_lags_behind_the_node_while_a_pod_is_stopped() -> None:
    """It is said from web's end on, with the line that will come."""
    trace = play(SHOP, delete_at(50), lives=SHOP_LIVES)
    said = (
        "No line since: while the kubelet stops the containers it reports none of "
        "their ends. Next, at 67 s: 0/3 Completed."
    )
    told = [told_apart(SHOP, trace, t) for t in (18, 50, 60, 61, 64, 67)]
    assert told == ["", "", "", said, said, ""]


def test_lines_are_copied_as_a_terminal_shows_them() -> None:
    """The columns stand under their headings."""
    trace = play(SHOP, lives=SHOP_LIVES)
    assert copied(kubectl_lines(SHOP, trace, 3)) == (
        "NAME   READY   STATUS     RESTARTS   AGE\n"
        "shop   0/3     Init:0/3   0          0s\n"
        "shop   0/3     Init:0/3   0          3s\n"
    )


def test_a_run_that_is_cut_off_names_no_next_line() -> None:
    """Then it is only said why there is none."""
    script = Script(containers=SHOP_LIVES, actions=(delete_at(50),), max_seconds=63)
    said = told_apart(SHOP, simulate(SHOP, script), 62)
    assert said.endswith("it reports none of their ends.")


def test_the_api_lags_while_the_worker_is_busy() -> None:
    """What starts while another image is pulled is reported after that."""
    busy = pod(box("a"), box("b"))
    trace = play(busy, b=Life(image=Image(pull_seconds=5)))
    assert told_apart(busy, trace, 3) == (
        "No line since: the kubelet's worker of this pod is busy, and reports nothing "
        "meanwhile. Next, at 5 s: 2/2 Running."
    )
