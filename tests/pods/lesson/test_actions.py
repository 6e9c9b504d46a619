"""Whatever is done to a pod, its lesson says it and asks what if it were not done."""

from __future__ import annotations

from typing import get_args

import pytest

from sidecar_viz.files.making.lesson_text import lesson_text
from sidecar_viz.files.reading.lesson_file import read_lesson_file
from sidecar_viz.files.rules.checks import check_lesson
from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.script import Action, Script, Verb, When
from sidecar_viz.pods.lesson.telling import lesson_of
from sidecar_viz.pods.lesson.told import Told
from sidecar_viz.pods.running.simulate import simulate
from sidecar_viz.pods.story.listing import Listing

POD = b"""\
apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  readinessGates: [{ conditionType: example.com/open }]
  containers:
    - name: web
      image: web:1
      readinessProbe: { tcpSocket: { port: 80 } }
      lifecycle: { preStop: { sleep: { seconds: 5 } } }
      resources: { limits: { memory: 64Mi } }
      envFrom: [{ secretRef: { name: key } }]
      volumeMounts: [{ name: data, mountPath: /data }]
  volumes:
    - name: data
      emptyDir: {}
"""
MORE: dict[Verb, Action] = {
    "set-image": Action(do="set-image", container="web", image="web:2"),
    "volume-unavailable": Action(do="volume-unavailable", volume="data"),
    "volume-available": Action(do="volume-available", volume="data"),
    "object-missing": Action(do="object-missing", object="secret/key"),
    "object-available": Action(do="object-available", object="secret/key"),
    "set-condition": Action(do="set-condition", type="example.com/open"),
    "signal": Action(do="signal", container="web", signal="SIGKILL"),
    "checkpoint": Action(do="checkpoint", name="here"),
    "set-probe": Action(do="set-probe", container="web", probe="readiness"),
    "exit": Action(do="exit", container="web", exit_code=3),
    "oom": Action(do="oom", container="web"),
    "hang": Action(do="hang", container="web"),
    "slow-start": Action(do="slow-start", container="web", seconds=9),
    "set-hook": Action(do="set-hook", container="web", hook="pre-stop", seconds=9),
}


@pytest.mark.parametrize("verb", get_args(Verb))
def test_every_action_is_told(verb: Verb) -> None:
    """The lesson is sound; a container's name in it is written as names are."""
    pod = read_pod(POD, "pod.yaml")
    done = MORE.get(verb, Action(do=verb))
    kept = {key: getattr(done, key) for key in done.__struct_fields__ if key != "when"}
    ends = Action(do="exit", container="web", when=When(seconds_after_action=15))
    script = Script(
        actions=(Action(**kept, when=When(seconds=20)), ends), max_seconds=60
    )
    told = Told(pod, script, simulate(pod, script), Listing("kind: Pod", {}), "1.36")
    made = lesson_of(told, "it")
    read = read_lesson_file(lesson_text(made).encode("utf-8"), "it")
    assert read.lesson == made
    assert check_lesson(made, read.document.place) == ()
    assert "web is made to end with 1" in "".join(
        step.caption.replace("**", "") for step in made.steps
    )


def test_an_action_has_its_words() -> None:
    """With the code that was chosen."""
    pod = read_pod(POD, "pod.yaml")
    actions = (Action(do="exit", container="web", exit_code=3, when=When(seconds=20)),)
    script = Script(actions=actions, max_seconds=60)
    told = Told(pod, script, simulate(pod, script), Listing("kind: Pod", {}), "1.36")
    made = lesson_of(told, "it")
    captions = [step.caption.replace("**", "") for step in made.steps]
    assert any("web is made to end with 3" in caption for caption in captions)
    assert [one.title for one in made.what_ifs] == ["What if web does not end?"]
