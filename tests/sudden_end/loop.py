"""Starts the program, lets it walk, kills it, and compares what the next one shows."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from sidecar_viz.app.preferences.preferences import load_preferences
from sidecar_viz.core.learning.session import Session
from sidecar_viz.files.saved.results_file import load_results
from sidecar_viz.files.saved.session_file import load_session

ROOT = Path(__file__).parents[2]
LONGEST = 2.6  # seconds that a program lives at most
PATIENCE = 60.0  # seconds for a slow machine to start
NAME = "sidecar-viz"


class Tally(NamedTuple):
    """How a loop went."""

    kills: int
    compared: int
    slowest: float  # seconds from the first frame to the restored session
    steps: int  # different steps that were restored
    unfinished: int  # writings that a kill cut off


class Loop:
    """Kills the program again and again in a home of its own."""

    def __init__(self, home: Path, seed: int) -> None:
        """Keep everything in *home*."""
        self._data = home / "data" / NAME
        self._config = home / "config" / NAME
        self._environ = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
        }
        self._dice = random.Random(seed)  # noqa: S311 - not for secrets

    def run(self, kills: int) -> Tally:
        """Kill it so often; fails at the first difference."""
        slowest, steps, compared = 0.0, set(), 0
        for number in range(kills):
            wanted = self._kept()
            said = self._life(number)
            if said is None:
                continue
            compared += 1
            slowest = max(slowest, float(str(said.pop("seconds"))))
            steps.add(said["step"])
            if wanted is not None:
                assert said == wanted, f"life {number}: {said} instead of {wanted}"
        unfinished = len(list(self._data.glob("*.part")))
        self._check_files()
        return Tally(kills, compared, slowest, len(steps), unfinished)

    def _kept(self) -> dict[str, object] | None:
        """What the next program must show; None before anything was written."""
        self._check_files()
        file = self._data / "session.json"
        if not file.exists():
            return None
        session: Session = load_session(file)
        theme = load_preferences(self._config / "preferences.json").theme
        return {
            "lesson": session.lesson_id,
            "step": session.step,
            "shown": session.step,
            "what_if": session.what_if,
            "votes": [
                [*vote.first, *vote.second, vote.stage] for vote in session.votes
            ],
            "theme": theme,
        }

    def _check_files(self) -> None:
        """Every file is whole, and none had to be kept aside."""
        for folder in (self._data, self._config):
            for file in folder.glob("*.json"):
                assert "damaged" not in file.name, file
                json.loads(file.read_bytes())
        load_results(self._data / "results.json")
        assert not (self._data / "crash-report.txt").exists()

    def _life(self, number: int) -> dict[str, object] | None:
        """Start, walk, kill; what the program said once it was restored."""
        walker = [sys.executable, "-m", "tests.sudden_end.walker", str(number)]
        with subprocess.Popen(
            walker,
            cwd=ROOT,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as program:
            short = self._dice.random() < 0.15
            lives = self._dice.uniform(0.1, LONGEST)
            said = b"" if short else _line(program)
            time.sleep(lives if short else lives * 0.6)
            program.send_signal(signal.SIGKILL)
            rest, errors = program.communicate(timeout=PATIENCE)
        assert b"Traceback" not in errors, errors.decode()
        line = (said + rest).partition(b"\n")[0]
        found: dict[str, object] | None = json.loads(line) if line else None
        return found


def _line(program: subprocess.Popen[bytes]) -> bytes:
    assert program.stdout is not None
    ready, _, _ = select.select([program.stdout], [], [], PATIENCE)
    assert ready, "the program did not start"
    return program.stdout.readline()
