"""What a card says where there is little room."""

from __future__ import annotations

import pytest
from msgspec import structs
from PySide6.QtCore import QRectF

from sidecar_viz.paint.lab.pod.card_body import (
    LEAST_STEP,
    STEP,
    lines_of,
    rows_in,
)
from sidecar_viz.paint.lab.pod.card_head import shows_kind
from sidecar_viz.paint.lab.pod.card_parts import dial_of, left_out_said
from sidecar_viz.pods.showing.cards import cards_at
from tests.pods.showing.runs import shop


def test_a_low_card_says_how_it_ends_when_it_is_told_to() -> None:
    """That is what counts then; before, its facts come first."""
    waits, stops = cards_at(shop(), 64)["proxy"], cards_at(shop(), 64)["logger"]
    guess = "on SIGTERM ends after 2 s"
    assert lines_of(waits, 2) == ("waits for logger to end", guess)
    assert lines_of(waits, 1) == (guess,)
    hooked = cards_at(shop(), 51)["proxy"]
    assert lines_of(hooked, 1) == ("preStop runs since 50 s",)
    assert lines_of(stops, 1) == ("on SIGTERM ends after 4 s",)
    restarted = structs.replace(waits, facts=("a", "b", "c"))
    assert lines_of(restarted, 3) == ("a", "b", guess)
    early = cards_at(shop(), 30)["proxy"]
    assert lines_of(early, 2) == early.facts


def test_what_is_not_played_is_named() -> None:
    """As many fields as have room; how many they are if not even one has."""
    fields = ("args", "ports", "securityContext")
    assert left_out_said(("ports",), 9) == "not played: ports"
    assert left_out_said(fields, 60) == "not played: args, ports, securityContext"
    assert left_out_said(fields, 17) == "not played: args, ports and 1 more"
    assert left_out_said(fields, 14) == "not played: args and 2 more"
    assert left_out_said(fields, 10) == "not played: args, …"
    assert left_out_said(("securityContext",), 10) == "1 field not played"
    assert left_out_said(fields, 7) == "3 not played"
    assert left_out_said(fields, 5) == ""


def test_a_dial_stands_above_what_is_not_played() -> None:
    """Both are at the right of a card's foot."""
    em, box = 10.0, QRectF(0.0, 0.0, 300.0, 120.0)
    card = cards_at(shop(), 64)["web"]
    for left_out, room in (((), 0.5), (("ports",), 1.6)):
        at, radius = dial_of(structs.replace(card, left_out=left_out), box, em)
        assert at.y() + radius <= box.bottom() - room * em
        assert radius > 2 * em


@pytest.mark.parametrize("tenths", range(60))
def test_rows_of_a_low_card_are_whole_and_apart(tenths: int) -> None:
    """The last is not below its place, and as many stand there as can be told apart."""
    ems = tenths / 10

    rows, step = rows_in(ems)

    assert (rows - 1) * step <= ems + 1e-9
    assert LEAST_STEP - 1e-9 <= step <= STEP
    assert rows * LEAST_STEP > ems


def test_without_room_no_row_stands() -> None:
    """A card may be no more than its head."""
    assert rows_in(-0.1)[0] == 0


def test_a_name_goes_before_the_sign_of_its_kind() -> None:
    """In a narrow card of large letters the name's ends are read, not three dots."""
    assert shows_kind("logger", 5.0)
    assert shows_kind("db", 3.2)
    assert not shows_kind("logger", 3.2)
