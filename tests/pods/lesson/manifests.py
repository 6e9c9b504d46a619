"""Manifests and scripts that are told as lessons in the tests."""

from __future__ import annotations

from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.lesson.told import Told
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.listing import read_listing

SHOP = """apiVersion: v1
kind: Pod
metadata: {name: shop}
spec:
  initContainers:
    - {name: migrate, image: "shop/migrate:3"}
    - name: proxy
      image: mesh/proxy:1
      restartPolicy: Always
      startupProbe:
        httpGet: {path: /ready, port: 15021}
        periodSeconds: 2
      lifecycle: {preStop: {exec: {command: [drain]}}}
    - {name: logger, image: "logs/ship:2", restartPolicy: Always}
  containers:
    - name: web
      image: shop/web:7
      readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 5}
      lifecycle: {preStop: {sleep: {seconds: 5}}}
"""
SHOP_SCRIPT = """containers:
  migrate: {run: 4, image: {pull-seconds: 3}}
  proxy:
    start-delay: 3.5
    image: {pull-seconds: 2}
    probes: {startup: {result: success-when-started}}
    pre-stop: {sleep: 2}
    on-sigterm: {after: 2}
  logger: {image: {pull-seconds: 1}, on-sigterm: {after: 4}}
  web:
    start-delay: 4
    image: {pull-seconds: 4}
    probes: {readiness: {result: success-when-started}}
    on-sigterm: {after: 6}
actions: [{when: {seconds: 50}, do: delete}]
"""


def pod(regular: str, init: str = "", more: str = "", kind: str = "Pod") -> str:
    """Write a pod's manifest; names of containers may be followed by fields in braces.

    An init container whose fields have a restart policy of Always is a sidecar.
    """
    spec = f"{{{more}{', ' if more else ''}"
    if init:
        spec += f"initContainers: [{_containers(init)}], "
    spec += f"containers: [{_containers(regular)}]}}"
    return f"kind: {kind}\nmetadata: {{name: it}}\nspec: {spec}\n"


def _containers(names: str) -> str:
    return ", ".join(
        f"{{name: {name}, image: 'team/{name}:1'{', ' if more else ''}{more}}}"
        for name, _, more in (one.partition(" ") for one in names.split("; "))
    )


SIDECAR = "restartPolicy: Always"
HTTP = "httpGet: {path: /, port: 80}"
VOLUME = "volumes: [{name: conf, configMap: {name: conf}}]"
MOUNTS = "volumeMounts: [{name: conf, mountPath: /conf}]"
JOB = """kind: Job
metadata: {name: report}
spec:
  template:
    spec:
      restartPolicy: Never
      initContainers: [{name: logger, image: "logger:1", restartPolicy: Always}]
      containers: [{name: main, image: "main:1"}]
"""
MANY = "; ".join(f"worker-number-{n}" for n in range(9))
MESH = "; ".join(f"mesh-{n} {SIDECAR}" for n in range(3))
SECRETS = ", ".join(f"{{name: v-{n}, secret: {{secretName: s}}}}" for n in range(40))
LONG = "a-container-whose-name-is-as-long-as-a-name-can-be-in-kubernete"

