"""The preferences: every change holds at once, and all can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.preferences.preferences import PreferenceName, Preferences
from sidecar_viz.app.preferences.rows import SettingRow
from sidecar_viz.app.preferences.table import settings
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.widgets.edged_button import EdgedButton

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from sidecar_viz.app.look.look import Look

MEASURES = Measures(width=760, height=1000)
ROWS = 15


class PreferencesDialog(QDialog):
    """Shows the preferences and lets them be changed.

    Signals:
        changed: the new Preferences, at each change.
        keys_wanted: the user wants to choose keys.
    """

    changed: SignalOf[Preferences] = signal(object)
    keys_wanted: SignalOf[()] = signal()

    def __init__(
        self, preferences: Preferences, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.frame = DialogFrame(self, self.tr("Preferences"), MEASURES)
        self.preferences = preferences
        self._before: Preferences | None = None
        self.page = self.frame.add_page()
        self.rows = {one.field: SettingRow(one, self.page.inside) for one in settings()}
        for field, row in self.rows.items():
            self.page.column.addWidget(row)
            row.set_to.connect(lambda value, field=field: self._set(field, value))
        self.page.column.addStretch(1)
        self.reset = EdgedButton(self.tr("Reset to defaults"), "", self)
        self.shut = self.frame.close_button()
        self.keys = EdgedButton(self.tr("Keys…"), "", self)
        self.keys.clicked.connect(self.keys_wanted)
        self.frame.add_buttons((self.reset, self.keys), (self.shut,))
        self.reset.clicked.connect(self._reset_or_undo)
        self.set_look(look)
        self.show_preferences(preferences)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show preferences that were changed elsewhere.

        What is shown here and was chosen anew is not for the undo to take back.
        """
        if self.preferences.changes_to(preferences) & self.rows.keys():
            self._before = None
        self._show(preferences)

    def _show(self, preferences: Preferences) -> None:
        self.preferences = preferences
        for field, row in self.rows.items():
            row.show_value(getattr(preferences, field))
        self._name_reset()

    def _set(self, field: PreferenceName, value: str | float) -> None:
        self._before = None
        self._take(self.preferences.with_value(field, value))

    def _reset_or_undo(self) -> None:
        """Reset what is shown here; pressed again, take that back."""
        if self._before is not None:
            before, self._before = self._before, None
            self._take(self.preferences.with_those_of(before, self.rows))
            return
        self._before = self.preferences
        self._take(self.preferences.reset(self.rows))

    def _take(self, preferences: Preferences) -> None:
        self._show(preferences)
        self.changed.emit(preferences)

    def _name_reset(self) -> None:
        undo = self._before is not None
        text = self.tr("Undo the reset") if undo else self.tr("Reset to defaults")
        self.reset.setText(text)
        self.reset.setAccessibleName(text)
        self.reset.updateGeometry()

    def _begin_at_what_is_chosen(self) -> None:
        """Focus the first setting's chosen value: arrows go on from there."""
        first = next(iter(self.rows.values())).choices
        chosen = [b for b in first.buttons if b.isChecked()] if first else []
        if chosen:
            chosen[0].setFocus()

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.page.column.setSpacing(look.px(ROWS))
        self.page.column.setContentsMargins(4, 4, look.px(14), 4)
        for row in self.rows.values():
            row.set_look(look)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, the first control ready."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self._begin_at_what_is_chosen()
