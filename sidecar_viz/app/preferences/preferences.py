"""What the user chose and where the window was left, kept between runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Literal, TypedDict, Unpack, cast

import msgspec
from msgspec import Meta, Struct

from sidecar_viz.app.play.motion import Motion
from sidecar_viz.app.play.speeds import FASTEST, SLOWEST
from sidecar_viz.app.preferences.save_choice import SaveChoice
from sidecar_viz.files.saved.folders import config_file
from sidecar_viz.files.saved.tolerant import (
    fitting,
    load_json,
    peek_json,
    read_json,
    types_of,
)
from sidecar_viz.files.saved.whole import write_whole
from sidecar_viz.paint.brush.projector import Beam

ThemeChoice = Literal["system", "light", "dark", "contrast", "projector"]
MotionChoice = Literal["system", Motion]
AudiencePanel = Literal["none", "table", "tracker", "both", "sample"]
# fmt: off
Switch = Literal[
    "predict_first", "captions", "show_flow", "show_table", "show_tabs",
    "projector_colours", "hold_camera",
]
# fmt: on
"""The preferences that a command switches on and off."""

OwnKeys = tuple[tuple[str, tuple[str, ...]], ...]

FILE = "preferences.json"
BIGGEST_FILE = 64_000
TEXT_NOTCH, SMALLEST_TEXT, BIGGEST_TEXT = 0.1, 1.0, 2.0
CAPTION_NOTCH, SMALLEST_CAPTION, BIGGEST_CAPTION = 0.1, 0.8, 2.0


Shares = tuple[Annotated[int, Meta(ge=0, le=100_000)], ...]


class Preferences(Struct, frozen=True):
    """All that the user chose. Sizes are in pixels of the window's own scale.

    Raises:
        msgspec.ValidationError: a value is out of its range or of another type,
            wherever it comes from; the field is named.
    """

    theme: ThemeChoice = "system"
    text_scale: Annotated[float, Meta(ge=SMALLEST_TEXT, le=BIGGEST_TEXT)] = 1.0
    motion: MotionChoice = "system"
    hold_camera: bool = False
    """Whether the whole stage is seen all the time, also while something moves."""
    speed: Annotated[float, Meta(ge=SLOWEST, le=FASTEST)] = 1.0
    single_letter_keys: bool = True
    predict_first: bool = False
    captions: bool = True
    real_cluster_notes: bool = False
    show_flow: bool = True
    show_table: bool = True
    show_tabs: bool = True
    split_view: bool = False
    """Whether a what-if is shown beside the lesson."""
    drawer: bool = False
    """Whether the side panel is open where it lies over the stage."""
    projector_colours: bool = False
    brightness: Annotated[float, Meta(ge=-0.3, le=0.3)] = 0.0
    contrast: Annotated[float, Meta(ge=-0.3, le=0.3)] = 0.0
    caption_scale: Annotated[float, Meta(ge=SMALLEST_CAPTION, le=BIGGEST_CAPTION)] = 1.0
    audience_panel: AudiencePanel = "none"
    audience_screen: str = ""
    """The name of the screen that the audience's view had last, or "" for any."""
    learned_keys: tuple[tuple[str, str], ...] = ()
    """Keys of a clicker, each with the command that it was taught."""
    own_keys: OwnKeys = ()
    """Commands that have other keys than at first, each with all of them."""
    columns: Shares = ()
    geometry: str = ""
    last_lesson: str = ""
    last_step: Annotated[int, Meta(ge=0)] = 0
    save_choice: SaveChoice = SaveChoice()

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        for name, wanted in types_of(Preferences).items():
            try:
                msgspec.convert(getattr(self, name), wanted)
            except msgspec.ValidationError as error:
                raise msgspec.ValidationError(f"{name}: {error}") from None

    def but(self, **changes: Unpack[Changes]) -> Preferences:
        """Return the same with some *changes*."""
        return msgspec.structs.replace(self, **changes)

    def with_value(self, name: PreferenceName, value: str | float) -> Preferences:
        """Return the same with another value, as one of a dialog's choices.

        Raises:
            msgspec.ValidationError: the preference has no such value.
        """
        changed: Preferences = msgspec.structs.replace(self, **{name: value})
        return changed

    def reset(self, names: Iterable[PreferenceName]) -> Preferences:
        """Return the same with these preferences as they are at first."""
        return self.with_those_of(Preferences(), names)

    def with_those_of(
        self, other: Preferences, names: Iterable[PreferenceName]
    ) -> Preferences:
        """Return the same with these preferences as *other* has them."""
        found: Preferences = msgspec.structs.replace(
            self, **{name: getattr(other, name) for name in names}
        )
        return found

    def switched(self, switch: Switch, *, on: bool) -> Preferences:
        """Return the same with a preference switched *on* or off."""
        changed: Preferences = msgspec.structs.replace(self, **{switch: on})
        return changed

    def changes_to(self, other: Preferences) -> frozenset[PreferenceName]:
        """Name the fields in which *other* differs."""
        return frozenset(
            name for name in NAMES if getattr(self, name) != getattr(other, name)
        )

    def text_by(self, notches: int) -> Preferences:
        """Return the same with text larger or smaller by some notches, in its range."""
        scale = round(self.text_scale + notches * TEXT_NOTCH, 2)
        return self.but(text_scale=max(SMALLEST_TEXT, min(BIGGEST_TEXT, scale)))

    def captions_by(self, notches: int) -> Preferences:
        """Return the same with the class's captions larger or smaller, in range."""
        scale = round(self.caption_scale + notches * CAPTION_NOTCH, 2)
        scale = max(SMALLEST_CAPTION, min(BIGGEST_CAPTION, scale))
        return self.but(caption_scale=scale)

    def beam_by(self, *, brightness: int = 0, contrast: int = 0) -> Preferences:
        """Return the same with the class's picture brighter or steeper by notches."""
        beam = Beam(self.brightness, self.contrast)
        beam = beam.brighter(brightness).steeper(contrast)
        return self.but(brightness=beam.brightness, contrast=beam.contrast)


