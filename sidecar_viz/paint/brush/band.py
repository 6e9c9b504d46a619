"""The colours of the band below a stage, in which its words are read from afar."""

from __future__ import annotations

from msgspec import Struct

from sidecar_viz.paint.brush.theme import Theme, contrast, mixed

TO_COME = 0.3  # how much of the dim colour is in the line of what is still to come
BRIGHT = "#c4c6f8"
STRONG = "#ffffff"


class BandColours(Struct, frozen=True):
    """The band's own colours: dark under a light stage."""

    ground: str
    number: str
    title: str
    text: str
    dim: str
    to_come: str


def band_colours(theme: Theme) -> BandColours:
    """Return the colours for a theme; text is at least 7:1 on the ground."""
    if theme.dark:
        ground = mixed(theme.surface, theme.bg, 0.4)
        to_come = mixed(ground, theme.muted, TO_COME)
        return BandColours(
            *(ground, theme.accent, theme.ink, theme.ink, theme.muted, to_come)
        )
    ground = mixed(mixed("#000000", theme.ink, 0.6), theme.accent, 0.2)
    number = _clear(mixed(theme.accent, BRIGHT, 0.75), ground)
    dim = "#a9b6cc"
    to_come = mixed(ground, dim, TO_COME)
    return BandColours(ground, number, "#ffffff", "#d8e2f5", dim, to_come)


def _clear(colour: str, ground: str) -> str:
    """Return the colour, lighter until it is read easily."""
    for part in range(20):
        made = mixed(colour, "#ffffff", part / 20)
        if contrast(made, ground) >= 7.0:
            return made
    return "#ffffff"