STORIES: dict[str, tuple[str, str]] = {
    "shop": (SHOP, SHOP_SCRIPT),
    "job": (JOB, "containers: {main: {run: 5}, logger: {on-sigterm: {after: 2}}}"),
    "job with a classic sidecar": (
        JOB.replace(JOB.splitlines()[6] + "\n", "").replace(
            "containers: [{", 'containers: [{name: log, image: "l:1"}, {'
        ),
        "containers: {main: {run: 5}}",
    ),
    "crash loop": (pod("api"), "containers: {api: {run: 2, exit-code: 1}}"),
    "image typo": (
        pod("api", f"side {SIDECAR}"),
        "containers: {api: {image: {pull-seconds: 1, pull: fail}}}",
    ),
    "deadline": (
        pod("main; log", more="activeDeadlineSeconds: 30"),
        "containers: {main: {on-sigterm: ignore}}",
    ),
    "volume missing for a while": (
        pod(f"main {MOUNTS}", more=VOLUME),
        (
            "actions: [{do: volume-unavailable, volume: conf}, "
            "{when: {seconds: 40}, do: volume-available, volume: conf}]"
        ),
    ),
    "volume missing for ever": (
        pod(f"main {MOUNTS}", more=VOLUME),
        "actions: [{do: volume-unavailable, volume: conf}]",
    ),
    "deleted while initializing": (
        pod("main", f"setup; proxy {SIDECAR}"),
        (
            "containers: {setup: {run: 60, on-sigterm: {after: 3}}}\n"
            "actions: [{when: {seconds: 10}, do: delete}]"
        ),
    ),
    "init container for ever": (pod("main", "migrate"), "{}"),
    "init container tried again": (
        pod("main", "check"),
        "containers: {check: {runs: [{run: 1, exit-code: 1}, {run: 1}]}}",
    ),
    "init container failed for good": (
        pod("main", f"proxy {SIDECAR}; check", "restartPolicy: Never"),
        "containers: {check: {run: 1, exit-code: 2}}",
    ),
    "liveness": (
        pod(f"web livenessProbe: {{{HTTP}, periodSeconds: 5}}"),
        (
            "containers: {web: {on-sigterm: {after: 2}, "
            "probes: {liveness: {success-until: 12}}}}"
        ),
    ),
    "readiness": (
        pod(f"web readinessProbe: {{{HTTP}, periodSeconds: 5}}"),
        (
            "actions: [{when: {seconds: 12}, do: set-probe, container: web, "
            "probe: readiness}, {when: {seconds: 33}, do: set-probe, container: web, "
            "probe: readiness, result: success}]"
        ),
    ),
    "out of memory": (
        pod("web resources: {limits: {memory: 64Mi}}"),
        "containers: {web: {memory: {grows: 8}}}",
    ),
    "killed sidecar, no grace": (
        pod("web", f"proxy {SIDECAR}"),
        (
            "actions: [{when: {seconds: 10}, do: signal, container: proxy, "
            "signal: SIGKILL}, "
            "{when: {seconds: 30}, do: delete, grace-period-seconds: 0}]"
        ),
    ),
    "reboot": (
        pod("web", f"setup; proxy {SIDECAR}"),
        (
            "containers: {setup: {run: 2}}\n"
            "actions: [{when: {seconds: 10}, do: sandbox-lost}]"
        ),
    ),
    "another image": (
        pod("web; api"),
        "actions: [{when: {seconds: 10}, do: set-image, container: web}]",
    ),
    "readiness gate": (
        pod("web", more="readinessGates: [{conditionType: example.com/lb}]"),
        "actions: [{when: {seconds: 10}, do: set-condition, type: example.com/lb}]",
    ),
    "postStart fails": (
        pod("web lifecycle: {postStart: {exec: {command: [x]}}}"),
        "containers: {web: {post-start: {run: 2, exit-code: 1}}}",
    ),
    "grace too short": (
        pod(
            "web lifecycle: {preStop: {exec: {command: [drain]}}}",
            f"proxy {SIDECAR}; log {SIDECAR}",
            "terminationGracePeriodSeconds: 10",
        ),
        (
            "containers: {web: {pre-stop: {sleep: 20}, on-sigterm: ignore},"
            " proxy: {on-sigterm: {after: 5}}}\n"
            "actions: [{when: {seconds: 10}, do: delete}]"
        ),
    ),
    "fifteen containers, forty volumes": (
        pod(
            MANY,
            f"one; two; three; {MESH}",
            f"volumes: [{SECRETS}]",
        ),
        (
            "containers: {one: {run: 2}, two: {run: 2}, three: {run: 2}}\n"
            "actions: [{when: {seconds: 60}, do: delete}]"
        ),
    ),
    "long names": (
        pod(LONG, f"an{LONG[:-2]} {SIDECAR}"),
        "actions: [{when: {seconds: 60}, do: delete}]",
    ),
    "kubelet restarts": (
        pod("web", f"proxy {SIDECAR}"),
        "actions: [{when: {seconds: 10}, do: kubelet-restart}]",
    ),
}


def told(manifest: str, script: str = "{}", version: str = "1.36") -> Told:
    """Play a manifest, to be told."""
    data = manifest.encode("utf-8")
    played = read_pod(data, "pod.yaml")
    read = read_script(script.encode("utf-8"), "script.yaml", played)
    trace = simulate(played, read, version)
    return Told(played, read, trace, read_listing(data, "pod.yaml"), version)
