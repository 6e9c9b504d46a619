"""What is assumed of a container: how long it runs, how it ends, when it answers."""

from __future__ import annotations

from typing import Literal

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from sidecar_viz.app.dialog.field import inset_number
from sidecar_viz.app.dialog.frame import DialogFrame, Measures
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.app.widgets.switch import Switch
from sidecar_viz.pods.given.pod import Container, Hook
from sidecar_viz.pods.given.script import (
    MOST_CODE,
    HookRun,
    Image,
    Life,
    Memory,
    OnSigterm,
)
from sidecar_viz.pods.given.suggesting import suggested

MEASURES = Measures(
    width=560, height=720, side=28, top=24, bottom=20, spacing=12, heading=24
)
LONGEST = 86_400.0  # seconds
HookName = Literal["postStart", "preStop"]


class AssumeDialog(QDialog):
    """Edits the life that a script gives a container.

    Signals:
        chosen: the Life to be assumed from now on.
    """

    chosen = Signal(object)

    def __init__(
        self, container: Container, life: Life, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._life = life
        self.offer: KeyButton | None = None
        heading = self.tr("What {name} is assumed to do").format(name=container.name)
        self.frame = DialogFrame(self, heading, MEASURES)
        self.page = self.frame.add_page()
        note = PlainLabel(
            self.tr("A manifest does not say what a process does. These are guesses."),
            self,
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.page.column.addWidget(note)
        run = life.run_of(0)
        self.pull = _seconds(life.image.pull_seconds, self)
        self.pulls = _switch(self.tr("The image can be pulled"), self)
        self.pulls.setChecked(life.image.pull == "ok")
        self.ends = _switch(self.tr("Ends by itself"), self)
        self.ends.setChecked(run.run is not None)
        self.runs = _seconds(run.run or 0.0, self)
        self.code = QSpinBox(self)
        self.code.setRange(0, MOST_CODE)
        self.code.setValue(run.exit_code)
        self.starts = _seconds(run.start_delay, self)
        told = life.on_sigterm
        self.deaf = _switch(self.tr("Ignores SIGTERM"), self)
        self.deaf.setChecked(told == "ignore")
        self.after = _seconds(0.0 if told == "ignore" else told.after, self)
        self.memory = QDoubleSpinBox(self)
        self.memory.setRange(0.0, LONGEST)
        self.memory.setValue(life.memory.grows)
        self.memory.setSuffix(self.tr(" MiB a second"))
        self.hooks = _hooks(container, life, self)
        self._labels = [note]
        self._form = form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for words, field in (
            (self.tr("Pulling takes"), self.pull),
            (self.tr("The image can be pulled"), self.pulls),
            (self.tr("Listens after"), self.starts),
            (self.tr("Ends by itself"), self.ends),
            (self.tr("Runs for"), self.runs),
            (self.tr("Exits with"), self.code),
            (self.tr("After SIGTERM it ends in"), self.after),
            (self.tr("Ignores SIGTERM"), self.deaf),
            (self.tr("Memory grows by"), self.memory),
            *((self._hook_words(name), self.hooks[name]) for name in self.hooks),
        ):
            label = PlainLabel(words, self)
            label.setBuddy(field)
            form.addRow(label, field)
            self._labels.append(label)
        self.page.column.addLayout(form)
        self._suggest(container)
        self.page.column.addStretch(1)
        take = KeyButton(self.tr("Assume this"), "Enter", self, primary=True)
        take.setDefault(True)
        cancel = EdgedButton(self.tr("Cancel"), "Esc", self)
        take.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        self.frame.add_buttons((cancel,), (take,))
        self.ends.toggled.connect(lambda _on: self._enable())
        self.deaf.toggled.connect(lambda _on: self._enable())
        self._enable()

    def set_look(self, look: Look) -> None:
        """Style this with the colours and sizes of a look."""
        self.frame.set_look(look)
        self.page.column.setSpacing(look.px(MEASURES.spacing))
        self.page.column.setContentsMargins(0, 0, look.px(14), 4)
        if self.offer is not None:
            self.offer.set_look(look)
        for label in self._labels:
            label.setFont(look.font(16))
        for switch in (self.pulls, self.ends, self.deaf):
            switch.set_look(look)
        for field in self.findChildren(QAbstractSpinBox):
            inset_number(field, look)
        self.frame.place()

    def _suggest(self, container: Container) -> None:
        """Offer what the command suggests; it is never taken by itself."""
        found = suggested(container)
        if found is None:
            return
        words = self.tr("The command is {command}.").format(command=found.why)
        said = PlainLabel(words, self)
        said.setWordWrap(True)
        self._labels.append(said)
        self.offer = EdgedButton(self.tr("Assume what it suggests"), "", self)
        self.offer.clicked.connect(lambda: self._fill(found.life))
        self.page.column.addWidget(said)
        self.page.column.addWidget(self.offer)

    def _fill(self, life: Life) -> None:
        """Put a suggested life into the fields; it still has to be assumed."""
        self.ends.setChecked(life.run is not None)
        self.runs.setValue(life.run or 0.0)
        self.code.setValue(life.exit_code)
        self.deaf.setChecked(life.on_sigterm == "ignore")

    def life(self) -> Life:
        """Return what is chosen; what the dialog does not show stays as it was."""
        code = self._life.on_sigterm
        exit_code = 0 if code == "ignore" else code.exit_code
        told = OnSigterm(after=self.after.value(), exit_code=exit_code)
        return structs.replace(
            self._life,
            start_delay=self.starts.value(),
            run=self.runs.value() if self.ends.isChecked() else None,
            exit_code=self.code.value(),
            runs=(),
            on_sigterm="ignore" if self.deaf.isChecked() else told,
            image=Image(
                pull_seconds=self.pull.value(),
                pull="ok" if self.pulls.isChecked() else "fail",
            ),
            memory=Memory(grows=self.memory.value()),
            post_start=self._hook_run("postStart", self._life.post_start),
            pre_stop=self._hook_run("preStop", self._life.pre_stop),
        )

    def _hook_words(self, name: HookName) -> str:
        return self.tr("{hook} hook takes").format(hook=name)

    def _hook_run(self, name: HookName, before: HookRun | None) -> HookRun | None:
        """Return how a hook runs; one that was not changed stays as it was."""
        field = self.hooks.get(name)
        if field is None or field.value() == _takes(before):
            return before
        return structs.replace(before or HookRun(), run=field.value(), sleep=None)

    def _enable(self) -> None:
        ends = self.ends.isChecked()
        self._form.setRowVisible(self.runs, ends)
        self._form.setRowVisible(self.code, ends)
        self._form.setRowVisible(self.after, not self.deaf.isChecked())

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self.life())


def _hooks(
    container: Container, life: Life, parent: QWidget
) -> dict[HookName, QDoubleSpinBox]:
    """Return a field for each hook that does not sleep by the manifest."""
    given: tuple[tuple[HookName, Hook | None, HookRun | None], ...] = (
        ("postStart", container.post_start, life.post_start),
        ("preStop", container.pre_stop, life.pre_stop),
    )
    return {
        name: _seconds(_takes(run), parent)
        for name, hook, run in given
        if hook is not None and hook.sleep is None
    }


def _takes(run: HookRun | None) -> float:
    """Return how many seconds a hook takes; one without end has 0 in its field."""
    if run is None:
        return 0.0
    return (run.run if run.sleep is None else run.sleep) or 0.0


def _switch(name: str, parent: QWidget) -> Switch:
    """Make a switch that leaves Enter to the button that shows it."""
    return Switch(name, parent, by_enter=False)


def _seconds(value: float, parent: QWidget) -> QDoubleSpinBox:
    field = QDoubleSpinBox(parent)
    field.setRange(0.0, LONGEST)
    field.setDecimals(1)
    field.setSuffix(" s")
    field.setValue(value)
    return field
