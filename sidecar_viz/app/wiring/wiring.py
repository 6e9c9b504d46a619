"""Who listens to whom in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sidecar_viz.app.commands.row import CommandRow
from sidecar_viz.app.commands.table import COMMANDS
from sidecar_viz.app.program.program import Program
from sidecar_viz.app.window.main_window import MainWindow

if TYPE_CHECKING:
    from sidecar_viz.app.preferences.preferences import Preferences
    from sidecar_viz.core.lesson import Lesson


def connected_program(
    lesson: Lesson, path: Path | None, preferences: Preferences, step: int = 0
) -> Program:
    """Make the program with a window that shows the lesson at this step."""
    window = MainWindow(lesson, path, preferences, COMMANDS)
    program = Program(window)
    connect_player(window)
    connect_views(window)
    connect_commands(program)
    window.opener.manifest.connect(
        lambda path: program.labs.open_lab(window.preferences, path)
    )
    connect_opener(window)
    window.begin(step)
    return program


def connect_player(window: MainWindow) -> None:
    """Let the views follow the player."""
    player, work = window.player, window.views.work
    player.step_changed.connect(window.show_step)
    player.begun.connect(work.stage.begin_move)
    player.stage_changed.connect(work.stage.show_stage)
    player.moved.connect(
        lambda playhead: work.controller.scrubber.show_position(playhead.position)
    )
    player.moved.connect(
        lambda playhead: window.views.show_moment(player.timeline.course, playhead)
    )
    player.moved.connect(lambda _playhead: window.voice.make_good())
    player.playing_changed.connect(work.controller.show_playing)
    player.looping_changed.connect(window.commands["loop"].setChecked)
    player.still_changed.connect(window.commands["still"].setChecked)
    player.still_changed.connect(work.controller.show_still)
    player.speed_changed.connect(work.controller.show_speed)


def connect_views(window: MainWindow) -> None:
    """Let player and highlighter follow the views, and the views these."""
    player, views, lights = window.player, window.views, window.highlighter
    work = views.work
    for view in (work.flow, work.tabs, work.controller.scrubber):
        view.step_wanted.connect(window.steering.jump)
    work.controller.scrubber.scrubbed.connect(player.scrub)
    work.controller.scrubber.released.connect(player.release_scrub)
    work.controller.speed_wanted.connect(lambda speed: window.change(speed=speed))
    work.stage.hovered.connect(lights.hover_actor)
    work.stage.installEventFilter(window.digits)
    work.stage.chosen.connect(lights.choose_actor)
    work.flow.hovered.connect(lights.hover_box)
    work.tabs.row_hovered.connect(lights.hover_tracker_row)
    work.tabs.row_picked.connect(lights.choose_tracker_row)
    work.tabs.cell_hovered.connect(lambda row, column: _hover_cell(window, row, column))
    lights.on_stage.connect(work.stage.set_marked)
    lights.beside.connect(work.tabs.mark)
    lights.remark.connect(work.caption.show_remark)
    lights.told.connect(window.voice.say)
    work.caption.moment_wanted.connect(window.commands["key_moment"].trigger)
    work.caption.next_wanted.connect(window.commands["next_lesson"].trigger)
    work.caption.begin_wanted.connect(window.commands["next"].trigger)
    work.divided.connect(lambda: window.change(columns=work.columns))
    views.what_if.left.connect(lambda: window.show_what_if(""))
    views.problems.closed.connect(work.stage.setFocus)
    for bar in (views.what_if, views.predict, views.problems):
        bar.abandoned.connect(work.stage.setFocus)
    views.blank.changed.connect(window.voice.say_blank)
    window.digits.digit.connect(window.steering.type_digit)
    window.steering.stayed.connect(window.voice.say)
    window.steering.remarked.connect(lambda remark: _show_remark(window, remark))
    window.predictor.answered.connect(window.voice.say)
    work.controller.connect_actions(window.commands.by_id)
    views.header.connect_actions(window.commands.by_id)
    window.dialogs.quiz_made.connect(
        lambda dialog: dialog.left.connect(window.proofs.leave)
    )
    work.narrowed.connect(views.header.show_drawer)
    work.divide(window.preferences.columns)


def connect_opener(window: MainWindow) -> None:
    """Lessons that were opened are shown; those that were not, too."""
    window.opener.opened.connect(window.show_lesson)
    window.opener.refused.connect(window.views.problems.show_problems)
    window.views.problems.again.connect(window.commands["reload"].trigger)
    window.views.problems.closed.connect(window.opener.give_up)


def connect_commands(program: Program) -> None:
    """Let every command do its work."""
    actions = program.window.commands
    for command in COMMANDS:
        actions[command.id].triggered.connect(slot_of(program, command))
        actions[command.id].setEnabled(not command.only_on_show)


def slot_of(program: Program, command: CommandRow) -> Callable[[bool], None]:
    """Make the slot that does what a command asks for."""

    def slot(checked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        do(program, command, checked=checked)

    return slot


def do(program: Program, command: CommandRow, *, checked: bool) -> None:
    """Do what a command asks for: in the window, or for the class."""
    window = program.window
    if command.switch is not None:
        chosen = window.preferences.switched(command.switch, on=checked)
        window.take_preferences(chosen)
        window.voice.say_state(command, on=checked)
    elif command.toggles is not None:
        command.toggles(program, checked)
        window.voice.say_state(command, on=checked)
    elif command.on_show is not None and window.presenting:
        command.on_show(program.show)
    elif command.does is not None:
        command.does(program)
    if command.says is not None and (said := command.says(program)):
        window.voice.say(said)


def _hover_cell(window: MainWindow, row: int, column: int) -> None:
    table = window.views.work.table
    found = table.row(row)
    step = found.step if found else None
    window.highlighter.hover_cell(step, table.column_id(column))


def _show_remark(window: MainWindow, remark: str) -> None:
    window.views.work.caption.show_remark(remark)
    if remark:
        window.voice.say(remark)
