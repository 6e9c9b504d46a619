"""The lines of a manifest that a pod's fields stand in."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.places import Places, Step

TEXT = """# first
kind: Service
---
kind: List
items:
- kind: StatefulSet
  metadata: { name: shop }
  spec:
    volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
    selector: { matchLabels: { app: shop } }
    template:
      metadata: { labels: { app: shop } }
      spec:
        terminationGracePeriodSeconds: 45
        volumes:
        - emptyDir: {}
          name: tmp
        initContainers:
        - name: proxy
          image: p
          restartPolicy: Always
          startupProbe:
            exec: { command: [x] }
            periodSeconds: 2
        containers:
        - image: w
          name: web
          env:
          - name: A
            value: b
"""


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("", "terminationGracePeriodSeconds"), 16),
        (("", "volumes", "tmp", "emptyDir"), 18),
        (("", "volumes", 0), 18),
        (("", "volumes", "data"), 10),
        (("proxy",), 21),
        (("proxy", "startupProbe"), 24),
        (("proxy", "startupProbe", "periodSeconds"), 26),
        (("web", "env", "A", "value"), 32),
    ],
)
def test_a_field_has_the_line_of_its_name(way: tuple[str, Step], line: int) -> None:
    """As the file counts, also in a list within a later document."""
    assert read_pod(TEXT.encode(), "m").places.line(*way) == line


def test_what_is_not_written_has_the_line_of_what_it_belongs_to() -> None:
    """So that there is always a line to show."""
    places = read_pod(TEXT.encode(), "m").places

    assert places.line("proxy", "startupProbe", "timeoutSeconds") == 24
    assert places.line("proxy", "livenessProbe", "periodSeconds") == 21
    assert places.line("", "activeDeadlineSeconds") == 16
    assert places.line("nobody", "image") == 16
    assert places.line("", "volumes", "gone") == 17
    assert places.line("web", "image", "tag") == 28
    assert places.line("web", "env", 7) == 30
    assert Places().line("web", "image") == 1
