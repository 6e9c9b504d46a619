"""What the API server says of containers: names, ports, variables, mounts, amounts."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.checking.quantities import BILLION, billionths
from tests.pods.checking.refused import HEAD, WEB, of_pod, of_web, problems, said

LABEL = (
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or "
    "'-', and must start and end with an alphanumeric character (e.g. 'my-name',  or "
    "'123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
)

NAME = (
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric "
    "characters, '-' or '.', and must start and end with an alphanumeric character "
    "(e.g. 'example.com', regex used for validation is "
    r"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
)


def test_a_pod_needs_a_container() -> None:
    """Whether the list is empty or not written."""
    assert said(HEAD + "  containers: []\n") == ["spec.containers: Required value"]
    assert said(HEAD + "  volumes: []\n") == ["spec.containers: Required value"]
    assert said("kind: Pod\nmetadata: { name: p }\n") == [
        "spec.containers: Required value"
    ]
    (one,) = problems(HEAD + "  containers: []\n")
    assert str(one) == (
        "m:5:15: missing: spec.containers: Required value. A pod needs at least one "
        "container."
    )


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{ image: a }", ["spec.containers[1].name: Required value"]),
        ("{ name: a }", ["spec.containers[1].image: Required value"]),
        ("{ name: a, image: }", ["spec.containers[1].image: Required value"]),
        (
            "{ name: My_App, image: a }",
            [f'spec.containers[1].name: Invalid value: "My_App": {LABEL}'],
        ),
        (
            f"{{ name: {'a' * 64}, image: a }}",
            [
                (
                    f'spec.containers[1].name: Invalid value: "{"a" * 64}": must be no '
                    f"more "
                    "than 63 bytes"
                )
            ],
        ),
        (
            "{ name: web, image: a }",
            ['spec.containers[1].name: Duplicate value: "web"'],
        ),
        (
            "{ name: a, image: ' a' }",
            [
                (
                    'spec.containers[1].image: Invalid value: " a": must not have '
                    "leading or trailing whitespace"
                )
            ],
        ),
        (
            "null",
            [
                "spec.containers[1].image: Required value",
                "spec.containers[1].name: Required value",
            ],
        ),
    ],
)
def test_names_and_images(entry: str, words: list[str]) -> None:
    """Both must be there; names are labels, and count once."""
    assert of_pod(f"  - {entry}\n") == words


def test_a_name_counts_once_over_the_three_lists() -> None:
    """The later one is refused, and it is said where the first is (R13)."""
    spec = (
        "  initContainers: [{ name: web, image: a }]\n"
        "  ephemeralContainers: [{ name: web, image: a }]\n"
    )
    first, second = problems(HEAD + WEB + spec)

    assert first.text == 'spec.initContainers[0].name: Duplicate value: "web"'
    assert first.plain == "spec.containers[0] has this name."
    assert second.text == 'spec.ephemeralContainers[0].name: Duplicate value: "web"'


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("ports: [{ name: a }]", ["@.ports[0].containerPort: Required value"]),
        (
            "ports: [{ containerPort: 70000 }]",
            [
                (
                    "@.ports[0].containerPort: Invalid value: 70000: must be between 1 "
                    "and 65535, inclusive"
                )
            ],
        ),
        (
            "ports: [{ containerPort: 1, name: too-long-for-a-port }]",
            [
                (
                    '@.ports[0].name: Invalid value: "too-long-for-a-port": must be no '
                    "more than 15 bytes"
                )
            ],
        ),
        (
            "ports: [{ containerPort: 1, name: 8--0- }]",
            [
                (
                    '@.ports[0].name: Invalid value: "8--0-": must contain at least '
                    "one letter (a-z)"
                ),
                (
                    '@.ports[0].name: Invalid value: "8--0-": must not begin or end '
                    "with a hyphen"
                ),
                (
                    '@.ports[0].name: Invalid value: "8--0-": must not contain '
                    "consecutive hyphens"
                ),
            ],
        ),
        (
            "ports: [{ containerPort: 1, name: a_b }]",
            [
                (
                    '@.ports[0].name: Invalid value: "a_b": must contain only '
                    "alpha-numeric characters (a-z, 0-9), and hyphens (-)"
                )
            ],
        ),
        (
            "ports: [{ containerPort: 1, name: a }, { containerPort: 2, name: a }]",
            ['@.ports[1].name: Duplicate value: "a"'],
        ),
        (
            "ports: [{ containerPort: 1, protocol: tcp }]",
            [
                (
                    '@.ports[0].protocol: Unsupported value: "tcp": supported values: '
                    '"SCTP", "TCP", "UDP"'
                )
            ],
        ),
        (
            (
                "ports: [{ containerPort: 1, hostPort: 5 }, { containerPort: 2, "
                "hostPort: 5 }]"
            ),
            ['@.ports[1].hostPort: Duplicate value: "TCP//5"'],
        ),
    ],
)
def test_ports(more: str, words: list[str]) -> None:
    """Numbers, names, protocols, and ports of the node."""
    assert of_web(more) == words


def test_on_the_nodes_network_ports_are_the_nodes() -> None:
    """A container's port is the same number on the node."""
    text = (
        HEAD
        + "  hostNetwork: true\n"
        + WEB
        + "    ports: [{ containerPort: 80, hostPort: 81 }, { containerPort: 5 }]\n"
    )
    assert said(text) == [
        (
            "spec.containers[0].ports[0].hostPort: Invalid value: 81: must match "
            "`containerPort` when `hostNetwork` is true"
        )
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("env: [{ value: a }]", ["@.env[0].name: Required value"]),
        (
            "env: [{ name: a=b }]",
            [
                (
                    '@.env[0].name: Invalid value: "a=b": a valid environment variable '
                    "name must consist only of printable ASCII characters other than "
                    "'='"
                )
            ],
        ),
        (
            "env: [{ name: A, valueFrom: {} }]",
            [
                (
                    '@.env[0].valueFrom: Invalid value: "": must specify one of: '
                    "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` "
                    "or `fileKeyRef`"
                )
            ],
        ),
        (
            (
                "env: [{ name: A, value: b, valueFrom: { fieldRef: { fieldPath: "
                "status.podIP } } }]"
            ),
            [
                (
                    '@.env[0].valueFrom: Invalid value: "": may not be specified when '
                    "`value` is not empty"
                )
            ],
        ),
        (
            (
                "env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.podIP }, "
                "secretKeyRef: { name: a, key: b } } }]"
            ),
            [
                (
                    '@.env[0].valueFrom: Invalid value: "": may not have more than one '
                    "field specified at a time"
                )
            ],
        ),
        (
            "env: [{ name: A, valueFrom: { secretKeyRef: { name: s } } }]",
            ["@.env[0].valueFrom.secretKeyRef.key: Required value"],
        ),
        (
            "env: [{ name: A, valueFrom: { fieldRef: { fieldPath: status.phase } } }]",
            [
                (
                    "@.env[0].valueFrom.fieldRef.fieldPath: Unsupported value: "
                    '"status.phase": supported values: "metadata.name", '
                    '"metadata.namespace", "metadata.uid", "spec.nodeName", '
                    '"spec.serviceAccountName", "status.hostIP", "status.hostIPs", '
                    '"status.podIP", "status.podIPs"'
                )
            ],
        ),
        (
            "env: [{ name: A, valueFrom: { configMapKeyRef: { name: A, key: a/b } } }]",
            [
                f'@.env[0].valueFrom.configMapKeyRef.name: Invalid value: "A": {NAME}',
                (
                    '@.env[0].valueFrom.configMapKeyRef.key: Invalid value: "a/b": '
                    "a valid config key must consist of alphanumeric characters, '-', "
                    "'_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', "
                    "regex used for validation is '[-._a-zA-Z0-9]+')"
                ),
            ],
        ),
        (
            "env: [{ name: A, valueFrom: { resourceFieldRef: { resource: cpu } } }]",
            [
                (
                    "@.env[0].valueFrom.resourceFieldRef.resource: Unsupported value: "
                    '"cpu": supported values: "limits.cpu", '
                    '"limits.ephemeral-storage", "limits.memory", "requests.cpu", '
                    '"requests.ephemeral-storage", "requests.memory"'
                )
            ],
        ),
        (
            "envFrom: [{ prefix: a=, secretRef: {} }, { secretRef: { name: A } }]",
            [
                (
                    '@.envFrom[0].prefix: Invalid value: "a=": a valid environment '
                    "variable name must consist only of printable ASCII characters "
                    "other than '='"
                ),
                "@.envFrom[0].secretRef.name: Required value",
                f'@.envFrom[1].secretRef.name: Invalid value: "A": {NAME}',
            ],
        ),
        (
            "envFrom: [{ prefix: A }]",
            [
                (
                    '@.envFrom: Invalid value: "": must specify one of: '
                    "`configMapRef` or `secretRef`"
                )
            ],
        ),
        (
            "envFrom: [{ configMapRef: { name: a }, secretRef: { name: b } }]",
            [
                (
                    '@.envFrom: Invalid value: "": may not have more than one field '
                    "specified at a time"
                )
            ],
        ),
    ],
)
def test_variables(more: str, words: list[str]) -> None:
    """Names, and exactly one source for each."""
    assert of_web(more) == words


