"""What events say, in the words of each version of Kubernetes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.given.pod import LeftOut, Pod


class Words(Struct, frozen=True):
    """The messages of events about a pod in one *version*."""

    pod: str
    version: str = NEWEST

    def created(self, name: str) -> str:
        """Say that a container was made."""
        if self.version == "1.36":
            return "Container created"
        if self.version == "1.33":
            return f"Created container: {name}"
        return f"Created container {name}"

    def started(self, name: str) -> str:
        """Say that a container's process was begun."""
        if self.version == "1.36":
            return "Container started"
        return f"Started container {name}"

    def back_off(self, name: str) -> str:
        """Say that a container waits before it is started again."""
        return f"Back-off restarting failed container {name} in pod {self.pod}"

    def back_off_pull(self, image: str) -> str:
        """Say that the next pull of an image waits."""
        return f'Back-off pulling image "{image}"'

    def present(self, image: str) -> str:
        """Say that an image need not be pulled."""
        return f'Container image "{image}" already present on machine'

    def pulled(self, image: str, seconds: float) -> str:
        """Say that an image is there now."""
        return f'Successfully pulled image "{image}" in {seconds:g}s'


def as_of(pod: Pod, version: str) -> Pod:
    """Return the pod as a version takes it; what it drops is added to what is left out.

    1.28 knows no sidecars unless a gate is opened: they are plain init containers
    there. Restart policies and rules of other containers count from 1.35 on.
    """
    if version == NEWEST:
        return pod
    said = list(_dropped(pod, version))
    containers = tuple(
        structs.replace(
            c,
            policy=None,
            rules=(),
            kind="init" if c.kind == "sidecar" and version == "1.28" else c.kind,
        )
        for c in pod.containers
    )
    return structs.replace(pod, containers=containers, left_out=(*pod.left_out, *said))


def _dropped(pod: Pod, version: str) -> Iterator[LeftOut]:
    for container in pod.containers:
        if container.kind == "sidecar":
            if version == "1.28":
                why = "1.28 has no sidecars by default, so it is a plain init container"
                yield LeftOut(container.name, "restartPolicy", why)
        elif container.policy or container.rules:
            why = f"from 1.35 on, not in {version}"
            yield LeftOut(container.name, "restart policy and rules", why)
