"""What was chosen last when something was saved for others."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sidecar_viz.core.sheets import Sheet

SaveTheme = Literal["light", "dark", "contrast", "projector"]
Pixels = Annotated[int, Meta(ge=64, le=8192)]


class SaveChoice(Struct, frozen=True):
    """What a lesson is saved as, and how; *folder* is "" before the first time."""

    suffix: str = ".html"
    whole: bool = True
    theme: SaveTheme = "light"
    width: Pixels = 1920
    height: Pixels = 1080
    notes: bool = False
    sheet: Sheet = "pupils"
    captions: bool = True
    folder: str = ""
