"""Writes the key table of the README anew, from the COMMANDS table."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BEGIN = "<!-- keys: written by packaging/write_keys.py -->\n"
END = "<!-- end of keys -->"


def with_keys(text: str, table: str) -> str:
    """Put *table* between the two marks of *text*."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table}{END}{after}"


def main() -> None:
    """Write the README."""
    sys.path.insert(0, str(ROOT))
    from sidecar_viz.app.commands.table import COMMANDS  # noqa: PLC0415 - path first
    from sidecar_viz.app.keys.actions import key_table_markdown  # noqa: PLC0415 - path first

    text = README.read_text("utf-8")
    README.write_text(with_keys(text, key_table_markdown(COMMANDS)), "utf-8")


if __name__ == "__main__":
    main()
