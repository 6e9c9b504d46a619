"""Start the program with `python -m sidecar_viz`."""

from __future__ import annotations

import sys

from sidecar_viz.cli import main

if __name__ == "__main__":
    sys.exit(main())
