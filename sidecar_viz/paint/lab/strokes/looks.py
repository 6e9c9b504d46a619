"""How each kind of container looks: its colours, its icon, words on them."""

from __future__ import annotations

from typing import Literal

from sidecar_viz.core.lesson import Hue
from sidecar_viz.paint.brush.theme import Shade, Theme, contrast, mixed
from sidecar_viz.pods.given.pod import Kind

HUES: dict[Kind, Hue] = {
    "init": "slate",
    "sidecar": "amber",
    "regular": "blue",
    "ephemeral": "teal",
}
"""The hue of each kind of container."""

ICONS: dict[Kind, Literal["layers", "pulse", "cube", "eye"]] = {
    "init": "pulse",
    "sidecar": "layers",
    "regular": "cube",
    "ephemeral": "eye",
}
"""The icon of each kind of container."""


def filled(theme: Theme, shade: Shade) -> str:
    """Return the colour that a full bar has."""
    return mixed(shade.line, theme.surface, 0.12)


def on_fill(theme: Theme, shade: Shade) -> str:
    """Return the colour of words on a full bar: the one that can be read."""
    fill = filled(theme, shade)
    return max((theme.ink, theme.surface), key=lambda one: contrast(one, fill))
