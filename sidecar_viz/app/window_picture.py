"""`export --window`: the whole window as a learner sees it, without a display."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sidecar_viz.app.preferences.preferences import Preferences
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.window.main_window import SMALLEST
from sidecar_viz.app.wiring.wiring import connected_program
from sidecar_viz.export.formats import exported_as
from sidecar_viz.export.pictures.stills import ExportError, png_of
from sidecar_viz.export.wanted import Exported, Format, Piece, Scope, Wanted
from sidecar_viz.paint.brush.fonts import load_fonts


def exported_window(wanted: Wanted) -> Exported:
    """Make the picture of the window; say which letters had no font.

    Raises:
        ExportError: as `window_png` does.
    """
    application = QApplication.instance() or make_application()
    exported = exported_as(Format("the window", Scope.STEP, window_png), wanted)
    del application
    return exported


def window_png(wanted: Wanted) -> Iterator[Piece]:
    """Make a PNG of the window that shows what is *wanted*.

    It is the window of somebody who has just installed the program. There must be a
    QApplication; nothing is read of what is kept between two starts, nor written.

    Raises:
        ExportError: the window cannot be so small, or Qt cannot write the picture.
    """
    width, height = wanted.size
    if width < SMALLEST[0] or height < SMALLEST[1]:
        least = f"{SMALLEST[0]}x{SMALLEST[1]}"
        raise ExportError(f"the window is at least {least}; give it such a --size")
    load_fonts(wanted.fonts)
    chosen: Preferences = replace(Preferences(motion="none"), theme=wanted.theme)
    program = connected_program(wanted.lesson, None, chosen)
    window, player = program.window, program.player
    window.resize(width, height)
    if wanted.what_if is not None:
        window.show_what_if(wanted.what_if.id)
    if wanted.position is None:
        player.last()
        player.step(1)
    else:
        player.scrub(wanted.position)
    window.show()
    QCoreApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield Piece(png_of(image))
