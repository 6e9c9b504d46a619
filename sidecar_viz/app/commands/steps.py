"""Commands: from step to step."""

from __future__ import annotations

from sidecar_viz.app.commands.row import CommandRow, row

STEPS: tuple[CommandRow, ...] = (
    row(
        "next",
        "Next step",
        "Show the next step; in mid-move, finish the move",
        "Steps",
        stage="Right Down Space Return Enter N",
        anywhere="PgDown",
        does=lambda at: at.steering.next(),
        learnable=True,
    ),
    row(
        "previous",
        "Previous step",
        "Play the step backwards",
        "Steps",
        stage="Left Up Backspace Shift+Space P",
        anywhere="PgUp",
        does=lambda at: at.steering.previous(),
        learnable=True,
    ),
    row(
        "first",
        "Start",
        "Go to the start",
        "Steps",
        stage="Home",
        does=lambda at: at.steering.first(),
    ),
    row(
        "last",
        "Last step",
        "Go to the last step",
        "Steps",
        stage="End",
        does=lambda at: at.steering.last(),
    ),
    row(
        "next_moment",
        "Next key moment",
        "Go to the next step with a key moment",
        "Steps",
        stage="Shift+Right",
        does=lambda at: at.steering.to_moment(1),
        gap=True,
    ),
    row(
        "previous_moment",
        "Previous key moment",
        "Go back to the step with a key moment before this one",
        "Steps",
        stage="Shift+Left",
        does=lambda at: at.steering.to_moment(-1),
    ),
    row(
        "go_to",
        "Go to step…",
        "Choose a step; or type its number on the stage, then Enter",
        "Steps",
        stage="G",
        does=lambda at: at.offers.steps(),
    ),
    row(
        "find",
        "Find…",
        "Find words anywhere in the lesson, and go there",
        "Steps",
        anywhere="Ctrl+F",
        does=lambda at: at.offers.find(),
    ),
    row(
        "overview",
        "Overview",
        "See all steps side by side",
        "Steps",
        stage="O",
        does=lambda at: at.offers.overview(),
    ),
)
