"""The table of sentences: what each kind of change is called, in few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sidecar_viz.pods.deciding.status import ENDS
from sidecar_viz.pods.story.beat import Beat, Group
from sidecar_viz.pods.story.changes import ChangeKind
from sidecar_viz.pods.story.naming import bold, listed, seconds

Words = Callable[[str], str]

CLAUSES: dict[ChangeKind, tuple[str, str]] = {
    "bound": ("the pod is bound to its node", ""),
    "mounted": ("its volumes are mounted", ""),
    "network": ("it gets its network", ""),
    "mount-fails": ("the volume {who} cannot be mounted", "{who} cannot be mounted"),
    "pulling": ("the image of {who} is pulled", "the images of {who} are pulled"),
    "starts": ("{who} starts", "{who} start"),
    "started": ("{who} is started", "{who} are started"),
    "ready": ("{who} is ready", "{who} are ready"),
    "unready": ("{who} is not ready any more", "{who} are not ready any more"),
    "hook": ("{who} runs its preStop hook", "{who} run their preStop hooks"),
    "hook-over": (
        "the preStop hook of {who} is over",
        "preStop hooks of {who} are over",
    ),
    "sigterm": ("{who} gets SIGTERM", "{who} get SIGTERM"),
    "sigkill": ("{who} is killed", "{who} are killed"),
    "never-ran": ("{who} never ran", "{who} never ran"),
    "lost": ("{who} is gone", "{who} are gone"),
    "pod-ready": ("the pod is Ready", ""),
    "pod-unready": ("the pod is not Ready any more", ""),
    "deadline": ("the pod's deadline is over", ""),
    "cleared": ("network and volumes are taken away", ""),
    "gone": ("the pod is gone", ""),
}
"""One container, several of them."""
WAITS = {
    "CrashLoopBackOff": (
        "{who} waits{time} to start again",
        "{who} wait to start again",
    ),
    "ErrImagePull": (
        "the image of {who} cannot be pulled",
        "images of {who} cannot be pulled",
    ),
    "ImagePullBackOff": ("its next pull waits{time}", "their next pulls wait"),
    "PodInitializing": ("{who} waits again", "{who} wait again"),
    "ContainerCreating": ("{who} waits again", "{who} wait again"),
    "ErrImageNeverPull": (
        "the image of {who} is missing",
        "the images of {who} are missing",
    ),
}
DONE: dict[str, str] = {
    "delete": "the pod is deleted",
    "set-image": "{container} is given another image",
    "volume-unavailable": "the volume {volume} is missing",
    "volume-available": "the volume {volume} is there",
    "object-missing": "{object} is missing",
    "object-available": "{object} is there",
    "set-condition": "{type} is set to {status}",
    "sandbox-lost": "the pod's sandbox is lost",
    "kubelet-restart": "the kubelet is restarted",
    "signal": "{container} is sent {signal}",
    "set-probe": "the {probe} probe of {container} {result}",
    "exit": "{container} is made to end with {exit-code}",
    "oom": "{container} needs more memory than it may have",
    "hang": "{container} hangs",
    "slow-start": "{container} starts more slowly from now on",
    "set-hook": "the {hook} hook of {container} is another from now on",
    "evict": "the pod is evicted",
}
"""What was done to the pod, by the verb of the script."""
RESULTS = {
    "fail": "fails from now on",
    "success": "succeeds from now on",
    "success-when-started": "succeeds once it has started",
}
USUAL = {"status": "True", "signal": "SIGTERM", "result": "fail", "exit-code": 1}


def clause(beat: Beat, group: Group, name: Words = bold) -> str:
    """Say what a group of changes is; *name* writes the name of a container."""
    if group.kind == "did":
        return done_words(group.first.done, name)
    who = listed([name(one) for one in group.names]) if group.names else ""
    own = OWN.get(group.kind)
    said = own(beat, group, who) if own else ""
    return said or CLAUSES[group.kind][len(group.names) > 1].format(who=who)


def _phase(_beat: Beat, group: Group, _who: str) -> str:
    phase = group.first.text
    return f"the pod {'has' if phase in ENDS else 'is'} {phase}"


def _ends(beat: Beat, group: Group, who: str) -> str:
    code, many = group.first.code, len(group.names) > 1
    if group.first.text == "OOMKilled":
        return f"{who} {'are' if many else 'is'} killed with {code}"
    said = f"{who} end{'' if many else 's'} with {code}"
    after = since_sigterm(beat, group)
    return f"{said}, {after} after SIGTERM" if after else said


def _waits(beat: Beat, group: Group, who: str) -> str:
    texts = WAITS.get(group.first.text, (f"{{who}} waits: {group.first.text}",) * 2)
    time = next_try(beat, group)
    said = texts[len(group.names) > 1]
    return said.format(who=who, time=f" {time}" if time else "")


def _sigkill(beat: Beat, group: Group, who: str) -> str:
    after = since_sigterm(beat, group)
    said = f"{who} {'are' if len(group.names) > 1 else 'is'} killed"
    return f"{said}, {after} after SIGTERM" if after else said


def _network(beat: Beat, group: Group, _who: str) -> str:
    if any(change.kind == "bound" for change in beat.moment.changes):
        return ""
    its = {"network": "the pod gets its network", "mounted": "the volumes are mounted"}
    return its[group.kind]


def _starts(beat: Beat, group: Group, who: str) -> str:
    again = len(group.names) == 1 and beat.before[group.first.name].starts
    return f"{who} starts again" if again else ""


def _hook_fails(_beat: Beat, group: Group, _who: str) -> str:
    return f"a {group.first.text} hook fails"


def _told_to_stop(_beat: Beat, group: Group, who: str) -> str:
    return f"{who} {group.first.text}"


def _pulling(_beat: Beat, group: Group, _who: str) -> str:
    return "" if group.names else "an image is pulled"


OWN: dict[ChangeKind, Callable[[Beat, Group, str], str]] = {
    "phase": _phase,
    "ends": _ends,
    "waits": _waits,
    "starts": _starts,
    "sigkill": _sigkill,
    "network": _network,
    "mounted": _network,
    "hook-fails": _hook_fails,
    "told-to-stop": _told_to_stop,
    "pulling": _pulling,
}
"""What is said of kinds for which CLAUSES is not enough; "" for what it says."""


def next_try(beat: Beat, group: Group) -> str:
    """Return how long it is until the container starts or pulls again, if it does."""
    first = group.first
    for change in beat.later:
        if change.name == first.name and change.kind in ("starts", "pulling"):
            return seconds(change.t - first.t)
    return ""


def since_sigterm(beat: Beat, group: Group) -> str:
    """Return how long ago SIGTERM came to who ends; "" if it came now, or not."""
    first = group.first
    for change in beat.since_start(first.name):
        if change.kind == "sigterm":
            return seconds(first.t - change.t)
    return ""


def done_words(done: dict[str, Any], name: Words) -> str:
    """Say what was done to the pod."""
    told = {**USUAL, **done}
    words = {key: str(value) for key, value in told.items()}
    words["result"] = RESULTS[words["result"]]
    for key in ("container", "volume", "object"):
        if key in words:
            words[key] = name(words[key])
    said = DONE[words["do"]].format_map(words)
    grace = done.get("grace-period-seconds")
    return said if grace is None else f"{said}, with a grace of {grace} s"
