"""The schema tells editors what every field means."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import fields

from sidecar_viz.commands.meanings import EXAMPLES, MEANINGS
from sidecar_viz.commands.schema import lesson_schema
from sidecar_viz.core import kind_words
from sidecar_viz.core import lesson as parts
from sidecar_viz.paint.kinds.kinds import KINDS
from sidecar_viz.paint.kinds.link_kinds import LINK_KINDS

SCHEMA = json.loads(lesson_schema())
DEFS = SCHEMA["$defs"]


def test_every_field_has_a_meaning_and_every_meaning_a_field() -> None:
    """The table of meanings has the parts and the fields of the types, no others."""
    types = {name: set(known) for name, known in MEANINGS.items()}
    made = {
        name: {field.encode_name for field in fields(getattr(parts, name))}
        for name in MEANINGS
    }

    assert types == made
    assert set(DEFS) == set(MEANINGS)


@pytest.mark.parametrize("part", DEFS)
def test_every_field_is_described_in_the_schema(part: str) -> None:
    """A sentence or a part of one, and no two fields of a part say the same."""
    told = [field["description"] for field in DEFS[part]["properties"].values()]

    assert all(text[0].isupper() and text.endswith(".") for text in told)
    assert len(set(told)) == len(told)
    assert DEFS[part]["description"]


def test_the_words_that_editors_offer_are_those_that_are_drawn() -> None:
    """Each kind of actor and of link that has a form of its own, and no other."""
    assert set(EXAMPLES["Actor", "kind"]) == set(KINDS)
    assert set(EXAMPLES["Link", "kind"]) == set(LINK_KINDS)
    for words in (kind_words.OTHER_ACTOR_WORDS, kind_words.OTHER_LINK_WORDS):
        assert set(words.values()) <= {*KINDS, *LINK_KINDS}
        assert not set(words) & {*KINDS, *LINK_KINDS}
    assert DEFS["Actor"]["properties"]["kind"]["examples"] == list(
        EXAMPLES["Actor", "kind"]
    )
