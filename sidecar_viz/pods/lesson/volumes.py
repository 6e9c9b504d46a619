"""The volumes as actors: those of one kind together where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sidecar_viz.core.lesson import Actor, Spot, StateWord
from sidecar_viz.files.making.pod_words import free_id
from sidecar_viz.pods.given.pod import Pod, Volume
from sidecar_viz.pods.lesson.actors import NAME, POD, SHORT, grid_of
from sidecar_viz.pods.story.listing import Listing
from sidecar_viz.pods.story.naming import shortened

MOST_VOLUMES, MOST_MOUNTS, MOST_USERS = 4, 10, 4
NOT_MOUNTED, MOUNTED = "Not mounted", "Mounted"
MISSING, UNMOUNTED = "Missing", "Unmounted"
WORDS = (
    StateWord(word=NOT_MOUNTED, tone="idle"),
    StateWord(word=MOUNTED, tone="active"),
    StateWord(word=MISSING, tone="failed"),
    StateWord(word=UNMOUNTED, tone="done"),
)


class Bundle(Struct, frozen=True):
    """A volume, or several of one kind that are drawn as one."""

    id: str
    kind: str
    volumes: tuple[Volume, ...]


def bundles_of(pod: Pod, taken: set[str]) -> tuple[Bundle, ...]:
    """Return the volumes, those of one kind together if they are many."""
    if len(pod.volumes) <= MOST_VOLUMES:
        return tuple(
            Bundle(free_id(f"volume-{v.name}", taken), v.kind, (v,))
            for v in pod.volumes
        )
    kinds = dict.fromkeys(v.kind for v in pod.volumes)
    return tuple(
        Bundle(
            free_id(f"volumes-{kind}", taken),
            kind,
            tuple(v for v in pod.volumes if v.kind == kind),
        )
        for kind in kinds
    )


def volume_actors(
    pod: Pod, bundles: Sequence[Bundle], listing: Listing
) -> Iterator[Actor]:
    """Yield the volumes, below the containers from left to right."""
    grid = grid_of(pod).values()
    below = max((spot.row + spot.rows for spot in grid), default=1)
    columns = max((spot.column for spot in grid), default=1)
    for place, bundle in enumerate(bundles):
        down, across = divmod(place, max(columns, 2))
        first = bundle.volumes[0].name
        many = len(bundle.volumes) > 1
        yield Actor(
            id=bundle.id,
            name=f"{len(bundle.volumes)} volumes" if many else shortened(first, NAME),
            short="" if many else shortened(first, SHORT),
            kind="volume",
            parent=POD,
            label=bundle.kind,
            state=NOT_MOUNTED,
            spot=Spot(row=below + down, column=across + 1),
            lines=listing.lines_of(*((f"volume {v.name}", "") for v in bundle.volumes)),
            about=_about(bundle),
        )


def _about(bundle: Bundle) -> str:
    names = ", ".join(shortened(v.name, 40) for v in bundle.volumes)
    return f"Of the kind {bundle.kind}: {names}."


def mounts_of(pod: Pod, volumes: dict[str, str]) -> dict[str, list[str]]:
    """Return each container's volumes as actors, as far as they can be drawn.

    Where they are too many, it is those that a few containers share, or none.
    """
    found = {
        c.name: list(dict.fromkeys(volumes[m] for m in c.mounts if m in volumes))
        for c in pod.containers
    }
    if sum(map(len, found.values())) <= MOST_MOUNTS:
        return {name: keys for name, keys in found.items() if keys}
    users = [key for keys in found.values() for key in keys]
    shared = {
        name: [key for key in keys if 1 < users.count(key) <= MOST_USERS]
        for name, keys in found.items()
    }
    if sum(map(len, shared.values())) > MOST_MOUNTS:
        return {}
    return {name: keys for name, keys in shared.items() if keys}
