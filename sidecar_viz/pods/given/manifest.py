"""Reads the pod of a manifest into a typed pod, every mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator

from sidecar_viz.files.making.documents import TEMPLATE
from sidecar_viz.files.making.finding import (
    RENDER,
    FoundPod,
    TemplateError,
    chosen,
    pods_in,
    said_of_others,
)
from sidecar_viz.files.making.objects import at, items_of, text_of
from sidecar_viz.files.reading.problems import LessonError, Problem
from sidecar_viz.pods.checking.check import faults_of
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.checking.versions import NEWEST
from sidecar_viz.pods.given.containers import POLICIES, read_container
from sidecar_viz.pods.given.leaving_out import left_out_of
from sidecar_viz.pods.given.needs import needs_of_volume
from sidecar_viz.pods.given.places import Places
from sidecar_viz.pods.given.pod import DEFAULT_GRACE, Kind, LeftOut, Pod, Volume
from sidecar_viz.pods.given.reading import number_of, word_of

LISTS: tuple[tuple[str, Kind], ...] = (
    ("initContainers", "init"),
    ("containers", "regular"),
    ("ephemeralContainers", "ephemeral"),
)


def read_pod(
    data: bytes, name: str, wanted: str | None = None, version: str = NEWEST
) -> Pod:
    """Read the first pod of a manifest, or the *wanted* one, as the API would take it.

    *name* is the file's in all messages. Fields that are missing have the defaults of
    the API; its *version* says which fields there are.

    Raises:
        LessonError: it is not YAML, or the API would refuse it: all problems at once.
        ManifestError: there is no pod in it, or not that one; a TemplateError if it is
            a template that has yet to be filled in.
    """
    pods = pods_in(data, name)
    found = chosen(pods, wanted, name)
    problems = faults_of(found, name, version)
    _refuse_template(found, name, problems)
    if problems:
        raise LessonError(problems)
    others = (LeftOut("", "", said) for said in said_of_others(found, pods, "played"))
    return _pod(found, (*left_out_of(found), *others))


def _refuse_template(found: FoundPod, name: str, problems: list[Problem]) -> None:
    """Refuse a value that a template has yet to fill in, also one in quotes.

    Where it does no harm, such as in a command, braces are what they are.
    """
    wrong = next((one.place for one in problems if TEMPLATE in one.text), None)
    lists = (items_of(found.spec, field) for field, _ in LISTS)
    images = (at(one, "image") for nodes in lists for one in nodes)
    raw = next((one for one in images if TEMPLATE in text_of(one)), None)
    if wrong is None and raw is None:
        return
    line = wrong.line if wrong else (raw.line if raw else 1) + found.document.above
    raise TemplateError(
        f"{name}:{line}: a value is of a template, as of Helm, and not filled in yet; "
        f"{RENDER}"
    )


def _pod(found: FoundPod, left_out: tuple[LeftOut, ...]) -> Pod:
    root = Spot(found.root, "", found.root)
    spec, above = root.way(*found.way), found.document.above
    return Pod(
        found.name,
        tuple(
            read_container(one, kind, above)
            for field, kind in LISTS
            for one in spec[field].items()
        ),
        tuple(_volumes(root, spec)),
        word_of(spec["restartPolicy"], POLICIES, "Always"),
        number_of(spec["terminationGracePeriodSeconds"], DEFAULT_GRACE),
        spec["activeDeadlineSeconds"].whole,
        spec["hostNetwork"].true,
        tuple(gate["conditionType"].text for gate in spec["readinessGates"].items()),
        found.kind,
        left_out,
        Places(spec.node, found.root, above),
    )


def _volumes(root: Spot, spec: Spot) -> Iterator[Volume]:
    """Yield the volumes; what a StatefulSet claims takes the place of a like one."""
    claims = root.way("spec", "volumeClaimTemplates").items()
    claimed = [claim.way("metadata", "name").text for claim in claims]
    for volume in spec["volumes"].items():
        kinds = [kind for kind in volume.names() if kind != "name"]
        if volume["name"].text not in claimed:
            kind = kinds[0] if kinds else "emptyDir"
            needs = tuple(needs_of_volume(volume))
            yield Volume(volume["name"].text, kind, needs)
    for claim in claimed:
        yield Volume(claim, "persistentVolumeClaim")
