"""Where the pods lie that come with the program, to be opened in the lab at once."""

from __future__ import annotations

from pathlib import Path

from sidecar_viz.files.library.places import data_folder

ENDING = ".podlab.yaml"
SAMPLES = (
    "stop-order",
    "job-never-ends",
    "app-before-proxy",
    "log-shipper-killed-first",
    "init-never-ends",
    "probe-too-eager",
    "grace-too-short",
    "oom-loop",
    "image-typo",
    "missing-secret",
    "statefulset-claim",
    "mesh-11-volumes",
)
"""The names of all, in the order in which they are offered."""


def sample_pods() -> tuple[Path, ...]:
    """Return the files of the samples, in the order in which they are offered.

    Raises:
        LibraryError: the program's own files are missing.
    """
    folder = data_folder() / "resources" / "pods"
    return tuple(folder / f"{name}{ENDING}" for name in SAMPLES)
