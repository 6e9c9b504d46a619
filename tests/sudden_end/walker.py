"""The real program with somebody at its keys, until it is killed.

Prints one JSON line as soon as the session is restored: where the lesson stands.
"""

from __future__ import annotations

import json
import random
import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sidecar_viz.app import application
from sidecar_viz.app.preferences.preferences import ThemeChoice
from sidecar_viz.app.qt_application import make_application
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.core.learning.session import Session

KEY_EVERY, LOOK_EVERY = 20, 10  # milliseconds
WALK = (
    *[Qt.Key.Key_PageDown] * 6,
    *[Qt.Key.Key_PageUp] * 2,
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_K, Qt.Key.Key_Y, Qt.Key.Key_R),
)
VOTING = (*"0123456789ABCD", "+")
THEMES: tuple[ThemeChoice, ...] = ("light", "dark", "contrast", "system")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Walker(QObject):
    """Waits for the first frame and the session, then presses keys."""

    def __init__(self, seed: int) -> None:
        """Press the keys that this seed gives."""
        super().__init__()
        self._dice = random.Random(seed)  # noqa: S311 - not for secrets
        self._first_frame = 0.0
        self._clock = QTimer(self, interval=LOOK_EVERY)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._told = False

    def _window(self) -> MainWindow | None:
        every = QApplication.topLevelWidgets()
        return next((one for one in every if isinstance(one, MainWindow)), None)

    def _tick(self) -> None:
        window = self._window()
        if window is None:
            return
        if self._told:
            self._press(window)
            return
        if not self._first_frame:
            window.views.work.stage.installEventFilter(self)
        # Never loaded here: the program itself does that after its first frame.
        keeper = next(
            (c for c in window.children() if type(c).__name__ == "SavedSession"), None
        )
        if keeper is not None and self._first_frame:
            session = getattr(keeper, "session")()  # noqa: B009 - see above
            self._tell(window, session)

    def _tell(self, window: MainWindow, session: Session) -> None:
        self._told = True
        said = {
            "lesson": session.lesson_id,
            "step": session.step,
            "shown": window.player.target,
            "what_if": session.what_if,
            "votes": [
                [*vote.first, *vote.second, vote.stage] for vote in session.votes
            ],
            "theme": window.preferences.theme,
            "seconds": round(time.perf_counter() - self._first_frame, 3),
        }
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        self._clock.setInterval(KEY_EVERY)

    def _press(self, window: MainWindow) -> None:
        target = QApplication.activeModalWidget() or QApplication.activeWindow()
        target = target or window
        found: QWidget | None = target.focusWidget()
        focused = target if found is None else found
        chance = self._dice.random()
        if target is not window and chance < 0.75:
            QTest.keyClicks(focused, self._dice.choice(VOTING))
        elif chance < 0.05:
            QTest.keyClick(window, Qt.Key.Key_V, BOTH)
        elif chance < 0.10:
            window.change(theme=self._dice.choice(THEMES))
        elif chance < 0.15:
            QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        elif target is not window and chance < 0.9:
            QTest.keyClick(focused, Qt.Key.Key_Escape)
        else:
            QTest.keyClick(focused, self._dice.choice(WALK))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the stage was painted first."""
        if event.type() == QEvent.Type.Paint and not self._first_frame:
            self._first_frame = time.perf_counter()
            watched.removeEventFilter(self)
        return False


def main() -> int:
    """Run the program as a user starts it, with nothing on its command line."""
    app = make_application()
    walker = Walker(int(sys.argv[1]))
    code = application.run(
        app, None, step=None, theme=None, what_if=None, selftest=None
    )
    del walker  # until here it walked
    return code


if __name__ == "__main__":
    sys.exit(main())
