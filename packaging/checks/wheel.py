"""The wheel and the sources: complete, the same twice, and at work anywhere."""

from __future__ import annotations

import re
import subprocess
import tarfile
import tempfile
import zipfile
from email.parser import Parser
from pathlib import Path

from artefacts.common import (
    DIST,
    LOCK,
    PYTHON,
    ROOT,
    VERSION,
    do,
    say,
    settings,
)
from artefacts.site import build_sdist, build_wheel

from checks.room import require
from checks.screens import x_screen

DATA = "sidecar_viz/_data"


def check_wheel() -> None:
    """All of it."""
    wheel = DIST / f"sidecar_viz-{VERSION}-py3-none-any.whl"
    require(wheel.exists(), "it is not built; packaging/build wheel builds it")
    check_contents(wheel)
    first = wheel.read_bytes()
    require(build_wheel().read_bytes() == first, "a second build is not the same")
    check_sdist(build_sdist())
    with tempfile.TemporaryDirectory() as place:
        check_installed(wheel, Path(place))


def tracked(folder: str) -> set[str]:
    """The files of a folder that belong to the project."""
    try:
        told = do("git", "ls-files", "-z", folder, cwd=ROOT)
    except SystemExit:  # sources without their history
        return {
            str(p.relative_to(ROOT)) for p in (ROOT / folder).rglob("*") if p.is_file()
        }
    return {name for name in told.split("\0") if name}


def check_contents(wheel: Path) -> None:
    """Every lesson, font, icon and licence is inside, and said in the metadata."""
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
        about = f"sidecar_viz-{VERSION}.dist-info"
        told = Parser().parsestr(opened.read(f"{about}/METADATA").decode())
    wanted = {f"{DATA}/{name}" for name in tracked("lessons") | tracked("resources")}
    require(wanted <= names, f"it lacks {sorted(wanted - names)[:5]}")
    code = tracked("sidecar_viz")
    require(code <= names, f"it lacks {sorted(code - names)[:5]}")
    require(told["License-Expression"] == "MIT AND OFL-1.1", "its licence is not said")
    for name in told.get_all("License-File", []):
        require(f"{about}/licenses/{name}" in names, f"it lacks the licence {name}")
    require(len(told.get_all("License-File", [])) >= 4, "licences are not said")
    require(told["Version"] == VERSION, f"its version is {told['Version']}")


def check_sdist(sources: Path) -> None:
    """What the tests need is inside; what is compiled is not."""
    with tarfile.open(sources) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for folder in ("sidecar_viz", "lessons", "resources", "tests", "packaging", "docs"):
        lost = tracked(folder) - names
        require(not lost, f"the sources lack {sorted(lost)[:5]}")
    require(not [n for n in names if n.endswith(".pyc")], "compiled files are inside")


def check_installed(wheel: Path, place: Path) -> None:
    """By pip, into a new environment, started far from the checkout."""
    versions = re.sub(r" \\\n(?:\s+--hash=\S+(?: \\\n|\n))+", "\n", LOCK.read_text())
    constraints = place / "constraints.txt"
    constraints.write_text(versions, "utf-8")
    do(PYTHON, "-m", "venv", place / "new")
    pip = (place / "new" / "bin" / "pip", "--disable-pip-version-check", "--quiet")
    do(*pip, "install", "--constraint", constraints, wheel)
    program = place / "new" / "bin" / "sidecar-viz"
    python = place / "new" / "bin" / "python"
    for words in ((program,), (python, "-m", "sidecar_viz")):
        require(VERSION in do(*words, "--version", cwd=Path("/")), f"{words} fails")
    lessons = do(program, "lessons", cwd=Path("/"))
    require("\nsidecar " in f"\n{lessons}", f"no lessons: {lessons}")
    with x_screen() as display:
        picture = place / "window.png"
        environ = settings(DISPLAY=display, HOME=str(place))
        for name in ("PYTHONPATH", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            environ.pop(name, None)
        done = subprocess.run(
            [program, "--selftest", str(picture)],
            cwd="/",
            env=environ,
            check=False,
            capture_output=True,
            text=True,
        )
        require(done.returncode == 0, f"self-test: {done.stderr}")
        require(str(place) in done.stdout, f"data from elsewhere: {done.stdout}")
    do(*pip, "uninstall", "--yes", "sidecar-viz")
    left = list((place / "new").rglob("*sidecar*"))
    require(not left, f"pip left behind {left[:3]}")
    say("    installed by pip, opened and removed")
