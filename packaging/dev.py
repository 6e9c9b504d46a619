"""Every task of the project in one place; it makes the machine ready by itself.

Started with a Python of 3.11 or newer and nothing else, by `packaging/run`,
`packaging/test` and `packaging/bench`, or directly.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable

from machine import (
    PYTHON,
    ROOT,
    need_environment,
    need_libraries,
    need_xvfb,
    run,
    say,
)

from sidecar_viz.start.preflight import platforms, problem_with_display

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
WITHOUT_WINDOW = {
    *("lessons", "check", "describe", "export", "schema"),
    *("-h", "--help", "--version"),
}


def program(*args: str, **environ: str) -> int:
    """Run sidecar-viz from the checkout, in the folder that we were started in."""
    return run(str(PYTHON), "-m", "sidecar_viz", *args, **environ)


def tool(name: str, *args: str, **environ: str) -> int:
    """Run one of the locked tools at the top of the project."""
    os.chdir(ROOT)
    return run(str(PYTHON), "-m", name, *args, **environ)


def start(args: list[str]) -> int:
    """Start the application; without a display, draw the lesson into out/."""
    need_environment()
    if args and args[0] in WITHOUT_WINDOW:
        need_libraries("offscreen")
        return program(*args)
    if any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", *OFFSCREEN)):
        need_libraries(platforms(os.environ)[-1])
    problem = problem_with_display(os.environ)
    wanted, other = still_parser().parse_known_args(args)
    if problem is None or other:
        return program(*args)
    say(problem.partition(";")[0])
    return draw(wanted.lesson, wanted.theme, wanted.what_if)


def still_parser() -> argparse.ArgumentParser:
    """What of the program's arguments means something for pictures, too."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("lesson", nargs="?", default="sidecar")
    for name in ("--theme", "--what-if", "--step"):
        parser.add_argument(name)
    return parser


def draw(lesson: str, theme: str | None, what_if: str | None) -> int:
    """Play *lesson* to its end, a picture a step."""
    need_libraries("offscreen")
    chosen = ["--theme", theme] if theme else []
    chosen += ["--what-if", what_if] if what_if else []
    steps = steps_of(lesson)
    if steps is None:
        return program("check", lesson, **OFFSCREEN) or 2
    say("drawing every step of the lesson into out/ instead")
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    for step in range(steps):
        picture = out / f"step-{step}.png"
        words = ("export", lesson, str(picture), "--step", str(step), *chosen)
        code = program(*words, **OFFSCREEN)
        if code:
            return code
        say(f"  {picture.relative_to(ROOT)}")
    return 0


def steps_of(lesson: str) -> int | None:
    """How many steps a lesson has, the start included; None for no lesson."""
    command = [str(PYTHON), "-m", "sidecar_viz", "describe", lesson, "--format", "json"]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        command, env=environ, check=False, stdout=subprocess.PIPE, text=True
    )
    return None if told.returncode else len(json.loads(told.stdout)["steps"])


def test(args: list[str]) -> int:
    """Run the tests: all, --quick (no storms) or --near FILE; other words to pytest."""
    need_libraries("offscreen")
    need_environment()
    wanted, others = test_parser().parse_known_args(args)
    words = ["-m", "not storm"] if wanted.quick or wanted.near else []
    named = [word for word in others if not word.startswith("-")]
    if wanted.near:
        found = tests_near(wanted.near)
        if not found:
            say(f"no test is near {wanted.near}; try packaging/test --quick")
            return 0
        words += ["-p", "tests.near", *found]
    if wanted.near or not named:
        words += ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    return tool("pytest", *words, *others, **OFFSCREEN)


def test_parser() -> argparse.ArgumentParser:
    """What of a test's arguments is not for pytest."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--near", metavar="FILE")
    return parser


def tests_near(file: str) -> list[str]:
    """List the tests near a file, the nearest first."""
    path = os.path.abspath(file)  # noqa: PTH100 - only to ask another Python
    command = [str(PYTHON), "-m", "tests.near", path]
    told = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return told.stdout.split()


def bench(args: list[str]) -> int:
    """Measure speed and memory in a real window under Xvfb."""
    need_libraries("xcb")
    need_xvfb()
    need_environment()
    return tool("tests.bench", *args)


def lint(args: list[str]) -> int:
    """Check form and style with Ruff."""
    need_environment()
    form = tool("ruff", "format", "--check", ".")
    return form | tool("ruff", "check", *args, ".")


def types(args: list[str]) -> int:
    """Check types, strictly."""
    need_environment()
    return tool("mypy", *args)


def wheel(args: list[str]) -> int:
    """Build the wheel into dist/."""
    need_environment()
    build = ("--no-deps", "--no-build-isolation", "--wheel-dir", "dist")
    return tool("pip", "--quiet", "wheel", *build, *args, ".")


def build(args: list[str]) -> int:
    """Build what people install into dist/ (wheel, deb, portable … or all)."""
    need_libraries("xcb")
    need_libraries("wayland")
    need_environment()
    return run(str(PYTHON), str(ROOT / "packaging" / "build.py"), *args)


def check(args: list[str]) -> int:
    """Prove what was built: installed, opened, used and removed elsewhere."""
    need_libraries("xcb")
    need_environment()
    return run(str(PYTHON), str(ROOT / "packaging" / "check.py"), *args)


def release(args: list[str]) -> int:
    """Make a release: packaging/dev release 0.2.0 writes, checks, commits and tags."""
    need_environment()
    return run(str(PYTHON), str(ROOT / "packaging" / "release.py"), *args)


def setup(_args: list[str]) -> int:
    """Only make the machine ready."""
    need_libraries("xcb")
    need_environment()
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": start,
    "test": test,
    "bench": bench,
    "lint": lint,
    "types": types,
    "wheel": wheel,
    "build": build,
    "check": check,
    "release": release,
    "setup": setup,
}


def main() -> int:
    """Do what the first word says; with none, list what there is."""
    name, *args = sys.argv[1:] or [""]
    if name in COMMANDS:
        return COMMANDS[name](args)
    for known, command in COMMANDS.items():
        print(f"packaging/dev {known:<7}  {command.__doc__}")
    return 0 if name in {"", "-h", "--help"} else 2


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
