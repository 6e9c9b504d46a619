"""A pod read from a manifest, with the defaults of the API."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.leaving_out import in_lines
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Hook, LeftOut, Need, Pod, Probe, Rule

HEAD = "kind: Pod\nmetadata: { name: p }\nspec:\n"
FULL = """kind: StatefulSet
metadata: { name: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: shop } }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 1Gi } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      terminationGracePeriodSeconds: 45
      hostNetwork: true
      nodeName: here
      readinessGates: [{ conditionType: x/ready }]
      volumes:
        - { name: data, emptyDir: {} }
        - { name: settings, configMap: { name: c } }
        - { name: tmp, emptyDir: { sizeLimit: 1Gi } }
      initContainers:
        - { name: first, image: "a:1" }
        - name: side
          image: b
          restartPolicy: Always
          startupProbe:
            { exec: { command: [x] }, periodSeconds: 2, failureThreshold: 30 }
      containers:
        - name: web
          image: "r.io/c:1@sha256:0"
          command: [serve]
          resources: { requests: { cpu: 1 }, limits: { cpu: 1, memory: 64Mi } }
          volumeMounts: [{ name: data, mountPath: /d, subPath: a }]
          env: [{ name: A, value: b }]
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
    assert (pod.grace, pod.deadline, pod.host_network) == (45, None, True)
    assert pod.gates == ("x/ready",)
    assert [(v.name, v.kind) for v in pod.volumes] == [
        ("settings", "configMap"),
        ("tmp", "emptyDir"),
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
    assert (web.pre_stop, web.post_start) == (Hook(5), Hook(command=("x",)))
    assert (web.memory, web.mounts, web.policy) == (64, ("data",), "Never")
    assert web.rules == (Rule("Restart", (1, 2), among=False),)
    assert (first.line, web.line) == (23, 30)


def test_what_is_not_played_is_listed() -> None:
    """Never dropped in silence; other pods of the file, too."""
    two = f"{FULL}---\n{HEAD}  containers: [{{ name: a, image: a }}]\n"
    pod = read_pod(two.encode(), "m.yaml")
    assert pod.left_out == (
        LeftOut("StatefulSet", "replicas"),
        LeftOut("", "nodeName"),
        LeftOut("", "emptyDir.sizeLimit of tmp"),
        LeftOut("web", "command"),
        LeftOut("web", "resources.requests"),
        LeftOut("web", "resources.limits.cpu"),
        LeftOut("web", "volumeMounts.subPath"),
        LeftOut("web", "env.value"),
        LeftOut("", "", "the Pod p: one pod is played; --pod p takes this one"),
    )
    assert list(in_lines(pod.left_out)) == [
        "of the StatefulSet: replicas",
        "of the pod: nodeName, emptyDir.sizeLimit of tmp",
        (
            "of web: command, resources.requests, resources.limits.cpu, "
            "volumeMounts.subPath, env.value"
        ),
        "the Pod p: one pod is played; --pod p takes this one",
    ]
    assert pod.left_out[3].text() == "command of web"
    assert read_pod(two.encode(), "m.yaml", "p").origin == "Pod"


def test_what_the_api_fills_in_is_not_left_out() -> None:
    """What kubectl prints of a pod says no more than what was written."""
    spec = (
        "  dnsPolicy: ClusterFirst\n  schedulerName: default-scheduler\n"
        "  securityContext: {}\n  tolerations: []\n  nodeSelector:\n"
        "  containers: [{ name: a, image: a, terminationMessagePolicy: File }]\n"
    )
    assert read_pod((HEAD + spec).encode(), "m").left_out == ()


def refused(spec: str, head: str = HEAD) -> list[str]:
    """Return the problems of a pod."""
    with pytest.raises(LessonError) as caught:
        read_pod((head + spec).encode(), "m")
    return [str(problem) for problem in caught.value.problems]


def test_the_lines_are_those_of_the_file() -> None:
    """Also in a later document and in a list; the columns, too."""
    bad = HEAD + "  containers: [{ name: A, image: a }]\n"
    assert refused("", f"# first\n---\n{bad}")[0].startswith("m:6:24: value: spec.")
    listed = "kind: List\nitems:\n- " + bad.strip().replace("\n", "\n  ")
    assert refused("", listed)[0].startswith("m:6:26: value: spec.")


def test_numbers_of_0_mean_the_usual_ones() -> None:
    """As the API sets its defaults, where 0 makes no sense."""
    text = (
        HEAD + "  activeDeadlineSeconds: 600\n"
        "  containers: [{ name: a, image: a, livenessProbe: { tcpSocket: { port: 1 },"
        " periodSeconds: 0, timeoutSeconds: 0, successThreshold: 0 } }]\n"
    )
    pod = read_pod(text.encode(), "m")

    assert pod.containers[0].liveness == Probe()
    assert pod.deadline == 600


def test_a_pod_is_a_value() -> None:
    """The same manifest gives the same pod."""
    assert read_pod(FULL.encode(), "m") == read_pod(FULL.encode(), "m")
    assert isinstance(read_pod(FULL.encode(), "m"), Pod)
    assert len({read_pod(FULL.encode(), "m"), read_pod(FULL.encode(), "m")}) == 1


NEEDY = """  volumes:
  - { name: a, configMap: { name: app, optional: true } }
  - { name: b, secret: { secretName: tls } }
  - name: c
    projected:
      sources: [{ secret: { name: db } }, { configMap: { name: more } }]
  containers:
  - name: web
    image: w
    env:
    - { name: A, valueFrom: { secretKeyRef: { name: db, key: k, optional: true } } }
    - { name: B, value: b }
    envFrom: [{ configMapRef: { name: app } }, { secretRef: { name: tls } }]
"""


def test_what_a_pod_asks_for_is_known() -> None:
    """ConfigMaps and Secrets, in the order in which the kubelet looks for them."""
    pod = read_pod((HEAD + NEEDY).encode(), "m")

    assert pod.containers[0].needs == (
        Need("configmap/app"),
        Need("secret/tls"),
        Need("secret/db", optional=True),
    )
    assert [volume.needs for volume in pod.volumes] == [
        (Need("configmap/app", optional=True),),
        (Need("secret/tls"),),
        (Need("secret/db"), Need("configmap/more")),
    ]
    assert pod.objects == (
        *("configmap/app", "secret/tls", "secret/db", "configmap/more"),
    )


def test_with_the_nodes_network_it_has_the_nodes_address() -> None:
    """Else one of its own."""
    web = "  containers: [{ name: web, image: w }]\n"
    hosted = read_pod((HEAD + "  hostNetwork: true\n" + web).encode(), "m")
    assert hosted.address == "the node's address"
    assert read_pod((HEAD + web).encode(), "m").address == "an address of its own"
