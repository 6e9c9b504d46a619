"""A lesson opened by double-click, stepped through with real keys, and closed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from artefacts.common import DESKTOP_ID, ROOT, need_tools

from checks.room import CheckError, require
from checks.screens import wait_for

STEPS = 3
PARTS = (  # manifest, moments, what-if, quiz, overview, go to, preferences, help, ...
    *("ctrl+5", "ctrl+6", "ctrl+1", "ctrl+i", "q", "o", "g", "ctrl+comma", "F1"),
    *("ctrl+o", "F5", "ctrl+shift+v"),
)
WRITTEN_WITHIN = 0.4  # seconds; the program promises 0.15
LESSON = "walk.lesson.yaml"
TITLE = "A walk through this very file"


def lesson_of_our_own(folder: Path) -> None:
    """A lesson that nobody bundles, so that it is seen which one was opened."""
    text = (ROOT / "lessons" / "sidecar" / "lesson.yaml").read_text("utf-8")
    rows = text.splitlines(keepends=True)
    at = next(n for n, row in enumerate(rows) if row.startswith("title:"))
    rows[at] = f"title: {TITLE}\n"
    (folder / LESSON).write_text("".join(rows), "utf-8")


def double_click(entry: Path, file: str) -> list[str]:
    """The words that a desktop starts for a file, as the desktop entry tells."""
    text = entry.read_text("utf-8")
    line = next(row for row in text.splitlines() if row.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    quoted_or_not = re.findall(r'"((?:\\.|[^"\\])*)"|(\S+)', value)
    words = [plain or re.sub(r"\\(.)", r"\1", text) for text, plain in quoted_or_not]
    return [file if word == "%f" else word for word in words]


def walk(
    command: Sequence[str], environ: dict[str, str], display: str, home: Path
) -> None:
    """Start, step three times, quit; the program kept where it was left."""
    need_tools("xdotool", "xprop")
    program = subprocess.Popen(
        command,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        appears = partial(appeared, display, program)
        window = wait_for(appears, "no window of the lesson appears")
        require(
            '"sidecar-viz"' in told(display, window, "WM_CLASS"),
            "the window's class is not the program's; a dock would not know it",
        )
        wait_for(
            lambda: "Icon (16 x 16)" in told(display, window, "_NET_WM_ICON"),
            "the window has no icon of its own",
        )
        xdotool(display, "windowfocus", window)
        for step in range(1, STEPS + 1):
            arrive = partial(pressed_to, display, window, home, step)
            wait_for(arrive, f"the key PgDn does not lead to step {step}")
        look_into_everything(display, window)
        xdotool(display, "key", "--window", window, "ctrl+q")
        said, _ = program.communicate(timeout=30)
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(timeout=10)
    require(program.returncode == 0, f"it ended with {program.returncode}: {said}")
    require("Traceback" not in said and "Error" not in said, said)
    require(kept(home).get("lesson", "").endswith(LESSON), "another lesson was open")


def look_into_everything(display: str, window: str) -> None:
    """Open what is loaded only when it is first wanted, and close it again."""
    for key in PARTS:
        xdotool(display, "windowfocus", window)
        xdotool(display, "key", key)
        time.sleep(WRITTEN_WITHIN)
        xdotool(display, "key", "Escape")
        time.sleep(WRITTEN_WITHIN)


def appeared(display: str, program: subprocess.Popen[str]) -> str:
    """The window that shows our lesson, or nothing yet; the program must be alive."""
    if program.poll() is not None:
        said, _ = program.communicate()
        raise CheckError(f"it ended with {program.returncode} at once: {said}")
    return found(display)


def found(display: str) -> str:
    """The window that shows our lesson, or nothing."""
    return xdotool(display, "search", "--onlyvisible", "--name", TITLE).partition("\n")[
        0
    ]


def pressed_to(display: str, window: str, home: Path, step: int) -> bool:
    """Whether the program has written down that it is there; if not, press once more.

    A press in mid-move only finishes the move, so that one may be too few.
    """
    time.sleep(WRITTEN_WITHIN)
    if kept(home).get("step", 0) >= step:
        return True
    xdotool(display, "key", "--window", window, "Next")
    return False


def kept(home: Path) -> dict[str, Any]:
    """The session as the program wrote it down."""
    found = next(home.rglob("session.json"), None)
    try:
        return dict(json.loads(found.read_text("utf-8"))) if found else {}
    except (OSError, ValueError):
        return {}


def told(display: str, window: str, name: str) -> str:
    """What a window tells window managers under this name."""
    words = ["xprop", "-display", display, "-id", window, name]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def xdotool(display: str, *words: str) -> str:
    """Do something with a real X window."""
    done = subprocess.run(
        ["xdotool", *words],
        env={**os.environ, "DISPLAY": display},
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def entry_in(root: Path) -> Path:
    """The desktop entry of an installed program."""
    return root / "usr" / "share" / "applications" / f"{DESKTOP_ID}.desktop"
