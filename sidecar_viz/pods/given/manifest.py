"""Reads the pod of a manifest into a typed pod, every mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.files.making.finding import (
    FoundPod,
    chosen,
    pods_in,
    said_of_others,
)
from sidecar_viz.files.making.objects import at, items_of, text_of
from sidecar_viz.files.reading.problems import LessonError, shown
from sidecar_viz.files.reading.tree import Fields
from sidecar_viz.pods.given.containers import POLICIES, read_container
from sidecar_viz.pods.given.leaving_out import left_out_of
from sidecar_viz.pods.given.places import Places
from sidecar_viz.pods.given.pod import DEFAULT_GRACE, Container, Kind, Pod, Volume
from sidecar_viz.pods.given.reading import Reading

LISTS: tuple[tuple[str, Kind], ...] = (
    ("initContainers", "init"),
    ("containers", "regular"),
    ("ephemeralContainers", "ephemeral"),
)
OF_JOBS = ("Job", "CronJob")


def read_pod(data: bytes, name: str, wanted: str | None = None) -> Pod:
    """Read the first pod of a manifest, or the *wanted* one, as the API would take it.

    *name* is the file's in all messages. Fields that are missing have the API's
    defaults.

    Raises:
        LessonError: it is not YAML, or the API would refuse it: all problems at once.
        ManifestError: there is no pod in it, or not that one.
    """
    pods = pods_in(data, name)
    found = chosen(pods, wanted, name)
    reading = Reading(name, found.document.above, [])
    pod = _pod(found, tuple(said_of_others(found, pods, "played")), reading)
    if reading.problems:
        raise LessonError(reading.problems)
    return pod


def _pod(found: FoundPod, others: tuple[str, ...], reading: Reading) -> Pod:
    spec = found.spec or Fields(1, 1, {}, {})
    volumes = tuple(_volumes(found, reading))
    containers = tuple(_containers(found, {v.name for v in volumes}, reading))
    policy = at(spec, "restartPolicy")
    if found.kind in OF_JOBS and policy is None:
        said = "a Job's pods need OnFailure or Never"
        reading.problem(spec, "spec.restartPolicy", said, "missing")
    grace = reading.number(
        at(spec, "terminationGracePeriodSeconds"), "spec.terminationGracePeriodSeconds"
    )
    return Pod(
        found.name,
        containers,
        volumes,
        reading.word(policy, "spec.restartPolicy", POLICIES, "Always"),
        DEFAULT_GRACE if grace is None else grace,
        reading.number(
            at(spec, "activeDeadlineSeconds"), "spec.activeDeadlineSeconds", 1
        ),
        text_of(at(spec, "hostNetwork")) == "true",
        tuple(
            text_of(at(gate, "conditionType"))
            for gate in items_of(spec, "readinessGates")
        ),
        found.kind,
        (*left_out_of(spec), *others),
        Places(spec, found.root, found.document.above),
    )


def _containers(
    found: FoundPod, volumes: set[str], reading: Reading
) -> Iterator[Container]:
    """Yield all containers; names count once over the three lists (R13)."""
    taken: dict[str, str] = {}
    for field, kind in LISTS:
        for number, node in enumerate(items_of(found.spec, field)):
            path = f"spec.{field}[{number}]"
            container = read_container(node, kind, path, reading)
            if container.name and container.name in taken:
                said = f"{shown(container.name)} is taken by {taken[container.name]}"
                reading.problem(node, f"{path}.name", said, "duplicate")
            taken.setdefault(container.name, path)
            for place, mount in enumerate(items_of(node, "volumeMounts")):
                volume = text_of(at(mount, "name"))
                if volume not in volumes:
                    said = f"there is no volume {shown(volume)}"
                    where = f"{path}.volumeMounts[{place}].name"
                    reading.problem(mount, where, said, "not-found")
            yield container


def _volumes(found: FoundPod, reading: Reading) -> Iterator[Volume]:
    taken: set[str] = set()
    for number, node in enumerate(items_of(found.spec, "volumes")):
        path = f"spec.volumes[{number}]"
        name = reading.named(node, path)
        if name in taken:
            reading.problem(
                node, f"{path}.name", f"{shown(name)} is taken", "duplicate"
            )
        taken.add(name)
        fields = node.nodes if isinstance(node, Fields) else {}
        yield Volume(name, next((key for key in fields if key != "name"), "emptyDir"))
    for node in items_of(at(found.root, "spec"), "volumeClaimTemplates"):
        claim = text_of(at(node, "metadata", "name"))
        if claim not in taken:
            yield Volume(claim, "persistentVolumeClaim")
