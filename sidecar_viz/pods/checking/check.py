"""Checks a whole manifest as the API server would, all faults at once."""

from __future__ import annotations

from sidecar_viz.files.making.finding import FoundPod
from sidecar_viz.files.reading.problems import Problem
from sidecar_viz.files.reading.tree import Fields
from sidecar_viz.pods.checking.containers import Around, check_containers
from sidecar_viz.pods.checking.faults import Faults, quoted
from sidecar_viz.pods.checking.known import known_fields
from sidecar_viz.pods.checking.mounts import check_volumes
from sidecar_viz.pods.checking.names import qualified_faults
from sidecar_viz.pods.checking.numbers import not_negative, positive
from sidecar_viz.pods.checking.owners import check_owner
from sidecar_viz.pods.checking.ports import check_host_network
from sidecar_viz.pods.checking.shapes import check_shape
from sidecar_viz.pods.checking.spots import Spot
from sidecar_viz.pods.checking.versions import NEWEST, minor

USUAL_GRACE = 30


def faults_of(found: FoundPod, file: str, version: str = NEWEST) -> list[Problem]:
    """Return what the API server of a *version* would refuse in a manifest.

    *file* is what the file is called in places. What the server says comes first, then,
    where it helps, a plain sentence. Kinds and fields that are right in themselves are
    not looked up in a cluster: a node, a class or an account may be missing there.
    """
    faults = Faults(file, found.document.above, minor(version))
    root = Spot(found.root, "", found.root)
    _check_version(faults, root, found.kind)
    check_owner(faults, root, found.kind)
    if found.spec is None and root.way(*found.way).value in ("nothing", "object"):
        spec = root.way(*found.way)
        check_pod(
            faults, Spot(Fields(1, 1, {}, {}), spec.path, spec.at), found.kind, {}
        )
    elif found.spec is not None:
        check_pod(faults, root.way(*found.way), found.kind, _claims(root))
    check_shape(faults, root, found.kind)
    return [*found.odd, *faults.problems()]


def _check_version(faults: Faults, root: Spot, kind: str) -> None:
    """Note an apiVersion that this kind does not have; it may be left out."""
    wanted = known_fields().versions[kind]
    version = root["apiVersion"]
    if version.text and version.text != wanted:
        said = f"no matches for kind {quoted(kind)} in version {quoted(version.text)}"
        faults.add(version, "version", said, f"Write apiVersion: {wanted}.")


def _claims(root: Spot) -> dict[str, str]:
    """Return the volumes that a StatefulSet makes of claims."""
    claims = root.way("spec", "volumeClaimTemplates").items()
    names = (claim.way("metadata", "name").text for claim in claims)
    return dict.fromkeys(names, "persistentVolumeClaim")


def check_pod(faults: Faults, spec: Spot, kind: str, claims: dict[str, str]) -> None:
    """Check a pod's spec; *claims* are volumes that its owner adds."""
    volumes = check_volumes(faults, spec) | claims
    grace = spec["terminationGracePeriodSeconds"]
    not_negative(faults, grace)
    positive(faults, spec["activeDeadlineSeconds"])
    seconds = grace.whole if grace.written else USUAL_GRACE
    around = Around(volumes, seconds, spec["os"]["name"].text, kind == "Pod")
    check_containers(faults, spec, around)
    ephemeral = spec["ephemeralContainers"]
    if not around.pod and any(ephemeral.items()):
        why = "ephemeral containers not allowed in pod template"
        faults.forbidden(ephemeral, why, "They are added to pods that run.")
    check_host_network(faults, spec)
    for gate in spec["readinessGates"].items():
        for why in qualified_faults(gate["conditionType"].text):
            faults.invalid(gate["conditionType"], why)
