"""Pods, their owners, volumes and lists: what the API server says of each."""

from __future__ import annotations

import pytest

from tests.pods.checking.refused import HEAD, WEB, of_pod, problems, said

SPEC = "containers: [{ name: a, image: a }]"


def owner(kind: str, more: str = "", spec: str = SPEC, labels: str = "app: a") -> str:
    """Write an object that makes pods, with a selector that fits."""
    return (
        f"kind: {kind}\nmetadata: {{ name: o }}\nspec:\n"
        f"  selector: {{ matchLabels: {{ app: a }} }}\n{more}"
        f"  template: "
        f"{{ metadata: {{ labels: {{ {labels} }} }}, spec: {{ {spec} }} }}\n"
    )


def job(spec: str, kind: str = "Job") -> str:
    """Write a Job."""
    return (
        f"kind: {kind}\nmetadata: {{ name: j }}\nspec:\n"
        f"  template: {{ spec: {{ {SPEC}, {spec} }} }}\n"
    )


SETS = ("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet")


@pytest.mark.parametrize("kind", SETS)
def test_what_is_right_is_not_complained_about(kind: str) -> None:
    """A small one of each kind."""
    assert said(owner(kind)) == []
    assert said(f"apiVersion: apps/v1\n{owner(kind)}") == []


@pytest.mark.parametrize("kind", SETS)
def test_a_selector_selects_the_template(kind: str) -> None:
    """By labels and by expressions; and it is not empty, nor left out."""
    (one,) = problems(owner(kind, labels="app: b"))
    assert one.text == (
        'spec.template.metadata.labels: Invalid value: {"app":"b"}: `selector` does '
        "not match template `labels`"
    )
    assert one.plain == "The selector wants app: a."
    fits = "{ matchExpressions: [{ key: app, operator: In, values: [a] }] }"
    assert said(owner(kind).replace("{ matchLabels: { app: a } }", fits)) == []
    misses = fits.replace("In", "NotIn")
    assert len(said(owner(kind).replace("{ matchLabels: { app: a } }", misses))) == 1
    empty = said(owner(kind).replace("{ matchLabels: { app: a } }", "{}"))
    called = {"ReplicaSet": "deployment"}.get(kind, kind.lower())
    assert empty == [
        f"spec.selector: Invalid value: {{}}: empty selector is invalid for {called}"
    ]
    line = "  selector: { matchLabels: { app: a } }\n"
    assert said(owner(kind).replace(line, "")) == ["spec.selector: Required value"]


@pytest.mark.parametrize("kind", SETS)
def test_long_running_pods_are_always_restarted(kind: str) -> None:
    """And have no deadline."""
    (one,) = problems(owner(kind, spec=f"{SPEC}, restartPolicy: Never"))
    assert one.text == (
        'spec.template.spec.restartPolicy: Unsupported value: "Never": supported '
        "values: "
        '"Always"'
    )
    assert one.plain.endswith("for work that ends there is Job.")
    called = "ReplicaSet" if kind == "Deployment" else kind
    assert said(owner(kind, spec=f"{SPEC}, activeDeadlineSeconds: 5")) == [
        (
            "spec.template.spec.activeDeadlineSeconds: Forbidden: "
            "activeDeadlineSeconds in "
            f"{called} is not Supported"
        )
    ]


def test_a_jobs_pods_end() -> None:
    """Always, which is also the default, is refused."""
    wanted = (
        'spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", '
        '"Never"'
    )
    assert said(job("restartPolicy: Always")) == [wanted]
    assert said(job("hostNetwork: false")) == [wanted]
    assert said(job("restartPolicy: Never")) == []


def test_a_cron_job_needs_a_schedule_and_a_short_name() -> None:
    """The Job in it is checked as any other."""
    text = (
        f"kind: CronJob\nmetadata: {{ name: {'c' * 53} }}\nspec:\n"
        f"  jobTemplate: {{ spec: {{ template: {{ spec: {{ {SPEC} }} }} }} }}\n"
        "  concurrencyPolicy: Deny\n"
    )
    assert said(text) == [
        (
            f'metadata.name: Invalid value: "{"c" * 53}": must be no more than 52 '
            f"characters"
        ),
        "spec.schedule: Required value",
        (
            "spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid "
            'values: "OnFailure", "Never"'
        ),
        (
            'spec.concurrencyPolicy: Unsupported value: "Deny": supported values: '
            '"Allow", "Forbid", "Replace"'
        ),
    ]


