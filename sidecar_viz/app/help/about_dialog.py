"""About: version, licences, and that nothing is sent anywhere."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sidecar_viz import __version__
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.help.window_icon import window_icon
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.library.places import LibraryError, data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

MEASURES = Measures(width=760, height=800)
SPACING, ICON = 16, 88


class AboutDialog(QDialog):
    """Says what this program is, under which licences, and what it never does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame = DialogFrame(self, "sidecar_viz", MEASURES)
        self.setWindowTitle(self.tr("About sidecar_viz"))
        data = _data()
        # The window's own, where it has one: Qt keeps the pictures of each new one.
        self._icon = QGuiApplication.windowIcon()
        if self._icon.isNull() and data:
            self._icon = window_icon(data / "resources" / "icons")
        self._mark = PlainLabel("", self)
        self._mark.setAccessibleName("sidecar_viz")
        self.version = PlainLabel(self.tr("Version {0}").format(__version__), self)
        self.version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._put_beside_the_icon()
        self.page = self.frame.add_page()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setAccessibleName(self.tr("About sidecar_viz"))
        self.parts = [_Part(*words, self.page.inside) for words in self._words(data)]
        for part in self.parts:
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.copy = EdgedButton(self.tr("Copy the versions"), "", self)
        self.shut = self.frame.close_button()
        self.copy.clicked.connect(self._copy)
        self.frame.add_buttons((self.copy,), (self.shut,))
        self.set_look(look)

    def _words(self, data: Path | None) -> tuple[tuple[str, str], ...]:
        """List headings, and what stands under them."""
        licences = data / "resources" / "licences" if data else None
        where = (
            self.tr("All texts are in {folder}.").format(folder=licences)
            if licences is not None
            else self.tr("The folder with their texts is missing; install it again.")
        )
        return (
            (
                self.tr("What it is"),
                self.tr(
                    "It shows how the Kubernetes sidecar pattern works: for the"
                    " teacher at a projector, and for everyone who learns alone."
                ),
            ),
            (
                self.tr("Nothing is sent"),
                self.tr(
                    "No telemetry, no network: it asks no server for anything, and"
                    " sends nothing anywhere. What classes vote stays on this computer,"
                    " without names."
                ),
            ),
            (
                self.tr("Licences"),
                self.tr(
                    "The code is free under the MIT licence. The fonts, made from"
                    " Inter and JetBrains Mono, are free under the SIL Open Font"
                    " License 1.1."
                ),
            ),
            (
                "Qt",
                self.tr(
                    "It uses Qt {qt} through PySide6 {pyside}, under the GNU Lesser"
                    " General Public License, version 3. Qt's libraries are files of"
                    " their own: you may replace them by your own build. Their source"
                    " is offered at download.qt.io."
                ).format(qt=qVersion(), pyside=PySide6.__version__),
            ),
            (
                self.tr("More licences"),
                self.tr(
                    "THIRD-PARTY.md names everything that comes along, and its licence."
                )
                + f" {where}",
            ),
        )

    def _put_beside_the_icon(self) -> None:
        """Move the heading, with the version below it, to the right of the icon."""
        names = QVBoxLayout()
        self.frame.column.removeWidget(self.frame.heading)
        names.addStretch(1)
        names.addWidget(self.frame.heading)
        names.addWidget(self.version)
        names.addStretch(1)
        self._head = QHBoxLayout()
        self._head.addWidget(self._mark)
        self._head.addLayout(names, 1)
        self.frame.column.addLayout(self._head)

    def _copy(self) -> None:
        """Copy what a report of a mistake needs."""
        QGuiApplication.clipboard().setText(versions())
        self.copy.setText(self.tr("Copied"))
        self.copy.setAccessibleName(self.tr("Copied"))

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self._head.setSpacing(look.px(18))
        self.page.column.setSpacing(look.px(SPACING))
        self.page.column.setContentsMargins(0, 0, look.px(6), 0)
        self.version.setFont(look.font(16))
        for part in self.parts:
            part.set_look(look)
        if not self._icon.isNull():
            box = QSize(look.px(ICON), look.px(ICON))
            ratio = self.devicePixelRatioF()
            self._mark.setPixmap(self._icon.pixmap(box, ratio))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, as high as its words."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.shut.setFocus()


class _Part(Card):
    """A heading and a paragraph."""

    def __init__(self, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.text = PlainLabel(text, self)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.text)

    def set_look(self, look: Look) -> None:
        """Style heading and paragraph."""
        super().set_look(look)
        self.text.setFont(look.font(16))


def versions() -> str:
    """Name program, Python, Qt, system and display for a report of a mistake."""
    return (
        f"sidecar_viz {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}, "
        f"{platform.platform()}, {QGuiApplication.platformName()}"
    )


def _data() -> Path | None:
    try:
        return data_folder()
    except LibraryError:
        return None
