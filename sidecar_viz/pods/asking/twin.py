"""The same pod with one thing switched, beside itself."""

from __future__ import annotations

from sidecar_viz.pods.asking.twins.differing import Difference, differences
from sidecar_viz.pods.asking.twins.outcomes import OutcomeRow, outcome_rows
from sidecar_viz.pods.asking.twins.outline import DifferenceLine, difference_lines
from sidecar_viz.pods.asking.twins.switches import (
    Switch,
    pod_with,
    script_with,
    switches_of,
)

__all__ = [
    "Difference",
    "DifferenceLine",
    "OutcomeRow",
    "Switch",
    "difference_lines",
    "differences",
    "outcome_rows",
    "pod_with",
    "script_with",
    "switches_of",
]
