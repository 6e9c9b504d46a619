"""Why a film or a looping picture cannot be made as it is wanted, and the way out."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from sidecar_viz.export.wanted import Wanted

FILM, LOOP = (1920, 1080), (960, 540)  # pixels, where none are asked for
SMALLEST, LARGEST, LARGEST_LOOP = (320, 180), 4096, 1920  # pixels
OLDEST = 18  # of PyAV; Debian has others, which lack what is called here
FASTEST_LOOP = 50  # frames a second


def without_pyav() -> str:
    """Say how to get what encodes films; "" where it is installed, and new enough."""
    try:
        found = version("av")
    except PackageNotFoundError:
        found = "0"
    if int(found.partition(".")[0]) >= OLDEST:
        return ""
    return (
        f"films and looping pictures need PyAV {OLDEST} or newer: "
        "pip install 'sidecar-viz[movies]'. Packages such as .deb and the portable "
        "folder are made without it; there, use the program as pip installs it"
    )


def refused_film(wanted: Wanted) -> str:
    """Say why there is no such film, or ""."""
    if wanted.size[0] % 2 or wanted.size[1] % 2:
        return "a film's width and height are even numbers, such as 1920x1080"
    return _refused(wanted, LARGEST)


def refused_loop(wanted: Wanted) -> str:
    """Say why there is no such looping picture, or ""."""
    if wanted.captions == "beside":
        return "nobody reads captions beside a looping picture; leave --captions away"
    if wanted.rate is not None and wanted.rate > FASTEST_LOOP:
        return f"a looping picture has at most {FASTEST_LOOP} frames a second"
    return _refused(wanted, LARGEST_LOOP)


def _refused(wanted: Wanted, largest: int) -> str:
    if wanted.position is None:
        return "the ending comes after the last step; leave --ending away"
    if wanted.only is not None and wanted.only != wanted.position:
        return "a film shows whole steps; use --step instead of --at"
    if any(side < least for side, least in zip(wanted.size, SMALLEST, strict=True)):
        return f"at least {SMALLEST[0]}x{SMALLEST[1]} pixels are needed to read it"
    if max(wanted.size) > largest:
        return f"its width and height are at most {largest} pixels"
    return ""
