"""What can be chosen for a file that is saved: rows of buttons, each a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace
from PySide6.QtWidgets import QFormLayout, QWidget

from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.rows import Choices
from sidecar_viz.app.preferences.save_choice import SaveChoice, SaveTheme
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.saving.asked import Shown, is_themed, takes_notes
from sidecar_viz.app.saving.kinds import BY_SUFFIX, Kind
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.lesson import Lesson
from sidecar_viz.core.sheets import SHEETS
from sidecar_viz.export.formats import format_of
from sidecar_viz.export.possible import lacking
from sidecar_viz.export.wanted import Scope
from sidecar_viz.paint.brush.fonts import SEMIBOLD

THEMES: tuple[SaveTheme, ...] = get_args(SaveTheme)


class Options(QWidget):
    """Asks what is open for a kind of file.

    Signals:
        chosen: the SaveChoice, with what was pressed.
    """

    chosen: SignalOf[SaveChoice] = signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = SaveChoice()
        self._kind: Kind = BY_SUFFIX[self._choice.suffix]
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._heads: list[PlainLabel] = []
        # First: what is chosen there brings rows, or takes them away, below.
        self.sheet = self._row(
            self.tr("Sheet"),
            (
                self.tr("All steps"),
                self.tr("For pupils"),
                self.tr("For the teacher"),
                self.tr("Cards A to D"),
                self.tr("Review cards"),
                self.tr("Manifest"),
                self.tr("Pictures"),
            ),
        )
        self.scope = self._row(
            self.tr("How much"), (self.tr("The whole lesson"), self.tr("This step"))
        )
        self.theme = self._row(
            self.tr("Colours"),
            (
                self.tr("Light"),
                self.tr("Dark"),
                self.tr("High contrast"),
                self.tr("Projector"),
            ),
        )
        self.pixels = self._row(
            self.tr("Pixels"), ("1280 × 720", "1920 × 1080", "3840 × 2160")
        )
        self._sizes = ((1280, 720), (1920, 1080), (3840, 2160))
        self.notes = self._row(
            self.tr("Teacher's notes"), (self.tr("Without"), self.tr("With"))
        )
        self.captions = self._row(
            self.tr("Captions"), (self.tr("In the picture"), self.tr("In a file"))
        )
        self.scope.picked.connect(lambda at: self._take(whole=at == 0))
        self.theme.picked.connect(lambda at: self._take(theme=THEMES[at]))
        self.pixels.picked.connect(self._take_size)
        self.sheet.picked.connect(lambda at: self._take(sheet=SHEETS[at]))
        self.notes.picked.connect(lambda at: self._take(notes=at == 1))
        self.captions.picked.connect(lambda at: self._take(captions=at == 0))

    def show_lesson(self, lesson: Lesson) -> None:
        """Let only sheets be chosen that the lesson has something for."""
        for button, sheet in zip(self.sheet.buttons, SHEETS, strict=True):
            button.setVisible(not lacking(sheet, lesson))

    def show_choice(self, shown: Shown, choice: SaveChoice) -> None:
        """Show what is chosen, and only what can be chosen with it."""
        self._choice = choice
        self._kind = kind = BY_SUFFIX[choice.suffix]
        self.scope.show_picked(0 if choice.whole else 1)
        self.theme.show_picked(THEMES.index(choice.theme))
        size = (choice.width, choice.height)
        self.pixels.show_picked(self._sizes.index(size) if size in self._sizes else -1)
        for button, one in zip(self.pixels.buttons, self._sizes, strict=True):
            button.setVisible(one in kind.sizes)
        self.sheet.show_picked(SHEETS.index(choice.sheet))
        self.notes.show_picked(int(choice.notes))
        self.captions.show_picked(0 if choice.captions else 1)
        scope = format_of(choice.suffix, choice.sheet).scope
        either = scope is Scope.EITHER and shown.step is not None
        for row, wanted in (
            (self.scope, either),
            (self.theme, is_themed(choice)),
            (self.pixels, bool(kind.sizes)),
            (self.sheet, kind.sheets),
            (self.notes, takes_notes(choice)),
            (self.captions, kind.captions),
        ):
            self._form.setRowVisible(row, wanted)

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self._form.setVerticalSpacing(look.px(8))
        self._form.setHorizontalSpacing(look.px(14))
        for head in self._heads:
            head.setFont(look.font(16, SEMIBOLD))
        for row in (
            *(self.scope, self.theme, self.pixels),
            *(self.sheet, self.notes, self.captions),
        ):
            row.set_look(look)

    def _row(self, name: str, texts: Sequence[str]) -> Choices:
        head, row = PlainLabel(name, self), Choices(name, texts, self)
        head.setBuddy(row)
        self._heads.append(head)
        self._form.addRow(head, row)
        return row

    def _take(self, **changes: object) -> None:
        self.chosen.emit(replace(self._choice, **changes))

    def _take_size(self, at: int) -> None:
        width, height = self._sizes[at]
        self._take(width=width, height=height)
