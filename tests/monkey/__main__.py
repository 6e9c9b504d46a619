"""python -m tests.monkey [--events 10000] [--seed 1]; exit 1 for a find."""

from __future__ import annotations

import argparse
import faulthandler
import sys
import tempfile
from pathlib import Path

from tests.monkey.room import run_storm

MOST = 10.0  # MiB
LONGEST = 60.0  # seconds that one event takes at most; else it stands still


def main() -> int:
    """Let a storm loose on the platform that QT_QPA_PLATFORM names."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        outcome, screens, log = run_storm(
            *(Path(home), wanted.events, wanted.seed),
            # Asked anew after each event; it says where the program stands, and ends.
            alive=lambda: faulthandler.dump_traceback_later(LONGEST, exit=True),
        )
    faulthandler.cancel_dump_traceback_later()
    print(
        f"{outcome.events} events, {screens} screens, {len(outcome.mistakes)} mistakes,"
        f" {len(outcome.dead)} dead keys, grown by {outcome.grown:.1f} MiB"
    )
    for line in (*outcome.mistakes, *outcome.dead):
        print(line)
    bad = bool(outcome.mistakes or outcome.dead or outcome.grown > MOST)
    if outcome.mistakes:
        print("the last events:", *log[-12:], sep="\n  ")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
