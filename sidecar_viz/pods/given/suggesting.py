"""What a container's command lets one guess of its life; it is never taken silently."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress

from msgspec import Struct

from sidecar_viz.pods.given.pod import Container, Hook
from sidecar_viz.pods.given.script import MOST_CODE, Life

SHELLS = ("sh", "bash", "ash", "dash")
FOR_EVER = re.compile(r"\bwhile (?:true|:)|\btail -[fF]\b|\bsleep (?:infinity|inf)\b")
SLEEP = re.compile(r"\bsleep (\d{1,12}(?:\.\d{1,12})?)([smhd]?)\b")
EXIT = re.compile(r"\bexit (\d{1,9})\s*$")
UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}


class Suggestion(Struct, frozen=True):
    """A life that a command suggests, and why."""

    life: Life
    why: str


def suggested(container: Container) -> Suggestion | None:
    """Return what the command suggests; None if it says nothing that is known.

    As the first process of a container, `sleep` and a plain shell have no handler of
    SIGTERM, and so ignore it (R46).
    """
    words = container.command
    if not words:
        return None
    name = words[0].rpartition("/")[2]
    if name in SHELLS and len(words) > 2 and words[1].startswith("-"):
        return _of_shell(words[2])
    if name == "sleep" and len(words) > 1:
        return _of_sleep(" ".join(words[:2]))
    return None


def hook_takes(hook: Hook) -> float | None:
    """Return the seconds that a hook's command sleeps; None if it does not say."""
    return _slept(" ".join(hook.command))


def _of_sleep(text: str) -> Suggestion | None:
    seconds = _slept(text)
    if seconds is None and not FOR_EVER.search(text):
        return None
    return Suggestion(Life(run=seconds, on_sigterm="ignore"), text)


def _of_shell(text: str) -> Suggestion | None:
    said = " ".join(text.split())
    with suppress(ValueError):
        said = " ".join(shlex.split(said, comments=True))
    code = EXIT.search(said)
    exit_code = int(code[1]) & MOST_CODE if code else 0  # as a shell does
    if FOR_EVER.search(said):
        return Suggestion(Life(on_sigterm="ignore"), _short(said))
    seconds = _slept(said)
    if seconds is None and code is None:
        return None
    life = Life(run=seconds or 0.0, exit_code=exit_code, on_sigterm="ignore")
    return Suggestion(life, _short(said))


def _slept(text: str) -> float | None:
    found = [float(number) * UNITS[unit] for number, unit in SLEEP.findall(text)]
    return sum(found) if found else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
