"""Probes and hooks: where they may be, with one handler, and their numbers (R13)."""

from __future__ import annotations

import pytest

from tests.pods.checking.refused import HEAD, WEB, of_pod, of_web, problems, said

PORT = "tcpSocket: { port: 80 }"


@pytest.mark.parametrize(
    "field", ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"]
)
def test_init_containers_have_none(field: str) -> None:
    """Sidecars may have all of them."""
    more = {"lifecycle": f"preStop: {{ {PORT} }}"}.get(field, PORT)
    entry = f"name: i, image: i, {field}: {{ {more} }}"

    (one,) = problems(HEAD + WEB + f"  initContainers: [{{ {entry} }}]\n")
    assert one.text == (
        f"spec.initContainers[0].{field}: Forbidden: may not be set for init "
        f"containers "
        "without restartPolicy=Always"
    )
    assert one.plain.startswith("An init container runs to its end; with ")
    assert of_pod(f"  initContainers: [{{ {entry}, restartPolicy: Always }}]\n") == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            "livenessProbe: {}",
            ["@.livenessProbe: Required value: must specify a handler type"],
        ),
        (
            f"livenessProbe: {{ {PORT}, exec: {{ command: [a] }} }}",
            [
                (
                    "@.livenessProbe.tcpSocket: Forbidden: may not specify more than 1 "
                    "handler type"
                )
            ],
        ),
        (
            "livenessProbe: { exec: {} }",
            ["@.livenessProbe.exec.command: Required value"],
        ),
        (
            "livenessProbe: { httpGet: { path: / } }",
            [
                (
                    "@.livenessProbe.httpGet.port: Invalid value: 0: must be between 1 "
                    "and 65535, inclusive"
                )
            ],
        ),
        (
            'livenessProbe: { httpGet: { port: "80" } }',
            [
                (
                    '@.livenessProbe.httpGet.port: Invalid value: "80": must '
                    "contain at least one letter (a-z)"
                )
            ],
        ),
        (
            "livenessProbe: { grpc: { port: 0 } }",
            [
                (
                    "@.livenessProbe.grpc.port: Invalid value: 0: must be between 1 "
                    "and 65535, inclusive"
                )
            ],
        ),
        (
            "livenessProbe: { tcpSocket: { port: [] } }",
            [
                (
                    "@.livenessProbe.tcpSocket.port: json: cannot unmarshal array into "
                    "Go struct field "
                    "TCPSocketAction.spec.containers.livenessProbe.tcpSocket.port of "
                    "type intstr.IntOrString"
                )
            ],
        ),
        (
            "livenessProbe: { httpGet: { port: 80, scheme: http } }",
            [
                (
                    '@.livenessProbe.httpGet.scheme: Unsupported value: "http": '
                    "supported "
                    'values: "HTTP", "HTTPS"'
                )
            ],
        ),
        (
            f"livenessProbe: {{ {PORT}, periodSeconds: -1 }}",
            [
                (
                    "@.livenessProbe.periodSeconds: Invalid value: -1: must be greater "
                    "than or equal to 0"
                )
            ],
        ),
        (
            f"startupProbe: {{ {PORT}, successThreshold: 2 }}",
            ["@.startupProbe.successThreshold: Invalid value: 2: must be 1"],
        ),
        (f"readinessProbe: {{ {PORT}, successThreshold: 2 }}", []),
        (
            f"readinessProbe: {{ {PORT}, terminationGracePeriodSeconds: 2 }}",
            [
                (
                    "@.readinessProbe.terminationGracePeriodSeconds: Invalid value: 2: "
                    "must not be set for readinessProbes"
                )
            ],
        ),
        (
            f"livenessProbe: {{ {PORT}, terminationGracePeriodSeconds: 0 }}",
            [
                (
                    "@.livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: "
                    "must be greater than 0"
                )
            ],
        ),
        (
            "lifecycle: { preStop: {} }",
            ["@.lifecycle.preStop: Required value: must specify a handler type"],
        ),
        (
            "lifecycle: { preStop: { sleep: { seconds: 40 } } }",
            [
                (
                    "@.lifecycle.preStop.sleep: Invalid value: 40: must be "
                    "non-negative and less than terminationGracePeriodSeconds (30)"
                )
            ],
        ),
        (
            "lifecycle: { stopSignal: SIGTERM }",
            [
                (
                    "@.lifecycle.stopSignal: Forbidden: may not be set for containers "
                    "with empty `spec.os.name`"
                )
            ],
        ),
    ],
)
def test_probes_and_hooks(more: str, words: list[str]) -> None:
    """One handler each, and numbers that can be."""
    assert of_web(more) == words


def test_a_sleep_may_be_as_long_as_the_grace() -> None:
    """And of no length only from 1.33 on."""
    grace = HEAD + "  terminationGracePeriodSeconds: 60\n" + WEB
    sleep = "    lifecycle: {{ preStop: {{ sleep: {{ seconds: {0} }} }} }}\n"

    assert said(grace + sleep.format(60)) == []
    assert said(grace + sleep.format(0)) == []
    assert said(grace + sleep.format(0), "1.29") == [
        (
            "spec.containers[0].lifecycle.preStop.sleep: Invalid value: 0: must be "
            "greater than 0 and less than terminationGracePeriodSeconds (60). Enable "
            "AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep."
        )
    ]


