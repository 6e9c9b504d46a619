"""Unknown and misspelt fields, newer ones, wrong types, missing ones."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.checking.known import Known, known_fields
from tests.pods.checking.refused import HEAD, WEB, of_pod, of_web, problems, said


def test_the_table_knows_since_when() -> None:
    """Of each field its type, and the versions that have it."""
    table = known_fields()

    assert table.versions["CronJob"] == "batch/v1"
    assert table.types["Container"]["name"] == Known("string", required=True)
    assert table.types["Container"]["env"] == Known("[EnvVar]")
    assert table.types["ResourceRequirements"]["limits"] == Known("{Quantity}")
    assert table.types["Lifecycle"]["stopSignal"] == Known("string", since=33)
    assert table.types["PodResourceClaim"]["source"].until == 30


def test_a_misspelt_field_is_named_with_its_place() -> None:
    """Line and column of its name, the server's words, and what was meant."""
    (one,) = problems(HEAD + WEB + "    imagePulPolicy: Never\n")

    assert str(one) == (
        "m:8:5: unknown: strict decoding error: unknown field "
        '"spec.containers[0].imagePulPolicy". Did you mean imagePullPolicy?'
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (
            "kind: Pod\nmetadata: { name: p, label: {} }\nspec:\n" + WEB,
            "metadata.label",
        ),
        (HEAD + WEB + "x: 1\n", "x"),
        (HEAD + WEB + "    Env: []\n", "spec.containers[0].Env"),
        (
            (
                "kind: CronJob\nmetadata: { name: c }\nspec:\n  schedule: '* * * * *'\n"
                "  jobTemplate: { spec: { template: { spec: { restartPolicy: Never,"
                " containers: [{ name: a, image: a, ports: [{ containerPort: 1, x: "
                "2 }] }]"
                " } } } }\n"
            ),
            "spec.jobTemplate.spec.template.spec.containers[0].ports[0].x",
        ),
        (
            (
                "kind: PodTemplate\nmetadata: { name: t }\ntemplate: { spec: { y: 1,"
                " containers: [{ name: a, image: a }] } }\n"
            ),
            "template.spec.y",
        ),
    ],
)
def test_the_path_is_that_of_the_whole_object(text: str, path: str) -> None:
    """As the API server gives it, from the object's top."""
    assert said(text) == [f'strict decoding error: unknown field "{path}"']


def test_a_field_of_a_newer_version_is_unknown_to_an_older_one() -> None:
    """And it is said when it came."""
    text = (
        HEAD
        + "  os: { name: linux }\n"
        + WEB
        + "    lifecycle: { stopSignal: SIGUSR1 }\n"
    )
    (one,) = problems(text, "1.29")

    assert (one.code, one.place.line, one.place.column) == ("newer", 9, 18)
    assert one.text == (
        'strict decoding error: unknown field "spec.containers[0].lifecycle.stopSignal"'
    )
    assert one.plain == "It came with Kubernetes 1.33; this is 1.29."
    assert problems(text, "1.33") == []


def test_a_field_that_is_gone_is_said_to_be() -> None:
    """It was in 1.28, and is no more."""
    spec = "  resourceClaims: [{ name: a, source: { resourceClaimName: b } }]\n"

    (one,) = problems(HEAD + WEB + spec)
    assert one.plain == "It is gone since Kubernetes 1.31."
    assert problems(HEAD + WEB + spec, "1.29") == []


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            'ports: [{ containerPort: "80" }]',
            (
                "@.ports[0].containerPort: json: cannot unmarshal string into Go "
                "struct field ContainerPort.spec.containers.ports.containerPort of "
                "type int32"
            ),
        ),
        (
            "ports: { containerPort: 80 }",
            (
                "@.ports: json: cannot unmarshal object into Go struct field "
                "Container.spec.containers.ports of type []v1.ContainerPort"
            ),
        ),
        (
            "resources: [1]",
            (
                "@.resources: json: cannot unmarshal array into Go struct field "
                "Container.spec.containers.resources of type v1.ResourceRequirements"
            ),
        ),
        (
            "env: [{ name: A, value: 1 }]",
            (
                "@.env[0].value: json: cannot unmarshal number into Go struct field "
                "EnvVar.spec.containers.env.value of type string"
            ),
        ),
        (
            "env: [{ name: A, value: yes }]",
            (
                "@.env[0].value: json: cannot unmarshal bool into Go struct field "
                "EnvVar.spec.containers.env.value of type string"
            ),
        ),
        (
            'tty: "true"',
            (
                "@.tty: json: cannot unmarshal string into Go struct field "
                "Container.spec.containers.tty of type bool"
            ),
        ),
        (
            "resources: { limits: { cpu: true } }",
            (
                "@.resources.limits[cpu]: quantities must match the regular expression "
                "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
            ),
        ),
        (
            "resources: { limits: [cpu] }",
            (
                "@.resources.limits: json: cannot unmarshal array into Go struct field "
                "ResourceRequirements.spec.containers.resources.limits of type "
                "map[string]resource.Quantity"
            ),
        ),
        (
            "command: serve",
            (
                "@.command: json: cannot unmarshal string into Go struct field "
                "Container.spec.containers.command of type []string"
            ),
        ),
        (
            "ports: [{ containerPort: 80.5 }]",
            (
                "@.ports[0].containerPort: json: cannot unmarshal number 80.5 into Go "
                "struct field ContainerPort.spec.containers.ports.containerPort of "
                "type int32"
            ),
        ),
        (
            "ports: [{ containerPort: 99999999999 }]",
            (
                "@.ports[0].containerPort: json: cannot unmarshal number 99999999999 "
                "into Go struct field "
                "ContainerPort.spec.containers.ports.containerPort of type int32"
            ),
        ),
        (
            (
                "livenessProbe: { exec: { command: [a] }, "
                "terminationGracePeriodSeconds: 9223372036854775808 }"
            ),
            (
                "@.livenessProbe.terminationGracePeriodSeconds: json: cannot unmarshal "
                "number 9223372036854775808 into Go struct field "
                "Probe.spec.containers.livenessProbe.terminationGracePeriodSeconds of "
                "type int64"
            ),
        ),
        (
            "resources: { limits: { memory: much } }",
            (
                "@.resources.limits[memory]: quantities must match the regular "
                "expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
            ),
        ),
    ],
)
def test_a_wrong_type_is_refused_as_json_is(more: str, words: str) -> None:
    """In the words of the server's JSON reader."""
    assert of_web(more) == [words]


