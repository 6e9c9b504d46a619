"""Save as: what it is to be, how it will look, and how far what is saved already is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.dialog.pick import list_sheet
from sidecar_viz.app.dialog.press_list import PressList
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.app.saving.asked import Shown, is_picture, is_whole, name_of
from sidecar_viz.app.saving.kinds import BY_SUFFIX, KINDS, said
from sidecar_viz.app.saving.lengths import size_said, time_said
from sidecar_viz.app.saving.options import Options
from sidecar_viz.app.saving.preview import Preview
from sidecar_viz.app.saving.queue import SaveQueue
from sidecar_viz.app.saving.queue_view import QueueView
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.core.course.timeline import Timeline
from sidecar_viz.core.stage import Stage
from sidecar_viz.export.estimates import estimate
from sidecar_viz.export.formats import FORMATS
from sidecar_viz.export.possible import lacking

MEASURES = Measures(width=1040, height=720, growth=0.35)
LIST = 270  # pixels of the design


class Subject(Struct, frozen=True):
    """What is saved: a run of a lesson, the stage that is seen, and their names."""

    shown: Shown
    timeline: Timeline
    stage: Stage
    title: str  # of the step

    def cost(self, choice: SaveChoice) -> tuple[float, float]:
        """Return about how many bytes and seconds it takes to save it so."""
        sizes = BY_SUFFIX[choice.suffix].sizes
        size = (choice.width, choice.height) if sizes else None
        steps = self.timeline.end + 1 if is_whole(self.shown, choice) else 1
        kind = choice.sheet if is_picture(choice) else choice.suffix
        return estimate(kind, steps, size)


class SaveDialog(QDialog):
    """Asks as what to save, and shows what is being saved.

    Signals:
        wanted: the SaveChoice, and the file that was named.
        chosen: the SaveChoice as it is now.
    """

    wanted: SignalOf[SaveChoice, Path] = signal(object, object)
    chosen: SignalOf[SaveChoice] = signal(object)

    def __init__(
        self,
        subject: Subject,
        choice: SaveChoice,
        queue: SaveQueue,
        pace: Callable[[str], float],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a *subject*.

        Args:
            choice: what was chosen last.
            pace: gives how many times the estimated seconds a kind of file took here.
        """
        super().__init__(parent)
        self._subject, self._pace = subject, pace
        if choice.suffix not in FORMATS:
            choice = replace(choice, suffix=".png")
        if lacking(choice.sheet, subject.timeline.course.lesson):
            choice = replace(choice, sheet="handout")
        self.choice = choice
        self.frame = DialogFrame(self, self.tr("Save as"), MEASURES)
        self.kinds = tuple(kind for kind in KINDS if kind.suffix in FORMATS)
        self.list = PressList(self)
        self.list.setAccessibleName(self.tr("Kind of file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in self.kinds:
            self.list.addItem(f"{said(kind.title)}  {kind.suffix}")
        self.preview = Preview(self)
        self.about = PlainLabel("", self)
        self.about.setWordWrap(True)
        self.options = Options(self)
        self.costs = PlainLabel("", self)
        self.costs.setWordWrap(True)
        self.queue = QueueView(queue, self)
        self.save = KeyButton(self.tr("Save…"), "Enter", self, primary=True)
        self.shut = EdgedButton(self.tr("Close"), "Esc", self)
        self._lay_out()
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose_file)
        self.shut.clicked.connect(self.reject)
        self.options.show_lesson(subject.timeline.course.lesson)
        self.options.chosen.connect(self.show_choice)
        row = [kind.suffix for kind in self.kinds].index(self.choice.suffix)
        self.list.setCurrentRow(row)
        self.list.currentRowChanged.connect(self._pick)
        self.list.itemDoubleClicked.connect(lambda _item: self._choose_file())
        self.set_look(look)
        self.show_choice(self.choice)

    def _lay_out(self) -> None:
        self._across = QHBoxLayout()
        self._across.addWidget(self.list)
        self.frame.column.addLayout(self._across, 1)
        self.page = self.frame.add_page()
        self.frame.column.removeWidget(self.page)
        self._across.addWidget(self.page, 1)
        for part in (self.preview, self.about, self.options, self.costs, self.queue):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self.frame.name(self.list)
        self.frame.add_buttons((), (self.shut, self.save))

    def show_choice(self, choice: SaveChoice) -> None:
        """Show what is chosen, how it will look, and what it will cost."""
        self.choice = choice
        kind, subject = BY_SUFFIX[choice.suffix], self._subject
        timeline = subject.timeline
        course = timeline.course
        self.preview.show_stage(course.lesson, subject.stage, subject.title, choice)
        self.about.setText(said(kind.about))
        self.options.show_choice(subject.shown, choice)
        missing = FORMATS[choice.suffix].missing()
        length, seconds = subject.cost(choice)
        seconds *= self._pace(choice.suffix)
        costs = self.tr("About {size}; takes about {time}.")
        self.costs.setText(
            missing or costs.format(size=size_said(length), time=time_said(seconds))
        )
        self.save.setEnabled(not missing)
        self.chosen.emit(choice)

    def set_look(self, look: Look) -> None:
        """Style the dialog."""
        self.frame.set_look(look)
        self.list.setStyleSheet(list_sheet(look))
        self.list.setFont(look.font(17))
        self.list.setFixedWidth(look.roomy(LIST))
        self._across.setSpacing(look.px(22))
        self.page.column.setSpacing(look.px(12))
        for label in (self.about, self.costs):
            label.setFont(look.font(16.5))
        for part in (self.preview, self.options, self.queue):
            part.set_look(look)

    def _pick(self, row: int) -> None:
        if row >= 0:
            kind = self.kinds[row]
            choice = replace(self.choice, suffix=kind.suffix)
            if kind.sizes and (choice.width, choice.height) not in kind.sizes:
                width, height = kind.sizes[0]
                choice = replace(choice, width=width, height=height)
            self.show_choice(choice)

    def _choose_file(self) -> None:
        if not self.save.isEnabled():
            return
        choice, kind = self.choice, BY_SUFFIX[self.choice.suffix]
        lesson = self._subject.timeline.course.lesson
        filter_ = f"{said(kind.title)} (*{kind.suffix})"
        dialog = QFileDialog(self, self.tr("Save as"), choice.folder, filter_)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.suffix.removeprefix("."))
        dialog.selectFile(name_of(self._subject.shown, lesson.id, choice))
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Save to a file; it goes to the end of the queue."""
        self.show_choice(replace(self.choice, folder=str(path.parent)))
        self.wanted.emit(self.choice, path)
        if self.queue.rows:
            self.page.follow(self.queue.rows[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Stand in the middle, with the keyboard in the list."""
        super().showEvent(event)
        if not event.spontaneous():
            self.frame.place()
            self.list.setFocus()
