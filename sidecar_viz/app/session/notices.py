"""Says in the main window what happened to the files that the program keeps."""

from __future__ import annotations

from sidecar_viz.app.session.kept_notices import KeptNotices
from sidecar_viz.app.session.notice_bar import NoticeBar
from sidecar_viz.app.window.main_window import MainWindow


class Notices(KeptNotices):
    """Says it over the panels of the main window."""

    def __init__(self, window: MainWindow) -> None:
        def put(bar: NoticeBar) -> None:
            window.views.put_bar(bar, window.look)

        super().__init__(window, put, window.voice.said.emit)
