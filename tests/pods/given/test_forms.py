"""Whatever kubectl reads or prints is read, by what it is and not by its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sidecar_viz.files.making.finding import ManifestError, TemplateError, pods_in
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.leaving_out import in_lines
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.simulate import simulate

POD = """apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  initContainers:
  - name: proxy
    image: mesh/proxy:1
    restartPolicy: Always
  containers:
  - name: web
    image: shop/web:7
"""
DATA = {
    "apiVersion": "v1",
    "kind": "Pod",
    "metadata": {"name": "shop"},
    "spec": {
        "initContainers": [
            {"name": "proxy", "image": "mesh/proxy:1", "restartPolicy": "Always"}
        ],
        "containers": [{"name": "web", "image": "shop/web:7"}],
    },
}
KYAML = """---
{
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    name: "shop",
    # labels are written as everything is
    labels: {
      app: "shop",
      "on": "yes",
    },
  },
  spec: {
    initContainers: [{
      name: "proxy",
      image: "mesh/proxy:1",
      restartPolicy: "Always", # a sidecar
      startupProbe: {
        tcpSocket: {
          port: 15021,
        },
        periodSeconds: 2,
      },
    }],
    containers: [{
      name: "web",
      image: "shop/web:7",
      env: [{
        name: "NO",
        value: "\\
           a text that \\
           goes on\\n\\
          ",
      }],
    }],
  },
}
"""
MERGED = """x-base: &base
  image: shop/web:7
  imagePullPolicy: Never
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: { name: shop }
  spec:
    initContainers:
    - { name: proxy, image: "mesh/proxy:1", restartPolicy: Always }
    containers:
    - <<: *base
      name: web
"""


def indented(text: str, first: str) -> str:
    """Put a text into a list."""
    return first + text.strip().replace("\n", "\n  ") + "\n"


@pytest.mark.parametrize(
    "text",
    [
        POD,
        "\ufeff" + POD,
        POD.replace("\n", "\r\n"),
        "%YAML 1.2\n---\n" + POD,
        "--- # the shop\n" + POD + "...\n",
        "apiVersion: v1\nkind: Service\nmetadata: { name: s }\n---\n" + POD,
        POD + "---\nkind: ConfigMap\ndata: { a: '{{ b }}' }\n",
        "# a comment\n---\n---\n\n" + POD + "---\n",
        json.dumps(DATA),
        json.dumps(DATA, indent=2),
        json.dumps(DATA, indent="\t"),
        json.dumps({"kind": "List", "apiVersion": "v1", "items": [DATA]}),
        json.dumps({"kind": "List", "items": [{"kind": "Node"}, DATA]}, indent=4),
        "kind: List\nitems:\n" + indented(POD, "- "),
        "kind: PodList\nitems:\n"
        + indented(POD.replace("apiVersion: v1\nkind: Pod\n", ""), "- "),
        KYAML,
        MERGED,
    ],
)
def test_the_same_pod_in_every_form(text: str) -> None:
    """YAML and JSON, lists, several documents, marks, ends of lines, merge keys."""
    pod = read_pod(text.encode(), "shop.txt")

    assert pod.name == "shop"
    assert [(c.name, c.kind, c.image) for c in pod.containers] == [
        ("proxy", "sidecar", "mesh/proxy:1"),
        ("web", "regular", "shop/web:7"),
    ]


def test_what_windows_writes_of_a_printed_pod_is_read() -> None:
    """UTF-16, with its mark, in either order of bytes."""
    for marked in (POD.encode("utf-16"), b"\xfe\xff" + POD.encode("utf-16-be")):
        assert read_pod(marked, "m").name == "shop"


def test_all_pods_of_a_file_are_found_to_choose_from() -> None:
    """With name, kind and line, in the order of the file."""
    text = (
        "kind: Service\n---\n"
        + POD
        + "---\nkind: List\nitems:\n- kind: Job\n  metadata: { name: report }\n"
        "- kind: Node\n- kind: Pod\n  metadata: { generateName: run- }\n"
    )
    assert [(p.name, p.kind, p.line) for p in pods_in(text.encode(), "m")] == [
        ("shop", "Pod", 3),
        ("report", "Job", 18),
        ("run-", "Pod", 21),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "there is nothing in m; give the manifest of a pod, or of what makes"),
        ("# nothing\n---\n", "there is nothing in m; "),
        ("steps: []\n", "m is a lesson, not a manifest; give the manifest of a pod"),
        ("a: 1\n", "m is no manifest of Kubernetes; give the manifest of a pod, or "),
        ("a: [", "m is no manifest of Kubernetes; "),
        ("kind: pod\n", "kind 'pod' in line 1 is not known here; did you mean Pod"),
        ("a: 1\n---\nkind: P\u043ed\n", r"in line 3 .* small letter o \(U\+043E\)"),
        (
            "kind: Service\n---\nkind: ConfigMap\n",
            (
                r"\(found: Service in line 1, ConfigMap in line 3\); give a "
                r"manifest of "
                r"one"
            ),
        ),
    ],
)
def test_what_is_no_pod_is_named(text: str, words: str) -> None:
    """In a sentence with the line, and what to do."""
    with pytest.raises(ManifestError, match=words):
        read_pod(text.encode(), "m")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{{- if .Values.on }}\n" + POD + "{{- end }}\n", 1),
        (POD.replace("shop/web:7", "{{ .Values.image }}"), 12),
        (POD.replace("shop/web:7", '"{{ .Values.image }}"'), 12),
        (POD.replace("name: shop", 'name: "{{ .Release.Name }}-shop"'), 4),
        ("kind: Service\n---\n" + POD.replace("7", "{{ .Values.tag }}"), 14),
    ],
)
def test_a_template_is_named_as_one(text: str, line: int) -> None:
    """With its line and the way out, also if its braces stand in quotes."""
    with pytest.raises(TemplateError, match=f"m:{line}: .* run `helm template` first"):
        read_pod(text.encode(), "m")


def test_braces_where_they_belong_are_no_template() -> None:
    """A command's may be for the program that it runs."""
    text = POD + '    args: ["--format={{ .Name }}"]\n'
    assert read_pod(text.encode(), "m").name == "shop"


