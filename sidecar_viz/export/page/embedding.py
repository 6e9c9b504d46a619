"""How another page shows a lesson: an iframe, and messages to and from it."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.markup import escaped, plain
from sidecar_viz.export.page.words import SAID

MESSAGES = """\
const lesson = document.querySelector("iframe");
lesson.contentWindow.postMessage({ type: "sidecar-viz", step: 4 }, "*");
addEventListener("message", (event) => {
  if (event.source === lesson.contentWindow && event.data.type === "sidecar-viz")
    console.log(event.data.lesson, event.data.step, event.data.steps);
});"""


def iframe(lesson: Lesson, file: str) -> str:
    """Return what shows the lesson's *file* inside another page, from step 1 on."""
    title = escaped(plain(lesson.title))
    kept = b"!'()*"  # as a browser's encodeURIComponent keeps them
    address = bytes(QUrl.toPercentEncoding(file, kept).data()).decode()
    return (
        f'<iframe src="{escaped(address)}?step=1" title="{title}"\n'
        '  width="100%" height="760" allow="fullscreen"></iframe>'
    )


def embed_html(lesson: Lesson) -> str:
    """Write the snippets; the player puts the file's own name into the first."""
    snippet = escaped(iframe(lesson, f"{lesson.id}.html"))
    return (
        f"<p>{SAID['embed-note']}</p>"
        f'<pre tabindex="0" id="iframe"><code>{snippet}</code></pre>'
        f"<p>{SAID['embed-more']}</p>"
        f'<pre tabindex="0"><code>{escaped(MESSAGES)}</code></pre>'
    )