def test_a_signal_must_be_one_of_the_system() -> None:
    """Windows knows two."""
    signal = WEB + "    lifecycle: { stopSignal: SIGUSR1 }\n"
    assert said(HEAD + "  os: { name: linux }\n" + signal) == []
    assert said(HEAD + "  os: { name: windows }\n" + signal) == [
        (
            'spec.containers[0].lifecycle.stopSignal: Unsupported value: "SIGUSR1": '
            'supported values: "SIGKILL", "SIGTERM"'
        )
    ]


def test_ephemeral_containers_have_nothing_of_that() -> None:
    """Neither probes nor ports; and their target must be there."""
    entry = f"name: e, image: e, targetContainerName: wep, livenessProbe: {{ {PORT} }}"
    assert of_pod(
        f"  ephemeralContainers: [{{ {entry}, ports: [{{ containerPort: 1 }}] }}]\n"
    ) == [
        'spec.ephemeralContainers[0].targetContainerName: Not found: "wep"',
        (
            "spec.ephemeralContainers[0].livenessProbe: Forbidden: cannot be set for "
            "an Ephemeral Container"
        ),
        (
            "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an "
            "Ephemeral Container"
        ),
    ]


@pytest.mark.parametrize(
    ("more", "version", "words"),
    [
        (
            "restartPolicyRules: [{ action: Restart, exitCodes: { operator: In } }]",
            "1.36",
            [
                (
                    "@.restartPolicy: Required value: must specify restartPolicy when "
                    "restart rules are used"
                )
            ],
        ),
        (
            "restartPolicy: Sometimes",
            "1.36",
            [
                (
                    '@.restartPolicy: Unsupported value: "Sometimes": supported '
                    "values: "
                    '"Always", "Never", "OnFailure"'
                )
            ],
        ),
        (
            "restartPolicy: Never",
            "1.33",
            ["@.restartPolicy: Forbidden: may not be set for non-init containers"],
        ),
        (
            "restartPolicy: Never\n    restartPolicyRules: [{ action: Again }]",
            "1.36",
            [
                "@.restartPolicyRules[0].exitCodes: Required value: must be specified",
                (
                    '@.restartPolicyRules[0].action: Unsupported value: "Again": '
                    "supported "
                    'values: "Restart", "RestartAllContainers"'
                ),
            ],
        ),
    ],
)
def test_policies_of_a_container(more: str, version: str, words: list[str]) -> None:
    """Rules need a policy; both are of 1.35 and later (R18)."""
    assert of_web(more, version) == words


def test_only_always_makes_a_sidecar() -> None:
    """An init container with another policy of its own is none."""
    entry = f"name: i, image: i, restartPolicy: Never, livenessProbe: {{ {PORT} }}"
    (said_of_it,) = of_pod(f"  initContainers: [{{ {entry} }}]\n")
    assert said_of_it.startswith("spec.initContainers[0].livenessProbe: Forbidden: ")


def test_an_ephemeral_container_is_no_target() -> None:
    """Only those of the other lists are."""
    first = "{ name: e, image: e }"
    second = "{ name: f, image: f, targetContainerName: e }"
    assert of_pod(f"  ephemeralContainers: [{first}, {second}]\n") == [
        'spec.ephemeralContainers[1].targetContainerName: Not found: "e"'
    ]


@pytest.mark.parametrize(("version", "faults"), [("1.34", 1), ("1.35", 0)])
def test_policies_of_containers_count_from_1_35_on(version: str, faults: int) -> None:
    """In 1.34 their gate is closed unless opened."""
    assert len(of_web("restartPolicy: Never", version)) == faults


def test_an_ephemeral_container_mounts_whole_volumes() -> None:
    """Not parts of them."""
    mount = "volumeMounts: [{ name: v, mountPath: /v, subPath: a }]"
    entry = f"{{ name: e, image: e, {mount} }}"
    spec = f"  ephemeralContainers: [{entry}]\n  volumes: [{{ name: v }}]\n"
    assert of_pod(spec) == [
        (
            "spec.ephemeralContainers[0].volumeMounts[0].subPath: Forbidden: cannot be "
            "set for an Ephemeral Container"
        )
    ]


RULE = "{ action: Restart, exitCodes: { operator: In, values: [1] } }"


@pytest.mark.parametrize(
    ("policy", "version", "words"),
    [
        (
            "Never",
            "1.33",
            'restartPolicy: Unsupported value: "Never": supported values: "Always"',
        ),
        (
            f"Always, restartPolicyRules: [{RULE}]",
            "1.35",
            (
                "restartPolicyRules: Forbidden: restartPolicyRules are not allowed for "
                "init containers with restart policy Always"
            ),
        ),
        (
            f"Never, restartPolicyRules: [{', '.join([RULE] * 21)}]",
            "1.36",
            "restartPolicyRules: Too long: may not be more than 20 items",
        ),
        (
            (
                "Never, restartPolicyRules: [{ action: Restart, exitCodes: { operator: "
                "In,"
                f" values: [{', '.join(map(str, range(256)))}] }} }}]"
            ),
            "1.36",
            (
                "restartPolicyRules[0].exitCodes.values: Too long: may not be more "
                "than 255 items"
            ),
        ),
    ],
)
def test_policies_of_init_containers(policy: str, version: str, words: str) -> None:
    """Only Always before 1.35; rules for sidecars from 1.36 on; not too many (R18)."""
    entry = f"{{ name: i, image: i, restartPolicy: {policy} }}"
    assert of_pod(f"  initContainers: [{entry}]\n", version) == [
        f"spec.initContainers[0].{words}"
    ]
