"""All parts of the window, made and stacked; they know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QMenuBar, QVBoxLayout, QWidget

from sidecar_viz.app.keys.actions import Actions
from sidecar_viz.app.keys.command import AnyCommand
from sidecar_viz.app.look.look import Look
from sidecar_viz.app.widgets.bars import Bar, PredictBar, WhatIfBar
from sidecar_viz.app.widgets.blank import Blank
from sidecar_viz.app.window.cell_flights import CellFlights
from sidecar_viz.app.window.header import Header
from sidecar_viz.app.window.problems_panel import ProblemsPanel
from sidecar_viz.app.window.workspace import Workspace
from sidecar_viz.app.words.step_words import StepWords, step_words
from sidecar_viz.core.beside.belonging import AT_REST, moment_of
from sidecar_viz.core.beside.filling import Filled, Fillings
from sidecar_viz.core.course.course import Course
from sidecar_viz.core.playhead import Playhead


class Views:
    """Header with the menus, bars and workspace, from top to bottom."""

    def __init__(self, window: QWidget, commands: Iterable[AnyCommand]) -> None:
        self.menu = QMenuBar(window)
        self.menu.setAccessibleName(window.tr("Menus"))
        self.header = Header(commands, self.menu, window)
        self.what_if = WhatIfBar(window)
        self.predict = PredictBar(window)
        self.problems = ProblemsPanel(window)
        self.work = Workspace(window)
        self.blank = Blank(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._bars = QVBoxLayout()
        self._bars.addWidget(self.problems)
        self.work.put_over_stage(self.what_if, self.predict)
        column.addLayout(self._bars)
        column.addWidget(self.work, 1)
        self._put: list[Bar] = []
        self._moment = AT_REST
        self._fillings: Fillings | None = None
        self._filled: Filled | None = None
        self._flights: CellFlights | None = None
        self.order_tabs()

    def put_bar(self, bar: Bar, look: Look) -> None:
        """Give a bar that was made later a place over the panels."""
        self._put.append(bar)
        self._bars.insertWidget(0, bar)
        bar.abandoned.connect(self.work.stage.setFocus)
        bar.set_look(look)

    def show_course(self, course: Course) -> None:
        """Show another lesson, or another course of it, everywhere."""
        self.header.show_lesson(course.lesson)
        self.what_if.show_what_if(course.what_if.title if course.what_if else "")
        self.work.show_course(course)

    def show_step(self, course: Course, step: int) -> None:
        """Say everywhere what a step is about."""
        words, work = step_words(course, step), self.work
        self._moment = AT_REST
        if self._filled is not None:
            self._filled = None
            work.tabs.show_filled(None)
        work.caption.show_step(words)
        ends = course.lesson.ending is not None and course.what_if is None
        work.controller.show_step(step, course.end, words.title, more=ends)
        work.flow.show_step(step)
        work.tabs.show_step(step)
        work.stage.set_description(words.describe)

    def show_moment(self, course: Course, playhead: Playhead) -> None:
        """Show what the place of a move brings beside the stage, if it is new.

        Flow and samples light what the moment lights; cells fill when they come true.
        """
        moment = moment_of(course, playhead.position, playhead.target)
        if moment != self._moment:
            self._moment = moment
            for view in (self.work.flow, self.work.tabs):
                view.show_moment(moment)
        if self._fillings is None or self._fillings.course is not course:
            self._fillings = Fillings(course)
        self._show_flights(self._fillings, playhead)
        filled = self._fillings.at(playhead.position, playhead.target)
        if filled != self._filled:
            self._filled = filled
            self.work.tabs.show_filled(filled)

    def _show_flights(self, fillings: Fillings, playhead: Playhead) -> None:
        """Show what flies to the table, while that is in front."""
        flights = fillings.under_way(playhead.position, playhead.target)
        if not flights and self._flights is None:
            return
        if self._flights is None:
            self._flights = CellFlights(self.work, self.work.stage)
        in_front = self.work.tabs.current() == "table"
        table = self.work.table if flights and in_front else None
        row = table.row_of(playhead.target) if table is not None else -1
        self._flights.show_flights(flights, table, row)

    def show_ending(self, words: StepWords) -> None:
        """Say what remains after the last step."""
        self.work.caption.show_step(words)
        self.work.stage.set_description(words.describe)

    def show_keys(self, actions: Actions, *, letters: bool) -> None:
        """Name the keys that work now; single characters while *letters* is true."""
        self.header.show_tips(actions)
        self.work.controller.show_tips(actions)
        self.work.caption.set_keys(
            moment=actions.key_of("key_moment"),
            following=actions.key_of("next_lesson"),
            begin=actions.sign_of("next"),
        )
        self.predict.set_letters(letters=letters)

    def set_look(self, look: Look) -> None:
        """Take colours and sizes everywhere."""
        self._bars.setContentsMargins(look.px(12), 0, look.px(12), 0)
        self._bars.setSpacing(look.px(6))
        self.header.set_look(look)
        for bar in (self.problems, self.what_if, self.predict, *self._put):
            bar.set_look(look)
        self.work.set_look(look)

    def order_tabs(self) -> None:
        """Tab goes from the stage to the controls, then to the panels."""
        work = self.work
        controls = work.controller
        order: tuple[QWidget, ...] = (
            work.stage,
            controls.scrubber,
            *controls.buttons.values(),
            controls.speed,
            controls.predict,
            work.flow.view,
            work.tabs.bar,
        )
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes round: each is something that can have the focus."""
        work = self.work
        beside = work.flow.view if work.footer.has_flow() else None
        wanted = (work.stage, work.controller.scrubber, beside, work.tabs.panel())
        return tuple(p for p in wanted if p is not None and p.isVisible())
