"""Writes the key tables of README and docs/lab.md anew, from the commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sidecar_viz.app.lab.lab_command import LabCommand

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
LAB = ROOT / "docs" / "lab.md"
BEGIN = "<!-- keys: written by packaging/write_keys.py -->\n"
END = "<!-- end of keys -->"


def with_keys(text: str, table: str) -> str:
    """Put *table* between the two marks of *text*."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{table}{END}{after}"


def lab_keys(commands: tuple[LabCommand, ...]) -> str:
    """The commands of the lab that have keys, as a table in Markdown."""
    from sidecar_viz.app.lab.lab_command import shown_key  # noqa: PLC0415 - path first

    rows = ["| key | does | where |", "|---|---|---|"]
    for row in commands:
        for keys, where in ((row.picture, "picture"), (row.anywhere, "anywhere")):
            if keys:
                shown = ", ".join(f"`{shown_key(key)}`" for key in keys)
                rows.append(f"| {shown} | {row.text} | {where} |")
    return "".join(f"{row}\n" for row in rows)


def main() -> None:
    """Write both pages."""
    sys.path.insert(0, str(ROOT))
    from sidecar_viz.app.commands.table import COMMANDS  # noqa: PLC0415 - path first
    from sidecar_viz.app.keys.actions import key_table_markdown  # noqa: PLC0415 - path first
    from sidecar_viz.app.lab.lab_commands import (  # noqa: PLC0415 - path first
        LAB_COMMANDS,
    )

    text = README.read_text("utf-8")
    README.write_text(with_keys(text, key_table_markdown(COMMANDS)), "utf-8")
    text = LAB.read_text("utf-8")
    LAB.write_text(with_keys(text, lab_keys(LAB_COMMANDS)), "utf-8")


if __name__ == "__main__":
    main()
