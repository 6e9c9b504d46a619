"""The versions of Kubernetes that can be chosen."""

from __future__ import annotations

VERSIONS = ("1.28", "1.29", "1.33", "1.36")
NEWEST = VERSIONS[-1]


def known_version(version: str) -> str:
    """Return the *version* if it can be chosen, else the newest."""
    return version if version in VERSIONS else NEWEST


def minor(version: str) -> int:
    """Return the number behind the dot of a version such as 1.36."""
    return int(version.partition(".")[2])
