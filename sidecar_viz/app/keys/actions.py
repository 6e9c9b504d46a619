"""Actions, menus, shortcuts and the key table, all made from the commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from sidecar_viz.app.keys.command import GROUPS, AnyCommand, CommandId, Group
from sidecar_viz.app.preferences.preferences import OwnKeys, PreferenceName, Preferences

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

NAMES = {
    "PgDown": "PgDn",
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
}


def said(text: str) -> str:
    """Return a text of the table in the user's language."""
    return QCoreApplication.translate("commands", text)


def is_letter(key: str) -> bool:
    """Return whether the key is a single character, which can be switched off."""
    return len(key) == 1 or (key.startswith("Shift+") and len(key) == len("Shift+") + 1)


def key_name(key: str) -> str:
    """Return a key as it is written for people: "Ctrl+→"."""
    if key.endswith("++"):
        return key[:-1] + "+"
    head, plus, last = key.rpartition("+")
    return head + plus + NAMES.get(last, last)


def key_sign(key: str) -> str:
    """Return a key as it stands on a button: "⇧X"."""
    return key_name(key).replace("Shift+", "⇧")


def by_id(commands: Iterable[AnyCommand]) -> dict[CommandId, AnyCommand]:
    """Map the id of each command to it."""
    return {command.id: command for command in commands}


def stage_keys(command: AnyCommand, *, letters: bool = True) -> tuple[str, ...]:
    """Return the keys that work on the stage; without single characters if unwanted."""
    return tuple(key for key in command.stage if letters or not is_letter(key))


def first_key(command: AnyCommand, *, letters: bool = True) -> str:
    """Return the key to show beside a button or a menu entry, or ""."""
    keys = (*command.anywhere, *stage_keys(command, letters=letters))
    return key_name(keys[0]) if keys else ""


def help_rows(commands: Iterable[AnyCommand]) -> list[tuple[str, str, str, str]]:
    """Group, name with help, keys on the stage, keys anywhere: one row a command."""
    return [
        (
            said(command.group),
            said(command.help),
            _listed(command.stage),
            _listed(command.anywhere),
        )
        for command in commands
        if command.keys
    ]


def key_table_markdown(commands: Iterable[AnyCommand]) -> str:
    """Return the key table of the README."""
    lines = ["| what | on the stage | anywhere |", "|---|---|---|"]
    for _, text, stage, anywhere in help_rows(commands):
        lines.append(f"| {text} | {_ticked(stage)} | {_ticked(anywhere)} |")
    return "\n".join(lines) + "\n"


def with_mnemonics(titles: Iterable[str], commands: Iterable[AnyCommand]) -> list[str]:
    """Return the menus' titles, each with a letter for Alt that no command wants."""
    every = (key for command in commands for key in command.anywhere)
    taken = {key[4:] for key in every if key.startswith("Alt+")}
    made = []
    for title in titles:
        free = (at for at, sign in enumerate(title) if sign.upper() not in taken)
        at = next(free, len(title))
        taken |= {title[at : at + 1].upper()}
        made.append(f"{title[:at]}&{title[at:]}" if at < len(title) else title)
    return made