def test_a_replication_controller_selects_by_a_map() -> None:
    """Which is that of its template if it is left out."""
    text = (
        "kind: ReplicationController\nmetadata: { name: r }\nspec:\n"
        "  selector: { app: b }\n"
        f"  template: {{ metadata: {{ labels: {{ app: a }} }}, spec: {{ {SPEC} }} }}\n"
    )
    (one,) = problems(text)
    assert one.text.endswith("`selector` does not match template `labels`")
    assert said(text.replace("  selector: { app: b }\n", "")) == []


def test_claims_of_a_stateful_set() -> None:
    """Each has a name; its volume can be mounted."""
    spec = (
        "containers: [{ name: a, image: a, volumeMounts: [{ name: data, mountPath: /d "
        "}] }]"
    )
    claim = "  volumeClaimTemplates: [{ metadata: { name: data } }]\n"
    assert said(owner("StatefulSet", claim, spec)) == []
    unnamed, unfit = (
        said(owner("StatefulSet", claim.replace("name: data", name)))
        for name in ("labels: {}", "name: My.Data")
    )
    assert unnamed == [
        (
            "spec.volumeClaimTemplates[0].metadata.name: Required value: name or "
            "generateName is required"
        )
    ]
    assert len(unfit) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "kind: Pod\nspec:\n" + WEB,
            ["metadata.name: Required value: name or generateName is required"],
        ),
        ("kind: Pod\nmetadata: { generateName: a- }\nspec:\n" + WEB, []),
        (
            "apiVersion: v2\nkind: Pod\nmetadata: { name: p }\nspec:\n" + WEB,
            ['no matches for kind "Pod" in version "v2"'],
        ),
        (
            "kind: Pod\nmetadata: { name: p, labels: { a: b c } }\nspec:\n" + WEB,
            [
                (
                    'metadata.labels: Invalid value: "b c": a valid label must be '
                    "an empty string or consist of alphanumeric characters, '-', '_' "
                    "or '.', and must start and end with an alphanumeric character "
                    "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
                    "validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
                )
            ],
        ),
    ],
)
def test_names_and_labels_of_objects(text: str, words: list[str]) -> None:
    """A name is there, labels are as labels are, the version is of the kind."""
    assert said(text) == words


def test_the_name_of_an_object_may_have_dots() -> None:
    """But no capitals."""
    assert said(HEAD.replace("name: p", "name: a.b-c.example") + WEB) == []
    (one,) = said(HEAD.replace("name: p", "name: Shop") + WEB)
    assert one.startswith(
        'metadata.name: Invalid value: "Shop": a lowercase RFC 1123 subdomain must '
    )


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (
            "  volumes: [{ name: v }, { name: v }]\n",
            ['spec.volumes[1].name: Duplicate value: "v"'],
        ),
        ("  volumes: [{ emptyDir: {} }]\n", ["spec.volumes[0].name: Required value"]),
        (
            "  volumes: [{ name: v, emptyDir: {}, hostPath: { path: /a } }]\n",
            [
                (
                    "spec.volumes[0].hostPath: Forbidden: may not specify more than 1 "
                    "volume type"
                )
            ],
        ),
        (
            "  volumes: [{ name: v, configMap: {} }, { name: w, secret: {} }]\n",
            [
                "spec.volumes[0].configMap.name: Required value",
                "spec.volumes[1].secret.secretName: Required value",
            ],
        ),
        (
            (
                "  volumes: [{ name: v, projected: { sources: [{ secret: { name: a },"
                " configMap: { name: b } }] } }]\n"
            ),
            [
                (
                    "spec.volumes[0].projected.sources[0].configMap: Forbidden: may "
                    "not specify more than 1 volume type per source"
                )
            ],
        ),
        (
            "  volumes: [{ name: v, emptyDirr: {} }]\n",
            ['strict decoding error: unknown field "spec.volumes[0].emptyDirr"'],
        ),
        (
            "  terminationGracePeriodSeconds: -1\n  activeDeadlineSeconds: 0\n",
            [
                (
                    "spec.terminationGracePeriodSeconds: Invalid value: -1: must be "
                    "greater than or equal to 0"
                ),
                (
                    "spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 "
                    "and 2147483647, inclusive"
                ),
            ],
        ),
        ("  volumes: [{ name: v }]\n", []),
        (
            "  volumes: [{ name: v, secret: { secretName: s, defaultMode: 0777 } }]\n",
            [],
        ),
        (
            "  volumes: [{ name: v, configMap: { name: c, defaultMode: 01000 } }]\n",
            [
                (
                    "spec.volumes[0].configMap.defaultMode: Invalid value: 01000: must "
                    "be a number between 0 and 0777 (octal), both inclusive"
                )
            ],
        ),
    ],
)
def test_volumes_and_the_pods_own_fields(spec: str, words: list[str]) -> None:
    """Each volume has one source; without any it is an emptyDir."""
    assert of_pod(spec) == words


