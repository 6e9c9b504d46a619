"""Makes a theme brighter, darker or richer in contrast, for a weak projector."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import asdict

from sidecar_viz.paint.brush.theme import Shade, Theme

NOTCH = 0.05
MOST = 0.3


class Beam(Struct, frozen=True):
    """The correction for a projector, -0.3 to 0.3 each; 0 changes nothing."""

    brightness: float = 0.0
    contrast: float = 0.0

    def brighter(self, by: int) -> Beam:
        """Return the beam *by* notches brighter (darker if negative)."""
        return Beam(_clamped(self.brightness + by * NOTCH), self.contrast)

    def steeper(self, by: int) -> Beam:
        """Return the beam with *by* notches more contrast (less if negative)."""
        return Beam(self.brightness, _clamped(self.contrast + by * NOTCH))


def adjusted(theme: Theme, beam: Beam) -> Theme:
    """Return the theme with its colours corrected by this beam."""
    if beam == Beam():
        return theme
    fields = asdict(theme)
    changed: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, str) and value.startswith("#"):
            changed[name] = _colour(value, beam)
        elif isinstance(value, Shade):
            changed[name] = _shade(value, beam)
    changed["hues"] = {hue: _shade(shade, beam) for hue, shade in theme.hues.items()}
    return Theme(**{**fields, **changed})


def _shade(shade: Shade, beam: Beam) -> Shade:
    return Shade(
        _colour(shade.line, beam), _colour(shade.text, beam), _colour(shade.soft, beam)
    )


def _colour(colour: str, beam: Beam) -> str:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    steep = 1.0 + 2.0 * beam.contrast
    made = [(part - 0.5) * steep + 0.5 + beam.brightness for part in parts]
    whole = [round(255 * max(0.0, min(1.0, part))) for part in made]
    return "#{:02x}{:02x}{:02x}".format(*whole)


def _clamped(value: float) -> float:
    return round(max(-MOST, min(MOST, value)), 2)