def test_a_field_that_is_written_twice_is_refused() -> None:
    """With both lines, also in a later document."""
    text = "kind: Service\n---\n" + POD + "    image: other\n"
    with pytest.raises(LessonError) as caught:
        read_pod(text.encode(), "m")
    assert [str(one) for one in caught.value.problems] == [
        (
            "m:15:5: duplicate: error converting YAML to JSON: yaml: line 15: 'image' "
            "is written twice, first in line 14"
        )
    ]


def test_a_pod_as_large_as_they_come() -> None:
    """15 containers and 40 volumes, of which each mounts 20."""
    volumes = [{"name": f"v{n}", "emptyDir": {}} for n in range(40)]
    boxes = [
        {
            "name": f"c{n}",
            "image": "i",
            "volumeMounts": [
                {"name": f"v{(n + k) % 40}", "mountPath": f"/{k}"} for k in range(20)
            ],
        }
        for n in range(15)
    ]
    spec = {"volumes": volumes, "initContainers": [], "containers": boxes}
    data = json.dumps({"kind": "Pod", "metadata": {"name": "big"}, "spec": spec})
    pod = read_pod(data.encode(), "m")

    assert [len(c.mounts) for c in pod.containers] == [20] * 15
    assert simulate(pod, Script()).snapshots[-1].status.phase == "Running"


def test_what_kubectl_prints_of_a_pod_is_read_without_a_complaint() -> None:
    """With its status, its managed fields and all that the API has filled in."""
    data = (Path(__file__).parent / "manifests" / "printed.yaml").read_bytes()

    for version in ("1.28", "1.29", "1.33", "1.36"):
        pod = read_pod(data, "m", version=version)
        assert (len(pod.containers), len(pod.volumes)) == (3, 8)
    assert list(in_lines(pod.left_out)) == [
        (
            "of the pod: nodeName, serviceAccount, serviceAccountName, tolerations, "
            "emptyDir.medium of mesh-envoy"
        ),
        (
            "of mesh-init: args, resources.limits.cpu, resources.requests, "
            "securityContext"
        ),
        (
            "of mesh-proxy: args, env.valueFrom.fieldRef, "
            "env.valueFrom.resourceFieldRef, env.value, ports, resources.limits.cpu, "
            "resources.requests"
        ),
        "of reviews: env.value, ports",
    ]


def test_what_stands_beside_a_pod_may_be_large() -> None:
    """A dashboard of a megabyte, say: only the pod is read."""
    config = f"kind: ConfigMap\ndata: {{ a: '{'x' * 60_000}' }}\n---\n"
    assert read_pod((config + POD).encode(), "m").name == "shop"
    with pytest.raises(LessonError, match="too-big"):
        read_pod((config.replace("---\n", "") + POD).encode(), "m")


def test_a_tagged_text_is_a_text() -> None:
    """As YAML has it, also if it looks like a number."""
    text = POD + "    env: [{ name: A, value: !!str 5 }]\n"
    assert read_pod(text.encode(), "m").name == "shop"


def test_a_pod_that_is_not_there_is_answered_with_those_that_are() -> None:
    """With their lines."""
    with pytest.raises(ManifestError, match=r"\(it has: Pod/shop in line 2\)"):
        read_pod(b"\n" + POD.encode(), "m", "web")
