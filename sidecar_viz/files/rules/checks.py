"""Checks whether a lesson makes sense: one small function per rule, in a table.

A lesson with such problems can be shown; mistakes of form and of reference, which
keep it from being shown, come from reading it. CODES explains all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sidecar_viz.core.lesson import Lesson
from sidecar_viz.files.reading.document import Route
from sidecar_viz.files.reading.lesson_file import open_lesson
from sidecar_viz.files.reading.problems import LessonError, Location, Problem
from sidecar_viz.files.rules import (
    arrivals,
    needs,
    quiz,
    slips,
    steps,
    story,
    tables,
    values,
)
from sidecar_viz.files.rules import text as texts
from sidecar_viz.files.rules.rule import Rule, checked

RULES = (
    Rule("no-change", "a step changes something", steps.step_changes_something),
    Rule("unused-actor", "every actor is used", steps.actor_is_used),
    Rule(
        "same-spot",
        "every actor has a place of its own",
        steps.actors_do_not_stand_on_each_other,
    ),
    Rule("move", "nobody moves into itself", steps.nobody_moves_into_itself),
    Rule("unused-link", "every link is opened", needs.link_is_used),
    Rule("never-there", "every actor appears", slips.actor_appears),
    Rule("strange-kind", "kinds are known", slips.kind_is_known),
    Rule("strange-hold", "held states are known", slips.held_state_is_known),
    Rule("strange-state", "states that are needed can come", needs.state_can_come),
    Rule("unmet-need", "needs are met in the plain run", needs.needs_are_met),
    Rule("no-way", "what is sent has open links", needs.sends_have_a_way),
    Rule("arrives", "changes wait for what is sent", arrivals.change_has_arrived),
    Rule("overlap", "one change a moment", steps.changes_do_not_overlap),
    Rule("idle-what-if", "a what-if differs", steps.what_if_changes_something),
    Rule("untold-what-if", "rows tell what differs", steps.what_if_says_it),
    Rule("lone-exit", "decisions have two ways", slips.decision_has_two_ways),
    Rule("unlit-box", "boxes of the flow are lit", slips.box_is_lit),
    Rule("tracker", "tracker cells are as computed", tables.tracker_agrees),
    Rule("table", "computed cells are as computed", tables.table_agrees),
    Rule("tracker-row", "a row follows one thing", tables.followed_is_one),
    Rule("empty-row", "a row says something", slips.tracker_row_says_something),
    Rule("amount", "numbers are added to", values.amount_is_added_to_a_number),
    Rule("members", "who counts members has some", slips.counts_its_members),
    Rule("opens", "the panel in front is there", slips.opened_panel_is_there),
    Rule("cells", "a cell for every column", tables.cells_fit_the_columns),
    Rule("stray-row", "a row has a step", tables.row_belongs_to_a_step),
    Rule("no-row", "a step has a row", tables.step_has_a_row),
    Rule("capacity", "counts fit", tables.count_fits),
    Rule("right-answer", "right and wrong options", quiz.has_a_right_answer),
    Rule("false-answer", "answers are as computed", quiz.answer_is_true),
    Rule("open-answer", "answers can be computed", quiz.answer_can_be_computed),
    Rule("unexplained", "wrong options explain", quiz.wrong_option_is_explained),
    Rule("same-option", "options differ", quiz.options_differ),
    Rule("number", "numbers of the ending are as computed", story.numbers_agree),
    Rule("too-long", "texts fit at projector size", texts.text_fits),
    Rule("say", "announcements are short", texts.say_is_short),
    Rule("untold", "steps have their words", texts.step_is_told),
    Rule("untold-story", "opening and ending are described", story.story_is_told),
)

FORM = {
    "unreadable": "the file cannot be read at all",
    "empty": "there is nothing in the file",
    "too-big": "the file or a part of it is larger than is allowed",
    "encoding": "the file is not UTF-8",
    "binary": "the file is not text",
    "syntax": "the file is not YAML",
    "tag": "YAML tags are not allowed",
    "alias": "an alias leads nowhere, or there are too many",
    "depth": "parts are nested too deeply",
    "duplicate": "a field is written twice",
    "shape": "a field's name is not a plain word",
    "type": "text, number, list or fields were expected",
    "range": "too long, too short, too much or too little",
    "id": "an id is not lower-case letters, digits and hyphens",
    "choice": "not one of the words that may stand here",
    "field": "a field that does not exist",
    "missing": "a field that must be there",
    "format": "a field that only a newer format has",
    "duplicate-id": "an id is given twice",
    "unknown-id": "a reference to nothing",
    "circle": "an actor stands in itself",
    "unclear": "one thing must be named, and none or several are",
    "lines": "a range of lines that the sample does not have",
    "ledger": "a ledger and what speaks of it do not fit",
    "simulate": "a lesson and the simulation that it is made of do not fit",
    "more": "there are more problems than are shown",
}

CODES = {**FORM, **{rule.code: rule.asks for rule in RULES}}
"""Every code that a problem can have, with what it asks for."""


def check_lesson(
    lesson: Lesson, place_of: Callable[[Route], Location]
) -> tuple[Problem, ...]:
    """Find what does not make sense in a *lesson*, in the order of its file.

    *place_of* gives the location of a part: `LessonFile.document.place`.
    """
    case = checked(lesson)
    found = [
        Problem(place_of(remark.route), rule.code, remark.text)
        for rule in RULES
        for remark in rule.remarks(case)
    ]
    return tuple(sorted(found))


def problems_in(path: Path) -> tuple[Problem, ...]:
    """Find all problems of the lesson at *path*.

    Its meaning is checked only if there are no mistakes of form and reference.
    """
    try:
        found = open_lesson(path)
    except LessonError as error:
        return error.problems
    return check_lesson(found.lesson, found.document.place)
