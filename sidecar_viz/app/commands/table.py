"""Every command: what it is called, its keys, its place in the menus, its help."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Group = Literal["Steps", "Playing", "View", "Lesson", "Presenting", "Window"]
GROUPS: tuple[Group, ...] = (
    *("Lesson", "Steps", "Playing", "View"),
    *("Presenting", "Window"),
)


class Command(Struct, frozen=True):
    """Something the user can ask for.

    *stage* are the keys that work while the stage has the focus, *anywhere*
    those that always work; *gap*: the menu has a line above this entry.
    """

    id: str
    text: str
    help: str
    group: Group
    stage: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    checkable: bool = False
    repeats: bool = False
    in_menu: bool = True
    gap: bool = False


def _row(
    command_id: str,
    text: str,
    sentence: str,
    group: Group,
    stage: str = "",
    anywhere: str = "",
    flags: str = "",
) -> Command:
    """A row of the table; keys are parted by spaces, flags are words."""
    wanted = flags.split()
    return Command(
        command_id,
        text,
        sentence,
        group,
        tuple(stage.split()),
        tuple(anywhere.split()),
        checkable="check" in wanted,
        repeats="repeats" in wanted,
        in_menu="hidden" not in wanted,
        gap="gap" in wanted,
    )


# fmt: off
# A row of the table stays together.
_LESSON = (
    _row("open", "Lessons…", "Choose one of the lessons, or open a file", "Lesson", "",
         "Ctrl+O"),
    _row("reload", "Read again", "Read the file again", "Lesson", "", "Ctrl+R"),
    _row("edit", "Edit live", "Read the lesson again whenever its file is saved",
         "Lesson", "", "Ctrl+E", "check"),
    _row("what_if", "What if…", "Choose what goes wrong and see what follows",
         "Lesson", "", "Ctrl+I", "gap"),
    _row("back_to_lesson", "Back to the lesson", "Leave the what-if at the same step",
         "Lesson", "", "Alt+R"),
    _row("quiz", "Quiz", "Answer the lesson's questions", "Lesson", "Q"),
    _row("vote", "Class vote…", "Count how the class answers the lesson's questions",
         "Lesson", "", "Ctrl+Shift+V"),
    _row("save_results", "Save results as CSV…",
         "Save what classes voted as a table for spreadsheets", "Lesson"),
    _row("cards", "Print answer cards…", "Make cards A to D that pupils hold up",
         "Lesson"),
    _row("handout", "Print a handout…",
         "Make a PDF of all steps, with or without the teacher's notes", "Lesson", "",
         "Ctrl+P"),
    _row("room_check", "Room check…",
         "Try displays, clicker, colours and text size before class", "Lesson"),
    _row("predict", "Predict first", "Ask what changes before each step is shown",
         "Lesson", "Y", "", "check"),
    _row("key_moment", "Key moment of this step",
         "Show the question worth stopping for", "Lesson", "I"),
    _row("preferences", "Preferences…", "Choose colours, text size, motion and keys",
         "Lesson", "", "Ctrl+,", "gap"),
    _row("quit", "Quit", "Close the window; it opens where it was left", "Lesson",
         "", "Ctrl+Q", "gap"),
)
_STEPS = (
    _row("next", "Next step", "Show the next step; in mid-move, finish the move",
         "Steps", "Right Down Space Return Enter N", "PgDown"),
    _row("previous", "Previous step", "Play the step backwards", "Steps",
         "Left Up Backspace Shift+Space P", "PgUp"),
    _row("first", "Start", "Go to the start", "Steps", "Home"),
    _row("last", "Last step", "Go to the last step", "Steps", "End"),
    _row("next_moment", "Next key moment", "Go to the next step with a key moment",
         "Steps", "Shift+Right", "", "gap"),
    _row("previous_moment", "Previous key moment",
         "Go back to the step with a key moment before this one", "Steps",
         "Shift+Left"),
    _row("go_to", "Go to step…",
         "Choose a step; or type its number on the stage, then Enter", "Steps", "G"),
    _row("find", "Find…", "Find words anywhere in the lesson, and go there", "Steps",
         "", "Ctrl+F"),
    _row("overview", "Overview", "See all steps side by side", "Steps", "O"),
)
_PLAYING = (
    _row("play", "Play or pause", "Play the steps one after the other", "Playing",
         "K", "Alt+K"),
    _row("replay", "Replay this step", "Show again how the step is entered",
         "Playing", "R"),
    _row("replay_backwards", "Replay backwards",
         "Play the step backwards, then forwards again", "Playing", "Shift+R"),
    _row("loop", "Loop this step", "Play the step again and again", "Playing",
         "Shift+L", "", "check"),
    _row("creep_back", "A little back", "Scrub back a tenth of a step", "Playing",
         "Ctrl+Left", "", "repeats gap"),
    _row("creep_on", "A little on", "Scrub on a tenth of a step", "Playing",
         "Ctrl+Right", "", "repeats"),
    _row("slower", "Slower", "Play more slowly, down to a quarter", "Playing",
         "Ctrl+Down"),
    _row("faster", "Faster", "Play faster, up to twice the speed", "Playing",
         "Ctrl+Up"),
)
_VIEW = (
    _row("full_screen", "Full screen", "Use the whole screen", "View", "F", "F11",
         "check"),
    _row("black", "Black screen", "Hide everything behind black", "View", "B ."),
    _row("white", "White screen", "Hide everything behind white", "View", "W ,"),
    _row("text_bigger", "Bigger text", "Make all text bigger", "View", "",
         "Ctrl++ Ctrl+=", "gap"),
    _row("text_smaller", "Smaller text", "Make all text smaller", "View", "",
         "Ctrl+-"),
    _row("text_normal", "Normal text", "Make all text its normal size", "View", "",
         "Ctrl+0"),
    _row("captions", "Caption", "Show or hide the caption under the stage", "View",
         "C", "", "check gap"),
    _row("show_flow", "Show the process flow", "Show or hide the process flow", "View",
         "", "", "check"),
    _row("show_table", "Show the process table", "Show or hide the process table",
         "View", "", "", "check"),
    _row("show_tabs", "Show the tabs", "Show or hide the tabs under the table", "View",
         "", "", "check"),
    _row("go_stage", "Go to the stage", "Put the focus on the stage", "View", "",
         "Ctrl+1", "gap"),
    _row("go_table", "Go to the process table", "Show the table and go there", "View",
         "", "Ctrl+2"),
    _row("go_tracker", "Go to the status tracker", "Show the tracker and go there",
         "View", "", "Ctrl+3"),
    _row("go_flow", "Go to the process flow", "Show the flow and go there", "View", "",
         "Ctrl+4"),
    _row("go_sample", "Go to the manifest", "Show the manifest and go there", "View",
         "", "Ctrl+5"),
    _row("go_moments", "Go to the key moments", "Show the key moments and go there",
         "View", "", "Ctrl+6"),
    _row("go_transcript", "Go to the transcript", "Show the transcript and go there",
         "View", "", "Ctrl+7"),
)
_SHOW = (
    _row("present", "Present", "Present from this step, with two screens or one",
         "Presenting", "", "F5 Shift+F5"),
    _row("end_show", "End presenting", "Come back to this window, at the same step",
         "Presenting"),
    _row("console", "Presenter console", "Show the teacher's console, or put it away",
         "Presenting", "S", "", "gap"),
    _row("swap", "Swap screens",
         "Swap the two screens, or use one that was plugged in", "Presenting", "X"),
    _row("displays", "Displays…", "Choose the screen that the class sees",
         "Presenting", "Shift+X"),
    _row("freeze", "Freeze", "Let the class's picture stand still while you move on",
         "Presenting", "Shift+F", "", "check gap"),
    _row("hide_audience", "Hide", "Take the class's view off its screen for a while",
         "Presenting", "H", "", "check"),
    _row("laser", "Laser", "Point with the mouse, or with Tab from actor to actor",
         "Presenting", "L", "Ctrl+L", "check gap"),
    _row("spotlight", "Spotlight", "Leave light only where you point", "Presenting",
         "T", "", "check"),
    _row("pen", "Pen", "Draw on this step; Enter draws round an actor", "Presenting",
         "D", "", "check"),
    _row("undo_ink", "Undo ink", "Take back the line that was drawn last",
         "Presenting", "Ctrl+Z"),
    _row("erase", "Erase ink", "Take away all ink of this step", "Presenting", "E"),
    _row("zoom", "Zoom", "Come near to the chosen actor, and back", "Presenting", "Z",
         "", "gap"),
    _row("zoom_in", "Nearer", "Come a little nearer", "Presenting", "+ ="),
    _row("zoom_out", "Farther", "Go a little farther away", "Presenting", "-"),
    _row("projector", "Projector colours",
         "Use colours that a weak projector can show", "Presenting", "",
         "Ctrl+Shift+P", "check gap"),
    _row("brighter", "Brighter", "Make the class's picture brighter", "Presenting",
         "", "Ctrl+Shift+Up"),
    _row("darker", "Darker", "Make the class's picture darker", "Presenting", "",
         "Ctrl+Shift+Down"),
    _row("more_contrast", "More contrast", "Part dark and light for the class",
         "Presenting", "", "Ctrl+Shift+Right"),
    _row("less_contrast", "Less contrast", "Bring dark and light nearer",
         "Presenting", "", "Ctrl+Shift+Left"),
    _row("beam_normal", "Normal brightness", "Undo what was changed for the projector",
         "Presenting", "", "Ctrl+Shift+0"),
    _row("caption_bigger", "Bigger captions", "Make the class's captions bigger",
         "Presenting", "", "Alt++ Alt+=", "gap"),
    _row("caption_smaller", "Smaller captions", "Make the class's captions smaller",
         "Presenting", "", "Alt+-"),
    _row("timer", "Start or pause the timer", "Let the time run, or stand still",
         "Presenting", "Shift+T", "", "gap"),
    _row("timer_reset", "Reset the timer", "Begin the time from nought",
         "Presenting", "", "Ctrl+T"),
)
_WINDOW = (
    _row("next_pane", "Next pane", "Put the focus on the next part of the window",
         "Window", "", "F6"),
    _row("previous_pane", "Previous pane",
         "Put the focus on the part of the window before this one", "Window", "",
         "Shift+F6"),
    _row("say_again", "Say this step again", "Let the screen reader repeat the step",
         "Window", "", "Alt+S"),
    _row("help", "All keys", "Show all keys", "Window", "?", "F1", "gap"),
    _row("about", "About sidecar_viz…", "Version, licences, and what is never sent",
         "Window"),
    _row("leave", "Close what is on top",
         "Close what lies on top: a dialog, black, a question, full screen", "Window",
         "", "Esc"),
)
# fmt: on

COMMANDS: tuple[Command, ...] = _LESSON + _STEPS + _PLAYING + _VIEW + _SHOW + _WINDOW
PRESENTING: tuple[str, ...] = tuple(
    command.id for command in _SHOW if command.id not in ("present", "projector")
)
