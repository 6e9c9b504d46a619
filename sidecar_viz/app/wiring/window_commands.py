"""What each command of the window does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sidecar_viz.app.preferences.preferences import (
    BIGGEST_TEXT,
    SMALLEST_TEXT,
    TEXT_NOTCH,
)
from sidecar_viz.app.program.panes import go_round, open_panel, show_panel
from sidecar_viz.app.wiring.typed_step import go_to_typed
from sidecar_viz.app.words.caption_words import reality_remark
from sidecar_viz.app.words.step_words import moment_steps, step_words

if TYPE_CHECKING:
    from sidecar_viz.app.window.main_window import MainWindow
    from sidecar_viz.core.find import Passage

Slots = Mapping[str, Callable[[], object]]

PANEL_OF = {
    "moment": "moments",
    "snapshot": "snapshot",
    "transcript": "transcript",
    "sample": "sample",
}
"""Which panel shows a passage that was found."""
CREEP = 0.1  # of a step, at each press


def slots_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """By the command's name, what it does; switches and presenting excepted."""
    return {**_steps(window), **_playing(window), **_view(window), **_rest(window)}


def _steps(window: MainWindow) -> Slots:
    player = window.player
    return {
        "next": lambda: _next(window),
        "previous": lambda: _move(window, lambda: player.step(-1)),
        "first": lambda: _move(window, player.first),
        "last": lambda: _move(window, player.last),
        "next_moment": lambda: _move(window, lambda: _to_moment(window, 1)),
        "previous_moment": lambda: _move(window, lambda: _to_moment(window, -1)),
        "go_to": lambda: window.dialogs.go_to(
            player.timeline, player.target, jump_in(window)
        ),
        "find": lambda: window.dialogs.find(
            window.lesson, lambda passage: _go_where(window, passage)
        ),
        "overview": lambda: window.dialogs.overview(
            player.timeline, player.target, window.look.theme, jump_in(window)
        ),
    }


def _playing(window: MainWindow) -> Slots:
    player = window.player
    return {
        "play": lambda: _move(window, player.toggle_playing),
        "replay": player.replay,
        "replay_backwards": player.replay_backwards,
        "creep_back": lambda: _move(window, lambda: player.scrub_inside(-CREEP)),
        "creep_on": lambda: _move(window, lambda: player.scrub_inside(CREEP)),
        "slower": lambda: _change_speed(window, -1),
        "faster": lambda: _change_speed(window, 1),
    }


def _view(window: MainWindow) -> Slots:
    blank = window.views.blank
    return {
        "full_screen": lambda: window.set_full_screen(full=not window.isFullScreen()),
        "black": lambda: blank.toggle("#000000"),
        "white": lambda: blank.toggle("#ffffff"),
        "text_bigger": lambda: _scale_text(window, TEXT_NOTCH),
        "text_smaller": lambda: _scale_text(window, -TEXT_NOTCH),
        "text_normal": lambda: window.change(text_scale=1.0),
        "next_pane": lambda: go_round(window, 1),
        "previous_pane": lambda: go_round(window, -1),
    }


def _rest(window: MainWindow) -> Slots:
    dialogs = window.dialogs
    return {
        "open": lambda: _open_library(window),
        "reload": lambda: window.desk.open_again(window.path),
        "what_if": lambda: dialogs.what_if(
            window.lesson, _what_if(window), window.show_what_if
        ),
        "back_to_lesson": lambda: window.show_what_if(""),
        "quiz": lambda: dialogs.quiz(
            window.lesson, window.look.theme, window.show_proof
        ),
        "key_moment": lambda: show_panel(window, "moments"),
        "preferences": lambda: dialogs.preferences(
            window.preferences, window.take_preferences
        ),
        "quit": window.close,
        "help": lambda: dialogs.help(window.look.theme),
        "about": dialogs.about,
        "say_again": window.say_again,
        "leave": lambda: leave_layer(window),
    }


def leave_layer(window: MainWindow) -> None:
    """Put away what lies on top; the step stays, and nothing is quit."""
    views = window.views
    if window.dialogs.close_top() or views.blank.uncover():
        return
    if window.predictor.close():
        return
    if views.problems.isVisible():
        views.problems.put_away()
    elif window.isFullScreen():
        window.set_full_screen(full=False)
    elif window.keys.taken() is not None:
        window.views.work.caption.show_remark("")
    else:
        window.highlighter.unpin()
        views.work.stage.setFocus()


def _next(window: MainWindow) -> None:
    """Uncover first; then a number that was typed; then the next step."""
    typed = window.keys.taken()
    if typed is not None:
        go_to_typed(window, typed)
    elif not window.views.blank.uncover():
        window.predictor.next()


def _move(window: MainWindow, go: Callable[[], object]) -> None:
    window.predictor.close()
    window.keys.taken()
    if not window.views.blank.uncover():
        go()


def jump_in(window: MainWindow) -> Callable[[int], None]:
    """A slot that goes to a step, whatever is asked meanwhile."""

    def jump(step: int) -> None:
        window.predictor.close()
        window.player.jump(step)

    return jump


def _to_moment(window: MainWindow, by: int) -> None:
    here = window.player.target
    steps = moment_steps(window.player.timeline.course)
    found = [step for step in steps if (step - here) * by > 0]
    if found:
        window.player.jump(found[0] if by > 0 else found[-1])


def _change_speed(window: MainWindow, by: int) -> None:
    window.player.change_speed(by)
    window.change(speed=window.player.speed)


def _scale_text(window: MainWindow, by: float) -> None:
    scale = round(window.preferences.text_scale + by, 2)
    window.change(text_scale=max(SMALLEST_TEXT, min(BIGGEST_TEXT, scale)))


def _what_if(window: MainWindow) -> str:
    what_if = window.player.timeline.course.what_if
    return what_if.id if what_if else ""


def _go_where(window: MainWindow, passage: Passage) -> None:
    """Go to the step that a passage leads to, or open its panel."""
    if passage.step is not None:
        jump_in(window)(passage.step)
    hidden = not window.preferences.real_cluster_notes
    if passage.where == "reality" and passage.step is not None and hidden:
        words = step_words(window.player.timeline.course, passage.step)
        window.highlighter.remark.emit(reality_remark(words))
    if passage.where in PANEL_OF and not window.presenting:
        open_panel(window, PANEL_OF[passage.where])


def _open_library(window: MainWindow) -> None:
    from sidecar_viz.app.lessons.open_library import open_library  # noqa: PLC0415 - its weight

    open_library(window)
