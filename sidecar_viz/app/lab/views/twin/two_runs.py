"""Two runs of one pod as a value: what they are called, and where they differ."""

from __future__ import annotations

from math import inf

from msgspec import Struct

from sidecar_viz.paint.lab.line.laid_out import Mark
from sidecar_viz.pods.asking.said_of_change import said_of_change
from sidecar_viz.pods.asking.twin import (
    Difference,
    OutcomeRow,
    Switch,
    differences,
    outcome_rows,
    pod_with,
    script_with,
)
from sidecar_viz.pods.showing.run import Run, played
from sidecar_viz.pods.showing.way import Way, beside


class TwoRuns(Struct, frozen=True):
    """A run and its twin, in the order in which they are shown.

    *words* is what each is called, *found* is what differs in order of time.
    """

    words: tuple[str, str]
    runs: tuple[Run, Run]
    found: tuple[Difference, ...] = ()

    @property
    def way(self) -> Way:
        """The way through both runs."""
        one, other = self.runs
        return beside(one.way, other.way)

    @property
    def way_apart(self) -> Way:
        """The way through the seconds in which they differ or the pod is acted on."""
        spots = {t for d in self.found for t in (d.t, d.at_a, d.at_b) if t is not None}
        stops = {0.0, *spots, *(deed.t for deed in self.runs[0].deeds)}
        return Way(self.way.end, tuple(sorted(stops)), alone=True)

    def side(self, run: Run) -> int:
        """Return 0 for the run itself, 1 for its twin."""
        return int(run is not self.runs[0])

    def listed(self, known: float = inf) -> tuple[tuple[int, Difference], ...]:
        """Return the differences up to the second *known*, with their numbers."""
        numbered = enumerate(self.found, start=1)
        return tuple((n, one) for n, one in numbered if one.t <= known)

    def marks(self, side: int, known: float = inf) -> tuple[Mark, ...]:
        """Return where the numbers of the differences stand in one of the runs."""
        places = [one.at_b if side else one.at_a for one in self.found]
        return tuple(
            Mark(at, number, one.who)
            for number, (one, at) in enumerate(
                zip(self.found, places, strict=True), start=1
            )
            if at is not None and at <= known
        )

    def outcomes(self, t: float) -> tuple[OutcomeRow, ...]:
        """Return what has come of each at a second."""
        one, other = self.runs
        return tuple(outcome_rows(one.pod, one.trace, other.pod, other.trace, t))

    def said(self, t: float) -> str:
        """Say which of them changes at a second, and how; "" if none does."""
        return "; ".join(
            f"{word}: {said_of_change(run.pod, run.trace, t)}"
            for word, run in zip(self.words, self.runs, strict=True)
            if t in run.way.stops
        )


def two_runs(run: Run, switch: Switch) -> TwoRuns:
    """Play the twin of a run that a switch makes, and compare them."""
    script = script_with(run.script, switch)
    other = played(pod_with(run.pod, switch), script, run.version, run.pod)
    found = differences(run.pod, run.trace, other.pod, other.trace)
    return TwoRuns((switch.now, switch.then), (run, other), tuple(found))
