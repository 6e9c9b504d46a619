"""How long each artefact takes to its first picture, beside the program from source."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from artefacts.common import BUILD, DIST, PYTHON, ROOT, VERSION, do, fresh, say
from artefacts.portable import NAME

from checks.room import require
from checks.screens import x_screen

ROUNDS = 15
SYSTEM = "/usr/bin/python3"
MOST = {"deb": 1.15, "portable": 1.3, "run": 1.3}
START = """\
import sys
sys.path.insert(0, {place!r})
from sidecar_viz.cli import main
sys.exit(main())
"""


def check_start() -> None:
    """Start everything by turns, and compare what the middle of each took."""
    with tempfile.TemporaryDirectory() as home, x_screen() as display:
        picture = str(Path(home, "first.png"))
        rows = programs(Path(home))
        environ = {**os.environ, "DISPLAY": display, "HOME": home}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CACHE_HOME"):
            environ.pop(name, None)
        times: dict[str, list[float]] = {name: [] for name in rows}
        for turn in range(ROUNDS + 1):
            for name, (command, _) in rows.items():
                taken = first_picture(command, picture, environ)
                if turn:  # the first one fills caches
                    times[name].append(taken)
    tell(times, {name: beside for name, (_, beside) in rows.items()})


def programs(home: Path) -> dict[str, tuple[Sequence[str], str]]:
    """What is started, and what it is compared with."""
    source = environ_of(str(ROOT))
    rows: dict[str, tuple[Sequence[str], str]] = {
        "bare": ((*source, str(PYTHON), "-m", "tests.bench.bare"), ""),
        "source": ((*source, str(PYTHON), "-m", "sidecar_viz"), "bare"),
    }
    packed = DIST / f"{NAME}-linux-x86_64.tar.xz"
    if packed.exists():
        do("tar", "-C", home, "-xf", packed)
        rows["portable"] = ((str(home / NAME / "sidecar-viz"),), "source")
    single = DIST / f"{NAME}-linux-x86_64.run"
    if single.exists():
        rows["run"] = ((str(single),), "source")
    package = DIST / f"sidecar-viz_{VERSION}_amd64.deb"
    if package.exists() and shutil.which(SYSTEM) and same_qt():
        place = fresh(BUILD / "started")
        do("dpkg-deb", "--extract", package, place)
        site = place / "usr" / "lib" / "sidecar-viz"
        do(SYSTEM, "-m", "compileall", "-q", site)
        start = home / "start.py"
        start.write_text(START.format(place=str(site)), "utf-8")
        libraries = f"{ROOT}:{packages()}"
        words = (*environ_of(libraries), SYSTEM, "-m", "sidecar_viz")
        rows["source, system's Python"] = (words, "bare")
        rows["deb"] = ((SYSTEM, "-IS", str(start)), "source, system's Python")
    return rows


def environ_of(path: str) -> tuple[str, ...]:
    """Words in front of a command that set Python's path."""
    return ("env", f"PYTHONPATH={path}")


def packages() -> str:
    """Where the environment of the checkout has its packages."""
    return do(
        PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    ).strip()


def same_qt() -> bool:
    """Whether the system's Python can load the packages of the environment."""
    version = "import sys; print(sys.version_info[:2])"
    return do(SYSTEM, "-c", version) == do(PYTHON, "-c", version)


def first_picture(
    command: Sequence[str], picture: str, environ: dict[str, str]
) -> float:
    """Milliseconds from the start of the process to its first painted frame."""
    bare = command[-1].endswith(".bare")
    words = [*command] if bare else [*command, "--selftest", picture]
    done = subprocess.run(
        words, cwd=ROOT, env=environ, check=False, capture_output=True, text=True
    )
    require(done.returncode == 0, f"{words}: {done.stderr}")
    said = json.loads(done.stdout.splitlines()[-1])
    return float(said["wall_ms" if bare else "first_paint_ms"])


def tell(times: dict[str, list[float]], beside: dict[str, str]) -> None:
    """Print the table; a ratio above what was asked for is an error."""
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    say(f"    {'first picture':<26} {'median':>8} {'best':>8}  ratio")
    slow = []
    for name, taken in times.items():
        ratio = middle[name] / middle[beside[name]] if beside[name] else 1.0
        best = min(taken) / min(times[beside[name]]) if beside[name] else 1.0
        against = f"×{ratio:.2f} of {beside[name]}" if beside[name] else ""
        say(f"    {name:<26} {middle[name]:5.0f} ms {min(taken):5.0f} ms  {against}")
        # On a busy machine the middle moves; what is really slow is never quick.
        if min(ratio, best) > MOST.get(name, sys.maxsize):
            slow.append(f"{name} ×{ratio:.2f}, at most ×{MOST[name]}")
    require(not slow, f"slow starts: {'; '.join(slow)}")
