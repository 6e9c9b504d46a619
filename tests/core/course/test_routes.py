"""Ways along links: the shortest, the first written, and none."""

from __future__ import annotations

from itertools import pairwise

from sidecar_viz.core.course.routes import LONGEST, Routes
from sidecar_viz.core.lesson import Link
from sidecar_viz.core.stage import Hop


def chain(*names: str) -> list[Link]:
    """Links that join the names one after the other."""
    pairs = pairwise(names)
    return [Link(id=f"{a}{b}", source=a, target=b) for a, b in pairs]


def test_a_way_may_lead_over_several_links_and_back() -> None:
    """Against its direction a link is walked as well, marked as such."""
    routes = Routes(chain("a", "b", "c"))

    assert routes.between("a", "c") == (Hop("ab"), Hop("bc"))
    assert routes.between("c", "a") == (
        Hop("bc", forward=False),
        Hop("ab", forward=False),
    )


def test_the_shortest_way_wins_and_of_two_the_first() -> None:
    """A direct link is taken though a longer way was written before it."""
    again = Link(id="again", source="a", target="b")
    direct = Link(id="direct", source="a", target="c")
    routes = Routes([*chain("a", "b", "c"), again, direct])

    assert routes.between("a", "c") == (Hop("direct"),)
    assert routes.between("a", "b") == (Hop("ab"),)


def test_where_no_way_leads_there_are_no_hops() -> None:
    """Nor to oneself, nor along more links than anybody could follow."""
    names = "abcdefghi"
    routes = Routes(chain(*names))

    assert routes.between("a", "z") == ()
    assert routes.between("z", "a") == ()
    assert len(routes.between("a", names[LONGEST])) == LONGEST
    assert routes.between("a", names[LONGEST + 1]) == ()
