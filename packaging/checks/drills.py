"""What every installed program has to do in a clean system, whatever installed it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from artefacts.common import VERSION, say

from checks.room import CheckError, Room, require
from checks.screens import has_wayland, unused_display, wayland_screen, x_screen
from checks.walk import LESSON, double_click, lesson_of_our_own, walk

PICTURE = "/root/picture.png"
SMALLEST_PICTURE = 20_000  # bytes; an empty window packs to far less


def selftest(room: Room, program: Sequence[str], platform: str, **environ: str) -> None:
    """It opens its window, paints it and says so."""
    done = room.run(*program, "--selftest", PICTURE, **environ)
    require(done.code == 0, f"self-test on {platform}: {done.code}\n{done.all}")
    said = json.loads(done.out.splitlines()[-1])
    require(said["platform"].startswith(platform), f"not on {platform}: {said}")
    require(said["version"] == VERSION, f"not version {VERSION}: {said}")
    require(len(said["fonts"]) >= 2, f"its fonts are missing: {said}")
    picture = room.root / PICTURE.lstrip("/")
    size = picture.stat().st_size
    require(size > SMALLEST_PICTURE, f"the window is empty: {size} bytes")
    picture.unlink()
    say(f"    {platform}: first picture after {said['first_paint_ms']:.0f} ms")


def refused(room: Room, program: Sequence[str], words: str, **environ: str) -> None:
    """It ends with 2 and one line that says these words; never an abort."""
    done = room.run(*program, **environ)
    lines = done.err.strip().splitlines()
    require(done.code == 2, f"{words!r}: ended with {done.code}\n{done.all}")
    require(len(lines) == 1 and words in lines[0], f"{words!r} is not in {lines}")


def displays(room: Room, program: Sequence[str]) -> None:
    """A window on X11, on Wayland and on none; a clear word without a display."""
    selftest(room, program, "offscreen", QT_QPA_PLATFORM="offscreen")
    refused(room, program, "neither DISPLAY nor WAYLAND_DISPLAY is set")
    nobody = unused_display()
    refused(room, program, f"nothing answers at DISPLAY={nobody}", DISPLAY=nobody)
    with x_screen() as display:
        selftest(room, program, "xcb", DISPLAY=display)
    if not has_wayland():
        say("    skipped: Wayland (no weston here)")
        return
    inside = "/run/display"
    with wayland_screen(room.root / inside.lstrip("/")) as name:
        place = {"XDG_RUNTIME_DIR": inside, "WAYLAND_DISPLAY": name}
        selftest(room, program, "wayland", **place)


def missing_library(
    room: Room, program: Sequence[str], library: str, package: str
) -> None:
    """Without a system library it names it, and the line that installs it."""
    hidden = list((room.root / "usr/lib").rglob(f"{library}*"))
    require(hidden, f"{library} is not installed, so it cannot be taken away")
    for path in hidden:
        path.rename(path.with_name(f"hidden-{path.name}"))
    with x_screen() as display:
        line = f"apt-get install -y --no-install-recommends {package}"
        refused(room, program, line, DISPLAY=display)
    for path in hidden:
        path.with_name(f"hidden-{path.name}").rename(path)


def double_clicked(room: Room, entry: Path, user: str = "root") -> None:
    """The desktop entry's command opens a lesson file; keys step through it."""
    place = "/root" if user == "root" else f"/home/{user}"
    home = room.root / place.lstrip("/")
    lesson_of_our_own(home)
    words = double_click(entry, f"{place}/{LESSON}")
    if user != "root":
        words = ["runuser", "-u", user, "--", *words]
    with x_screen() as display:
        command, environ = room.command(*words, HOME=place, DISPLAY=display)
        walk(command, environ, display, home)
    say("    a lesson was opened by double-click, stepped through and closed")


def left_behind(room: Room, before: set[str]) -> None:
    """Nothing of ours is left; what the user made is."""
    ours = [
        path
        for path in files(room) - before
        if "sidecar" in path.lower() and not path.startswith(("root/", "tmp/", "home/"))
    ]
    require(not ours, f"left behind: {sorted(ours)[:5]}")


def files(room: Room) -> set[str]:
    """Every file and folder of a room."""
    return {str(path.relative_to(room.root)) for path in room.root.rglob("*")}


__all__ = ["CheckError", "displays", "double_clicked", "missing_library", "selftest"]
