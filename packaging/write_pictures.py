"""Makes the pictures of the guide anew, with the program's own export."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from lab_pictures import shots, write_shot

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def lesson_in(page: str) -> str:
    """The lesson that a page builds up, all its YAML in one text."""
    return "\n".join(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))


def simulated_in(page: str) -> str:
    """The lesson of a page that is made of a simulation."""
    found = re.findall(r"```text\n(format: 2\n.*?simulate:.*?)```", page, re.DOTALL)
    return str(found[0])


SHOP = """format: 2
id: shop
title: The shop
simulate: { manifest: pod.yaml, script: script.yaml }
"""
"""The lesson of the example of docs/lab.md."""


class Recipe(NamedTuple):
    """A pattern of the cookbook: the name of its picture, and a whole lesson."""

    name: str
    lesson: str


COOKBOOK = re.compile(
    r"```yaml\n(?P<lines>.*?)```\n\n!\[[^]]*\]\(images/(?P<name>[a-z-]+)\.png\)",
    re.DOTALL,
)
MOMENTS = {
    "cookbook-question": 0.72,
    "cookbook-values": 1.0,
    "cookbook-cells": 2.0,
    "cookbook-moments": 0.8,
    "cookbook-moves": 1.4,
}
"""Patterns that are shown in the middle of a step; others at their last one."""
IN_WINDOW = ("cookbook-table", "cookbook-moments")
"""Patterns of what stands beside the stage: the whole window is shown."""


def recipes(page: str) -> list[Recipe]:
    """The patterns of the cookbook, each as a lesson that can be opened."""
    return [
        Recipe(
            found["name"],
            f"format: 2\nid: {found['name']}\ntitle: A pattern\n" + found["lines"],
        )
        for found in COOKBOOK.finditer(page)
    ]


def main() -> None:
    """Make all pictures; each is small enough to be kept in the repository."""
    sys.path.insert(0, str(ROOT))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from sidecar_viz.app.qt_application import (  # noqa: PLC0415 - path first
        make_application,
    )
    from sidecar_viz.cli import main as run  # noqa: PLC0415 - path first
    from sidecar_viz.files.reading.lesson_file import (  # noqa: PLC0415 - path first
        load_lesson as read,
    )
    from sidecar_viz.paint.brush.fonts import load_fonts  # noqa: PLC0415 - path first

    application = make_application()  # the same one for stages and for windows
    load_fonts(ROOT / "resources" / "fonts")
    images = DOCS / "images"
    with tempfile.TemporaryDirectory() as folder:
        lesson = Path(folder) / "lesson.yaml"
        page = (DOCS / "writing-lessons.md").read_text("utf-8")
        lesson.write_text(lesson_in(page), "utf-8")
        for source, name, *more in (
            (lesson, "cafe.png", "--at", "1.5", "--size", "640x240"),
            (images / "kinds.yaml", "kinds.png", "--step", "1", "--size", "640x520"),
        ):
            out = str(images / name)
            run(["export", str(source), out, "--theme", "light", *map(str, more)])
        lesson.write_text(simulated_in(page), "utf-8")
        out = str(images / "simulated.png")
        view: tuple[str, ...] = ("--step", "2", "--size", "640x300")
        run(["export", str(lesson), out, *view, "--theme", "light"])
        lab = (DOCS / "lab.md").read_text("utf-8")
        manifest, script, *_ = re.findall(r"```yaml\n(.*?)```", lab, re.DOTALL)
        lesson.with_name("pod.yaml").write_text(manifest, "utf-8")
        lesson.with_name("script.yaml").write_text(script, "utf-8")
        lesson.write_text(SHOP, "utf-8")
        view = ("--step", "12", "--size", "800x450")
        run(
            ["export", str(lesson), str(images / "shop.png"), *view, "--theme", "light"]
        )
        for recipe in recipes((DOCS / "cookbook.md").read_text("utf-8")):
            lesson.write_text(recipe.lesson, "utf-8")
            at = MOMENTS.get(recipe.name)
            place = (
                ("--at", str(at)) if at else ("--step", str(len(read(lesson).steps)))
            )
            out = str(images / f"{recipe.name}.png")
            view = ("--size", "640x300")
            if recipe.name in IN_WINDOW:
                view = ("--size", "1500x480", "--window")
            run(["export", str(lesson), out, *place, *view, "--theme", "light"])
        job = (ROOT / "resources/pods/job-never-ends.podlab.yaml").read_bytes()
        for shot in shots(manifest, script, job):
            write_shot(shot, images / "lab")
    del application


if __name__ == "__main__":
    main()
