"""Files are saved one after another, in processes beside the window."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.saving.asked import Shown, words_of
from sidecar_viz.app.saving.job import Job
from sidecar_viz.app.saving.queue import SaveQueue

LESSON = Path(__file__).parents[3] / "lessons" / "sidecar" / "lesson.yaml"
PATIENCE = 60_000  # milliseconds; a process begins and draws


def job_for(out: Path, lesson: Path = LESSON, *, step: int = 2) -> Job:
    """Make a job that saves to *out*."""
    choice = SaveChoice(out.suffix, width=1280, height=720, sheet="handout")
    return Job(words_of(Shown(lesson, step), choice, out), out)


def test_jobs_are_done_one_after_another(qtbot: QtBot, tmp_path: Path) -> None:
    """Each says how far it is; the files are there at the end."""
    queue = SaveQueue()
    jobs = [job_for(tmp_path / "a.pdf"), job_for(tmp_path / "b.png")]
    seen: list[tuple[str, ...]] = []
    far: list[float] = []
    queue.changed.connect(lambda: seen.append(tuple(one.stage for one in queue.jobs)))
    jobs[0].changed.connect(lambda: far.append(jobs[0].done))
    for job in jobs:
        queue.add(job)
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert [job.stage for job in jobs] == ["saved", "saved"]
    assert ("running", "running") not in seen
    assert ("running", "waiting") in seen
    assert far == sorted(far)
    assert len(set(far)) > 3
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert jobs[1].length == (tmp_path / "b.png").stat().st_size > 0


@pytest.mark.skipif(os.name != "posix", reason="only there it has a number")
def test_a_job_leaves_the_processor_to_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    """It is nicer to others than the window is."""
    job = job_for(tmp_path / "a.pdf")
    job.start()
    qtbot.waitUntil(lambda: job.done > 0, timeout=PATIENCE)
    mine = os.getpriority(os.PRIO_PROCESS, 0)
    its = os.getpriority(os.PRIO_PROCESS, job.process_id)
    job.stop_now()

    assert its > mine


def test_a_job_that_is_stopped_leaves_what_was_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """The next one begins; one that waited never does."""
    queue = SaveQueue()
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    jobs = [job_for(one) for one in (old, tmp_path / "b.png", tmp_path / "c.svg")]
    for job in jobs:
        queue.add(job)
    qtbot.waitUntil(lambda: jobs[0].done > 0, timeout=PATIENCE)
    jobs[1].stop()
    jobs[0].stop()
    qtbot.waitUntil(lambda: not queue.busy, timeout=PATIENCE)

    assert [job.stage for job in jobs] == ["stopped", "stopped", "saved"]
    assert old.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.pdf", "c.svg"]


def test_a_job_that_was_through_when_it_was_stopped_is_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """Its file is there, and nobody says that it is not."""
    job = job_for(tmp_path / "a.svg")

    def stop_at_the_end() -> None:
        if job.done == 1.0 and job.stage == "running":
            job.stop()

    job.changed.connect(stop_at_the_end)
    job.start()
    qtbot.waitUntil(lambda: job.seconds > 0, timeout=PATIENCE)

    assert job.stage == "saved"
    assert (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("lesson", "out", "reason"),
    [
        (LESSON, "missing/a.png", "there is no folder"),
        (Path("none.lesson.yaml"), "a.png", "none.lesson.yaml"),
    ],
)
def test_what_cannot_be_saved_says_why(
    qtbot: QtBot, tmp_path: Path, lesson: Path, out: str, reason: str
) -> None:
    """In the words of the command."""
    queue = SaveQueue()
    job = job_for(tmp_path / out, lesson)
    queue.add(job)
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE)

    assert job.stage == "failed"
    assert reason in job.reason


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_process_that_is_killed_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    """It cannot say anything itself."""
    queue = SaveQueue()
    job = job_for(tmp_path / "a.pdf")
    queue.add(job)
    qtbot.waitUntil(lambda: job.done > 0, timeout=PATIENCE)
    os.kill(job.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: job.over, timeout=PATIENCE)

    assert job.stage == "failed"
    assert job.reason == "the process that saved it was ended; try again"


def test_all_stop_with_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    """Nothing half is left."""
    queue = SaveQueue()
    for name in ("a.pdf", "b.pdf"):
        queue.add(job_for(tmp_path / name))
    qtbot.waitUntil(lambda: queue.jobs[0].done > 0, timeout=PATIENCE)
    queue.stop_all()

    assert [job.stage for job in queue.jobs] == ["stopped", "stopped"]
    assert list(tmp_path.iterdir()) == []


def test_the_same_file_is_saved_once(tmp_path: Path) -> None:
    """What was asked for last counts; what is over can be put away."""
    queue = SaveQueue()
    jobs = [job_for(tmp_path / "a.png") for _ in range(3)]
    for job in jobs:
        queue.add(job)
    assert [job.stage for job in jobs] == ["running", "stopped", "waiting"]
    queue.forget(jobs[0])
    queue.forget(jobs[1])
    assert queue.jobs == (jobs[0], jobs[2])
    queue.stop_all()
