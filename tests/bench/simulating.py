"""Simulating pods, once it is warm: a day of a crash loop, ten containers, many."""

from __future__ import annotations

import time
from statistics import median

from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.given.script import Life, Script, When
from sidecar_viz.pods.running.simulate import simulate
from tests.bench.measure import tell

DAY = 86_400.0
LOOP = Pod("p", (Container("side", "sidecar"), Container("web")))


def manifest(containers: int, volumes: int) -> bytes:
    """Write the manifest of a pod, half of it sidecars, all with probes and mounts."""
    lines = ["kind: Pod", "metadata: { name: p }", "spec:", "  volumes:"]
    lines += [f"  - {{ name: v{n}, emptyDir: {{}} }}" for n in range(volumes)]
    for field, first in (("initContainers", 0), ("containers", 1)):
        lines.append(f"  {field}:")
        for number in range(first, containers, 2):
            lines += [
                f"  - name: c{number}",
                f"    image: c{number}:1",
                "    readinessProbe: { exec: { command: [x] }, periodSeconds: 5 }",
                "    volumeMounts:",
                *(f"    - {{ name: v{n}, mountPath: /{n} }}" for n in range(volumes)),
            ]
            lines += ["    restartPolicy: Always"] * (field == "initContainers")
    return "\n".join(lines).encode()


def day() -> None:
    """Play a day of a crash loop."""
    life = Life(run=2, exit_code=1)
    until = When(seconds=DAY)
    simulate(LOOP, Script(containers={"web": life}, until=until, max_seconds=DAY))


def whole(data: bytes) -> None:
    """Read a manifest and play ten minutes of it."""
    simulate(read_pod(data, "bench"), Script(until=When(seconds=600)))


def milliseconds(work: object, *given: object) -> float:
    """Give the median time of seven runs, after one to warm up."""
    assert callable(work)
    found = []
    for _ in range(8):
        began = time.perf_counter()
        work(*given)
        found.append((time.perf_counter() - began) * 1000)
    return median(found[1:])


def main() -> None:
    """Measure the three."""
    tell(
        day_ms=milliseconds(day),
        ten_ms=milliseconds(whole, manifest(10, 5)),
        many_ms=milliseconds(whole, manifest(13, 38)),
    )


if __name__ == "__main__":
    main()
