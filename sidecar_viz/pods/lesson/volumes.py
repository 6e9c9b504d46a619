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

MOST_VOLUMES, MOST_MOUNTS = 4, 6
MOST_ABOUT = 1000  # characters
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
    for bundle, spot in zip(bundles, _spots(pod, bundles), strict=True):
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
            spot=spot,
            lines=listing.lines_of(*((f"volume {v.name}", "") for v in bundle.volumes)),
            about=_about(pod, bundle),
        )


def _spots(pod: Pod, bundles: Sequence[Bundle]) -> Iterator[Spot]:
    """Yield where each stands: below a container that mounts it, if there is room."""
    grid = grid_of(pod)
    below = max((spot.row + spot.rows for spot in grid.values()), default=1)
    columns = range(1, max(2, *(spot.column for spot in grid.values())) + 1)
    taken: set[tuple[int, int]] = set()
    for bundle in bundles:
        names = {volume.name for volume in bundle.volumes}
        users = [grid[c.name].column for c in pod.containers if names & set(c.mounts)]
        place = next(
            (row, column)
            for row in range(below, below + len(bundles))
            for column in (*users, *columns)
            if (row, column) not in taken
        )
        taken.add(place)
        yield Spot(row=place[0], column=place[1])


def _about(pod: Pod, bundle: Bundle) -> str:
    names = [volume.name for volume in bundle.volumes]
    users = [c.name for c in pod.containers if set(names) & set(c.mounts)]
    said = f"Of the kind {bundle.kind}: {', '.join(names)}."
    if users:
        said += f" Mounted in: {', '.join(users)}."
    return said if len(said) <= MOST_ABOUT else f"{said[: MOST_ABOUT - 1]}…"


def mounts_of(pod: Pod, volumes: dict[str, str]) -> dict[str, list[str]]:
    """Return each container's volumes as actors; none at all where they are too many.

    Some of them alone would tell that the others are not mounted.
    """
    found = {
        c.name: list(dict.fromkeys(volumes[m] for m in c.mounts if m in volumes))
        for c in pod.containers
    }
    if sum(map(len, found.values())) > MOST_MOUNTS:
        return {}
    return {name: keys for name, keys in found.items() if keys}
