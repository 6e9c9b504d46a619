"""The page's key help, written from the table of its keys."""

from __future__ import annotations

from collections.abc import Iterable

from sidecar_viz.core.markup import escaped
from sidecar_viz.export.page.html import table
from sidecar_viz.export.page.words import KEYS, QUIZ_KEYS, SAID, Key


def keys_html() -> str:
    """Write all keys as two tables: those of the stage, and those of the quiz."""
    heads = _heads("key-what", "key-stage", "key-anywhere")
    stage = table(SAID["keys"], heads, (_row(key, anywhere=True) for key in KEYS))
    quiz = table(
        SAID["in-quiz"], _heads("key-what", "in-quiz"), map(_quiz_row, QUIZ_KEYS)
    )
    return f"{stage}<h3>{SAID['in-quiz']}</h3>{quiz}"


def _heads(*names: str) -> list[str]:
    return [f'<th scope="col">{SAID[name]}</th>' for name in names]


def _quiz_row(key: Key) -> str:
    return _row(key, anywhere=False)


def _row(key: Key, *, anywhere: bool) -> str:
    more = f"<td>{_keys(key.anywhere)}</td>" if anywhere else ""
    what = f'<th scope="row">{escaped(key.what)}</th>'
    return f"<tr>{what}<td>{_keys(key.stage)}</td>{more}</tr>"


def _keys(keys: Iterable[str]) -> str:
    return " ".join(f"<kbd>{escaped(key)}</kbd>" for key in keys)