class Actions(QObject):
    """One QAction for each command, with its shortcuts."""

    def __init__(
        self, window: QWidget, stage: QWidget, commands: Sequence[AnyCommand]
    ) -> None:
        """Put app-wide keys on the *window* and stage keys on the *stage*."""
        super().__init__(window)
        self.commands = self._first = tuple(commands)
        self._window, self._stage = window, stage
        self._own: OwnKeys = ()
        self._by_id: dict[CommandId, QAction] = {}
        self._shortcuts: dict[CommandId, list[QShortcut]] = {}
        self._bar: list[QMenu] = []
        self._menus: dict[Group, QMenu] = {}
        self._with_letters: bool | None = None
        for command in commands:
            self._by_id[command.id] = self._made(command, window)
            self._add_stage_keys(command)
        self.set_letters(letters=True)

    def __getitem__(self, command_id: CommandId) -> QAction:
        return self._by_id[command_id]

    @property
    def by_id(self) -> dict[CommandId, QAction]:
        """Every action under its command's id."""
        return self._by_id

    def follow(self, chosen: Preferences, changed: frozenset[PreferenceName]) -> None:
        """Show which of the switches among the *changed* preferences are on."""
        for command in self.commands:
            if command.switch in changed and command.switch is not None:
                on: bool = getattr(chosen, command.switch)
                self._by_id[command.id].setChecked(on)

    def set_letters(self, *, letters: bool) -> None:
        """Let single characters be keys while *letters* is true."""
        if letters == self._with_letters:
            return
        self._with_letters = letters
        for shortcuts in self._shortcuts.values():
            for shortcut in shortcuts:
                shortcut.setEnabled(letters or not is_letter(shortcut.objectName()))
        for command in self.commands:
            action = self._by_id[command.id]
            key = first_key(command, letters=letters)
            own = not command.anywhere and key
            action.setText(said(command.text) + (f"\t{key}" if own else ""))
            tip = said(command.help) + (f" ({key})" if key else "")
            action.setToolTip(tip)

    def key_of(self, command_id: CommandId) -> str:
        """Return the key to show beside a command now, or ""."""
        command = by_id(self.commands)[command_id]
        return first_key(command, letters=self._with_letters is not False)

    def sign_of(self, command_id: CommandId) -> str:
        """Return the key to show where one looks at the stage, or "": "M"."""
        command = by_id(self.commands)[command_id]
        letters = self._with_letters is not False
        keys = (*stage_keys(command, letters=letters), *command.anywhere)
        return key_sign(keys[0]) if keys else ""

    @property
    def first_commands(self) -> tuple[AnyCommand, ...]:
        """The commands with the keys that they have at first."""
        return self._first

    def added_keys(self) -> tuple[str, ...]:
        """List the keys that the user gave to commands."""
        pairs = zip(self.commands, self._first, strict=True)
        return tuple(key for now, at in pairs for key in now.keys if key not in at.keys)

    def take_own_keys(self, own: OwnKeys) -> bool:
        """Give the commands the user's keys; return whether any is another."""
        if own == self._own:
            return False
        from sidecar_viz.app.keys.own_keys import with_own_keys  # noqa: PLC0415

        before, self._own = self.commands, own
        self.commands = with_own_keys(self._first, own)
        for command, old in zip(self.commands, before, strict=True):
            if command.keys != old.keys:
                self._by_id[command.id].setShortcuts(_sequences(command.anywhere))
                for shortcut in self._shortcuts[command.id]:
                    shortcut.setEnabled(False)
                    shortcut.deleteLater()
                self._add_stage_keys(command)
        titles = with_mnemonics(map(said, GROUPS), self.commands)
        for menu, title in zip(self._bar, titles, strict=bool(self._bar)):
            menu.setTitle(title)
        letters, self._with_letters = self._with_letters, None
        self.set_letters(letters=letters is not False)
        return True

    def add_menus(self, bar: QMenuBar) -> None:
        """Put the menus' titles into a bar; `fill_menus` fills the menus."""
        titles = with_mnemonics(map(said, GROUPS), self.commands)
        for group, title in zip(GROUPS, titles, strict=True):
            self._menus[group] = bar.addMenu(title)
            self._bar.append(self._menus[group])
            self._menus[group].setAccessibleName(said(group))
            self._menus[group].aboutToShow.connect(self.fill_menus)

    def fill_menus(self) -> None:
        """Fill the menus once: after the first frame, or when one is wanted."""
        menus, self._menus = self._menus, {}
        for group, menu in menus.items():
            for command in self.commands:
                if command.group == group:
                    if command.gap:
                        menu.addSeparator()
                    menu.addAction(self._by_id[command.id])

    def _made(self, command: AnyCommand, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(command.id)
        if command.checkable:
            action.setCheckable(True)
        if command.anywhere:
            action.setShortcuts(_sequences(command.anywhere))
        if not command.repeats:
            action.setAutoRepeat(False)
        window.addAction(action)
        return action

    def _add_stage_keys(self, command: AnyCommand) -> None:
        made = self._shortcuts[command.id] = []
        for key in command.stage:
            shortcut = QShortcut(QKeySequence(key), self._stage)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if not command.repeats:
                shortcut.setAutoRepeat(False)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self._by_id[command.id].trigger)
            made.append(shortcut)


def _sequences(keys: Iterable[str]) -> list[QKeySequence]:
    return [QKeySequence(key) for key in keys]


def _listed(keys: Iterable[str]) -> str:
    return "  ".join(dict.fromkeys(key_name(key) for key in keys))


def _ticked(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split("  ") if key)
