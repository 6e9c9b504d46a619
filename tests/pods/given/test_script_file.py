"""Scripts: what they may say, and each mistake with its place."""

from __future__ import annotations

import pytest

from sidecar_viz.files.reading.problems import AT_MOST, LessonError
from sidecar_viz.pods.given.pod import Hook, Need, Probe, Volume
from sidecar_viz.pods.given.script import Run, Script, When
from sidecar_viz.pods.given.script_file import read_condition, read_script
from tests.pods.stories import box, pod

POD = pod(
    box("web", liveness=Probe(), pre_stop=Hook(), needs=(Need("secret/db"),)),
    box("api"),
    volumes=(Volume("tmp", "configMap", (Need("configmap/app", optional=True),)),),
)


def read(text: str) -> Script:
    """Read a script for the pod."""
    return read_script(text.encode(), "s", POD)


def test_a_script_in_utf_16_is_the_same() -> None:
    """Windows writes what programs print so, with its mark before it."""
    text = "containers: { web: { run: 9 } }\n"

    assert read_script(text.encode("utf-16"), "s", POD) == read(text)


def test_a_script_of_all_fields() -> None:
    """YAML with hyphens; numbers, words and null as they are meant."""
    script = read(
        "simulation: 1\n"
        "containers:\n"
        "  web:\n"
        "    start-delay: 0.5\n"
        "    run: null\n"
        "    on-sigterm: ignore\n"
        "    runs: [{ run: 3, exit-code: 1 }, { run: null }]\n"
        "    pre-stop: { completes: when-started, log: stop }\n"
        "    probes: { liveness: { success-until: 9 } }\n"
        "  api: { on-sigterm: { after: 3 }, memory: { grows: 2 } }\n"
        "actions:\n"
        '- { when: { restart-count: [web, ">=", 2], started: [api, true] }, do: delete,'
        " grace-period-seconds: 5 }\n"
        "- { do: volume-unavailable, volume: tmp }\n"
        "- { do: object-available, object: secret/db }\n"
        "missing: [secret/db, configmap/app]\n"
        "until: { all: [{ pod-deleted: true }, { seconds: 60 }] }\n"
        "max-seconds: 90\n"
    )
    web = script.life("web")

    assert (web.start_delay, web.run, web.on_sigterm) == (0.5, None, "ignore")
    assert web.run_of(0) == Run(run=3, exit_code=1)
    assert web.run_of(1) == web.run_of(9) == Run()
    assert web.pre_stop is not None
    assert web.pre_stop.completes == "when-started"
    assert script.actions[0].when == When(
        restart_count=("web", ">=", 2), started=("api", True)
    )
    assert script.actions[0].told() == {"do": "delete", "grace-period-seconds": 5}
    assert script.until == When(all=(When(pod_deleted=True), When(seconds=60)))
    assert script.max_seconds == 90
    assert script.missing == ("secret/db", "configmap/app")
    assert script.actions[2].told() == {"do": "object-available", "object": "secret/db"}


