"""A manifest without a script is opened with guesses, and saved as it is."""

from __future__ import annotations

from sidecar_viz.app.lab.held.lab_model import LabModel
from sidecar_viz.app.lab.held.opened import read_given, saved_form
from sidecar_viz.pods.given.script import Life, Script

POD = """\
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  initContainers: [{name: a, image: "a:1"}]
  containers: [{name: b, image: "b:1"}]
"""
MORE = POD.replace("]\n", ', {name: c, image: "c:1"}]\n', 1)


def test_a_manifest_is_played_with_guesses_and_saved_without() -> None:
    """Its init container ends, so that the pod starts; the file has no more in it."""
    opened = read_given(POD.encode(), "pod.yaml")
    assert opened.script.life("a").run == 3
    assert saved_form(opened) == POD.encode()


def test_a_script_that_is_given_says_all() -> None:
    """Nothing is guessed beside it, and it is saved."""
    opened = read_given(POD.encode(), "pod.yaml", script=(b"simulation: 1", "s.yaml"))
    assert opened.script == Script()
    assert saved_form(opened) != POD.encode()


def test_a_container_that_is_written_into_the_text_gets_a_guess() -> None:
    """The guesses of the others stay as they are."""
    model = LabModel(read_given(POD.encode(), "pod.yaml"))
    model.assume("a", Life(run=9))
    model.edit(MORE.encode())
    script = model.opened.script
    assert [script.life(name).run for name in ("a", "c")] == [9, 3]
    assert model.run.lane["c"].starts == (11,)
