"""Which papers a lesson can be exported as."""

from __future__ import annotations

from typing import Literal, get_args

Sheet = Literal[
    "handout", "pupils", "teacher", "cards", "review", "manifest", "pictures"
]
SHEETS: tuple[Sheet, ...] = get_args(Sheet)