def test_json_is_read_as_well() -> None:
    """A script may be made by a program."""
    text = '{"simulation": 1, "containers": {"web": {"run": 5}}}'
    assert read(text).life("web").run == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "s:1:1: type: a script has fields, such as containers"),
        (
            "simulation: 2",
            (
                "s:1:13: range: simulation: 2 is no version of scripts that is "
                "known here;"
                " write 1"
            ),
        ),
        (
            "action: []",
            (
                "s:1:9: field: action: 'action' is no field of a script; did you mean "
                "actions?"
            ),
        ),
        (
            "containers: { wed: {} }",
            (
                "s:1:20: reference: containers.wed: the pod has no container "
                "'wed'; did you"
                " mean web?"
            ),
        ),
        (
            "containers: { web: { run: -1 } }",
            "s:1:20: range: containers.web: no number may be below 0",
        ),
        (
            "containers: { api: { pre-stop: { sleep: 1 } } }",
            (
                "s:1:32: reference: containers.api.pre-stop: api has no pre-stop "
                "hook in "
                "the manifest"
            ),
        ),
        (
            "containers: { api: { probes: { startup: {} } } }",
            (
                "s:1:41: reference: containers.api.probes.startup: api has no "
                "startup probe"
                " in the manifest"
            ),
        ),
        (
            "actions: [{ do: explode }]",
            (
                "s:1:17: value: actions[0].do: 'explode' is none of delete, set-image, "
                "volume-unavailable, volume-available, object-missing, "
                "object-available, set-condition, sandbox-lost, kubelet-restart, "
                "signal, checkpoint, set-probe, exit, oom, hang, slow-start, "
                "set-hook, evict"
            ),
        ),
        (
            "containers: { web: { run: soon } }",
            (
                "s:1:27: value: containers.web.run: wanted is a number or null, "
                "not 'soon'"
            ),
        ),
        (
            "containers: { web: { rn: 1 } }",
            (
                "s:1:26: value: containers.web.rn: there is no field 'rn' here; "
                "did you mean run?"
            ),
        ),
        (
            "containers: { web: { image: { speed: 1 } } }",
            (
                "s:1:38: value: containers.web.image.speed: there is no field 'speed' "
                "here; there is pull-seconds, pull"
            ),
        ),
        (
            "containers: { web: { exit-code: 256 } }",
            "s:1:33: value: containers.web.exit-code: at most 255 is wanted, not '256'",
        ),
        (
            "actions: [{ do: exit, container: web, exit-code: -1 }]",
            "s:1:50: value: actions[0].exit-code: at least 0 is wanted, not '-1'",
        ),
        (
            "containers: { web: { on-sigterm: ignor } }",
            (
                "s:1:34: value: containers.web.on-sigterm: 'ignor' is none of ignore, "
                "fields (after, exit-code); did you mean ignore?"
            ),
        ),
        (
            "containers: { web: { on-sigterm: [1] } }",
            (
                "s:1:34: value: containers.web.on-sigterm: wanted is ignore or "
                "fields (after, exit-code), not a list"
            ),
        ),
        (
            "containers: { web: { runs: 5 } }",
            "s:1:28: value: containers.web.runs: wanted is a list, not '5'",
        ),
        (
            "actions: [{ do: delete, when: { state: [web] } }]",
            ("s:1:40: value: actions[0].when.state: 2 values are wanted here, not 1"),
        ),
        (
            "actions: [{ do: delete, when: { started: [web, perhaps] } }]",
            (
                "s:1:48: value: actions[0].when.started[1]: wanted is true or false, "
                "not 'perhaps'"
            ),
        ),
        (
            "actions: [{ after-seconds: 3 }]",
            "s:1:11: value: actions[0]: the field do is missing",
        ),
        (
            "actions: [{ do: signal }]",
            "s:1:11: missing: actions[0]: signal needs the field container",
        ),
        (
            "actions: [{ do: volume-available, volume: tmq }]",
            (
                "s:1:43: reference: actions[0].volume: the pod has no volume "
                "'tmq'; did you"
                " mean tmp?"
            ),
        ),
        (
            "missing: [secret/bd]",
            (
                "s:1:11: reference: missing[0]: nothing in the pod asks for "
                "'secret/bd'; did you mean secret/db?"
            ),
        ),
        (
            "actions: [{ do: object-missing, object: pod/x }]",
            (
                "s:1:41: reference: actions[0].object: nothing in the pod asks for "
                "'pod/x'; it asks for secret/db, configmap/app"
            ),
        ),
        (
            "actions: [{ do: object-available }]",
            "s:1:11: missing: actions[0]: object-available needs the field object",
        ),
        (
            "until: { state: [wep, running] }",
            (
                "s:1:8: reference: until: the pod has no container 'wep'; did you mean "
                "web?"
            ),
        ),
    ],
)
def test_mistakes_have_their_places(text: str, said: str) -> None:
    """Line, column, field, what is wrong, and what was probably meant."""
    with pytest.raises(LessonError) as caught:
        read(text)
    assert [str(problem) for problem in caught.value.problems] == [said]


def test_what_was_meant_is_said_of_the_first_mistakes() -> None:
    """Of more than are listed it is not even looked for: that would take minutes."""
    many = pod(*(box(f"container-number-{n}") for n in range(400)))
    wrong = "".join(f"  kontainer-numbr-x{n}: {{run: 1}}\n" for n in range(10_000))
    with pytest.raises(LessonError) as caught:
        read_script(f"containers:\n{wrong}".encode(), "s", many)
    said = [problem.text for problem in caught.value.problems]
    assert said[0].endswith("; did you mean container-number-0?")
    assert said[AT_MOST - 1].endswith("; did you mean container-number-199?")
    assert said[AT_MOST:] == ["and 9800 more problems after these"]


def test_a_condition_of_the_command_line() -> None:
    """It is written as in scripts."""
    assert read_condition("phase: Running", "--until", POD) == When(phase="Running")
    with pytest.raises(LessonError, match="--until:1:1: value: "):
        read_condition("Running", "--until", POD)
