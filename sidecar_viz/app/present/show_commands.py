"""What each command does that is for presenting."""

from __future__ import annotations

from collections.abc import Callable

from sidecar_viz.app.present.presenting import Presenting
from sidecar_viz.app.window.main_window import MainWindow
from sidecar_viz.paint.brush.projector import Beam
from sidecar_viz.paint.layout.zoom import View

CAPTION_NOTCH, SMALLEST_CAPTION, BIGGEST_CAPTION = 0.1, 0.8, 2.0
TWICE, WORTH = 2.0, 1.3


Work = dict[str, Callable[[], object]]


def commands_of(show: Presenting) -> Work:
    """What commands mean while presenting, by their id."""
    return {**_windows(show), **_tools(show), **_looks(show)}


def _windows(show: Presenting) -> Work:
    seats, follow = show.seats, show.following
    return {
        "present": show.begin,
        "quit": show.quit,
        "leave": show.leave_layer,
        "full_screen": seats.full_screen,
        "next_pane": seats.other_window,
        "previous_pane": seats.other_window,
        "end_show": show.end,
        "console": seats.toggle_console,
        "swap": seats.swap,
        "displays": seats.offer_screens,
        "black": lambda: show.cover("black"),
        "white": lambda: show.cover("white"),
        "freeze": lambda: show.freeze(wanted=show.frozen_at is None),
        "hide_audience": show.hide,
        "timer": follow.toggle_time,
        "timer_reset": follow.reset_time,
    }


def _tools(show: Presenting) -> Work:
    tools = show.tools
    return {
        "laser": lambda: tools.toggle("laser"),
        "spotlight": lambda: tools.toggle("spotlight"),
        "pen": lambda: tools.toggle("pen"),
        "erase": tools.erase,
        "undo_ink": tools.undo,
        "zoom": lambda: zoom(show),
        "zoom_in": lambda: tools.nearer(1, glide=glides(show)),
        "zoom_out": lambda: tools.nearer(-1, glide=glides(show)),
    }


def _looks(show: Presenting) -> Work:
    window = show.window
    return {
        "brighter": lambda: _beam(window, 1, 0),
        "darker": lambda: _beam(window, -1, 0),
        "more_contrast": lambda: _beam(window, 0, 1),
        "less_contrast": lambda: _beam(window, 0, -1),
        "beam_normal": lambda: window.change(brightness=0.0, contrast=0.0),
        "caption_bigger": lambda: _caption(window, CAPTION_NOTCH),
        "caption_smaller": lambda: _caption(window, -CAPTION_NOTCH),
        "go_stage": lambda: show.show_panel("none"),
        "go_table": lambda: show.show_panel("table"),
        "go_flow": lambda: show.show_panel("table"),
        "go_tracker": lambda: show.show_panel("tracker"),
        "go_moments": show.tell_moment,
        "key_moment": show.tell_moment,
        "go_sample": lambda: show.show_panel("sample"),
        "go_transcript": show.seats.focus,
    }


def glides(show: Presenting) -> bool:
    """Whether the view may glide: it is the motion that makes people dizzy first."""
    return show.player.motion == "full"


def zoom(show: Presenting) -> None:
    """Come near to the actor that is chosen, or back to the whole stage."""
    if show.tools.step_back(glide=glides(show)):
        return
    stage = show.seats.front.stage
    pointed = stage.actor_near(show.tools.spot) if show.tools.tool else ""
    chosen = (stage.hot, show.pointing.picked, pointed, *stage.in_focus())
    views = [stage.view_of(actor) for actor in chosen if actor]
    near = next((view for view in views if view.factor >= WORTH), None)
    view = near or View(TWICE, *show.tools.spot).kept()
    show.tools.look(view, glide=glides(show))


def _beam(window: MainWindow, brightness: int, contrast: int) -> None:
    chosen = window.preferences
    beam = Beam(chosen.brightness, chosen.contrast)
    beam = beam.brighter(brightness).steeper(contrast)
    window.change(brightness=beam.brightness, contrast=beam.contrast)


def _caption(window: MainWindow, by: float) -> None:
    scale = round(window.preferences.caption_scale + by, 2)
    scale = max(SMALLEST_CAPTION, min(BIGGEST_CAPTION, scale))
    window.change(caption_scale=scale)
