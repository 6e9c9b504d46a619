"""Each sample pod is played, and what it says about itself is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from sidecar_viz.files.library.sample_pods import ENDING, SAMPLES, sample_pods
from sidecar_viz.pods.asking.why import why_at
from sidecar_viz.pods.given.lab_file import Lab, is_lab, read_lab, written_lab
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.running.recorder import Trace
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.telling.expecting import difference, read_expectation

FILES = {path.name.removesuffix(ENDING): path for path in sample_pods()}


def played(name: str) -> tuple[Lab, Pod, Trace]:
    """Read a sample and play it."""
    path = FILES[name]
    lab, pod = read_lab(path.read_bytes(), path.name)
    return lab, pod, simulate(pod, lab.script)


HELD: list[tuple[str, float | None, str]] = [
    ("stop-order", None, "phase=Succeeded"),
    ("stop-order", None, "logger ends-after web"),
    ("stop-order", None, "proxy ends-after logger"),
    ("stop-order", 18, "ready=2/3"),
    ("stop-order", 50, "status=Terminating"),
    ("job-never-ends", 599, "phase=Running"),
    ("job-never-ends", 599, "status=NotReady"),
    ("job-never-ends", 23, "report exit-code=0"),
    ("app-before-proxy", None, "app starts-before proxy"),
    ("app-before-proxy", 13, "app restarts=1"),
    ("app-before-proxy", 14, "app restarts=2"),
    ("app-before-proxy", 14, "ready=2/2"),
    ("log-shipper-killed-first", None, "shipper ends-before server"),
    ("log-shipper-killed-first", None, "phase=Succeeded"),
    ("init-never-ends", 599, "phase=Pending"),
    ("init-never-ends", 599, "status=Init:0/2"),
    ("probe-too-eager", 10, "server restarts=1"),
    ("probe-too-eager", 20, "server reason=CrashLoopBackOff"),
    ("probe-too-eager", 599, "server restarts>=6"),
    ("grace-too-short", None, "server exit-code=137"),
    ("grace-too-short", None, "phase=Failed"),
    ("oom-loop", 32, "cache reason=CrashLoopBackOff"),
    ("oom-loop", 599, "cache restarts=6"),
    ("oom-loop", 599, "metrics restarts=0"),
    ("image-typo", 40, "status=ImagePullBackOff"),
    ("image-typo", 40, "phase=Pending"),
    ("image-typo", 61, "phase=Running"),
    ("missing-secret", 44, "status=ContainerCreating"),
    ("missing-secret", 47, "phase=Running"),
    ("statefulset-claim", 24, "phase=Pending"),
    ("statefulset-claim", 34, "ready=1/1"),
    ("statefulset-claim", 60, "db restarts=1"),
    ("mesh-11-volumes", 10, "app state=running"),
    ("mesh-11-volumes", 15, "ready=2/2"),
    ("mesh-11-volumes", None, "mesh-proxy ends-after app"),
]


@pytest.mark.parametrize(("name", "at", "wanted"), HELD)
def test_what_a_sample_says_is_so(name: str, at: float | None, wanted: str) -> None:
    """At the second that is named, else at its end."""
    _, pod, trace = played(name)
    assert difference(read_expectation(wanted, pod), pod, trace, at) == ""


def test_every_sample_is_listed_and_held() -> None:
    """No file is forgotten, and none lacks a test."""
    folder = next(iter(FILES.values())).parent
    there = {path.name.removesuffix(ENDING) for path in folder.iterdir()}
    assert there == set(SAMPLES) == {name for name, _, _ in HELD}
    assert len(SAMPLES) == 12


@pytest.mark.parametrize("path", sample_pods(), ids=lambda path: path.name)
def test_a_sample_is_read_again_as_it_was_written(path: Path) -> None:
    """Name, words, script and manifest; and "why?" has an answer all the time."""
    data = path.read_bytes()
    assert is_lab(data)
    lab, pod = read_lab(data, path.name)
    again, same = read_lab(written_lab(lab).encode(), path.name)
    assert again == lab
    assert [c.name for c in same.containers] == [c.name for c in pod.containers]
    assert all("volumes" not in one.field for one in pod.left_out)
    trace = simulate(pod, lab.script)
    for snapshot in trace.snapshots:
        assert why_at(pod, lab.script, trace, snapshot.t).said


def test_the_hook_that_is_too_long_is_named() -> None:
    """What the sample is about can be asked for: the grace is over before the hook."""
    lab, pod, trace = played("grace-too-short")
    why = why_at(pod, lab.script, trace, 40)
    assert why.said == (
        "server gets SIGTERM, because the grace is over before its preStop hook."
    )


def test_the_mesh_has_11_volumes() -> None:
    """As its name says."""
    assert len(played("mesh-11-volumes")[1].volumes) == 11
