"""Tests of the file with a script and a manifest in one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from sidecar_viz.files.making.finding import ManifestError
from sidecar_viz.files.reading.problems import LessonError
from sidecar_viz.pods.given.lab_file import Lab, is_lab, read_lab, written_lab
from sidecar_viz.pods.given.pod import Probe
from sidecar_viz.pods.given.script import Action, Life, Script, When
from sidecar_viz.pods.given.script_file import read_script
from sidecar_viz.pods.given.script_text import script_text
from tests.pods.running.test_properties import STORIES
from tests.pods.stories import HOOK, SHOP, SHOP_LIVES, box, delete_at, pod

HEAD = """podlab: 1
name: A small one
about: It runs for 4 s.
script:
  containers:
    web: { run: 4 }
"""
MANIFEST = """apiVersion: v1
kind: Pod
metadata: {name: small}
spec:
  containers:
    - name: web
      image: web:1
"""
TEXT = f"{HEAD}---\n{MANIFEST}"


def problems(text: str) -> list[str]:
    """Return what is wrong with a text, each with its place."""
    with pytest.raises(LessonError) as caught:
        read_lab(text.encode(), "a.podlab.yaml")
    return [str(one) for one in caught.value.problems]


def test_a_script_and_a_manifest_are_read_from_one_file() -> None:
    """The line of a container counts in the whole file."""
    lab, read = read_lab(TEXT.encode(), "a.podlab.yaml")
    assert lab == Lab(
        "A small one",
        "It runs for 4 s.",
        Script(containers={"web": Life(run=4)}),
        MANIFEST,
    )
    assert read.name == "small"
    assert TEXT.splitlines()[read.containers[0].line - 1].strip() == "- name: web"


def test_one_of_several_pods_is_chosen() -> None:
    """By its name, as with --pod."""
    second = MANIFEST.replace("small", "other")
    head = HEAD.replace("script:", "pod: other\nscript:")
    lab, read = read_lab(f"{head}---\n{MANIFEST}---\n{second}".encode(), "a")
    assert (read.name, lab.chosen) == ("other", "other")
    assert read_lab(written_lab(lab).encode(), "a") == (lab, read)


def test_a_file_without_a_script_is_one_too() -> None:
    """Then containers do what they do unless told."""
    text = f"podlab: 1\nname: n\nabout: a\n--- # the manifest\r\n{MANIFEST}"
    lab, _ = read_lab(text.encode(), "a")
    assert (lab.script, lab.manifest) == (Script(), MANIFEST)


def test_such_a_file_is_known_by_its_first_field() -> None:
    """Comments and a byte-order mark may stand before it; a manifest is none."""
    assert is_lab(TEXT.encode())
    assert is_lab(b"\xef\xbb\xbf# a comment\n\npodlab: 1\n")
    assert not is_lab(MANIFEST.encode())


def test_every_mistake_is_told_with_its_place() -> None:
    """Those of the head, of the script and of the manifest."""
    assert problems(TEXT.replace("podlab: 1", "podlab: 7")) == [
        "a.podlab.yaml:1:9: range: podlab: '7' is no version that is known; write 1"
    ]
    missing, field = problems(TEXT.replace("about:", "abuot:"))
    assert missing == "a.podlab.yaml:1:1: missing: about: say in words what this is"
    assert field.startswith("a.podlab.yaml:3:8: field: 'abuot' is no field")
    assert problems(TEXT.replace("run: 4 ", "rum: 4 "))[0].startswith(
        "a.podlab.yaml:6:"
    )
    assert problems(TEXT.replace("    web:", "    wbe:"))[0].startswith(
        "a.podlab.yaml:6:"
    )
    wrong = problems(TEXT.replace("image: web:1", "imagePullPolicy: Often"))
    assert wrong[0].startswith("a.podlab.yaml:1")
    assert "imagePullPolicy" in " ".join(wrong)


def test_a_file_without_a_manifest_says_what_to_do() -> None:
    """Nothing stands below the head, or no pod."""
    assert "put --- on a line of its own" in problems(HEAD)[0]
    with pytest.raises(ManifestError, match="no pod"):
        read_lab(f"{HEAD}---\nkind: Service\napiVersion: v1\n".encode(), "a")


def test_what_is_written_is_read_again() -> None:
    """Only what is otherwise than usual is written."""
    script = Script(
        containers=SHOP_LIVES,
        actions=(
            delete_at(50),
            Action(do="exit", container="web", exit_code=0),
            Action(do="kubelet-restart", remove_exited_init=True, after_seconds=0.25),
        ),
        until=When(phase_in=("Succeeded", "Failed"), all=(When(deleting=True),)),
        max_seconds=90,
    )
    text = script_text(script)
    assert read_script(text.encode(), "script", SHOP) == script
    assert "  migrate:\n    run: 4\n    image: { pull-seconds: 3 }\n" in text
    assert written_lab(Lab("n", "a: b", Script(), MANIFEST)) == (
        f'podlab: 1\nname: "n"\nabout: "a: b"\n---\n{MANIFEST}'
    )


FULL = pod(
    *(
        box(
            f"c{number}",
            startup=Probe(),
            liveness=Probe(),
            readiness=Probe(),
            post_start=HOOK,
            pre_stop=HOOK,
        )
        for number in range(5)
    )
)


@pytest.mark.storm
@settings(max_examples=100, deadline=None)
@given(lives=STORIES["lives"], done=STORIES["done"])
def test_any_script_is_read_as_it_was_written(
    lives: list[Life], done: tuple[Action, ...]
) -> None:
    """Whatever is in it."""
    named = dict(zip(FULL.by_name, lives, strict=True))
    script = Script(containers=named, actions=done)
    assert read_script(script_text(script).encode(), "script", FULL) == script
