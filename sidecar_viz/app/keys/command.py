"""A command as a value: its words, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from sidecar_viz.app.preferences.preferences import Switch

Group = Literal["Steps", "Playing", "View", "Lesson", "Presenting", "Window"]
GROUPS: tuple[Group, ...] = (
    *("Lesson", "Steps", "Playing", "View"),
    *("Presenting", "Window"),
)

# fmt: off
CommandId = Literal[
    "open", "reload", "edit", "pod_lab", "save_as",
    "what_if", "pull", "split_view", "back_to_lesson", "quiz",
    "vote", "save_results", "cards", "handout", "room_check", "predict", "key_moment",
    "preferences", "keys", "quit",
    "next", "previous", "first", "last", "next_moment", "previous_moment",
    "follow_on", "follow_back", "go_to",
    "find", "overview", "next_lesson",
    "play", "still", "hold_camera", "replay", "replay_backwards", "loop", "creep_back",
    "creep_on",
    "slower", "faster",
    "full_screen", "black", "white", "text_bigger", "text_smaller", "text_normal",
    "captions", "show_flow", "show_table", "show_tabs", "go_stage", "go_table",
    "go_tracker", "go_flow", "go_sample", "go_moments", "go_transcript",
    "present", "end_show", "console", "swap", "displays", "freeze", "hide_audience",
    "laser", "spotlight", "pen", "undo_ink", "redo_ink", "erase",
    "zoom", "zoom_in", "zoom_out",
    "projector", "brighter", "darker", "more_contrast", "less_contrast", "beam_normal",
    "caption_bigger", "caption_smaller", "timer", "timer_reset",
    "next_pane", "previous_pane", "say_again", "help", "about", "leave",
]
# fmt: on
"""Every command, in the order of its row; whoever misspells one is told by mypy."""

ProgramT = TypeVar("ProgramT")
ShowT = TypeVar("ShowT")


class Command(Struct, Generic[ProgramT, ShowT], frozen=True):
    """Something that users can ask for, all that is known of it.

    Attributes:
        id: the name that code has for it.
        text: what menus call it.
        help: a sentence on what it does.
        group: the menu and the part of the help that it stands in.
        stage: keys that work while the stage has the focus.
        anywhere: keys that always work.
        button: what its button says, in the header or in the console.
        does: what it does; None where it can be used only while presenting.
        on_show: what it does instead while presenting; None where that is the same.
        switch: the preference that it switches on and off.
        toggles: what it does when it is switched on or off, if that is no preference.
        checkable: whether it is on or off; with *switch* or *toggles* it always is.
        repeats: whether a key that is held asks again and again.
        gap: whether the menu has a line above it.
        learnable: whether a clicker's key may be taught it.
        says: tells what came of it, for who cannot see it; "" for nothing.
    """

    id: CommandId
    text: str
    help: str
    group: Group
    stage: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    button: str = ""
    does: Callable[[ProgramT], object] | None = None
    on_show: Callable[[ShowT], object] | None = None
    switch: Switch | None = None
    toggles: Callable[[ProgramT, bool], object] | None = None
    checkable: bool = False
    repeats: bool = False
    gap: bool = False
    learnable: bool = False
    says: Callable[[ProgramT], str] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """All its keys, those that always work first."""
        return (*self.anywhere, *self.stage)

    @property
    def only_on_show(self) -> bool:
        """Whether it can be used only while somebody presents."""
        return not (self.does or self.toggles or self.switch)


AnyCommand = Command[Any, Any]
"""A command, whoever does it."""
