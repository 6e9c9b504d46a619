"""A course page that holds two lessons: `python packaging/course_page.py FOLDER`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LESSONS = {
    "sidecar": "Sidecar container pattern in Kubernetes",
    "native-sidecar": "Native sidecars",
}
PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Containers that help each other</title>
<style>
body {{ font: 17px/1.5 sans-serif; max-width: 1500px }}
body {{ margin: 24px auto; padding: 0 24px }}
iframe {{ width: 100%; height: 760px; border: 1px solid #c7ccd6; border-radius: 12px }}
</style>
<h1>Containers that help each other</h1>
<p>Play both lessons, then answer their questions.
<output>Nothing is played yet.</output></p>
{frames}
<script>
const seen = new Map();
addEventListener("message", ({{ data }}) => {{
  if (data?.type !== "sidecar-viz") return;
  seen.set(data.lesson, `${{data.lesson}}: step ${{data.step}} of ${{data.steps}}`);
  document.querySelector("output").value = [...seen.values()].join(", ");
}});
</script>
</html>
"""
FRAME = """<h2>{title}</h2>
<iframe src="{name}.html" title="{title}" allow="fullscreen"></iframe>"""


def main() -> None:
    """Write the page and its lessons into the folder that is named."""
    if len(sys.argv) != 2:
        sys.exit("usage: python packaging/course_page.py FOLDER")
    write_course(Path(sys.argv[1]))


def write_course(folder: Path) -> Path:
    """Write them into a *folder*; return the page."""
    folder.mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in LESSONS:
        out = str(folder / f"{name}.html")
        command = [sys.executable, "-m", "sidecar_viz", "export", name, out]
        subprocess.run(command, check=True, env=environ)
    frames = [FRAME.format(name=name, title=title) for name, title in LESSONS.items()]
    page = folder / "course.html"
    page.write_text(PAGE.format(frames="\n".join(frames)), encoding="utf-8")
    return page


if __name__ == "__main__":
    main()
