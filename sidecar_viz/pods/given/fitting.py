"""What of a script fits a pod that has been changed since the script was made."""

from __future__ import annotations

from msgspec import structs

from sidecar_viz.pods.given.pod import Container, Pod
from sidecar_viz.pods.given.script import Action, Life, ProbeRuns, Script, When

PROBES = ("startup", "liveness", "readiness")


def fitted(script: Script, pod: Pod) -> Script:
    """Return the script without what names something that the pod has not.

    What is returned can be played, written, and read again.
    """
    lives = {
        name: _life(life, pod.by_name[name])
        for name, life in script.containers.items()
        if name in pod.by_name
    }
    until = script.until
    return structs.replace(
        script,
        containers=lives,
        missing=tuple(name for name in script.missing if name in pod.objects),
        actions=tuple(one for one in script.actions if _can_be_done(one, pod)),
        until=until if until is not None and _known(until, pod) else None,
    )


def _life(life: Life, container: Container) -> Life:
    """Leave out how hooks and probes end that the container has not."""
    usual = ProbeRuns()
    lost = [name for name in PROBES if getattr(container, name) is None]
    return structs.replace(
        life,
        post_start=life.post_start if container.post_start is not None else None,
        pre_stop=life.pre_stop if container.pre_stop is not None else None,
        probes=structs.replace(
            life.probes, **{name: getattr(usual, name) for name in lost}
        ),
    )


def _can_be_done(action: Action, pod: Pod) -> bool:
    volumes = {volume.name for volume in pod.volumes}
    return (
        action.container in (None, *pod.by_name)
        and action.volume in (None, *volumes)
        and action.object in (None, *pod.objects)
        and (action.when is None or _known(action.when, pod))
    )


def _known(when: When, pod: Pod) -> bool:
    return all(name in pod.by_name for name in when.containers)
