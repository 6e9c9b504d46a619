"""Keyboards of many countries, each on an X server of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.x_server import x_server

# fmt: off
LAYOUTS = (
    "us", "gb", "de", "ch", "ch(fr)", "fr", "be", "cz", "sk", "hu", "es", "it", "se",
    "pl", "us,ru", "us,il", "ru", "ua", "bg", "gr", "ara", "il", "ir", "th", "ge", "am",
)
# fmt: on
Wrong = tuple[str, str, list[str]]


def pressed_on(layout: str, *options: str) -> tuple[int, list[Wrong]]:
    """Press every key on a keyboard; how many were, and which did something else.

    Of two layouts, the second is used.
    """
    with x_server("-noreset", "-screen", "0", "1280x800x24") as (_, display):
        environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        second = ["--second"] if "," in layout else []
        name, _, variant = layout.rstrip(")").partition("(")
        wanted = ["setxkbmap", "-layout", name, "-variant", variant]
        subprocess.run(wanted, env=environ, check=True)
        done = subprocess.run(
            [sys.executable, "-m", "tests.keyboards.pressed", *options, *second],
            env=environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found = json.loads(done.stdout)
    return found["tried"], [(key, stroke, did) for key, stroke, did in found["wrong"]]
