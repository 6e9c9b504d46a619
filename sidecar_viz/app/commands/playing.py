"""Commands: playing, and how fast."""

from __future__ import annotations

from sidecar_viz.app.commands.row import CommandRow, row

CREEP = 0.1  # of a step, at each press

PLAYING: tuple[CommandRow, ...] = (
    row(
        "play",
        "Play or pause",
        "Play the steps one after the other",
        "Playing",
        stage="K",
        anywhere="Alt+K",
        does=lambda at: at.steering.toggle_playing(),
    ),
    row(
        "still",
        "Stand still",
        "Stop all motion at once; pressed again, let it go on",
        "Playing",
        stage="M",
        anywhere="Alt+M",
        toggles=lambda at, on: at.player.set_still(still=on),
    ),
    row(
        "hold_camera",
        "Hold the camera still",
        "Show the whole picture all the time, or come near to what a step is about",
        "Playing",
        stage="Shift+M",
        switch="hold_camera",
    ),
    row(
        "replay",
        "Replay this step",
        "Show again how the step is entered",
        "Playing",
        stage="R",
        does=lambda at: at.player.replay(),
    ),
    row(
        "replay_backwards",
        "Replay backwards",
        "Play the step backwards, then forwards again",
        "Playing",
        stage="Shift+R",
        does=lambda at: at.player.replay_backwards(),
    ),
    row(
        "loop",
        "Loop this step",
        "Play the step again and again",
        "Playing",
        stage="Shift+L",
        toggles=lambda at, on: at.player.set_looping(looping=on),
    ),
    row(
        "creep_back",
        "A little back",
        "Scrub back a tenth of a step",
        "Playing",
        stage="Ctrl+Left",
        does=lambda at: at.steering.creep(-CREEP),
        repeats=True,
        gap=True,
    ),
    row(
        "creep_on",
        "A little on",
        "Scrub on a tenth of a step",
        "Playing",
        stage="Ctrl+Right",
        does=lambda at: at.steering.creep(CREEP),
        repeats=True,
    ),
    row(
        "slower",
        "Slower",
        "Play more slowly, down to a quarter",
        "Playing",
        stage="Ctrl+Down",
        does=lambda at: at.window.speed_by(-1),
    ),
    row(
        "faster",
        "Faster",
        "Play faster, up to twice the speed",
        "Playing",
        stage="Ctrl+Up",
        does=lambda at: at.window.speed_by(1),
    ),
)
