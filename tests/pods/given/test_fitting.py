"""A script for a pod that has lost some of what the script names."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.fitting import fitted
from sidecar_viz.pods.given.lab_file import Lab, read_lab, written_lab
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.running.simulate import simulate

WHOLE = """\
apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  containers:
    - name: web
      image: web:1
      readinessProbe: { tcpSocket: { port: 80 } }
      lifecycle: { preStop: { sleep: { seconds: 5 } } }
    - name: db
      image: db:1
      envFrom: [{ secretRef: { name: key } }]
      volumeMounts: [{ name: data, mountPath: /data }]
  volumes:
    - name: data
      emptyDir: {}
"""
SCRIPT = b"""\
containers:
  web:
    run: 30
    pre-stop: { sleep: 2 }
    probes: { readiness: { result: fail } }
  db: { run: 20 }
missing: [secret/key]
actions:
  - { do: volume-unavailable, volume: data, when: { seconds: 1 } }
  - { do: object-available, object: secret/key, when: { seconds: 3 } }
  - { do: exit, container: db, when: { seconds: 9 } }
  - { do: exit, container: web, when: { state: [db, running] } }
  - { do: delete, when: { seconds: 12 } }
until: { state: [db, terminated] }
"""


def script() -> Script:
    """Read the script for the whole pod."""
    return read_script(SCRIPT, "script.yaml", pod(WHOLE))


def pod(manifest: str) -> Pod:
    """Read a pod."""
    return read_pod(manifest.encode("utf-8"), "pod.yaml")


def without(*words: str) -> str:
    """Return the manifest without the lines in which one of these is."""
    lines = WHOLE.splitlines(keepends=True)
    return "".join(x for x in lines if not any(word in x for word in words))


def test_what_fits_stays_as_it_is() -> None:
    """Nothing is left out for the pod that it was made for."""
    assert fitted(script(), pod(WHOLE)) == script()


def test_what_a_lost_container_does_is_left_out() -> None:
    """Also what waits for it, the volume that only it had, and its Secret."""
    lost = without("db", "envFrom", "volume", "- name: data", "emptyDir")
    left = fitted(script(), pod(lost))
    assert list(left.containers) == ["web"]
    assert [one.do for one in left.actions] == ["delete"]
    assert (left.missing, left.until) == ((), None)


def test_how_a_lost_hook_or_probe_ends_is_left_out() -> None:
    """The rest of what the container does is kept."""
    left = fitted(script(), pod(without("readinessProbe", "preStop")))
    life = left.life("web")
    assert (life.run, life.pre_stop) == (30, None)
    assert life.probes.readiness.result == "success"


@pytest.mark.parametrize(
    "changed",
    [
        without("readinessProbe"),
        without("preStop"),
        without("envFrom"),
        WHOLE.replace("name: db", "name: other"),
        WHOLE.replace("name: web", "name: w"),
    ],
    ids=["probe", "hook", "secret", "db", "web"],
)
def test_what_is_left_can_be_played_written_and_read(changed: str) -> None:
    """With any line changed that an editor may change."""
    found = pod(changed)
    left = fitted(script(), found)
    assert simulate(found, left).snapshots
    text = written_lab(Lab("Shop", "A shop.", left, changed))
    assert read_lab(text.encode("utf-8"), "shop.podlab.yaml")[0].script == left
