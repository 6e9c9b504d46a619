"""How a command is written down: a row of words, keys and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from sidecar_viz.app.keys.command import Command, CommandId, Group
from sidecar_viz.app.preferences.preferences import Switch

if TYPE_CHECKING:
    from sidecar_viz.app.present.presenting import Presenting
    from sidecar_viz.app.program.program import Program

CommandRow: TypeAlias = "Command[Program, Presenting]"


def row(
    command_id: CommandId,
    text: str,
    sentence: str,
    group: Group,
    *,
    button: str = "",
    stage: str = "",
    anywhere: str = "",
    does: Callable[[Program], object] | None = None,
    on_show: Callable[[Presenting], object] | None = None,
    switch: Switch | None = None,
    toggles: Callable[[Program, bool], object] | None = None,
    checkable: bool = False,
    repeats: bool = False,
    gap: bool = False,
    learnable: bool = False,
    says: Callable[[Program], str] | None = None,
) -> CommandRow:
    """Make a command; see `Command` for what each part means.

    Args:
        command_id: its name in the code; a new one is added to `CommandId`, too.
        text: what menus call it.
        sentence: what the help says of it.
        group: its menu.
        button: what its button says, in the header or in the console.
        stage: keys that work on the stage, parted by blanks.
        anywhere: keys that always work, parted by blanks.
        does: what it does; gets the program.
        on_show: what it does instead while presenting; gets what presents.
        switch: the preference that it switches.
        toggles: what it does with whether it is on.
        checkable: whether it is on or off.
        repeats: whether a held key asks again.
        gap: whether the menu has a line above it.
        learnable: whether a clicker's key may be taught it.
        says: tells what came of it, for who cannot see it; "" for nothing.
    """
    return Command(
        command_id,
        text,
        sentence,
        group,
        tuple(stage.split()),
        tuple(anywhere.split()),
        button=button,
        does=does,
        on_show=on_show,
        switch=switch,
        toggles=toggles,
        checkable=checkable or switch is not None or toggles is not None,
        repeats=repeats,
        gap=gap,
        learnable=learnable,
        says=says,
    )
