"""What the help says beside the table of keys: how to present, and good to know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from sidecar_viz.app.keys.actions import key_name, said, stage_keys
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.card import Card
from sidecar_viz.app.widgets.plain_label import PlainLabel
from sidecar_viz.files.library.places import user_folder


class _Sentence(PlainLabel):
    heard_as: Final = "line"

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)


class HelpNotes(Card):
    """A heading and some sentences to read and to copy."""

    def __init__(self, heading: str, texts: Sequence[str], parent: QWidget) -> None:
        super().__init__(heading, parent)
        self._labels = [_Sentence(text, self) for text in texts]
        for label in self._labels:
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.column.addWidget(label)

    def set_look(self, look: Look) -> None:
        """Style heading and sentences."""
        super().set_look(look)
        for label in self._labels:
            label.setFont(look.font(16))


def presenting(
    commands: Iterable[AnyCommand], parent: QWidget, *, letters: bool
) -> HelpNotes:
    """Return how to present, in ten lines, with the keys that the *commands* have.

    Without *letters* single characters are no keys.
    """
    keys: dict[str, str] = defaultdict(lambda: "–")
    keys |= {one.id: _key_or_name(one, letters=letters) for one in commands}
    lines = (
        _tr("Plug in the projector as a second screen. Press {present}."),
        _tr("The class sees the stage; you see the next step, notes and the time."),
        _tr("A clicker's arrows step; its F5 or Esc button presents and comes back."),
        _tr("Wrong way round? {swap} swaps the screens, {displays} lists them."),
        _tr("With one screen the class's view fills it; {console} shows the console."),
        _tr(
            "{black} black, {white} white, {freeze} freezes the class's picture,"
            " {hide_audience} hides it."
        ),
        _tr(
            "{laser} laser, {spotlight} spotlight, {pen} pen, {erase} erases,"
            " {zoom} zoom; Tab goes to the actors."
        ),
        _tr(
            "{go_stage}, {go_table}, {go_tracker} and {go_sample} choose what stands"
            " beside the stage."
        ),
        _tr("Weak projector: {projector} colours, {brighter} and {darker} brightness."),
        _tr(
            "Unplugged? The step stays; when the screen is back, {swap} puts it there."
        ),
    )
    numbered = [
        f"{number}.  {line.format_map(keys)}" for number, line in enumerate(lines, 1)
    ]
    return HelpNotes(_tr("Present it"), numbered, parent)


def _key_or_name(command: AnyCommand, *, letters: bool) -> str:
    keys = (*stage_keys(command, letters=letters), *command.anywhere)
    return key_name(keys[0]) if keys else said(command.text)


def good_to_know(parent: QWidget, *, letters: bool) -> HelpNotes:
    """Return what the table of keys does not say."""
    off = _tr("Single letters are switched off in the preferences.")
    if letters:
        off = _tr("Single letters can be switched off in the preferences.")
    folder = _tr(
        "Your own lessons belong into the folder {folder}, each in a folder of its own,"
        " as lesson.yaml. You can also drop a lesson's file on the window."
    )
    return HelpNotes(
        _tr("Good to know"),
        (
            _tr(
                "Most keys work while the stage has the focus; keys with Ctrl or Alt"
                " and the F keys work everywhere."
            )
            + f" {off}",
            _tr(
                "Where your keyboard has no Latin letters, or its digits need Shift,"
                " the keys work by their place."
            ),
            _tr(
                "A clicker works at once: its two arrows are PgDn and PgUp, its"
                " screen button is F5 or Esc, its black button is B or a full stop."
                " It runs the quiz, too: PgDn shows the answer, then goes on."
            ),
            folder.format(folder=user_folder()),
        ),
        parent,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