class Changes(TypedDict, total=False):
    """Some of the preferences, for `Preferences.but`; a test keeps both the same."""

    theme: ThemeChoice
    text_scale: float
    motion: MotionChoice
    hold_camera: bool
    speed: float
    single_letter_keys: bool
    predict_first: bool
    captions: bool
    real_cluster_notes: bool
    show_flow: bool
    show_table: bool
    show_tabs: bool
    split_view: bool
    drawer: bool
    projector_colours: bool
    brightness: float
    contrast: float
    caption_scale: float
    audience_panel: AudiencePanel
    audience_screen: str
    learned_keys: tuple[tuple[str, str], ...]
    own_keys: OwnKeys
    columns: tuple[int, ...]
    geometry: str
    last_lesson: str
    last_step: int
    save_choice: SaveChoice


# fmt: off
PreferenceName = Literal[
    "theme", "text_scale", "motion", "hold_camera", "speed", "single_letter_keys",
    "predict_first", "captions", "real_cluster_notes", "show_flow", "show_table",
    "show_tabs", "split_view", "drawer", "projector_colours", "brightness", "contrast",
    "caption_scale", "audience_panel", "audience_screen", "learned_keys", "own_keys",
    "columns", "geometry", "last_lesson", "last_step", "save_choice",
]
# fmt: on
NAMES = cast("tuple[PreferenceName, ...]", Preferences.__struct_fields__)

COMMON: frozenset[PreferenceName] = frozenset(NAMES) - {
    *("show_flow", "show_table", "show_tabs", "drawer", "columns"),
    *("geometry", "audience_screen", "last_lesson", "last_step"),
}
"""What counts in every window; the others are where one is and how it is divided."""


def preferences_file() -> Path:
    """Return where this system keeps them."""
    return config_file(FILE)


def load_preferences(file: Path, aside: list[Path] | None = None) -> Preferences:
    """Read the preferences; what is missing or damaged has its default.

    A file that holds no preferences at all is kept under another name, which is added
    to *aside*.
    """
    found = load_json(file, BIGGEST_FILE, dict[str, object], aside)
    return fitting(found or {}, Preferences)


def peek_preferences(file: Path) -> Preferences | None:
    """Read the preferences and leave everything as it is.

    None if the file is missing, cannot be read, or holds no preferences at all.
    """
    found = peek_json(file, BIGGEST_FILE, dict[str, object])
    return None if found is None else fitting(found, Preferences)


def save_preferences(
    preferences: Preferences, file: Path, changed: Collection[PreferenceName] = NAMES
) -> None:
    """Write those that *changed* into the file; what else is in it stays.

    Raises:
        OSError: they cannot be written, or what is there cannot be read; it stays.
    """
    write_whole(file, merged_preferences(preferences, file, changed))


def merged_preferences(
    preferences: Preferences,
    file: Path,
    changed: Collection[PreferenceName],
    aside: list[Path] | None = None,
) -> bytes:
    """Encode what is in the file, with those preferences that *changed*.

    So nothing is lost of what another window wrote, or a later version. A damaged file
    is kept aside under the name that is added to *aside*.

    Raises:
        OSError: what is there cannot be read.
    """
    found = read_json(file, BIGGEST_FILE, dict[str, object], aside)
    chosen = msgspec.to_builtins(preferences)
    merged = chosen
    if found is not None:
        merged = found | {name: chosen[name] for name in NAMES if name in changed}
    content = msgspec.json.format(msgspec.json.encode(merged), indent=2)
    if len(content) > BIGGEST_FILE:  # it would not be read again
        content = msgspec.json.format(msgspec.json.encode(chosen), indent=2)
    return content
