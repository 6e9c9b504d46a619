"""python -m tests.sudden_end [--kills 100] [--seed 1]."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.sudden_end.loop import Loop


def main() -> None:
    """Kill the program so often, on the platform that QT_QPA_PLATFORM names."""
    parser = argparse.ArgumentParser(prog="python -m tests.sudden_end")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        tally = Loop(Path(home), wanted.seed).run(wanted.kills)
    print(
        f"{tally.kills} kills, {tally.compared} starts compared, "
        f"{tally.steps} different steps, {tally.unfinished} writings cut off, "
        f"restored at most {tally.slowest:.3f} s after the first frame"
    )


if __name__ == "__main__":
    main()
