"""A pod is found in whatever kubectl reads or prints, and what is none is named."""

from __future__ import annotations

import json

import pytest

from sidecar_viz.files.making.from_pod import from_pod
from sidecar_viz.files.making.pod_manifest import (
    ManifestError,
    PodManifest,
    read_manifest,
)
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.files.rules.checks import check_lesson

POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: web
      image: nginx
"""
SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: front\n"
JSON = json.dumps(
    {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "shop"},
        "spec": {"containers": [{"name": "web", "image": "nginx"}]},
    }
)


def indented(text: str, first: str, rest: str) -> str:
    """Put *first* before the first line and *rest* before all others."""
    return first + text.replace("\n", f"\n{rest}").removesuffix(rest)


def assert_drawn(pod: PodManifest) -> None:
    """The pod is whole, its lines are those of its text, and check is silent."""
    assert (pod.name, [each.name for each in pod.containers]) == ("shop", ["web"])
    span = pod.containers[0].span
    shown = pod.text.split("\n")[span.first - 1 : span.last]
    assert "web" in "".join(shown)
    assert "nginx" in "".join(shown)
    text = from_pod(pod, "new")
    found = read_lesson_file(text.encode(), "new")
    assert check_lesson(found.lesson, found.document.place) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{SERVICE}---\n{POD}",
        f"{SERVICE}--- # Source: shop/pod.yaml\n{POD}",
        f"{SERVICE}---   \n{POD}---\n",
        f"{SERVICE}---\t# tab\n{POD}",
        f"{POD}--- # the end\n",
        f"# a comment\n--- # Source\n{POD}",
        f"%YAML 1.2\n---\n{POD}",
        f"{SERVICE}...\n%YAML 1.2\n---\n{POD}...\n",
        f"{SERVICE}...\n# a comment\n{POD}",
        f"{SERVICE}--- {JSON}\n",
        f"\ufeff{SERVICE}\ufeff---\n{POD}",
        f"{SERVICE}---\n{POD}".replace("\n", "\r\n"),
        f"kind: ConfigMap\ndata:\n  a: |\n    ---\n    b\n  --- c: d\n---\n{POD}",
    ],
)
def test_documents_end_where_yaml_ends_them(text: str) -> None:
    """Three hyphens at the margin, also with a comment; directives, and three dots."""
    assert_drawn(read_manifest(text.encode(), "m"))


def test_hyphens_in_a_text_are_no_end() -> None:
    """Neither within a block, nor where a word follows them at once."""
    text = POD.replace(
        "nginx", "nginx\n      command:\n      - |\n        ---\n        x"
    )

    assert "        ---\n" in read_manifest(text.encode(), "m").text


def test_a_mistake_has_the_line_of_the_file() -> None:
    """Not that of the document it is in."""
    with pytest.raises(LessonError) as caught:
        read_manifest(f"{SERVICE}--- # two\n{POD}oops: a: b\n".encode(), "m")

    assert str(caught.value).startswith("m:14:8: syntax")


@pytest.mark.parametrize(
    "text",
    [
        "kind: List\nitems:\n"
        + indented(SERVICE, "- ", "  ")
        + indented(POD, "- ", "  "),
        "kind: PodList\nitems:\n" + indented(POD, "  - ", "    ") + "metadata: {}\n",
        "kind: PodList\nitems:\n  -\n" + indented(POD, "    ", "    "),
        "kind: PodList\nitems:\n"
        + indented(POD.replace("kind: Pod\n", ""), "- ", "  "),
        "kind: List\nitems:\n"
        + indented("kind: List\nitems:\n" + indented(POD, "- ", "  "), "- ", "  "),
        json.dumps({"kind": "List", "items": [{"kind": "Node"}, json.loads(JSON)]}),
        json.dumps({"kind": "PodList", "items": [json.loads(JSON)]}, indent=4),
        "kind: List\nitems: [" + JSON + "]\n",
        JSON,
        json.dumps(json.loads(JSON), indent=2),
        json.dumps(json.loads(JSON), indent="\t"),
        "kind: ReplicationController\nmetadata: { name: shop }\nspec:\n  template:\n"
        + indented(POD, "    ", "    "),
        "kind: PodTemplate\nmetadata: { name: shop }\ntemplate:\n"
        + indented(POD, "  ", "  "),
    ],
)
def test_a_pod_is_found_wherever_it_is(text: str) -> None:
    """In lists, as `kubectl get` prints them, in JSON, and in what holds a template."""
    assert_drawn(read_manifest(text.encode(), "m"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("kind: Pod\nmetadata:\n  name: {{ .Release.Name }}-x\n", 3),
        (POD.replace("nginx", "{{ .Values.image }}"), 8),
        (POD + "      ports: [{{ .Values.port }}]\n", 9),
        ("{{- if .Values.on }}\nkind: Pod\n{{- end }}\n", 1),
        (f"{SERVICE}---\n# {{{{ a comment }}}}\nkind: Pod\n{{{{ include }}}}\n", 8),
        ('kind: Pod\nname: "{{ fine }}"\nspec:\n{{ toYaml . | indent 2 }}\n', 4),
    ],
)
def test_a_template_is_named_as_one(text: str, line: int) -> None:
    """With the line of its first braces, and what makes a manifest of it."""
    with pytest.raises(ManifestError, match=f"^m:{line}: this is a template") as caught:
        read_manifest(text.encode(), "m")

    assert "run `helm template` first" in str(caught.value)


def test_braces_within_texts_are_no_template() -> None:
    """Rules of alarms have them, too."""
    rule = "kind: Rule\nspec:\n  a: '{{ $x }}'\n  b: |\n    {{ $y }}\n---\n"

    assert_drawn(read_manifest((rule + POD).encode(), "m"))
