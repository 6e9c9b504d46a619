"""python -m tests.fuzz [--examples 200000] [--first 0] [--seed 1]; exit 1 for a find.

Each lesson comes from a number, so that one can be looked at again:
`python -m tests.fuzz --only 4711 --seed 1`, with `--print` to see its bytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication

from sidecar_viz.paint.brush.fonts import load_fonts
from tests.fuzz.lessons import made
from tests.fuzz.storm import Tally, bound_memory, weather

ROOT = Path(__file__).parents[2]
PART = 2_000  # lessons that one process takes


def main() -> int:
    """Let the storm loose, or one lesson of it."""
    wanted = _arguments()
    if wanted.print:
        sys.stdout.buffer.write(made(wanted.only, wanted.seed))
        return 0
    if wanted.only is not None:
        return run(range(wanted.only, wanted.only + 1), wanted.seed, None)
    if wanted.part is not None:
        first, last = wanted.part
        return run(range(first, last), wanted.seed, Path(wanted.note))
    numbers = range(wanted.first, wanted.examples)
    return storm(numbers, wanted.seed, wanted.jobs)


def run(numbers: range, seed: int, note: Path | None) -> int:
    """Take these lessons, one after the other; the one that is taken is noted."""
    application = QGuiApplication(["fuzz"])
    load_fonts(ROOT / "resources" / "fonts")
    tally, faults = Tally(), 0
    weather(0, 0, Tally())  # warm, so that the bound is for lessons alone
    bound_memory()
    for number in numbers:
        if note is not None:
            note.write_text(str(number), encoding="ascii")
        try:
            weather(number, seed, tally)
        except Exception:  # noqa: BLE001 - the outermost place of this program
            faults += 1
            print(f"lesson {number} of seed {seed}:", file=sys.stderr)
            traceback.print_exc(limit=-4)
    sys.stdout.buffer.write(msgspec.json.encode(tally))
    del application
    return int(faults > 0)


def storm(numbers: range, seed: int, jobs: int) -> int:
    """Share the lessons out over processes; say what came of them."""
    began = time.monotonic()
    whole, bad, done = Tally(), 0, 0
    with TemporaryDirectory() as folder:
        waiting = list(_parts(numbers))
        working: list[tuple[range, Path, subprocess.Popen[bytes]]] = []
        while waiting or working:
            while waiting and len(working) < jobs:
                part = waiting.pop(0)
                note = Path(folder, str(part.start))
                working.append((part, note, _begun(part, seed, note)))
            part, note, process = working.pop(0)
            said, _ = process.communicate()
            done += len(part)
            if said:
                whole.add(msgspec.json.decode(said, type=Tally))
            if process.returncode:
                bad += 1
            if not said:
                at = note.read_text("ascii") if note.exists() else "?"
                print(f"lesson {at} of seed {seed} ended its process", flush=True)
            spent = time.monotonic() - began
            print(
                f"{done} of {len(numbers)} in {spent:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    print(
        f"lessons {numbers.start} to {numbers.stop}, seed {seed}:"
        f" {whole.lessons} played in {whole.pictures} pictures,"
        f" {whole.refused} refused; slowest reading"
        f" {whole.slowest_reading * 1000:.0f} ms, slowest picture"
        f" {whole.slowest_picture * 1000:.0f} ms; parts with faults: {bad}"
    )
    return int(bad > 0)


def _parts(numbers: range) -> Iterator[range]:
    for first in range(0, len(numbers), PART):
        yield numbers[first : first + PART]


def _begun(part: range, seed: int, note: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.fuzz", "--seed", str(seed)]
    command += ["--part", str(part.start), str(part.stop), "--note", str(note)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--examples", type=int, default=200_000)
    parser.add_argument("--first", type=int, default=0, help="go on from this one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="this lesson alone")
    parser.add_argument("--print", action="store_true", help="its bytes")
    parser.add_argument("--part", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--note", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
