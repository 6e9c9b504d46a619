"""Who listens to whom in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sidecar_viz.app.commands.table import PRESENTING
from sidecar_viz.app.program.panes import open_panel
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.app.wiring.on_show import OnShow
from sidecar_viz.app.wiring.typed_step import show_typed
from sidecar_viz.app.wiring.window_commands import jump_in, slots_of
from sidecar_viz.core.belonging import actors_of_tracker_row

if TYPE_CHECKING:
    from sidecar_viz.app.preferences.preferences import Preferences
    from sidecar_viz.core.lesson import Lesson

SWITCHES = {
    "predict": "predict_first",
    "captions": "captions",
    "show_flow": "show_flow",
    "show_table": "show_table",
    "show_tabs": "show_tabs",
    "projector": "projector_colours",
}
CLASSROOM = ("vote", "cards", "handout", "save_results", "room_check")
PANELS = {
    "go_stage": "stage",
    "go_table": "table",
    "go_tracker": "tracker",
    "go_flow": "flow",
    "go_sample": "sample",
    "go_moments": "moments",
    "go_transcript": "transcript",
}


def connected_window(
    lesson: Lesson, path: Path | None, preferences: Preferences, step: int = 0
) -> MainWindow:
    """A window that shows the lesson at this step."""
    window = MainWindow(lesson, path, preferences)
    connect_player(window)
    connect_views(window)
    connect_commands(window)
    connect_desk(window)
    window.begin(step)
    return window


def connect_player(window: MainWindow) -> None:
    """The views follow the player."""
    player, work = window.player, window.views.work
    player.step_changed.connect(window.show_step)
    player.stage_changed.connect(work.stage.show_stage)
    player.moved.connect(
        lambda playhead: work.controller.scrubber.show_position(playhead.position)
    )
    player.playing_changed.connect(work.controller.show_playing)
    player.looping_changed.connect(window.commands["loop"].setChecked)
    player.speed_changed.connect(work.controller.show_speed)


def connect_views(window: MainWindow) -> None:
    """The player and the highlighter follow the views, and the views these."""
    player, views, lights = window.player, window.views, window.highlighter
    work = views.work
    for view in (work.flow, work.table, work.tabs, work.controller.scrubber):
        view.step_wanted.connect(jump_in(window))
    work.controller.scrubber.scrubbed.connect(player.scrub)
    work.controller.scrubber.released.connect(player.release_scrub)
    work.controller.speed_wanted.connect(lambda speed: window.change(speed=speed))
    work.stage.hovered.connect(lights.hover_actor)
    work.stage.hovered.connect(window.keys.leave_enter_to_stage)
    work.stage.installEventFilter(window.keys)
    work.stage.chosen.connect(lambda actor: _choose(window, actor))
    work.flow.hovered.connect(lights.hover_box)
    work.tabs.row_hovered.connect(lights.hover_tracker_row)
    work.tabs.row_picked.connect(lambda row: _guess_row(window, row))
    work.table.hovered.connect(lambda row, column: _hover_cell(window, row, column))
    lights.on_stage.connect(work.stage.set_marked)
    lights.beside.connect(work.tabs.mark)
    lights.beside.connect(lambda marks: work.table.mark(marks.cells))
    lights.remark.connect(work.caption.show_remark)
    work.caption.moment_wanted.connect(window.commands["key_moment"].trigger)
    work.divided.connect(lambda: window.change(columns=work.columns, rows=work.rows))
    views.what_if.left.connect(lambda: window.show_what_if(""))
    views.problems.closed.connect(work.stage.setFocus)
    window.keys.digit.connect(lambda number: _digit(window, number))
    window.predictor.answered.connect(window.say)
    work.controller.connect_actions(window.commands.by_id)
    views.header.connect_actions(window.commands.by_id)
    window.dialogs.quiz_made.connect(
        lambda dialog: dialog.left.connect(window.leave_proof)
    )
    work.divide(window.preferences.columns, window.preferences.rows)


def connect_desk(window: MainWindow) -> None:
    """Lessons that were opened are shown; those that were not, too."""
    window.desk.opened.connect(window.show_lesson)
    window.desk.refused.connect(window.views.problems.show_problems)
    window.views.problems.again.connect(window.commands["reload"].trigger)
    window.views.problems.closed.connect(window.desk.give_up)


def connect_commands(window: MainWindow) -> None:
    """Let every command do its work."""
    does = slots_of(window)
    does |= {n: _bound(open_panel, window, panel) for n, panel in PANELS.items()}
    does |= {name: _bound(_in_class, window, name) for name in CLASSROOM}
    show = OnShow(window)
    does |= dict.fromkeys(PRESENTING, _nothing)
    does |= {"present": show.begin, "console": show.begin_with_console}
    for name, work in does.items():
        wanted = _without_argument(_on_show_or(show, name, work))
        window.commands[name].triggered.connect(wanted)
    for name, field in SWITCHES.items():
        window.commands[name].toggled.connect(_switch(window, field))
    window.commands["predict"].toggled.connect(window.predictor.set_wanted)
    window.commands["predict"].toggled.connect(window.views.work.conceal)
    window.commands["edit"].toggled.connect(lambda on: _edit(window, on=on))
    window.commands["loop"].toggled.connect(
        lambda on: window.player.set_looping(looping=on)
    )


def _choose(window: MainWindow, actor_id: str) -> None:
    if not window.predictor.guess(frozenset(filter(None, [actor_id]))):
        window.highlighter.pin_actor(actor_id)


def _guess_row(window: MainWindow, row_id: str) -> None:
    course = window.player.timeline.course
    window.predictor.guess(actors_of_tracker_row(course, row_id))


def _digit(window: MainWindow, number: int) -> None:
    if not window.predictor.guess_number(number):
        show_typed(window, window.keys.collect(number))


def _hover_cell(window: MainWindow, row: int, column: int) -> None:
    table = window.views.work.table
    found = table.row(row)
    step = found.step if found else None
    window.highlighter.hover_cell(step, table.column_id(column))


def _switch(window: MainWindow, field: str) -> Callable[[bool], None]:
    return lambda on: window.change(**{field: on})


def _edit(window: MainWindow, *, on: bool) -> None:
    from sidecar_viz.app.lessons.editing import editing_of  # noqa: PLC0415 - when first wanted

    editing_of(window).set_on(on=on)


def _in_class(window: MainWindow, name: str) -> None:
    from sidecar_viz.app.classroom.class_commands import do  # noqa: PLC0415 - when first wanted

    do(window, name)


def _bound(
    work: Callable[[MainWindow, str], None], window: MainWindow, name: str
) -> Callable[[], None]:
    return lambda: work(window, name)


def _nothing() -> None:
    """What commands for presenting do at other times."""


def _on_show_or(
    show: OnShow, name: str, work: Callable[[], object]
) -> Callable[[], object]:
    """While presenting, a command may mean something else."""
    return lambda: show.does(name) or work()


def _without_argument(work: Callable[[], object]) -> Callable[[bool], None]:
    """A slot for `triggered`, whose argument nobody wants."""

    def slot(_checked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        work()

    return slot
