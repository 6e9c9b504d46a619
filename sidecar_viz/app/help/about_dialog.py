"""About: version, licences, and that nothing is sent anywhere."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sidecar_viz import __version__
from sidecar_viz.app.dialog.place import in_the_middle
from sidecar_viz.app.help.window_icon import window_icon
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.look.style import dress
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.scroll_page import ScrollPage
from sidecar_viz.files.library.places import LibraryError, data_folder
from sidecar_viz.paint.brush.fonts import BOLD

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

WIDTH, HEIGHT, MARGIN, SPACING, ICON = 760, 800, 32, 16, 88


class AboutDialog(QDialog):
    """Says what this program is, under which licences, and what it never does."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About sidecar_viz"))
        data = _data()
        self._icon = window_icon(data / "resources" / "icons") if data else None
        self._mark = QLabel(self)
        self.heading = QLabel("sidecar_viz", self)
        self.version = QLabel(self.tr("Version {0}").format(__version__), self)
        self.version.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.page = ScrollPage(self)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setAccessibleName(self.tr("About sidecar_viz"))
        self.parts = [_Part(*words, self.page.inside) for words in self._words(data)]
        for part in self.parts:
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.copy = EdgedButton(self.tr("Copy the versions"), "", self)
        self.shut = KeyButton(self.tr("Close"), "Esc", self, primary=True)
        self.copy.clicked.connect(self._copy)
        self.shut.clicked.connect(self.accept)
        self._lay_out()
        self.set_look(look)

    def _words(self, data: Path | None) -> tuple[tuple[str, str], ...]:
        """Headings and what stands under them."""
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

    def _lay_out(self) -> None:
        self._names = QVBoxLayout()
        self._names.addStretch(1)
        self._names.addWidget(self.heading)
        self._names.addWidget(self.version)
        self._names.addStretch(1)
        self._head = QHBoxLayout()
        self._head.addWidget(self._mark)
        self._head.addLayout(self._names, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.copy)
        self._foot.addStretch(1)
        self._foot.addWidget(self.shut)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.page, 1)
        self._column.addLayout(self._foot)

    def _copy(self) -> None:
        """What a report of a mistake needs."""
        QGuiApplication.clipboard().setText(versions())
        self.copy.setText(self.tr("Copied"))
        self.copy.setAccessibleName(self.tr("Copied"))

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self._look = look
        dress(self, look)
        side = look.px(MARGIN)
        self._column.setContentsMargins(side, look.px(26), side, look.px(22))
        self._column.setSpacing(look.px(SPACING))
        self._head.setSpacing(look.px(18))
        self.page.column.setSpacing(look.px(SPACING))
        self.page.column.setContentsMargins(0, 0, look.px(6), 0)
        self.heading.setFont(look.font(28, BOLD))
        self.version.setFont(look.font(16))
        for part in self.parts:
            part.set_look(look)
        self.copy.set_look(look)
        self.shut.set_look(look)
        if self._icon is not None:
            box = QSize(look.px(ICON), look.px(ICON))
            ratio = self.devicePixelRatioF()
            self._mark.setPixmap(self._icon.pixmap(box, ratio))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, as high as its words."""
        super().showEvent(event)
        if not event.spontaneous():
            grown = 1.0 + (self._look.text - 1.0) * 0.5
            width, height = self._look.px(WIDTH * grown), self._look.px(HEIGHT * grown)
            self.setGeometry(in_the_middle(self, width, height))
            self.shut.setFocus()


class _Part(Card):
    """A heading and a paragraph."""

    def __init__(self, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.text = QLabel(text, self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.text)

    def set_look(self, look: Look) -> None:
        """Style heading and paragraph."""
        super().set_look(look)
        self.text.setFont(look.font(16))


def versions() -> str:
    """What a report of a mistake needs: program, Python, Qt, system, display."""
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
