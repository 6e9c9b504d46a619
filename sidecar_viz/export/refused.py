"""Why a film or a looping picture cannot be made as it is wanted, and the way out."""

from __future__ import annotations

from importlib.util import find_spec

from sidecar_viz.export.wanted import Wanted

FILM_RATE = 60  # frames a second
SMALLEST, LARGEST = (320, 180), 4096  # pixels of a film


def without_pyav() -> str:
    """Say how to get what encodes films; "" where it is installed."""
    if find_spec("av") is not None:
        return ""
    return (
        "films and looping pictures need PyAV: pip install 'sidecar-viz[movies]'. "
        "Packages such as .deb and the portable folder are made without it; "
        "there, use the program as pip installs it"
    )


def refused_film(wanted: Wanted) -> str:
    """Say why there is no such film, or ""."""
    if wanted.size[0] % 2 or wanted.size[1] % 2:
        return "a film's width and height are even numbers, such as 1920x1080"
    return refused_frames(wanted)


def refused_frames(wanted: Wanted) -> str:
    """Say why there are no such frames, or ""."""
    if wanted.position is None:
        return "the ending comes after the last step; leave --ending away"
    if wanted.only is not None and wanted.only != wanted.position:
        return "a film shows whole steps; use --step instead of --at"
    if any(side < least for side, least in zip(wanted.size, SMALLEST, strict=True)):
        return f"a film is at least {SMALLEST[0]}x{SMALLEST[1]} pixels large"
    if max(wanted.size) > LARGEST:
        return f"a film is at most {LARGEST} pixels wide and high"
    return ""
