"""What a lab has open: a manifest, its pod, and the script it is played with."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from sidecar_viz.files.making.finding import FoundPod, pods_in
from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script


class Opened(Struct, frozen=True):
    """A manifest's bytes and the pod that was read from them.

    *name* is what the file is called, *wanted* which of its pods it is, and *version*
    the Kubernetes that it is read and played for.
    """

    name: str
    data: bytes
    pod: Pod
    script: Script = Script()
    version: str = NEWEST
    path: Path | None = None
    wanted: str | None = None

    @property
    def text(self) -> str:
        """The manifest as text."""
        return self.data.decode("utf-8", "replace").removeprefix("\ufeff")


def read_opened(
    data: bytes,
    name: str,
    *,
    path: Path | None = None,
    script: Script | None = None,
    wanted: str | None = None,
    version: str = NEWEST,
) -> Opened:
    """Read a manifest for the lab.

    Raises:
        LessonError: it is not YAML, or the API would refuse it: all problems at once.
        ManifestError: there is no pod in it, or not that one.
    """
    pod = read_pod(data, name, wanted, version)
    return Opened(name, data, pod, script or Script(), version, path, wanted)


def pods_of(data: bytes, name: str) -> tuple[FoundPod, ...]:
    """Return the pods of a file, to choose one from.

    Raises:
        LessonError: it is not YAML.
        ManifestError: there is no pod in it.
    """
    return pods_in(data, name)
