"""The kinds of actors and links that a lesson may name, and when to use which."""

from __future__ import annotations

ACTOR_KINDS: dict[str, str] = {
    "container": "A container of a pod, or any part that runs by itself.",
    "pod": "What holds containers: a frame around those that stand in it.",
    "node": "A machine: a frame around what runs on it, a rack while it is empty.",
    "group": "Several of a kind, such as replicas; or a frame around what belongs"
    " together.",
    "volume": "A place for files that several share.",
    "database": "What keeps data and answers questions about it; also a cache.",
    "network": "The outside as a whole, or what lies between two.",
    "service": "What is there for others: it gets requests and answers them.",
    "client": "Whoever asks: a person, a browser, another program.",
    "gateway": "What stands between and passes on: a proxy, a resolver, a router.",
    "queue": "What lets things wait in a line until they are taken.",
    "file": "One document: a page, a log, a listing.",
    "config": "What something is set up with.",
    "secret": "What only some may read: a key, a password.",
    "process": "A program that runs, such as one within a machine or a container.",
    "probe": "A question that is asked again and again: are you well?",
    "counter": "A number that everybody should see: give it a count.",
    "box": "Everything else, and every word that is not in this table.",
}
"""Each kind of actor that has a form of its own."""

LINK_KINDS: dict[str, str] = {
    "mount": "A volume or file is laid into somebody who reads or writes there.",
    "traffic": "Much travels, or again and again: requests, data, logs.",
    "message": "Something is said now and then: an order, a question, a signal.",
    "points to": "The one names the other, and nothing needs to travel.",
    "waits for": "The one does not begin before the other is ready.",
    "holds": "The one has the other in its hand and does not let go.",
    "owns": "The other belongs to the one, and goes when it goes.",
}
"""Each kind of link with a line of its own; any other is a plain arrow."""

OTHER_ACTOR_WORDS = {
    "config map": "config",
    "configmap": "config",
    "database server": "database",
    "machine": "node",
    "proxy": "gateway",
    "replicas": "group",
    "user": "client",
    "worker": "process",
}
OTHER_LINK_WORDS = {
    "waits": "waits for",
    "wait": "waits for",
    "points": "points to",
    "refers to": "points to",
    "reference": "points to",
    "messages": "message",
    "hold": "holds",
    "own": "owns",
    "mounts": "mount",
}
"""Other words that authors write, each with the kind that they mean."""


def actor_kind(written: str) -> str:
    """Return the kind of actor that a word means: "config" for "Config-Map"."""
    word = _plain(written)
    return OTHER_ACTOR_WORDS.get(word, word)


def link_kind(written: str) -> str:
    """Return the kind of link that a word means: "points to" for "points-to"."""
    word = _plain(written)
    return OTHER_LINK_WORDS.get(word, word)


def _plain(written: str) -> str:
    return " ".join(written.lower().replace("-", " ").replace("_", " ").split())
