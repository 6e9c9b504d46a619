"""A pod is found in whatever kubectl reads or prints, and what is none is named."""

from __future__ import annotations

import json

import pytest

from sidecar_viz.files.making.documents import Document
from sidecar_viz.files.making.finding import OF_MANIFESTS, ManifestError
from sidecar_viz.files.making.from_pod import from_pod
from sidecar_viz.files.making.pod_manifest import PodManifest, read_manifest
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [\n" + "\n" * 100_000 + "b", "nor a manifest of Kubernetes"),
        ('kind: Pod\na: [\nb: "' + '\\"' * 100_000, "this quote is not closed"),
    ],
    ids=["empty lines", "escaped quotes"],
)
def test_what_is_wrong_is_found_in_one_pass(text: str, said: str) -> None:
    """In very many empty lines, and after a quote that is never closed.

    What is looked for lies in one line, so that no line is gone through twice.
    """
    begun = OF_MANIFESTS.search("\n\n  kind: Pod")
    assert begun is not None
    assert begun.start() == 2
    with pytest.raises((ManifestError, LessonError), match=said):
        read_manifest(text.encode(), "m")


def test_a_quote_that_is_escaped_closes_nothing() -> None:
    """Braces behind it are in the text; behind one that closes, they are not."""
    for quoted, line in ((r'"\" {{ x }}"', None), (r'"\\" {{ x }}"', 1)):
        assert Document(f"a: {quoted}\n", 0).template_line() == line


CLAIMS = """\
kind: StatefulSet
metadata: {name: db}
spec:
  template:
    spec:
      containers:
        - name: db
          volumeMounts:
            - {name: data, mountPath: /data}
            - {name: logs, mountPath: /logs}
      volumes: [{name: logs, emptyDir: {}}]
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
"""


def drawn(text: str, wanted: str | None = None) -> PodManifest:
    """Read a manifest called m, of which a lesson can be made that check likes."""
    pod = read_manifest(text.encode(), "m", wanted)
    found = read_lesson_file(from_pod(pod, "new").encode(), "new")
    assert check_lesson(found.lesson, found.document.place) == ()
    return pod


def lit(pod: PodManifest) -> dict[str, tuple[int, int]]:
    """The first and the last line of each container and volume."""
    spans = [(each.name, each.span) for each in pod.containers]
    spans += [(each.name, each.span) for each in pod.volumes]
    return {name: (span.first, span.last) for name, span in spans}


def test_volumes_that_are_claimed_for_each_pod_are_volumes() -> None:
    """Those of a StatefulSet; their mounts are drawn, and nothing is left out."""
    pod = drawn(CLAIMS)
    found = {volume.name: volume.kind for volume in pod.volumes}
    assert found == {"logs": "emptyDir", "data": "persistentVolumeClaim"}
    assert pod.left_out == ()
    assert lit(pod) == {"db": (7, 10), "logs": (11, 11), "data": (13, 16)}
    lesson = read_lesson_file(from_pod(pod, "new").encode(), "new").lesson
    names = {actor.id: actor.name for actor in lesson.actors}
    assert [(names[one.source], names[one.target]) for one in lesson.links] == [
        ("db", "data"),
        ("db", "logs"),
    ]


MERGED = """\
kind: Pod
metadata: {name: shop}
spec:
  containers:
    - &base
      name: web
      image: nginx
      volumeMounts: [{name: v, mountPath: /v}]
    - <<: *base
      name: more
    - <<: [{image: first}, {image: second, volumeMounts: []}]
      name: list
  initContainers:
    - <<: {restartPolicy: Always, image: helper}
      name: native
  volumes: [{name: v}]
"""


def test_what_is_merged_in_is_there() -> None:
    """As kubectl reads it: what is written wins, then the first that is merged."""
    found = {each.name: each for each in drawn(MERGED).containers}
    assert {name: each.image for name, each in found.items()} == {
        "native": "helper",
        "web": "nginx",
        "more": "nginx",
        "list": "first",
    }
    assert found["native"].native
    assert found["more"].mounts == found["web"].mounts
    assert len(found["web"].mounts) == 1
    assert found["list"].mounts == ()


SCRIPT = """\
kind: Pod
metadata: {name: shop}
spec:
  containers:
    - name: web
      volumeMounts: &mounts
        - {name: v, mountPath: /v}
    - name: alias
      image: b
      volumeMounts: *mounts
    - name: script
      command:
        - sh
        - -c
        - |
          one

          two
      # a comment

    - {name: braces, image: c}
    - name: folded
      args: ["a
        b"]
      command:
      - >-
        three
        four
  volumes:
  - name: v
    configMap:
      name: x
# the end
"""


