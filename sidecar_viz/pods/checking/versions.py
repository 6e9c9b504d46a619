"""The versions of Kubernetes that can be chosen."""

from __future__ import annotations

VERSIONS = ("1.28", "1.29", "1.33", "1.36")
NEWEST = VERSIONS[-1]


def minor(version: str) -> int:
    """Return the number behind the dot of a version such as 1.36."""
    return int(version.partition(".")[2])
