"""Checks names, labels and selectors of objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sidecar_viz.pods.checking.faults import Faults, quoted
from sidecar_viz.pods.checking.names import (
    label_value_faults,
    qualified_faults,
    subdomain_faults,
)
from sidecar_viz.pods.checking.spots import Spot

NO_NAME = "name or generateName is required"
NOT_IN_IT = "`selector` does not match template `labels`"


def check_metadata(faults: Faults, metadata: Spot) -> None:
    """Check the name, labels and annotations of an object."""
    name, begin = metadata["name"], metadata["generateName"]
    empty = name.value in ("nothing", "string") and not name.text
    if empty and not begin.text:
        faults.required(name, NO_NAME)
    for why in subdomain_faults(name.text) if name.text else ():
        faults.invalid(name, why)
    for why in subdomain_faults(begin.text.rstrip("-")) if begin.text else ():
        faults.invalid(begin, why)
    check_labels(faults, metadata)


def check_labels(faults: Faults, metadata: Spot) -> None:
    """Check labels and annotations, also those of a template."""
    for field in ("labels", "annotations"):
        for key, value in metadata[field].entries():
            place = Spot(value.node, metadata[field].path, metadata[field].key(key).at)
            said = qualified_faults(key if field == "labels" else key.lower())
            for why in said:
                faults.invalid(place, why, value=quoted(key))
            for why in label_value_faults(value.text) if field == "labels" else ():
                faults.invalid(Spot(value.node, place.path, value.at), why)


def check_selector(faults: Faults, owner: Spot, kind: str) -> None:
    """Check that an owner's selector selects the pods of its template."""
    selector, labels = owner["selector"], owner.way("template", "metadata", "labels")
    if not selector.written:
        return
    parts = selector.names()
    if not any(selector[name].names() or any(selector[name].items()) for name in parts):
        plain = "Write matchLabels with labels that the template has."
        called = "deployment" if kind == "ReplicaSet" else kind.lower()
        why = f"empty selector is invalid for {called}"
        faults.invalid(selector, why, plain, "{}")
        return
    found = {key: value.text for key, value in labels.entries()}
    wrong = next(_unmatched(selector, found), None)
    if wrong is not None:
        value = (
            "{" + ",".join(f"{quoted(k)}:{quoted(v)}" for k, v in found.items()) + "}"
        )
        faults.invalid(labels, NOT_IN_IT, wrong, value)


def _unmatched(selector: Spot, labels: Mapping[str, str]) -> Iterator[str]:
    for key, value in selector["matchLabels"].entries():
        if labels.get(key) != value.text:
            yield f"The selector wants {key}: {value.text}."
    for one in selector["matchExpressions"].items():
        key, values = one["key"].text, [v.text for v in one["values"].items()]
        met = {
            "In": labels.get(key) in values,
            "NotIn": labels.get(key) not in values,
            "Exists": key in labels,
            "DoesNotExist": key not in labels,
        }
        if not met.get(one["operator"].text, True):
            yield f"The selector's rule on {key} does not hold."