def test_all_faults_come_at_once() -> None:
    """From top to bottom."""
    text = (
        "kind: Deployment\nmetadata: { name: D }\nspec:\n  replica: 2\n"
        "  template: { spec: { containers: [{ image: 1, tty: 2 }] } }\n"
    )
    found = problems(text)
    assert [(one.place.line, one.code) for one in found] == [
        (2, "value"),
        (4, "missing"),
        (4, "unknown"),
        (5, "missing"),
        (5, "type"),
        (5, "type"),
    ]


def test_a_template_has_no_ephemeral_containers() -> None:
    """They belong to pods that run."""
    spec = f"{SPEC}, ephemeralContainers: [{{ name: e, image: e }}]"
    assert said(owner("Deployment", spec=spec)) == [
        (
            "spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers "
            "not allowed in pod template"
        )
    ]


def test_a_pod_template_is_checked_as_a_pod() -> None:
    """Its way is shorter, its labels are looked at."""
    text = (
        "kind: PodTemplate\nmetadata: { name: t }\ntemplate: { metadata: { labels:"
        f" {{ /a: b }} }}, spec: {{ {SPEC} }} }}\n"
    )
    (one,) = said(text)
    assert one.startswith(
        'template.metadata.labels: Invalid value: "/a": prefix part must be non-empty'
    )


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("a_/b", "prefix part a lowercase RFC 1123 subdomain must consist of"),
        ("a/", "name part must be non-empty"),
        ("a" * 64, "name part must be no more than 63 bytes"),
        ("-a", "name part must consist of alphanumeric characters"),
    ],
)
def test_keys_of_labels(key: str, words: str) -> None:
    """A prefix with dots, and a name, both bounded."""
    text = f'kind: Pod\nmetadata: {{ name: p, labels: {{ "{key}": a }} }}\nspec:\n{WEB}'
    assert any(f'"{key}": {words}' in one for one in said(text))


def test_generated_names_and_gates_are_names() -> None:
    """A hyphen may end the first, as more is added."""
    text = HEAD.replace("name: p", "generateName: My-") + WEB
    (name, gate) = said(text + "  readinessGates: [{ conditionType: a b }]\n")
    assert name.startswith('metadata.generateName: Invalid value: "My-": ')
    assert gate.startswith("spec.readinessGates[0].conditionType: Invalid value: ")


@pytest.mark.parametrize("spec", ["[]", "5", "{}", "null"])
def test_a_spec_that_is_none(spec: str) -> None:
    """It is of a wrong type, or it lacks containers."""
    assert len(said(f"kind: Pod\nmetadata: {{ name: p }}\nspec: {spec}\n")) == 1


def test_paths_in_volumes_stay_inside() -> None:
    """Also those of projected parts."""
    spec = (
        "  volumes:\n"
        "  - { name: a, hostPath: { path: /a/../b } }\n"
        "  - { name: b, configMap: { name: c, items: [{ key: k, path: /p }] } }\n"
        "  - name: c\n"
        "    projected: { sources: [{ secret: {} }, { configMap: { name: c,"
        " items: [{ key: k, path: ../p }] } }] }\n"
    )
    assert of_pod(spec) == [
        (
            'spec.volumes[0].hostPath.path: Invalid value: "/a/../b": must not '
            "contain '..'"
        ),
        (
            'spec.volumes[1].configMap.items[0].path: Invalid value: "/p": must be a '
            "relative path"
        ),
        "spec.volumes[2].projected.sources[0].secret.name: Required value",
        (
            "spec.volumes[2].projected.sources[1].configMap.items[0].path: Invalid "
            "value: \"../p\": must not contain '..'"
        ),
    ]
