"""The lab with a manifest, up to its first frame: what `sidecar-viz lab` does."""

from __future__ import annotations

import gc
import os
import time

from sidecar_viz.commands.ready import ready_for_a_window


def main() -> None:
    """Start it, tell how long that took, and close it."""
    gc.disable()  # as the command line does until the first frame is seen
    ready_for_a_window(os.environ)
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - as it starts

    from sidecar_viz.app.qt_application import make_application  # noqa: PLC0415

    app = make_application()
    from sidecar_viz.app.lab_application import Asked, run_the_lab  # noqa: PLC0415

    cpu: list[float] = []
    seen: list[float] = []

    class FirstPaint(QObject):
        """Ends the program after the first paint of the stage."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            """Let the paint reach the screen, then end."""
            painted = event.type() == QEvent.Type.Paint
            if painted and type(watched).__name__ == "LabStage":
                app.removeEventFilter(self)
                QTimer.singleShot(0, self.end)
            return super().eventFilter(watched, event)

        def end(self) -> None:
            """Note the time, and end; closing is no part of it."""
            cpu.append(time.process_time() * 1000)
            seen.append(time.clock_gettime(time.CLOCK_BOOTTIME))
            app.quit()

    watch = FirstPaint(app)
    app.installEventFilter(watch)
    run_the_lab(app, Asked())

    from tests.bench.measure import since_start, tell  # noqa: PLC0415 - not timed

    closing = (time.clock_gettime(time.CLOCK_BOOTTIME) - seen[0]) * 1000
    tell(wall_ms=since_start() - closing, cpu_ms=cpu[0])


if __name__ == "__main__":
    main()
