"""Small dialogs of the lab: a second to go to, a pod to choose, texts to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from sidecar_viz.app.lab.asked.showing import show_over
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.buttons import KeyButton
from sidecar_viz.app.widgets.edged_button import EdgedButton
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.making.finding import FoundPod
from sidecar_viz.pods.showing.assumed import seconds
from sidecar_viz.pods.showing.run import Run
from sidecar_viz.pods.telling.changes import changes_of

T = TypeVar("T")


def go_to_second(
    run: Run,
    until: float,
    chosen: Callable[[float], object],
    look: Look,
    parent: QWidget,
) -> None:
    """Let users type any second, or choose a change *until* one by its words."""
    every = changes_of(run.pod, run.trace).items()
    changes = {t: words for t, words in every if t <= until}

    def rows(typed: str) -> Iterator[tuple[str, float]]:
        typed = typed.strip().casefold().removesuffix("s").strip()
        try:
            second = min(run.end, max(0.0, float(typed.replace(",", "."))))
        except ValueError:
            second = None
        if second is not None:
            yield _tr("second {t}").format(t=seconds(second)), second
        for t, words in changes.items():
            text = f"{seconds(t)}   {', '.join(words)}"
            if second is not None or typed in text.casefold():
                yield text, t

    words = (
        _tr("Go to a second"),
        _tr("A second, or words of a change"),
        _tr("Nothing is called so."),
    )
    _pick(words, rows, chosen, look, parent)


def choose_pod(
    pods: Sequence[FoundPod],
    chosen: Callable[[str], object],
    look: Look,
    parent: QWidget,
) -> None:
    """Let users choose one of the pods of a file."""

    def rows(typed: str) -> Iterator[tuple[str, str]]:
        for pod in pods:
            text = _tr("{name}, line {n}").format(name=pod.full_name, n=pod.line)
            if typed.strip().casefold() in text.casefold():
                yield text, pod.full_name

    words = (
        _tr("Which pod?"),
        _tr("A part of its name"),
        _tr("No pod is called so."),
    )
    _pick(words, rows, chosen, look, parent)


def choose_example(
    examples: Sequence[tuple[str, str]],
    chosen: Callable[[str], object],
    look: Look,
    parent: QWidget,
) -> None:
    """Let users choose one of the examples: what each is about, and its name."""

    def rows(typed: str) -> Iterator[tuple[str, str]]:
        for about, name in examples:
            if typed.strip().casefold() in f"{about} {name}".casefold():
                yield about, name

    words = (
        _tr("Examples"),
        _tr("A word of what it is about"),
        _tr("No example is about that."),
    )
    _pick(words, rows, chosen, look, parent)


def show_text(heading: str, text: str, look: Look, parent: QWidget) -> None:
    """Show a text that can be read and copied."""
    from sidecar_viz.app.dialog.frame import (  # noqa: PLC0415 - not before it is shown
        DialogFrame,
        Measures,
    )

    dialog = QDialog(parent)
    measures = Measures(width=640, height=560, side=28, top=24, bottom=20, heading=24)
    frame = DialogFrame(dialog, heading, measures)
    field = QPlainTextEdit(text, dialog)
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName(heading)
    frame.add(field, stretch=1)
    frame.name(field)
    frame.add_buttons((), (frame.close_button(),))
    frame.set_look(look)
    field.setFont(look.font(16))
    frame.place()
    show_over(dialog)


def ask_overwrite(
    said: str, agreed: Callable[[], object], look: Look, parent: QWidget
) -> None:
    """Ask before a file is overwritten; nothing is done unless it is *agreed*."""
    from sidecar_viz.app.dialog.frame import (  # noqa: PLC0415 - not before it is shown
        DialogFrame,
        Measures,
    )

    dialog = QDialog(parent)
    measures = Measures(width=560, height=240, side=28, top=24, bottom=20, heading=24)
    frame = DialogFrame(dialog, _tr("Overwrite it?"), measures)
    label = PlainLabel(said, dialog)
    label.setWordWrap(True)
    label.setFont(look.font(16))
    frame.add(label, stretch=1)
    dialog.setAccessibleDescription(said)
    yes = EdgedButton(_tr("Overwrite"), "", dialog)
    no = KeyButton(_tr("Cancel"), "Esc", dialog, primary=True)
    yes.clicked.connect(dialog.accept)
    no.clicked.connect(dialog.reject)
    dialog.accepted.connect(agreed)
    frame.add_buttons((), (yes, no))
    frame.set_look(look)
    frame.place()
    no.setFocus()
    show_over(dialog)


def _pick(
    words: tuple[str, str, str],
    rows: Callable[[str], Iterator[tuple[str, T]]],
    chosen: Callable[[T], object],
    look: Look,
    parent: QWidget,
) -> None:
    from sidecar_viz.app.dialog.pick import (  # noqa: PLC0415 - not before it is shown
        PickDialog,
        PickWords,
    )

    show_over(PickDialog(PickWords(*words), rows, chosen, look, parent))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LabDialogs", text)
