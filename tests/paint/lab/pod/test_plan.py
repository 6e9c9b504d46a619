"""Nothing lies over anything else on the lab's stage, whatever pod is laid out."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from sidecar_viz.paint.lab.pod.around_paint import seen_of, ways_to
from sidecar_viz.paint.lab.pod.gate_paint import (
    gates_seen,
    place_of,
    way_of,
    word_place,
)
from sidecar_viz.paint.lab.pod.plan import Plan, plan_of
from sidecar_viz.pods.given.pod import Container, Kind, Pod, Volume
from sidecar_viz.pods.showing.gates import Gate, steps_of
from tests.pods.stories import SHOP

KINDS: list[Kind] = ["init", "sidecar", "regular", "ephemeral"]
PODS = st.lists(st.sampled_from(KINDS), min_size=1, max_size=15).map(
    lambda kinds: Pod(
        "p",
        tuple(Container(f"c{n}", kind) for n, kind in enumerate(kinds)),
        tuple(Volume(f"v{n}") for n in range(len(kinds))),
    )
)
SIZES = st.sampled_from(
    [(1270.0, 510.0, 16.0), (840.0, 330.0, 13.0), (1880.0, 400.0, 32.0)]
)


def touching(one: QRectF, other: QRectF) -> bool:
    """Return whether two places share more than an edge."""
    shared = one.intersected(other)
    return shared.width() > 0.5 and shared.height() > 0.5


@given(PODS, SIZES)
def test_cards_lie_apart_and_inside_the_pod(
    pod: Pod, size: tuple[float, float, float]
) -> None:
    """Each container has a card; none touches another, the volumes or the clock."""
    wide, high, em = size
    plan = plan_of(pod, (wide, high), em)
    assert list(plan.cards) == [name for band in plan.bands for name in band.names]
    assert set(plan.cards) == set(pod.by_name)
    for box in plan.cards.values():
        assert plan.pod.contains(box)
        assert not touching(box, plan.volumes)
        assert not touching(box, plan.strip)
    for one, other in combinations(plan.cards.values(), 2):
        assert not touching(one, other)
    for one, other in combinations([band.box for band in plan.bands], 2):
        assert not touching(one, other)


def test_bands_stand_in_the_order_of_starting() -> None:
    """Init, then sidecars, then regular containers, from left to right."""
    plan = plan_of(SHOP, (1270, 510), 16)
    assert [band.name for band in plan.bands] == ["Init", "Sidecars", "Regular"]
    lefts = [band.box.left() for band in plan.bands]
    assert lefts == sorted(lefts)


def test_a_pod_without_init_containers_has_one_band() -> None:
    """No band is empty."""
    plan = plan_of(Pod("p", (Container("a"),)), (1270, 510), 16)
    assert [band.name for band in plan.bands] == ["Regular"]


def test_without_a_clock_the_cards_get_its_room() -> None:
    """Nothing is left empty for what never comes."""
    size = (1270.0, 510.0)
    with_clock, without = (plan_of(SHOP, size, 16, counts=c) for c in (True, False))
    assert without.strip.isEmpty()
    assert without.volumes.bottom() == with_clock.strip.bottom()
    assert without.cards["web"].height() >= with_clock.cards["web"].height()


def test_cards_use_the_width_of_the_pod() -> None:
    """Two bands reach to its right side."""
    plan = plan_of(
        Pod("p", (Container("a", "sidecar"), Container("b"))), (1270, 510), 16
    )
    assert plan.cards["b"].right() > plan.pod.right() - 2.5 * plan.em


def test_words_of_a_gate_stay_in_the_band() -> None:
    """They stand above the barrier where they would reach the volumes below."""
    assert word_place(100, 10, (0, 200)) == 117.5
    assert word_place(175, 10, (0, 200)) == 141


def test_words_of_a_gate_stay_below_the_pods_name() -> None:
    """Where they have no room on either side of the barrier, they are left away."""
    assert word_place(60, 10, (33, 80), lines=1) == 38
    assert word_place(58, 10, (33, 78), lines=1) is None


@given(PODS, SIZES)
def test_mounts_run_over_no_card(pod: Pod, size: tuple[float, float, float]) -> None:
    """The line of each card goes down beside those below it."""
    wide, high, em = size
    plan = plan_of(pod, (wide, high), em)
    for card in plan.cards.values():
        for line in ways_to(card, [plan.volumes], em):
            for one, other in pairwise(line):
                way = QRectF(one, other).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
                inner = [box.adjusted(1, 1, -1, -1) for box in plan.cards.values()]
                assert not any(box.intersects(way) for box in inner)


def test_volumes_that_do_not_fit_are_counted() -> None:
    """There is room for the word that tells of them."""
    assert seen_of([30, 30, 30], 100, 5, 20) == 3
    assert seen_of([30, 30, 30, 30], 100, 5, 20) == 2
    assert seen_of([], 100, 5, 20) == 0


@pytest.mark.parametrize("number", [1, 4, 8, 15])
def test_the_lowest_stage_has_no_card_over_another(number: int) -> None:
    """At double text in a small window they stand in more columns, without titles."""
    pod = Pod("p", tuple(Container(f"c{n}") for n in range(number)))
    plan = plan_of(pod, (1240, 200), 27)
    assert not plan.bands[0].titled
    assert all(box.height() >= 1.2 * plan.em for box in plan.cards.values())
    for one, other in combinations(plan.cards.values(), 2):
        assert not touching(one, other)


def test_a_narrow_stage_has_narrow_gaps() -> None:
    """Cards keep the room for their names."""
    gap = pytest.approx(2.285 * 16, abs=1)
    plan = plan_of(SHOP, (390, 250), 16)
    assert plan.gap("proxy") == gap
    assert plan.gap("web") == gap
    assert plan_of(SHOP, (1270, 510), 16).gap("web") == pytest.approx(4.6 * 16)


def test_a_card_is_found_by_its_place() -> None:
    """Its own middle, and nobody between two cards."""
    plan = plan_of(SHOP, (1270, 510), 16)
    for name, box in plan.cards.items():
        assert plan.card_at(box.center().x(), box.center().y()) == name
    assert plan.card_at(plan.pod.left() + 1, plan.pod.bottom() - 1) == ""


def test_large_letters_leave_the_service_out() -> None:
    """The pod goes first where there is no room for both."""
    assert not plan_of(SHOP, (1270, 510), 16).service.isEmpty()
    assert plan_of(SHOP, (1270, 510), 32).service.isEmpty()


@pytest.mark.parametrize("name", ["migrate", "web"])
def test_a_card_says_more_where_it_is_higher(name: str) -> None:
    """Facts and assumptions in the window, the state alone in a small one."""
    assert plan_of(SHOP, (1270, 510), 16).level(name) == "full"
    assert plan_of(SHOP, (900, 120), 16).level(name) == "small"


@given(PODS, SIZES)
def test_gates_run_over_no_card_and_no_other_gate(
    pod: Pod, size: tuple[float, float, float]
) -> None:
    """One that has no room is left out."""
    wide, high, em = size
    plan = plan_of(pod, (wide, high), em)
    gates = [Gate(a.name, b.name, "started", None) for a, b in steps_of(pod)]
    seen = gates_seen(plan, gates)
    for one, other in combinations([place_of(plan, gate) for gate in seen], 2):
        assert not touching(one, other)
    for gate in seen:
        for begin, end in pairwise(way_of(plan, gate)):
            way = QRectF(begin, end).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
            inner = [b.adjusted(2, 2, -2, -2) for b in plan.cards.values()]
            assert not any(box.intersects(way) for box in inner)


def test_the_gate_that_is_waited_at_goes_before_those_that_are_open() -> None:
    """Where several have one place, the one that matters now is seen."""
    plan = plan_of(SHOP, (1270, 510), 16)
    early, late, shut = (
        Gate("migrate", "proxy", "exit 0", since) for since in (3.0, 7.0, None)
    )
    assert gates_seen(plan, [early, late, shut]) == [shut]
    assert gates_seen(plan, [early, late]) == [late]


def ways(plan: Plan, pod: Pod) -> list[tuple[float, float]]:
    """Return from where to where the arrows go across."""
    gates = [Gate(a.name, b.name, "started", None) for a, b in steps_of(pod)]
    ends = [way_of(plan, gate) for gate in gates]
    return [(way[0].x(), way[-1].x()) for way in ends]


def test_an_init_container_after_a_sidecar_has_an_arrow_that_goes_back() -> None:
    """The band is the kind; the arrow is the order."""
    kinds: list[Kind] = ["sidecar", "init", "regular"]
    pod = Pod("p", tuple(Container(f"c{n}", kind) for n, kind in enumerate(kinds)))
    first, last = ways(plan_of(pod, (1270, 510), 16), pod)
    assert first[0] > first[1]
    assert last[0] < last[1]
