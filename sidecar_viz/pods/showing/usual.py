"""What the lab assumes of a pod that comes without a script, so that it can be seen."""

from __future__ import annotations

from msgspec import structs

from sidecar_viz.pods.given.pod import Container, Hook, Pod
from sidecar_viz.pods.given.script import HookRun, Image, Life, OnSigterm, Script
from sidecar_viz.pods.given.suggesting import hook_takes

PULL = 2.0  # seconds: an image is there after them
INIT = 3.0  # seconds: an init container has done its work
WORK = 20.0  # seconds: so long works what is not to be started again
STOP = 2.0  # seconds after SIGTERM
HOOK = 1.0  # seconds: a hook whose command does not sleep


def usual_script(pod: Pod) -> Script:
    """Return a guess for each container: pulling, working, stopping take a while.

    A manifest tells none of these. If all were done at once, nothing could be seen; if
    init containers ran for ever, no pod that has one would ever start.
    """
    return with_usual(Script(), pod.containers, pod)


def with_usual(script: Script, fresh: tuple[Container, ...], pod: Pod) -> Script:
    """Return the script with guesses for *fresh* containers that it has nothing of."""
    guesses = {
        c.name: usual_life(c, pod) for c in fresh if c.name not in script.containers
    }
    return structs.replace(script, containers={**script.containers, **guesses})


def usual_life(container: Container, pod: Pod) -> Life:
    """Return a guess of what a container's process does."""
    ends = container.kind == "init" or (
        container.kind == "regular" and (container.policy or pod.policy) != "Always"
    )
    long = INIT if container.kind == "init" else WORK
    return Life(
        run=long if ends else None,
        on_sigterm=OnSigterm(after=STOP),
        image=Image(pull_seconds=PULL),
        post_start=_usual_hook(container.post_start),
        pre_stop=_usual_hook(container.pre_stop),
    )


def _usual_hook(hook: Hook | None) -> HookRun | None:
    """Guess how long a hook takes that does not say so in the manifest.

    What its command sleeps is taken, as a hook does little else; a guess can be seen.
    """
    if hook is None or hook.sleep is not None:
        return None
    slept = hook_takes(hook)
    return HookRun(run=HOOK if slept is None else slept)