def test_older_versions_are_stricter_with_names_of_variables() -> None:
    """A digit may not be first before 1.32."""
    more = "env: [{ name: 1ST }]"
    assert of_web(more) == []
    assert of_web(more, "1.29")[0].startswith(
        '@.env[0].name: Invalid value: "1ST": a valid environment variable name must '
        "consist of alphabetic characters, digits, '_', '-', or '.', and must not start"
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            "volumeMounts: [{ name: tmp, mountPath: /t }]",
            ['@.volumeMounts[0].name: Not found: "tmp"'],
        ),
        (
            "volumeMounts: [{ name: data }]",
            ["@.volumeMounts[0].mountPath: Required value"],
        ),
        (
            (
                "volumeMounts: [{ name: data, mountPath: /t }, { name: data, "
                "mountPath: /t }]"
            ),
            ['@.volumeMounts[1].mountPath: Invalid value: "/t": must be unique'],
        ),
        (
            "volumeMounts: [{ name: data, mountPath: /t, subPath: ../a }]",
            [
                (
                    '@.volumeMounts[0].subPath: Invalid value: "../a": must not '
                    "contain '..'"
                )
            ],
        ),
        (
            "volumeMounts: [{ name: data, mountPath: /t, subPath: a, subPathExpr: b }]",
            [
                (
                    '@.volumeMounts[0].subPathExpr: Invalid value: "b": subPathExpr '
                    "and subPath are mutually exclusive"
                )
            ],
        ),
        (
            "volumeDevices: [{ name: data, devicePath: /d }]",
            [
                (
                    '@.volumeDevices[0].name: Invalid value: "data": can only use '
                    "volume source type of PersistentVolumeClaim or Ephemeral for "
                    "block mode"
                )
            ],
        ),
    ],
)
def test_mounts(more: str, words: list[str]) -> None:
    """Each of a volume that there is, at a path of its own."""
    found = said(HEAD + "  volumes: [{ name: data }]\n" + WEB + f"    {more}\n")
    assert [one.replace("spec.containers[0]", "@") for one in found] == words