def test_all_lines_of_a_part_are_lit() -> None:
    """To the end of a text of many lines; not those where an alias was defined."""
    assert lit(drawn(SCRIPT)) == {
        "web": (5, 7),
        "alias": (8, 10),
        "script": (11, 18),
        "braces": (21, 21),
        "folded": (22, 28),
        "v": (30, 32),
    }


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        (["- |", "  one", "  # last"], 3),
        (["- |", "  one", "", "  # last", ""], 4),
        (["- >-", "   one", "   # last", "  # a comment"], 3),
        (["- |2-", "    one", "  # last"], 3),
        (["- !!str |  # why", "  # all of it"], 2),
        (["- |", "  one", " # a comment"], 2),
        (["- 'a|'", "# a comment"], 1),
        (["- two", "# a comment"], 1),
    ],
)
def test_a_script_is_lit_to_its_last_comment(script: list[str], lines: int) -> None:
    """A line that begins with # is a part of it, not one of the manifest's comments."""
    inside = "".join(f"        {line}\n" for line in script)
    text = SCRIPT[: SCRIPT.index("        - sh")] + inside + "  volumes: []\n"
    assert lit(drawn(text))["script"] == (11, 12 + lines)
    field = text.replace("command:\n        - ", "command: ", 1)
    assert lit(drawn(field))["script"] == (11, 11 + lines)


def test_what_is_left_out_is_said() -> None:
    """In the lesson, too, as comments: mounts, devices, containers for debugging."""
    text = POD + indented(
        "volumeMounts:\n"
        "- {name: v, mountPath: /a}\n"
        "- {name: v, mountPath: /b}\n"
        "- {name: gone, mountPath: /c}\n"
        "volumeDevices: [{name: v, devicePath: /dev/x}]\n",
        "      ",
        "      ",
    )
    text += "  volumes: [{name: v}]\n  ephemeralContainers: [{name: debug}]\n"
    text += "---\n" + POD.replace("shop", "other")
    pod = drawn(text)
    assert pod.left_out == (
        "the mount /b of web: v has a line to it already",
        "the mount /c of web: there is no volume gone",
        "the device /dev/x of web: only mounts are drawn",
        "the ephemeral container debug",
        "the Pod other: one pod is drawn; --pod other takes this one",
    )
    lines = from_pod(pod, "new").split("\n")
    at = lines.index("# Left out of the picture:")
    assert lines[at + 1 : at + 6] == [f"# - {one}" for one in pod.left_out]


def test_another_pod_is_taken_by_its_name() -> None:
    """Also one inside another object; a name that is not there is told."""
    other = CLAIMS + "---\n" + POD
    assert drawn(other).name == "db"
    assert drawn(other, "shop").kind == "Pod"
    assert drawn(other, "shop").left_out == (
        "the StatefulSet db: one pod is drawn; --pod db takes this one",
    )
    with pytest.raises(ManifestError) as caught:
        read_manifest(other.encode(), "m", "gone")
    has = "StatefulSet/db in line 1, Pod/shop in line 18"
    assert str(caught.value) == f"there is no pod 'gone' in m (it has: {has})"
    with pytest.raises(ManifestError) as caught:
        read_manifest(other.encode(), "m", "")
    assert str(caught.value) == f"--pod wants the name of a pod in m: {has}"


def test_of_pods_with_one_name_each_kind_is_taken() -> None:
    """What is said to take it does; two of one kind and name are said to be so."""
    pod = POD.replace("shop", "web")
    text = "---\n".join((CLAIMS.replace("db", "web"), pod, pod))
    first, second = drawn(text, "web"), drawn(text, "Pod/web")
    assert (first.kind, second.kind) == ("StatefulSet", "Pod")
    same = "the Pod web: one pod is drawn, the first of its name"
    assert first.left_out == (
        "the Pod web: one pod is drawn; --pod Pod/web takes this one",
        same,
    )
    assert second.left_out == (
        "the StatefulSet web: one pod is drawn; --pod web takes this one",
        same,
    )


@pytest.mark.parametrize(
    "text",
    [
        POD.replace("nginx", '"{{ .Values.image }}"'),
        POD.replace("name: shop", "name: '{{ .Release.Name }}-x'"),
        CLAIMS.replace("/data}", "'{{ .Values.path }}'}"),
    ],
)
def test_a_value_of_a_template_is_not_drawn(text: str) -> None:
    """In quotes it is YAML, but nothing that anybody should learn from."""
    with pytest.raises(ManifestError, match="of a template, as of Helm; run `helm"):
        read_manifest(text.encode(), "m")
