"""How slides look: sizes, and the colours of a theme of ours as a theme of slides."""

from __future__ import annotations

from sidecar_viz.paint.brush.theme import Theme

FAMILY, MONO = "Arial", "Courier New"
"""Letters that every computer has, or has others of the same width for."""
INCH = 914_400
WIDE, HIGH = 13.333, 7.5  # inches, 16:9
EDGE = 0.5
TITLE = (EDGE, 0.28, WIDE - 2 * EDGE, 0.8)
PICTURE = (EDGE, 1.15, WIDE - 2 * EDGE, 5.1)
CAPTION = (EDGE, 6.33, WIDE - 2 * EDGE, 0.95)
WORDS = (EDGE, 1.45, WIDE - 2 * EDGE, 5.5)
FIRST_TITLE = (EDGE + 0.5, 1.7, WIDE - 2 * EDGE - 1, 1.7)
FIRST_WORDS = (EDGE + 0.5, 3.55, WIDE - 2 * EDGE - 1, 2.6)
PIXELS = 120  # an inch, in the picture's coordinates
SHARP = 2.0
"""How many pixels of the PNG stand for one of the picture's."""
LETTER = 0.52
"""How wide a letter is in the mean, as a part of its size."""
LEADING = 1.25


def picture_size() -> tuple[int, int]:
    """Return the size of a picture's coordinates."""
    return round(PICTURE[2] * PIXELS), round(PICTURE[3] * PIXELS)


def fitting(
    texts: list[str], box: tuple[float, float, float, float], sizes: tuple[int, ...]
) -> int:
    """Return the first of *sizes* (points, falling) in which *texts* fit into a box.

    It is estimated, as nobody knows the letters there; the last one is taken for what
    is too long for all. Each text is a paragraph, with some room behind it.
    """
    for size in sizes[:-1]:
        across = max(1.0, (box[2] - 0.2) * 72 / (size * LETTER))
        lines = sum(max(1, -(-len(text) // int(across))) for text in texts)
        room = (lines * LEADING + (len(texts) - 1) * 0.45) * size / 72
        if room <= box[3] - 0.1:
            return size
    return sizes[-1]


def scheme(theme: Theme) -> bytes:
    """Write a theme's colours and the letters as slides name them."""
    accents = [theme.hues[hue].line for hue in list(theme.hues)[:6]]
    accents += [theme.accent] * (6 - len(accents))
    named = {
        "dk1": theme.ink,
        "lt1": theme.stage,
        "dk2": theme.muted,
        "lt2": theme.surface,
        **{f"accent{n}": colour for n, colour in enumerate(accents, start=1)},
        "hlink": theme.accent,
        "folHlink": theme.muted,
    }
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>'
        for name, colour in named.items()
    )
    letters = f'<a:latin typeface="{FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:clrScheme name="{theme.name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{FAMILY}"><a:majorFont>{letters}</a:majorFont>'
        f"<a:minorFont>{letters}</a:minorFont></a:fontScheme>"
    ).encode()