def test_a_mount_whose_volume_is_misspelt() -> None:
    """What was meant is said."""
    text = HEAD + "  volumes: [{ name: data }]\n" + WEB
    (one,) = problems(text + "    volumeMounts: [{ name: dat, mountPath: /d }]\n")
    assert one.plain == "Did you mean data?"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            "resources: { requests: { memory: 2Gi }, limits: { memory: 1Gi } }",
            [
                (
                    '@.resources.requests: Invalid value: "2Gi": must be less than or '
                    "equal to memory limit of 1Gi"
                )
            ],
        ),
        (
            "resources: { limits: { cpu: -1 } }",
            [
                (
                    '@.resources.limits[cpu]: Invalid value: "-1": must be greater '
                    "than or equal to 0"
                )
            ],
        ),
        (
            "resources: { limits: { mem: 1Gi } }",
            [
                (
                    '@.resources.limits[mem]: Invalid value: "mem": must be a standard '
                    "resource for containers"
                )
            ],
        ),
        (
            "resources: { requests: { x.io/gpu: 1 }, limits: { x.io/gpu: 2 } }",
            [
                (
                    '@.resources.requests: Invalid value: "1": must be equal to '
                    "x.io/gpu limit of 2"
                )
            ],
        ),
        (
            "resources: { limits: { x.io/gpu: 500m } }",
            ['@.resources.limits[x.io/gpu]: Invalid value: "500m": must be an integer'],
        ),
        ("resources: { requests: { cpu: 0.5 }, limits: { cpu: 500m } }", []),
        ("resources: { requests: { cpu: 0 }, limits: { cpu: 0 } }", []),
    ],
)
def test_amounts(more: str, words: list[str]) -> None:
    """No request above its limit; amounts are compared exactly."""
    assert of_web(more) == words


@pytest.mark.parametrize(
    ("text", "billion"),
    [
        ("1", BILLION),
        ("500m", BILLION // 2),
        ("1.5Gi", 3 * BILLION * 2**29),
        ("2k", 2000 * BILLION),
        ("1e3", 1000 * BILLION),
        ("2E-3", BILLION // 500),
        ("1E", BILLION * 10**18),
        ("-3", -3 * BILLION),
        ("+.5", BILLION // 2),
        ("0.1n", 1),
        ("1e-30", 0),
        ("1e999", BILLION * 10**40),
        ("", None),
        (".", None),
        ("1 Gi", None),
        ("1GB", None),
        ("9" * 41, None),
    ],
)
def test_amounts_are_exact(text: str, billion: int | None) -> None:
    """To a billionth, upwards; a strange exponent costs no time."""
    assert billionths(text) == billion
