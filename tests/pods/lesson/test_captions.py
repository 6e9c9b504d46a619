"""What captions say of each rule, with its cause."""

from __future__ import annotations

import pytest

from tests.pods.lesson.test_telling import lesson

SAID: list[tuple[str, int, str]] = [
    (
        "crash loop",
        3,
        "At 2 s, **api** ends with 1, so it starts again: its restartPolicy is Always.",
    ),
    ("crash loop", 4, "At 4 s, **api** ends with 1 and waits 10 s to start again."),
    ("crash loop", 5, "At 14 s, **api** starts again: its wait is over."),
    (
        "image typo",
        3,
        "At 1 s, the image of **api** cannot be pulled and its next pull waits 10 s.",
    ),
    (
        "deadline",
        3,
        (
            "At 30 s, the pod's deadline is over. **main** and **log** get SIGTERM."
            " **log** ends with 0."
        ),
    ),
    (
        "deadline",
        4,
        (
            "At 60 s, **main** is killed, 30 s after SIGTERM: the grace period is over."
            " The pod has Failed: its reason is DeadlineExceeded."
            " Network and volumes are taken away."
        ),
    ),
    ("volume missing for a while", 2, "At 0 s, the volume **conf** is missing."),
    (
        "deleted while initializing",
        4,
        (
            "At 13 s, **setup** ends with 0, 3 s after SIGTERM. The pod has Failed: its"
            " regular containers did not run. Network and volumes are taken away."
            " The pod is gone."
        ),
    ),
    (
        "init container tried again",
        3,
        (
            "At 1 s, **check** ends with 1, so it starts again:"
            " an init container that fails is tried again."
        ),
    ),
    (
        "liveness",
        3,
        "At 25 s, **web** fails its liveness probe, so it gets SIGTERM.",
    ),
    (
        "readiness",
        4,
        "At 25 s, **web** is not ready any more: its readiness probe fails.",
    ),
    (
        "out of memory",
        3,
        (
            "At 8 s, **web** is killed with 137: it needs more memory than its limit."
            " Now it starts again: its restartPolicy is Always."
        ),
    ),
    (
        "killed sidecar, no grace",
        5,
        "At 10 s, **proxy** starts again: a sidecar is always started again.",
    ),
    ("another image", 4, "At 10 s, **web** starts again: it has another image now."),
    (
        "readiness gate",
        3,
        "At 10 s, example.com/lb is set to True. The pod is Ready.",
    ),
    (
        "grace too short",
        6,
        (
            "At 20 s, **proxy** and **log** get SIGTERM: the grace period is over."
            " **log** ends with 0. **web** gets SIGTERM: the grace period is over."
        ),
    ),
    (
        "postStart fails",
        4,
        (
            "At 4 s, a postStart hook fails. **web** gets SIGTERM and ends with 0."
            " It waits 10 s to start again."
        ),
    ),
    ("kubelet restarts", 4, "At 10 s, the kubelet is restarted."),
]


@pytest.mark.parametrize(
    ("story", "step", "said"), SAID, ids=[f"{s}, step {n}" for s, n, _ in SAID]
)
def test_a_caption_says_when_what_and_why(story: str, step: int, said: str) -> None:
    """In words that have room under the stage."""
    assert lesson(story).steps[step - 1].caption == said


def test_the_grace_is_that_of_the_deletion() -> None:
    """It is said with the deletion, where it is not the pod's own."""
    captions = [step.caption for step in lesson("killed sidecar, no grace").steps]
    assert "the pod is deleted, with a grace of 0 s." in captions[-1]


@pytest.mark.parametrize(
    ("step", "word"),
    [(9, "One grace period of 30 s"), (12, "kubectl shows all of them as running")],
)
def test_what_is_otherwise_in_a_cluster_is_said(step: int, word: str) -> None:
    """Under the heading of the real cluster."""
    assert word in lesson("shop").steps[step - 1].in_reality
