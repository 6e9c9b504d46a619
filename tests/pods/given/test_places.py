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
    template:
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
        (("", "terminationGracePeriodSeconds"), 13),
        (("", "volumes", "tmp", "emptyDir"), 15),
        (("", "volumes", 0), 15),
        (("", "volumes", "data"), 10),
        (("proxy",), 18),
        (("proxy", "startupProbe"), 21),
        (("proxy", "startupProbe", "periodSeconds"), 23),
        (("web", "env", "A", "value"), 29),
    ],
)
def test_a_field_has_the_line_of_its_name(way: tuple[str, Step], line: int) -> None:
    """As the file counts, also in a list within a later document."""
    assert read_pod(TEXT.encode(), "m").places.line(*way) == line


def test_what_is_not_written_has_the_line_of_what_it_belongs_to() -> None:
    """So that there is always a line to show."""
    places = read_pod(TEXT.encode(), "m").places

    assert places.line("proxy", "startupProbe", "timeoutSeconds") == 21
    assert places.line("proxy", "livenessProbe", "periodSeconds") == 18
    assert places.line("", "activeDeadlineSeconds") == 13
    assert places.line("nobody", "image") == 13
    assert Places().line("web", "image") == 1
