"""Makes the pictures of the guide anew, with the program's own export."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def lesson_in(page: str) -> str:
    """The lesson that a page builds up, all its YAML in one text."""
    return "\n".join(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))


def main() -> None:
    """Make both pictures; each is small enough to be kept in the repository."""
    sys.path.insert(0, str(ROOT))
    from sidecar_viz.cli import main as run  # noqa: PLC0415 - path first

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


if __name__ == "__main__":
    main()
