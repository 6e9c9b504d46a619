"""What is chosen in the preferences, followed while somebody presents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.app.present.following import Following
from sidecar_viz.app.present.keys import PresentKeys
from sidecar_viz.app.present.still_sign import StillSign
from sidecar_viz.app.window.main_window import MainWindow

SEEN: frozenset[PreferenceName] = frozenset(
    {
        *("theme", "text_scale", "caption_scale", "captions", "audience_panel"),
        *("predict_first", "projector_colours", "brightness", "contrast"),
    }
)
"""The preferences that change what class or teacher see."""


class Chosen(QObject):
    """Hands other colours, sizes and keys on to both views."""

    def __init__(
        self,
        window: MainWindow,
        following: Following,
        still: StillSign,
        keys: Sequence[PresentKeys],
    ) -> None:
        super().__init__(following)
        self._window, self._following = window, following
        self._still, self._keys = still, keys
        window.preferences_changed.connect(self._follow)
        window.system.changed.connect(self._restyle)

    def take_letters(self) -> None:
        """Let single characters be keys in both views, or not, as it is chosen."""
        for keys in self._keys:
            keys.set_letters(letters=self._window.preferences.single_letter_keys)

    def _follow(self, _chosen: Preferences, changed: frozenset[PreferenceName]) -> None:
        if changed & SEEN:
            self._restyle()
        if changed & {"own_keys", "single_letter_keys"}:
            self._still.show()
            self._following.console.show_keys(self._window.commands)
        if "own_keys" in changed:
            for keys in self._keys:
                keys.take_keys()
        if "single_letter_keys" in changed and self._window.presenting:
            self.take_letters()

    def _restyle(self) -> None:
        if self._window.presenting:
            self._following.restyle()
