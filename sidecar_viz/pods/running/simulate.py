"""Plays a whole simulation: same pod and script, same trace, to the digit."""

from __future__ import annotations

from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.deciding.words import Words, as_of
from sidecar_viz.pods.given.pod import Pod
from sidecar_viz.pods.given.script import Script
from sidecar_viz.pods.running.acting import Acting
from sidecar_viz.pods.running.beginning import ROUNDS
from sidecar_viz.pods.running.kubelet import Kubelet
from sidecar_viz.pods.running.node import Node
from sidecar_viz.pods.running.queue import Queue
from sidecar_viz.pods.running.recorder import Recorder, Trace

NOTHING, LOOP = "nothing will happen any more", "the same round for ever"
REACHED, TOO_LONG = "what was waited for is so", "the time is over"
TOO_MUCH = "more happens than can be played"
MOST_NOTES = 100_000  # of what happens; breaking plays it some ten times more


def simulate(pod: Pod, script: Script | None = None, version: str = NEWEST) -> Trace:
    """Return what happens to a *pod* from the moment it is bound to its node.

    It ends when the script's *until* holds; without one, when nothing will happen any
    more or a loop goes round; at the latest after the script's *max_seconds*, or once
    MOST_NOTES were made of what happens.
    """
    script = script or Script()
    pod = as_of(pod, version)
    queue = Queue()
    recorder = Recorder(queue)
    node = Node(pod, script, queue, recorder)
    kubelet = Kubelet(node, Words(pod.name, version), ordered=version != "1.28")
    acting = Acting(script, kubelet)
    recorder.kube("Scheduled", f"Successfully assigned default/{pod.name} to node")
    node.publish()
    acting.go_on()
    queue.spawn(kubelet.work())
    return _played(script, acting, kubelet)


def _played(script: Script, acting: Acting, kubelet: Kubelet) -> Trace:
    queue, trace = kubelet.node.queue, kubelet.node.recorder.trace
    while True:
        queue.settle()
        acting.go_on()
        queue.settle()
        if script.until is not None and acting.holds(script.until):
            trace.end, trace.stopped = queue.now, REACHED
            break
        quiet = not queue.live
        loop = kubelet.beginning.rounds >= ROUNDS and not acting.waiting
        if script.until is None and (quiet or loop):
            trace.end, trace.stopped = queue.now, NOTHING if quiet else LOOP
            break
        if len(trace.order) > MOST_NOTES:
            trace.stopped = TOO_MUCH
            break
        if quiet or not queue.step(script.max_seconds):
            trace.stopped = NOTHING if quiet else TOO_LONG
            break
    trace.last = script.max_seconds if trace.stopped == TOO_LONG else queue.now
    return trace
