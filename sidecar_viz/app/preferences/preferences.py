"""What the user chose and where the window was left, kept between runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, get_type_hints

import msgspec
from msgspec import Meta, Struct
from PySide6.QtCore import QStandardPaths

from sidecar_viz.app.play.player import Motion

ThemeChoice = Literal["system", "light", "dark", "contrast", "projector"]
AudiencePanel = Literal["none", "table", "tracker", "both", "sample"]

FILE = "preferences.json"
BIGGEST_FILE = 64_000
TEXT_NOTCH, SMALLEST_TEXT, BIGGEST_TEXT = 0.1, 1.0, 2.0


class Preferences(Struct, frozen=True):
    """All that is kept. Sizes are in pixels of the window's own scale."""

    theme: ThemeChoice = "system"
    text_scale: Annotated[float, Meta(ge=1.0, le=2.0)] = 1.0
    motion: Motion = "full"
    speed: Annotated[float, Meta(ge=0.25, le=2.0)] = 1.0
    single_letter_keys: bool = True
    predict_first: bool = False
    captions: bool = True
    real_cluster_notes: bool = False
    show_flow: bool = True
    show_table: bool = True
    show_tabs: bool = True
    projector_colours: bool = False
    brightness: Annotated[float, Meta(ge=-0.3, le=0.3)] = 0.0
    contrast: Annotated[float, Meta(ge=-0.3, le=0.3)] = 0.0
    caption_scale: Annotated[float, Meta(ge=0.8, le=2.0)] = 1.0
    audience_panel: AudiencePanel = "table"
    audience_screen: str = ""
    """The name of the screen that the audience's view had last, or "" for any."""
    learned_keys: tuple[tuple[str, str], ...] = ()
    """Keys of a clicker, each with the command that it was taught."""
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    geometry: str = ""
    last_lesson: str = ""
    last_step: Annotated[int, Meta(ge=0)] = 0

    def but(self, **changes: object) -> Preferences:
        """The same with some *changes*."""
        return msgspec.structs.replace(self, **changes)


def preferences_file() -> Path:
    """Where this platform keeps them."""
    place = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(place)) / FILE


def load_preferences(file: Path) -> Preferences:
    """What is kept in *file*; what is missing or damaged there has its default.

    A file that is no JSON at all is kept aside under another name.
    """
    try:
        with file.open("rb") as opened:
            found = msgspec.json.decode(opened.read(BIGGEST_FILE))
    except OSError:
        return Preferences()
    except (msgspec.DecodeError, UnicodeDecodeError):
        _keep_aside(file)
        return Preferences()
    return _understood(found)


def save_preferences(preferences: Preferences, file: Path) -> bool:
    """Write all of them at once, or nothing; returns whether that worked."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    # Loaded here: nothing is written before the first frame.
    from PySide6.QtCore import QIODevice, QSaveFile  # noqa: PLC0415

    writer = QSaveFile(str(file))
    if not writer.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    text = msgspec.json.format(msgspec.json.encode(preferences), indent=2)
    writer.write(text)
    return writer.commit()


def _understood(found: object) -> Preferences:
    """Field by field, so that one wrong value does not cost the others."""
    if not isinstance(found, dict):
        return Preferences()
    kept = {}
    for name, wanted in get_type_hints(Preferences, include_extras=True).items():
        if name in found:
            try:
                kept[name] = msgspec.convert(found[name], wanted)
            except msgspec.ValidationError:
                continue
    return Preferences(**kept)


def _keep_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".damaged.json"))
    except OSError:
        return
