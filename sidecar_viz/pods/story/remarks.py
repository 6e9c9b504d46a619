"""The tables of remarks: what a teacher may ask, what is so in a cluster, lines."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.pods.given.leaving_out import in_lines
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.story.beat import Beat
from sidecar_viz.pods.story.changes import Change, ChangeKind
from sidecar_viz.pods.story.listing import Part
from sidecar_viz.pods.story.sentences import main_of

ASKED: dict[ChangeKind, str] = {
    "bound": "Ask which container will be started first, and where that is written.",
    "starts": "Ask what had to happen before this, and who waits for it now.",
    "started": "Ask who waited for this container to be started.",
    "ready": "Ask who is told that the container is ready now.",
    "unready": "Ask who notices that it is not ready any more, and who does not.",
    "ends": "Ask whether it will be started again, and what decides it.",
    "waits": "Ask how long the next wait will be.",
    "sigterm": "Ask how long it may take before it is killed.",
    "sigkill": "Ask what it could not finish.",
    "did": "Ask what will happen first, before you go on.",
    "mount-fails": "Ask which containers can start without the volume.",
    "hook-over": "Ask whom it waits for.",
}
"""What a teacher may ask about a step, by its main change."""
ROUNDING = "The kubelet looks about once a second, so real times are a little later."
IN_A_CLUSTER: dict[ChangeKind, str] = {
    "bound": "A scheduler has chosen the node. Volumes are made ready first, then the"
    f" network, and only then containers. {ROUNDING}",
    "pulling": "An image is pulled when its container's turn has come, and only then.",
    "starts": "What a process does is not in a manifest: it stands in the script.",
    "started": "Only a startup probe or a postStart hook can keep a sidecar from being"
    " started; whether it is ready does not hold back the others.",
    "ready": "A pod that is not ready gets no requests from a Service.",
    "waits": "The waits are 10 s, 20, 40, 80, 160 and then 300, each for one container"
    " alone. Who has run for ten minutes begins anew.",
    "sigkill": "Between SIGTERM and SIGKILL there are never less than 2 s.",
    "mount-fails": "The pod stays Pending for as long as the volume is missing. The"
    " kubelet tries again and again.",
    "deadline": "activeDeadlineSeconds counts from the start of the pod, init"
    " containers included.",
}
"""What is so in a real cluster, by a step's main change."""
IN_REALITY = 420  # characters that a lesson has room for
MUCH_LEFT_OUT = " Of this pod much is not played; the command `simulate` lists it."
SHOWS_NONE = (
    "While a pod is being stopped, the kubelet publishes no end of a container: kubectl"
    " shows {ready} until the last one has ended."
)
FIELDS: dict[ChangeKind, tuple[str, ...]] = {
    "started": ("startupProbe",),
    "ready": ("readinessProbe",),
    "unready": ("readinessProbe",),
    "pulling": ("image",),
    "hook": ("lifecycle",),
    "hook-over": ("lifecycle",),
    "waits": ("image", "restartPolicy"),
}
"""Which fields of a container a change is about; of others it is the whole of it."""
OF_POD: dict[ChangeKind, tuple[str, ...]] = {
    "bound": ("volumes", "hostNetwork"),
    "mounted": ("volumes",),
    "deadline": ("activeDeadlineSeconds",),
    "sigterm": ("terminationGracePeriodSeconds",),
    "sigkill": ("terminationGracePeriodSeconds",),
    "phase": ("restartPolicy",),
}
"""Which fields of the pod a change is about."""


def notes_of(beat: Beat) -> str:
    """Return what a teacher may ask about a step; "" if nothing fits."""
    return ASKED.get(main_of(beat).kind, "")


def reality_of(pod: Pod, beat: Beat) -> str:
    """Return what is to be said of a real cluster about a step; "" if nothing."""
    kind = main_of(beat).kind
    if kind == "bound" and not beat.earlier:
        return _not_played(pod)
    if kind == "did" and beat.ending:
        return (
            f"One grace period of {pod.grace} s counts for the whole pod, with its"
            " hooks. Whoever still runs when it is over is killed."
        )
    if beat.ending and any(c.kind == "ends" for c in beat.moment.changes):
        if any(one.alive for one in beat.after.values()):
            return SHOWS_NONE.format(ready="all of them as running")
        return (
            "The network goes when the last container has ended, and then the volumes."
        )
    return IN_A_CLUSTER.get(kind, "")


def _not_played(pod: Pod) -> str:
    """Say how a pod begins, and what of this one is not played, as far as it fits."""
    said = IN_A_CLUSTER["bound"]
    if pod.left_out:
        more = f" Not played here: {'; '.join(in_lines(pod.left_out))}."
        said += more if len(said + more) <= IN_REALITY else MUCH_LEFT_OUT
    return said


def lines_for(beat: Beat) -> Iterator[Part]:
    """Yield the parts of the manifest that a step is about."""
    for change in beat.moment.changes:
        yield from _parts(change)


def _parts(change: Change) -> Iterator[Part]:
    if change.name and change.kind in FIELDS:
        yield from ((change.name, field) for field in FIELDS[change.kind])
    elif change.kind == "mount-fails":
        yield f"volume {change.name}", ""
    elif change.name:
        yield change.name, ""
    yield from (("", field) for field in OF_POD.get(change.kind, ()))
