"""Lights up on one side what is looked at on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sidecar_viz.app.play.predictor import Predictor
from sidecar_viz.app.qt.signals import SignalOf, signal
from sidecar_viz.core.beside.belonging import (
    NOBODY,
    Marks,
    actors_of_box,
    actors_of_cell,
    actors_of_tracker_row,
    marks_of,
)
from sidecar_viz.core.markup import bold, isolated

if TYPE_CHECKING:
    from sidecar_viz.core.course.course import Course


class Highlighter(QObject):
    """Turns what is looked at into what is marked.

    Signals:
        beside: the Marks for the table, the tracker and the sample.
        on_stage: the ids to mark on the stage.
        remark: what there is to say about the actor looked at, or "".
        told: what screen readers are told of an actor that is pinned, or no longer.
    """

    beside: SignalOf[Marks] = signal(object)
    on_stage: SignalOf[frozenset[str]] = signal(object)
    remark: SignalOf[str] = signal(str)
    told: SignalOf[str] = signal(str)

    def __init__(self, predictor: Predictor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._predictor = predictor
        self._course: Course | None = None
        self._pinned = ""

    def show_course(self, course: Course) -> None:
        """Work for another course; an actor that is still there stays pinned."""
        self._course = course
        if all(actor.id != self._pinned for actor in course.lesson.actors):
            self._pinned = ""
        self._look_at(self._pinned)
        self.on_stage.emit(self._own())

    def choose_actor(self, actor_id: str) -> None:
        """Take an actor for the answer that is asked for, or keep its marks."""
        if not self._predictor.guess(frozenset({actor_id} - {""})):
            self.pin_actor(actor_id)

    def choose_tracker_row(self, row_id: str) -> None:
        """Take the actors of a row of the tracker for the answer that is asked for."""
        if self._course:
            self._predictor.guess(actors_of_tracker_row(self._course, row_id))

    def say(self, remark: str) -> None:
        """Say something that belongs to no actor."""
        self.remark.emit(remark)

    def hover_actor(self, actor_id: str) -> None:
        """Mark what belongs to the actor pointed at; "": to the pinned one again."""
        self._look_at(actor_id or self._pinned)

    def pin_actor(self, actor_id: str) -> None:
        """Keep an actor's marks until it is chosen again, or nothing is."""
        before = self._pinned
        self._pinned = "" if actor_id == before else actor_id
        self._look_at(self._pinned)
        self.on_stage.emit(self._own())
        if before != self._pinned:
            self._tell_pinned()

    def _tell_pinned(self) -> None:
        actors = self._course.lesson.actors if self._course else ()
        name = next((a.name for a in actors if a.id == self._pinned), "")
        said = self.tr("{name} stays marked.").format(name=isolated(name))
        self.told.emit(said if name else self.tr("Nothing stays marked."))

    def unpin(self) -> bool:
        """Let go of the pinned actor; whether there was one."""
        had = bool(self._pinned)
        self.pin_actor("")
        return had

    def hover_cell(self, step: int | None, column_id: str) -> None:
        """Mark the actors that a cell of the table is about.

        While another lesson is being shown, the table may still have longer rows.
        """
        course = self._course
        if course is None or step is None or step >= len(course.outcomes):
            self.on_stage.emit(self._own())
        else:
            self.on_stage.emit(actors_of_cell(course, step, column_id))

    def hover_tracker_row(self, row_id: str) -> None:
        """Mark the actors that a row of the tracker is about."""
        self._mark_on_stage(
            actors_of_tracker_row(self._course, row_id) if self._course else NOBODY
        )

    def hover_box(self, box_id: str) -> None:
        """Mark the actors that a box of the flow is about."""
        known = self._course is not None and bool(box_id)
        self._mark_on_stage(
            actors_of_box(self._course, box_id) if known and self._course else NOBODY
        )

    def _own(self) -> frozenset[str]:
        return frozenset({self._pinned}) if self._pinned else NOBODY

    def _mark_on_stage(self, ids: frozenset[str]) -> None:
        self.on_stage.emit(ids or self._own())

    def _look_at(self, actor_id: str) -> None:
        course = self._course
        self.beside.emit(marks_of(course, actor_id) if course else Marks())
        if course is None:
            return
        said = ""
        for actor in course.lesson.actors:
            if actor.id == actor_id and actor.about:
                said = f"{bold(actor.name)}: {actor.about}"
        self.remark.emit(said)
