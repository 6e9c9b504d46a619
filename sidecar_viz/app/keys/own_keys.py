"""Keys that the user gave to commands, in place of their first ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtGui import QKeySequence

from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.preferences.preferences import OwnKeys

ANYWHERE = re.compile(
    r"(Ctrl|Alt|Meta)\+|^(Shift\+)?F\d+$|Media|Launch|^PgUp$|^PgDown$"
)
ENTER = ("Return", "Enter")
RESERVED = ("Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Esc")
"""Keys with which one leaves what one is in: no other command may have them, and none
loses them. Dialogs know them, too, and buttons name them."""


def same_key(key: str) -> str:
    """Write a key as Qt does, so that two spellings are one key.

    Shift alone is no part of a sign that one needs it for: "?" is "?" everywhere.
    """
    written = QKeySequence(key).toString()
    sign = written.removeprefix("Shift+")
    return sign if len(sign) == 1 and not sign.isalpha() else written


def twins(key: str) -> tuple[str, ...]:
    """Return the keys that people take for one: Enter and that of the keypad."""
    head, plus, last = key.rpartition("+")
    return (f"{head}{plus}Return", f"{head}{plus}Enter") if last in ENTER else (key,)


def can_be_given(key: str) -> bool:
    """Return whether a command may have this key: digits type a step's number."""
    written = same_key(key)
    return bool(written) and written not in RESERVED and not written.isdecimal()


def is_kept(key: str) -> bool:
    """Return whether a command that has this key at first always has it."""
    return same_key(key) in RESERVED


def with_own_keys(
    commands: Iterable[AnyCommand], own: OwnKeys
) -> tuple[AnyCommand, ...]:
    """Return the commands with the user's own keys.

    A key is one command's: the first that the user gave it to, or else its own. What
    is no command and no key any more is left out. Keys to leave by stay, whatever the
    user's are.
    """
    every = tuple(commands)
    names = {command.id for command in every}
    given: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name, keys in own:
        if name in names and name not in given:
            first = _first(every, name)
            free = _free((*filter(is_kept, first), *keys), taken, given=first)
            given[name] = free
            taken |= set(map(same_key, free))
    return tuple(
        _with_keys(one, given[one.id]) if one.id in given else _without(one, taken)
        for one in every
    )


def with_keys_of(own: OwnKeys, command: AnyCommand, keys: Sequence[str]) -> OwnKeys:
    """Return the user's keys with others for a command; its first ones are none."""
    others = tuple((name, held) for name, held in own if name != command.id)
    same = sorted(map(same_key, keys)) == sorted(map(same_key, command.keys))
    return others if same else (*others, (command.id, tuple(keys)))


def _first(commands: Iterable[AnyCommand], name: str) -> tuple[str, ...]:
    return next(one.keys for one in commands if one.id == name)


def _free(
    keys: Iterable[str], taken: set[str], *, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the keys that may be given; a command's first ones always may."""
    first = set(map(same_key, given))
    found = dict.fromkeys(
        same_key(key)
        for key in keys
        if same_key(key) not in taken
        if can_be_given(key) or same_key(key) in first
    )
    return tuple(found)


def _with_keys(command: AnyCommand, keys: Iterable[str]) -> AnyCommand:
    """Return a command with these keys; each works where it did, or where it can."""
    stage_at_first = set(map(same_key, command.stage))
    always_at_first = set(map(same_key, command.anywhere))

    def always(key: str) -> bool:
        if key in always_at_first or key in stage_at_first:
            return key in always_at_first
        return bool(ANYWHERE.search(key))

    every = tuple(keys)
    return replace(
        command,
        anywhere=tuple(key for key in every if always(key)),
        stage=tuple(key for key in every if not always(key)),
    )


def _without(command: AnyCommand, taken: set[str]) -> AnyCommand:
    """Return a command without the keys that others were given."""
    if not taken & set(map(same_key, command.keys)):
        return command
    return replace(
        command,
        anywhere=tuple(key for key in command.anywhere if same_key(key) not in taken),
        stage=tuple(key for key in command.stage if same_key(key) not in taken),
    )
