"""What a command suggests: only what is plain, and never silently."""

from __future__ import annotations

import pytest

from sidecar_viz.pods.given.manifest import read_pod
from sidecar_viz.pods.given.pod import Container
from sidecar_viz.pods.given.script import Life
from sidecar_viz.pods.given.suggesting import suggested


@pytest.mark.parametrize(
    ("command", "life"),
    [
        (("sleep", "30"), Life(run=30, on_sigterm="ignore")),
        (("/bin/sleep", "2m"), Life(run=120, on_sigterm="ignore")),
        (("sleep", "infinity"), Life(on_sigterm="ignore")),
        (
            ("sh", "-c", "sleep 5; exit 3"),
            Life(run=5, exit_code=3, on_sigterm="ignore"),
        ),
        (("sh", "-c", "exit 300"), Life(run=0, exit_code=44, on_sigterm="ignore")),
        (("sh", "-c", "while true; do date; sleep 1; done"), Life(on_sigterm="ignore")),
        (("bash", "-ec", "echo hi && sleep 2"), Life(run=2, on_sigterm="ignore")),
        (("sh", "-c", "tail -f /var/log/x"), Life(on_sigterm="ignore")),
    ],
)
def test_well_known_commands_suggest_a_life(
    command: tuple[str, ...], life: Life
) -> None:
    """How long it runs, how it ends, and that it ignores SIGTERM as PID 1."""
    found = suggested(Container("a", command=command))
    assert found is not None
    assert found.life == life
    assert found.why


@pytest.mark.parametrize(
    "command",
    [
        *((), ("nginx",), ("sleep",), ("sh", "-c", "run-it"), ("sleep", "$TIME")),
        *(("sh", "-c", f"exit {'9' * 5000}"), ("sleep", "9" * 5000)),
    ],
)
def test_what_is_not_plain_suggests_nothing(command: tuple[str, ...]) -> None:
    """A guess that may be wrong is worse than none."""
    assert suggested(Container("a", command=command)) is None


def test_command_and_args_are_read_together() -> None:
    """As the container's runtime would run them."""
    manifest = (
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n"
        "  - {name: a, image: i, command: [sleep], args: ['7']}\n"
    )
    pod = read_pod(manifest.encode(), "p.yaml")
    assert pod.containers[0].command == ("sleep", "7")
