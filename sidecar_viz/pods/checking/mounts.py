"""Checks volumes, and the mounts and devices that containers make of them."""

from __future__ import annotations

from collections.abc import Mapping

from sidecar_viz.pods.checking.faults import Faults
from sidecar_viz.pods.checking.known import known_fields
from sidecar_viz.pods.checking.names import label_faults
from sidecar_viz.pods.checking.spots import Spot

CLAIMED = ("persistentVolumeClaim", "ephemeral")
PARTS = ("secret", "downwardAPI", "configMap", "serviceAccountToken")
MORE_PARTS = ("clusterTrustBundle", "podCertificate")


def check_volumes(faults: Faults, spec: Spot) -> dict[str, str]:
    """Check all volumes; return the kind of each by its name."""
    sources = known_fields().types["Volume"]
    found: dict[str, str] = {}
    for volume in spec["volumes"].items():
        name = volume["name"]
        if name.text:
            for why in label_faults(name.text):
                faults.invalid(name, why)
            if name.text in found:
                faults.duplicate(name, name.text)
        kinds = [k for k in volume.names() if k in sources and k != "name"]
        for kind in kinds[1:]:
            why = "may not specify more than 1 volume type"
            plain = f"{kinds[0]} is there already."
            faults.forbidden(volume.key(kind), why, plain)
        for kind in kinds[:1]:
            _check_source(faults, volume[kind], kind)
        found.setdefault(name.text, kinds[0] if kinds else "emptyDir")
    return found


def _check_source(faults: Faults, source: Spot, kind: str) -> None:
    """Check what the table of fields cannot know of a volume's source."""
    if kind == "configMap" and not source["name"].text:
        faults.required(source["name"])
    if kind == "secret" and not source["secretName"].text:
        faults.required(source["secretName"])
    if kind == "hostPath" and ".." in source["path"].text.split("/"):
        faults.invalid(source["path"], "must not contain '..'")
    if kind == "projected":
        for part in source["sources"].items():
            _check_part(faults, part)
    for one in source["items"].items():
        _check_path(faults, one["path"])
    mode = source["defaultMode"]
    if mode.whole is not None and not 0 <= mode.whole <= 0o777:
        why = "must be a number between 0 and 0777 (octal), both inclusive"
        faults.invalid(mode, why)


def _check_part(faults: Faults, part: Spot) -> None:
    found = [name for name in (*PARTS, *MORE_PARTS) if part[name].written]
    for name in found[1:]:
        faults.forbidden(
            part[name], "may not specify more than 1 volume type per source"
        )
    for name in found[:1]:
        if name in ("secret", "configMap") and not part[name]["name"].text:
            faults.required(part[name]["name"])
        for one in part[name]["items"].items():
            _check_path(faults, one["path"])


def _check_path(faults: Faults, path: Spot) -> None:
    if path.text.startswith("/"):
        faults.invalid(path, "must be a relative path")
    if ".." in path.text.split("/"):
        faults.invalid(path, "must not contain '..'")


def check_mounts(faults: Faults, container: Spot, volumes: Mapping[str, str]) -> None:
    """Check mounts and devices of one container; *volumes* has kinds by names."""
    taken: set[str] = set()
    for mount in container["volumeMounts"].items():
        _check_there(faults, mount["name"], volumes)
        path = mount["mountPath"]
        if path.text and path.text in taken:
            faults.invalid(path, "must be unique")
        taken.add(path.text)
        inner, written = mount["subPath"], mount["subPathExpr"]
        if inner.text and written.text:
            why = "subPathExpr and subPath are mutually exclusive"
            faults.invalid(written, why)
        for one in (inner, written):
            _check_path(faults, one)
    for device in container["volumeDevices"].items():
        name = device["name"]
        _check_there(faults, name, volumes)
        if volumes.get(name.text, CLAIMED[0]) not in CLAIMED:
            why = (
                "can only use volume source type of PersistentVolumeClaim or Ephemeral "
                "for block mode"
            )
            faults.invalid(name, why)


def _check_there(faults: Faults, name: Spot, volumes: Mapping[str, str]) -> None:
    if name.text and name.text not in volumes:
        near = faults.near(name.text, volumes)
        said = near.said or "No volume of the pod has this name."
        faults.not_found(name, said, near.fix)