@pytest.mark.parametrize(
    "more",
    [
        "tty: yes",
        "ports: [{ containerPort: 0x50 }]",
        "ports: [{ containerPort: 8_080 }]",
        (
            "livenessProbe: { exec: { command: [a] }, "
            "terminationGracePeriodSeconds: 9223372036854775807 }"
        ),
        (
            "env: [{ name: A, value: 'yes' }, { name: B, value: }, { name: C, value: "
            "2024-01-01 }]"
        ),
        "livenessProbe: { httpGet: { port: http } }",
        (
            "ports: [{ containerPort: 8e1 }, { containerPort: 081 }, { containerPort: "
            "0o17 }]"
        ),
        (
            "resources: { limits: { cpu: 1, memory: 1.5Gi }, requests: { cpu: 1e-1, "
            "memory: 1e3 } }"
        ),
        "volumeMounts: null",
        "args:",
    ],
)
def test_what_kubectl_makes_of_yaml_is_right(more: str) -> None:
    """By YAML 1.1, whose numbers, booleans and nulls need no quotes."""
    assert of_web(more) == []


def test_of_what_has_a_wrong_type_nothing_else_is_said() -> None:
    """What should be in it is not missed."""
    assert said(HEAD + "  containers: [web]\n") == [
        (
            "spec.containers[0]: json: cannot unmarshal string into Go struct field "
            "PodSpec.spec.containers of type v1.Container"
        )
    ]


def test_words_are_those_of_the_server() -> None:
    """In its own order, and what was probably meant."""
    (one,) = problems(HEAD + WEB + "  restartPolicy: Allways\n")

    assert one.text == (
        'spec.restartPolicy: Unsupported value: "Allways": supported values: "Always", '
        '"OnFailure", "Never"'
    )
    assert one.plain == "Did you mean Always?"
    assert of_web("imagePullPolicy: Sometimes") == [
        (
            '@.imagePullPolicy: Unsupported value: "Sometimes": supported values: '
            '"Always", "IfNotPresent", "Never"'
        )
    ]


def test_what_must_be_there_is_asked_for() -> None:
    """Also deep down."""
    spec = (
        "  affinity: { podAntiAffinity: { "
        "requiredDuringSchedulingIgnoredDuringExecution:"
        " [{ labelSelector: {} }] } }\n"
        "  volumes: [{ name: v, hostPath: { type: Directory } }]\n"
    )
    way = "spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution"
    assert of_pod(spec) == [
        f"{way}[0].topologyKey: Required value",
        "spec.volumes[0].hostPath.path: Required value",
    ]


def test_the_status_of_a_pod_is_the_clusters_own() -> None:
    """It is not looked into."""
    assert said(HEAD + WEB + "status: { phase: Running, new: 1 }\n") == []


def test_of_many_faults_only_the_first_are_thought_about() -> None:
    """To find what was meant takes its time."""
    found = problems(HEAD + WEB + "".join(f"    imagee{n}: a\n" for n in range(99)))

    assert [bool(one.plain) for one in found] == [n < 50 for n in range(99)]
