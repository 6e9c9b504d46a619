"""`python -m tests.keyboards [--plain] [--lab] [LAYOUT...]`: which keys go wrong."""

from __future__ import annotations

import sys

from tests.keyboards.layouts import LAYOUTS, pressed_on


def main() -> int:
    """Print a line for each layout, and one for each key that does something else."""
    failed = 0
    options = [word for word in sys.argv[1:] if word.startswith("--")]
    layouts = [word for word in sys.argv[1:] if not word.startswith("--")]
    for layout in layouts or LAYOUTS:
        tried, wrong = pressed_on(layout, *options)
        failed += len(wrong)
        print(f"{layout:12} {tried:4} strokes, {len(wrong)} wrong", flush=True)
        for key, stroke, did in wrong:
            print(f"    {key} by {stroke}: {' '.join(did) or 'nothing'}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
