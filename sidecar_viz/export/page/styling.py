"""The page's colours and letters: the program's themes and fonts, as CSS."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from sidecar_viz.paint.brush.theme import DARK, LIGHT, MONO, SANS, Theme

FACES = (
    ("SidecarSans-Regular.otf", SANS, 400),
    ("SidecarSans-Medium.otf", SANS, 500),
    ("SidecarSans-SemiBold.otf", SANS, 600),
    ("SidecarSans-Bold.otf", SANS, 700),
    ("SidecarMono-Medium.ttf", MONO, 500),
    ("SidecarMono-Bold.ttf", MONO, 700),
)
"""The bundled files, each with its family and weight."""
FORMATS = {".otf": "opentype", ".ttf": "truetype"}
ROLES = (
    *("bg", "surface", "stage", "stage_edge", "inside", "line", "edge", "ink"),
    *("muted", "accent", "accent_soft", "on_accent", "row", "fresh"),
)
TONES = ("good", "warning", "failed", "idle")


def fonts_css(folder: Path) -> str:
    """Return the bundled fonts as part of a style.

    Raises:
        OSError: a file cannot be read.
    """
    return "".join(_face(folder / name, *which) for name, *which in FACES)


def _face(file: Path, family: object, weight: object) -> str:
    data = b64encode(file.read_bytes()).decode()
    kind = FORMATS[file.suffix]
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:block;'
        f'src:url(data:font/{file.suffix[1:]};base64,{data}) format("{kind}")}}\n'
    )


def themes_css() -> str:
    """Return both themes as names for the page's style.

    The system's choice counts unless the page has one of its own.
    """
    light, dark = _roles(LIGHT), _roles(DARK)
    chosen = ":root:not([data-theme=light])"
    return (
        f":root{{{light}}}\n"
        f"@media(prefers-color-scheme:dark){{{chosen}{{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
    )


def _roles(theme: Theme) -> str:
    roles = {name.replace("_", "-"): str(getattr(theme, name)) for name in ROLES}
    for tone in TONES:
        shade = getattr(theme, tone)
        roles |= {
            tone: shade.text,
            f"{tone}-line": shade.line,
            f"{tone}-soft": shade.soft,
        }
    for hue, shade in theme.hues.items():
        roles[f"hue-{hue}"] = shade.text
    scheme = "dark" if theme.dark else "light"
    names = "".join(f"--{name}:{colour};" for name, colour in roles.items())
    return f"{names}color-scheme:{scheme}"
