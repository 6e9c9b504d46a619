"""The lab: its time line, its stage and its editor, beside filling a window."""

from __future__ import annotations

import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app.lab.held.opened import read_opened
from sidecar_viz.app.lab.lab_actions import opened_lab
from sidecar_viz.app.lab.views.line.time_line_view import TimeLineView
from sidecar_viz.app.lab.views.stage_view import LabStage
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.paint.brush.fonts import load_fonts
from sidecar_viz.paint.lab.pod.stage import Moment
from sidecar_viz.pods.given.pod import Container, Pod, Probe
from sidecar_viz.pods.given.script import Life, ProbeRun, ProbeRuns, Script, When
from sidecar_viz.pods.showing.run import Run, played
from tests.bench.frames import Fill, block
from tests.bench.measure import ROOT, settled, tell
from tests.bench.simulating import manifest

if TYPE_CHECKING:
    from collections.abc import Callable

HOUR, CONTAINERS = 3600.0, 15
FRAMES = 400  # of a block: the server's time is known to 10 ms
LINE, STAGE = (1920, 400), (1270, 510)


def busy() -> Run:
    """Play an hour of 15 containers, two of them in a crash loop: 2,000 changes."""
    boxes = tuple(
        Container(
            f"container-{n}",
            "sidecar" if n % 3 == 0 else "regular",
            readiness=Probe(period=6 + n, failures=3),
        )
        for n in range(CONTAINERS)
    )
    never = ProbeRuns(readiness=ProbeRun(result="fail"))
    lives = {c.name: Life(probes=never) for c in boxes}
    for n in (4, 7):
        lives[f"container-{n}"] = Life(run=20, exit_code=1, probes=never)
    script = Script(containers=lives, until=When(seconds=HOUR), max_seconds=HOUR)
    return played(Pod("busy", boxes), script)


def again(run: Run) -> Run:
    """Give the same run with nothing of its pictures worked out yet."""
    return Run(
        *(run.pod, run.script, run.version, run.trace),
        *(run.end, run.last, run.stopped, run.over),
    )


def shown(widget: QWidget, size: tuple[int, int]) -> QWidget:
    """Show a widget in a window of its own."""
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    widget.setGeometry(0, 0, *size)
    widget.show()
    return widget


def first_paints(app: QApplication, run: Run, times: int) -> float:
    """Give the median time from a new run to the time line's picture of it."""
    view = TimeLineView(run)
    shown(view, LINE)
    settled(app)
    taken = []
    for _ in range(times):
        fresh = again(run)
        began = time.perf_counter()
        view.show_run(fresh)
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
    view.close()
    return median(taken)


def beside_a_fill(
    app: QApplication,
    widget: TimeLineView | LabStage,
    size: tuple[int, int],
    end: float,
    blocks: int,
) -> tuple[float, float]:
    """Give the CPU milliseconds of a frame at another second, and of a fill."""
    fill = Fill()
    shown(fill, size)
    shown(widget, size)
    settled(app)

    def filling(_: float) -> None:
        fill.update()
        app.processEvents()
        app.sync()

    def frame(part: float) -> None:
        widget.show_moment(Moment(end * part, end * part))
        app.processEvents()
        app.sync()

    works: tuple[Callable[[float], None], ...] = (frame, filling)
    for work in works:
        block(work, 60)
    taken = [[block(work, FRAMES) for work in works] for _ in range(blocks)]
    fill.close()
    widget.close()
    return median(one for one, _ in taken), median(one for _, one in taken)


def editing(app: QApplication, times: int) -> float:
    """Give the 95th percentile from a change of the text to the window's picture."""
    data = manifest(10, 5)
    lab = opened_lab(read_opened(data, "bench.yaml"), Preferences(theme="light"))
    lab.window.setGeometry(0, 0, 1920, 1080)
    lab.window.show()
    lab.texts.toggle()
    settled(app)
    taken = []
    for number in range(times + 3):
        period = b"periodSeconds: %d" % (6 + number % 7)
        began = time.perf_counter()
        lab.model.edit(data.replace(b"periodSeconds: 5", period))
        app.processEvents()
        app.sync()
        taken.append((time.perf_counter() - began) * 1000)
    lab.window.close()
    return quantiles(taken[3:], n=20)[-1]


def main() -> None:
    """Measure `TIMES`: so many first paints, blocks of frames and changes of text."""
    times = int(sys.argv[1])
    app = make_application()
    load_fonts(ROOT / "resources" / "fonts")
    run = busy()
    line, stage = TimeLineView(run), LabStage(run)
    for view in (line, stage):
        view.set_look(Look())
    scrub, line_fill = beside_a_fill(app, line, LINE, run.end, times)
    frame, stage_fill = beside_a_fill(app, stage, STAGE, run.end, times)
    tell(
        changes=len(run.way.stops),
        line_ms=first_paints(app, run, times),
        scrub_ms=scrub,
        line_fill_ms=line_fill,
        stage_ms=frame,
        stage_fill_ms=stage_fill,
        edit_p95_ms=editing(app, max(2, times * 6)),
    )


if __name__ == "__main__":
    main()
