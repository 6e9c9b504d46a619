"""A pod read from a manifest, and what the API would refuse (R13, R18)."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Hook, Pod, Probe, Rule

HEAD = "kind: Pod\nmetadata: { name: p }\nspec:\n"
FULL = """kind: StatefulSet
metadata: { name: shop }
spec:
  volumeClaimTemplates: [{ metadata: { name: data } }]
  template:
    spec:
      terminationGracePeriodSeconds: 45
      activeDeadlineSeconds: 600
      hostNetwork: true
      nodeName: here
      readinessGates: [{ conditionType: x/ready }]
      volumes: [{ name: settings, configMap: { name: c } }]
      initContainers:
        - { name: first, image: "a:1" }
        - name: side
          image: b
          restartPolicy: Always
          startupProbe: { exec: {}, periodSeconds: 2, failureThreshold: 30 }
      containers:
        - name: web
          image: "r.io/c:1@sha256:0"
          command: [serve]
          resources: { limits: { memory: 64Mi } }
          volumeMounts: [{ name: data, mountPath: /d }]
          livenessProbe:
            httpGet: { port: 80 }
            initialDelaySeconds: 5
            terminationGracePeriodSeconds: 7
          lifecycle:
            preStop: { sleep: { seconds: 5 } }
            postStart: { exec: { command: [x] } }
          restartPolicy: Never
          restartPolicyRules:
            - action: Restart
              exitCodes: { operator: NotIn, values: [1, 2] }
"""


def test_all_that_is_played_is_read() -> None:
    """From the pod inside another object, with the API's defaults for the rest."""
    pod = read_pod(FULL.encode(), "m.yaml")
    first, side, web = pod.containers

    assert (pod.name, pod.origin, pod.policy) == ("shop", "StatefulSet", "Always")
    assert (pod.grace, pod.deadline, pod.host_network) == (45, 600, True)
    assert pod.gates == ("x/ready",)
    assert [(v.name, v.kind) for v in pod.volumes] == [
        ("settings", "configMap"),
        ("data", "persistentVolumeClaim"),
    ]
    assert [c.kind for c in pod.containers] == ["init", "sidecar", "regular"]
    assert [c.pull_policy for c in pod.containers] == [
        "IfNotPresent",
        "Always",
        "IfNotPresent",
    ]
    assert side.startup == Probe(period=2, failures=30)
    assert web.liveness == Probe(initial_delay=5, grace=7)
    assert (web.pre_stop, web.post_start) == (Hook(5), Hook())
    assert (web.memory, web.mounts, web.policy) == (64, ("data",), "Never")
    assert web.rules == (Rule("Restart", (1, 2), among=False),)
    assert (first.line, web.line) == (14, 20)


def test_what_is_not_played_is_listed() -> None:
    """Never dropped in silence; other pods of the file, too."""
    two = f"{FULL}---\n{HEAD}  containers: [{{ name: a, image: a }}]\n"
    assert read_pod(two.encode(), "m.yaml").left_out == (
        "of the pod: nodeName",
        "of web: command",
        "the Pod p: one pod is played; --pod p takes this one",
    )
    assert read_pod(two.encode(), "m.yaml", "p").origin == "Pod"


def refused(spec: str, head: str = HEAD) -> list[str]:
    """Return the problems of a pod."""
    with pytest.raises(LessonError) as caught:
        read_pod((head + spec).encode(), "m")
    return [str(problem) for problem in caught.value.problems]


def containers(*more: str) -> str:
    """Write a spec with one good container, and *more* lines in it."""
    lines = ["  containers:", "  - name: web", "    image: w", *more]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        (
            containers("  - { name: web, image: w }"),
            (
                "m:7:5: duplicate: spec.containers[1].name: 'web' is taken by "
                "spec.containers[0]"
            ),
        ),
        (
            containers("  initContainers:", "  - { name: web, image: w }"),
            (
                "m:5:5: duplicate: spec.containers[0].name: 'web' is taken by "
                "spec.initContainers[0]"
            ),
        ),
        (
            containers("  initContainers:", "  - { name: i, image: w, lifecycle: {} }"),
            (
                "m:8:37: forbidden: spec.initContainers[0].lifecycle: may not be "
                "set for "
                "init containers without restartPolicy=Always"
            ),
        ),
        (
            containers("    livenessProbe: { periodSeconds: 2 }"),
            (
                "m:7:20: missing: spec.containers[0].livenessProbe: must have one "
                "of exec, "
                "httpGet, tcpSocket, grpc"
            ),
        ),
        (
            containers("    livenessProbe: { exec: {}, successThreshold: 2 }"),
            (
                "m:7:20: value: spec.containers[0].livenessProbe.successThreshold: "
                "must be 1"
            ),
        ),
        (
            containers("    volumeMounts: [{ name: tmp }]"),
            (
                "m:7:20: not-found: spec.containers[0].volumeMounts[0].name: there "
                "is no "
                "volume 'tmp'"
            ),
        ),
        (
            containers("  restartPolicy: never"),
            (
                "m:7:18: value: spec.restartPolicy: 'never' is none of Always, "
                "OnFailure, "
                "Never; did you mean Never?"
            ),
        ),
        (
            containers("  terminationGracePeriodSeconds: soon"),
            (
                "m:7:34: value: spec.terminationGracePeriodSeconds: 'soon' is no whole "
                "number"
            ),
        ),
        (
            containers("    resources: { limits: { memory: much } }"),
            (
                "m:7:36: value: spec.containers[0].resources.limits.memory: 'much' "
                "is no "
                "amount of memory such as 64Mi"
            ),
        ),
        (
            containers("  - { image: w }", "  - { name: Web, image: w }"),
            "m:7:5: missing: spec.containers[1].name: a name is required",
        ),
        (
            containers("  - { name: a }"),
            "m:7:5: missing: spec.containers[1].image: an image is required",
        ),
    ],
)
def test_what_the_api_would_refuse(spec: str, said: str) -> None:
    """R13 and more: each problem with line, column and the field's path."""
    assert said in refused(spec)


def test_the_lines_are_those_of_the_file() -> None:
    """Also in a later document and in a list; the columns, too."""
    bad = HEAD + "  containers: [{ name: A, image: a }]\n"
    assert refused("", f"# first\n---\n{bad}")[0].startswith("m:6:24: value: spec.")
    listed = "kind: List\nitems:\n- " + bad.strip().replace("\n", "\n  ")
    assert refused("", listed)[0].startswith("m:6:26: value: spec.")


def test_a_jobs_pods_need_a_policy() -> None:
    """Its default would be refused."""
    job = "kind: Job\nmetadata: { name: j }\nspec:\n  template:\n    spec:\n"
    spec = "      containers: [{ name: a, image: a }]\n"
    assert refused(spec, job) == [
        "m:6:7: missing: spec.restartPolicy: a Job's pods need OnFailure or Never"
    ]


def test_a_pod_is_a_value() -> None:
    """The same manifest gives the same pod."""
    assert read_pod(FULL.encode(), "m") == read_pod(FULL.encode(), "m")
    assert isinstance(read_pod(FULL.encode(), "m"), Pod)
