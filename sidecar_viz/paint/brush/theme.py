"""Themes: the colours of all roles, light, dark and high in contrast."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.core.lesson import Hue, Tone

SANS = "Sidecar Sans"
MONO = "Sidecar Mono"


class Shade(Struct, frozen=True):
    """A hue as it is in one theme.

    *line* draws shapes (at least 3:1 on the stage), *text* writes (at least
    4.5:1 on *soft* and on every surface), *soft* fills wide areas.
    """

    line: str
    text: str
    soft: str


class Theme(Struct, frozen=True):
    """The colours ("#rrggbb") and widths (for 1080p) of all roles."""

    name: str
    dark: bool
    bg: str
    surface: str
    stage: str
    stage_edge: str
    inside: str
    grid: str
    line: str
    edge: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    row: str
    fresh: str
    good: Shade
    warning: Shade
    failed: Shade
    idle: Shade
    hues: dict[Hue, Shade]
    shadow: float = 0.10
    glow: float = 0.55
    stroke: float = 2.5
    faint: float = 0.3
    """The least opacity (0..1) of what is not meant now."""

    def hue(self, name: Hue) -> Shade:
        """Return the shade of a hue."""
        return self.hues[name]

    def living(self, name: Hue, life: float) -> Shade:
        """Return the shade of a hue with *life* (0..1) of its colour, else grey."""
        own = self.hues[name]
        if life >= 1.0:
            return own
        part = round(life * 64) / 64
        return Shade(
            mixed(self.idle.line, own.line, part),
            mixed(self.idle.text, own.text, part),
            mixed(self.idle.soft, own.soft, part),
        )

    def tone(self, tone: Tone, hue: Hue) -> Shade:
        """Return the shade of a state of this tone on an actor of this hue."""
        own: dict[Tone, Shade] = {
            "idle": self.idle,
            "done": self.idle,
            "finished": self.idle,
            "starting": self.hues[hue],
            "active": self.hues[hue],
            "good": self.good,
            "warning": self.warning,
            "failed": self.failed,
        }
        return own[tone]


LIGHT = Theme(
    name="light",
    dark=False,
    bg="#f2f3f8",
    surface="#ffffff",
    stage="#fbfcfe",
    stage_edge="#eef2f9",
    inside="#f6f9ff",
    grid="#e0e6ef",
    line="#dce2ea",
    edge="#7d8898",
    ink="#17202b",
    muted="#526071",
    accent="#35337a",
    accent_soft="#ebebf8",
    on_accent="#ffffff",
    row="#eeeefa",
    fresh="#fff3c9",
    good=Shade("#0b7a4b", "#08683f", "#dff3e8"),
    warning=Shade("#a86500", "#874f00", "#fff0d2"),
    failed=Shade("#bb1f31", "#a81b2c", "#fde8ea"),
    idle=Shade("#6f7b8b", "#4d5a6a", "#e9edf3"),
    hues={
        "blue": Shade("#2563d9", "#1d53bd", "#e4ecfc"),
        "amber": Shade("#c46f08", "#91450a", "#fcebd5"),
        "green": Shade("#0b7a66", "#086553", "#d9f1eb"),
        "violet": Shade("#8b3fa8", "#7c3597", "#f3e4f8"),
        "teal": Shade("#0e7490", "#0b5f76", "#d8f0f6"),
        "rose": Shade("#be2f66", "#a42656", "#fbe3ec"),
        "slate": Shade("#5b6878", "#4a5665", "#e8ecf2"),
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    bg="#0a0e16",
    surface="#151d27",
    stage="#141c28",
    stage_edge="#0e151f",
    inside="#111a2a",
    grid="#222d3b",
    line="#2b3746",
    edge="#6f7f94",
    ink="#edf2f8",
    muted="#a9b6c6",
    accent="#c4c6f8",
    accent_soft="#26294c",
    on_accent="#12142c",
    row="#232645",
    fresh="#3d3413",
    good=Shade("#57d69a", "#6ae0a8", "#12352a"),
    warning=Shade("#ffc15e", "#ffcd7d", "#3b2d10"),
    failed=Shade("#ff7b86", "#ff949d", "#451c24"),
    idle=Shade("#8493a7", "#b3bfce", "#232e3c"),
    hues={
        "blue": Shade("#7fa8ff", "#9bbcff", "#1a2a4a"),
        "amber": Shade("#ffb454", "#ffc274", "#3a2a14"),
        "green": Shade("#4fd1b5", "#6bdcc3", "#123730"),
        "violet": Shade("#dda0f5", "#e4b3f8", "#34203f"),
        "teal": Shade("#56c8e0", "#78d5e8", "#11343d"),
        "rose": Shade("#ff8fb4", "#ffa8c4", "#451f30"),
        "slate": Shade("#9fb0c4", "#b6c3d3", "#253140"),
    },
    shadow=0.42,
    glow=0.50,
)

_BLACK, _WHITE = "#000000", "#ffffff"

CONTRAST = Theme(
    name="contrast",
    dark=True,
    bg=_BLACK,
    surface=_BLACK,
    stage=_BLACK,
    stage_edge=_BLACK,
    inside=_BLACK,
    grid="#1c1c1c",
    line="#8c8c8c",
    edge="#c8c8c8",
    ink=_WHITE,
    muted="#e6e6e6",
    accent="#ffe600",
    accent_soft="#2b2700",
    on_accent=_BLACK,
    row="#242100",
    fresh="#003a4d",
    good=Shade("#4dff9e", "#7bffb7", "#00240f"),
    warning=Shade("#ffb300", "#ffc94d", "#2b1e00"),
    failed=Shade("#ff8080", "#ff9c9c", "#330a0a"),
    idle=Shade("#cfcfcf", "#e6e6e6", "#1a1a1a"),
    hues={
        "blue": Shade("#7db7ff", "#a3ccff", "#001a38"),
        "amber": Shade("#ffc147", "#ffd27d", "#2b1c00"),
        "green": Shade("#4df0cb", "#83f5dc", "#00261e"),
        "violet": Shade("#f0a8ff", "#f5c2ff", "#2a0033"),
        "teal": Shade("#66e0ff", "#99ebff", "#00242e"),
        "rose": Shade("#ff9ec2", "#ffbcd5", "#330016"),
        "slate": Shade("#d6dde6", "#e3e8ee", "#1c2126"),
    },
    shadow=0.0,
    glow=0.9,
    stroke=3.5,
    faint=0.75,
)

PROJECTOR = Theme(
    name="projector",
    dark=False,
    bg=_WHITE,
    surface=_WHITE,
    stage=_WHITE,
    stage_edge=_WHITE,
    inside="#fbfcff",
    grid="#eef1f5",
    line="#8a94a3",
    edge="#4b5563",
    ink=_BLACK,
    muted="#2b333d",
    accent="#1c1a66",
    accent_soft="#e6e6f9",
    on_accent=_WHITE,
    row="#e6e6f9",
    fresh="#fff0b3",
    good=Shade("#00522c", "#004626", "#e2f7ea"),
    warning=Shade("#6b3c00", "#5a3200", "#fff1d6"),
    failed=Shade("#9b0018", "#860015", "#ffe9eb"),
    idle=Shade("#3d4652", "#333b46", "#eef1f5"),
    hues={
        "blue": Shade("#0b3fb3", "#0a3596", "#e6eeff"),
        "amber": Shade("#7a3d00", "#663300", "#fff0dc"),
        "green": Shade("#004f41", "#004337", "#defaf2"),
        "violet": Shade("#6a1b8a", "#5a1676", "#f8e9ff"),
        "teal": Shade("#004a5f", "#003f51", "#dff6fc"),
        "rose": Shade("#8a0f42", "#760c38", "#ffe8f0"),
        "slate": Shade("#333d4a", "#2b343f", "#edf1f6"),
    },
    shadow=0.0,
    glow=0.75,
    stroke=4.7,
    faint=0.65,
)

THEMES: dict[str, Theme] = {
    theme.name: theme for theme in (LIGHT, DARK, CONTRAST, PROJECTOR)
}


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2, definition)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, amount: float) -> str:
    """Blend *one* with *other*, *amount* (0..1) of the way."""
    parts = [
        round(
            int(one[at : at + 2], 16)
            + (int(other[at : at + 2], 16) - int(one[at : at + 2], 16)) * amount
        )
        for at in (1, 3, 5)
    ]
    return "#{:02x}{:02x}{:02x}".format(*parts)
